"""Check filings before a load, and check a store: its contents, its consistency, its derived facts.

In: a store, or paths. Out: faults, each with what shows it. Never: a change.
"""

from __future__ import annotations

from graphload.check.counting import Status, status
from graphload.check.filings import Checked, Finding, check
from graphload.check.verifying import Verification, Verified, verify

__all__ = ["Checked", "Finding", "Status", "Verification", "Verified", "check", "status", "verify"]
