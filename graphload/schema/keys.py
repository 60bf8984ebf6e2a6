"""What the keys of the graph tell."""

from __future__ import annotations


def holder_label(key: str) -> str:
    """Return the label of whoever holds a row, which the key tells."""
    return "Group" if key.startswith("group:") and "|" not in key else "Vehicle" if "|" in key else "Party"
