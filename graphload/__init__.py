"""SEC Section 16 filings as a graph of who owns what."""

from __future__ import annotations

__version__ = "0.1.0"
