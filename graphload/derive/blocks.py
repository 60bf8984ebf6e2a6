"""One block of securities that several holders report; marked, not merged.

10 % owners with one balance on one day are one block if one filing lists a direct holder and deemed owners (`chain`),
if one report is split over filings (`split`), or if several filings have at most one direct holder (`filings`).
Spouses who each report their own and the other's shares report two blocks (`spouses`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from graphload.schema.keys import holder_nature, holder_root
from graphload.wording.natures import nature


class Position(NamedTuple):
    """What one holder has of one security, by which statement; `trade`: filing day, code, shares, price of its row.

    Transactions are compared as positions too: `shares` are then those traded, and `after` is the balance.
    """

    holder: str
    security: str
    shares: float | None
    as_of: date
    statement: str
    direct: bool
    joint: bool
    place: int
    row: str
    trade: tuple[Any, ...]
    spouse: bool = False
    after: float | None = None


class Block(NamedTuple):
    """Positions that are one block: its lead, whose row names the block, and why it is held to be one."""

    lead: Position
    members: tuple[Position, ...]
    basis: str


def blocks(positions: Iterable[Position], large: Collection[str]) -> Iterator[Block]:
    """Yield the blocks among positions; `large` are the statements that tick the box 10% Owner."""
    equal: dict[tuple[Any, ...], dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    apart: dict[tuple[Any, ...], list[Position]] = defaultdict(list)
    for position in positions:
        if position.shares and position.statement in large:
            key = position.security, position.as_of, position.shares, position.after
            equal[key][position.statement].append(position)
        elif position.shares:
            apart[position.security, position.as_of].append(position)
    for statements in equal.values():
        yield from _among([_units(members) for members in statements.values()])
    for members in apart.values():
        yield from _spouses(members)


def of_spouse(holder: str) -> bool:
    """Tell whether a holder is somebody's interest through a spouse."""
    return nature(holder_nature(holder)).kind == "spouse"


def _units(members: list[Position]) -> list[list[Position]]:
    """Return what a filing reports once: a joint filing's direct position with its deemed ones, else each position."""
    members = sorted(members, key=lambda each: each.place)
    chained = all(each.joint for each in members) and sum(each.direct for each in members) == 1
    return [members] if chained else [[each] for each in members]


def _among(filings: list[list[list[Position]]]) -> Iterator[Block]:
    if len(filings) > 1 and len({len(units) for units in filings}) == 1:
        merged = [list(chain.from_iterable(units)) for units in zip(*filings, strict=True)]
        bases = [_basis(members) for members in merged]
        if all(bases):
            yield from (_block(members, str(basis)) for members, basis in zip(merged, bases, strict=True))
            return
    for unit in chain.from_iterable(filings):
        if len(unit) > 1:
            yield _block(unit, "chain")


def _basis(members: list[Position]) -> str | None:
    direct = [each for each in members if each.direct]
    if not all(each.joint for each in members) and len({each.holder for each in direct}) > 1:
        return None
    if len({(each.trade, each.direct) for each in members}) == 1 and None not in members[0].trade[:3]:
        return "split"
    return "filings" if len(direct) < 2 else None


def _spouses(members: list[Position]) -> Iterator[Block]:
    """Yield two blocks for two persons of whom each reports as a spouse's what the other reports directly."""
    own = {each.holder: each for each in members if each.direct}
    other = {holder_root(each.holder): each for each in members if each.spouse}
    for one in sorted(own.keys() & other.keys()):
        for two in sorted(own.keys() & other.keys()):
            mutual = _amounts(own[one]) == _amounts(other[two]) and _amounts(own[two]) == _amounts(other[one])
            if one != two and mutual:
                yield _block([own[one], other[two]], "spouses")


def _amounts(position: Position) -> tuple[float | None, float | None]:
    return position.shares, position.after


def _block(members: list[Position], basis: str) -> Block:
    first = min(members, key=lambda each: (not each.direct, each.row))
    return Block(first, tuple(members), basis)
