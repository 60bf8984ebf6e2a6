"""What the owners of a joint filing are called together."""

from __future__ import annotations

from collections.abc import Iterable

from graphload.wording.vehicles import listed

_ALL = 3
_FIRST = 2


def caption(names: Iterable[str], size: int) -> str:
    """Return the names of a group's members in the order of the alphabet, of more than three the first two."""
    first = sorted(names)[: size if size <= _ALL else _FIRST]
    more = [f"{size - len(first)} more"] if first and size > len(first) else []
    return listed((*first, *more)) if first else f"{size} owners"
