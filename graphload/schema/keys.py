"""What the keys of the graph tell, and which nodes are graphload's.

A database may hold other people's nodes, even with labels of the graph. A node is graphload's if it has one of its
labels and a key of that label's shape; a relationship is, if it has one of its types and both of its ends are.
"""

from __future__ import annotations

import re
from functools import cache

_PARTY, _GROUP = "(?:[0-9]{10}|name:.*)", "group:[0-9a-f]{32}"
_FILING = "(?:[0-9]{10}-[0-9]{2}-[0-9]{6}|sha256:.+)"
_SHAPES = {
    "Party": _PARTY,
    "Filing": _FILING,
    "Security": f"{_PARTY}:[ND]:.*",
    "Vehicle": rf"(?:{_PARTY}|{_GROUP})\|.*",
    "Plan": rf"{_PARTY}\|.*",
    "Group": _GROUP,
    "Address": r".*(?:\|.*){4}",
    "TransactionCode": "[A-Z]",
    "Calendar": "EDGAR",
}
# the key of a signatory may be any text, but its name repeats it
_NAMED = {"Signatory": "{node}.name = toUpper({node}.id)"}
_TEXT = ".*"
_ROW = f"{_FILING}:[ND][TH][0-9]+"
_ANY = "|".join((*_SHAPES.values(), _ROW))


def ours(label: str, key: object) -> bool:
    """Return whether a node with this label and key is graphload's."""
    return isinstance(key, str) and _pattern(_shape(label)).fullmatch(key) is not None


def is_key(value: object) -> bool:
    """Return whether a value is the key of a node or a row of the graph, a signatory's aside."""
    return isinstance(value, str) and _pattern(_ANY).fullmatch(value) is not None


def told(label: str, node: str = "n") -> str:
    """Return the Cypher condition that a node is graphload's."""
    if label in _NAMED:
        return _NAMED[label].format(node=node)
    return _matches(f"{node}.id", _shape(label))


def told_by_key(key: str) -> str:
    """Return the Cypher condition that a value is the key of a node or a row of the graph."""
    return _matches(key, _ANY)


def _shape(label: str) -> str:
    """Return the pattern of a label's keys. Roles have those of parties."""
    return _TEXT if label in _NAMED else _SHAPES.get(label, _PARTY)


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.DOTALL)


def _matches(value: str, shape: str) -> str:
    """Return the Cypher condition for a text. ArcadeDB would match a number like its digits."""
    shape = shape.replace("\\", "\\\\")
    return f"{value} STARTS WITH '' AND {value} =~ '(?s)(?:{shape})'"


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
