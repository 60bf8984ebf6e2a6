"""What hangs together: the components of things that are in a group with each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

T = TypeVar("T", bound=Any)


def components(groups: Iterable[Iterable[T]]) -> dict[T, T]:
    """Return for each member of a group the least member of its component."""
    import networkx as nx

    joined = nx.utils.UnionFind()
    for group in groups:
        joined.union(*group)
    return {member: least for part in map(sorted, joined.to_sets()) for least in part[:1] for member in part}
