"""What the keys of the graph tell."""

from __future__ import annotations


def holder_label(key: str) -> str:
    """Return the label of whoever holds a row, which the key tells."""
    return "Group" if key.startswith("group:") and "|" not in key else "Vehicle" if "|" in key else "Party"


def holder_root(key: str) -> str:
    """Return the party or group that holds a row, by itself or through a vehicle."""
    return key.partition("|")[0]


def holder_nature(key: str) -> str:
    """Return the nature in the key of a vehicle; empty for a party or a group, which holds directly."""
    return key.rpartition("|")[2] if "|" in key else ""


def security_parts(key: str, *, derivative: bool) -> tuple[str, ...]:
    """Return the title in the key of a security; for a derivative, exercise price and expiry too."""
    return tuple(key.rsplit(":", 3)[1:]) if derivative else (key.rsplit(":", 1)[1],)
