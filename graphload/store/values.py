"""Convert values of the driver to plain Python: numbers, strings, native dates, lists, dicts and None."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """Return a value in plain Python. A node or a relationship becomes a dict."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (Date, DateTime, Time)):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    return _graph(value)


def _graph(value: Any) -> Any:
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        nodes = [plain(node) for node in value.nodes]
        return [
            nodes[0],
            *(each for pair in zip(map(plain, value.relationships), nodes[1:], strict=True) for each in pair),
        ]
    return str(value)


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(entity[key]) for key in sorted(entity.keys())}
