"""Who stands behind one holding: from its record holder to those who report it, manage it, or control who does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, NamedTuple

from graphload.analyze.outcome import Outcome, Row
from graphload.derive.components import components
from graphload.wording.names import compared

RECORD, THROUGH, CONTROLS, JOINTLY, NOTE = "holds", "through", "controls", "jointly", "note"


class Name(NamedTuple):
    """A party, a vehicle, or somebody whom only a note names."""

    key: str
    shown: str
    kind: str | None
    cik: str | None = None


class Link(NamedTuple):
    """Somebody who stands behind somebody else, and what says so."""

    one: str
    other: str
    how: str
    role: str | None
    sentence: str | None
    filing: str


@dataclass(frozen=True, slots=True)
class Position:
    """A balance that a filing states: who holds it, and who reports it."""

    holder: Name | None
    owners: tuple[Name, ...]
    direct: bool
    shares: float | None
    row: Row


@dataclass(frozen=True, slots=True)
class Holding:
    """The positions that are one, the one that counts first."""

    positions: tuple[Position, ...]

    @property
    def names(self) -> dict[str, Name]:
        """Everybody who holds or reports it, by key."""
        found = {name.key: name for each in self.positions for name in each.owners}
        return found | {each.holder.key: each.holder for each in self.positions if each.holder} | found


def standing(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return a row for each who stands behind a holding, those with the most shares first."""
    found = [each for each in holdings(rows) if _asked(each, parameters)]
    told = [row for holding in sorted(found, key=_order) for row in _rows(holding)]
    return Outcome(islice(told, max(0, parameters["limit"])))


def _asked(holding: Holding, parameters: Mapping[str, Any]) -> bool:
    owner = parameters["owner"]
    ids = {each.row["owner"] for each in holding.positions} | {name.cik for name in holding.names.values()}
    return len(holding.names) >= parameters["least"] and (owner is None or owner in ids)


def _order(holding: Holding) -> tuple[Any, ...]:
    first = holding.positions[0]
    return -(first.shares or 0), first.row["security"], first.row["block"]


def holdings(rows: Sequence[Row]) -> list[Holding]:
    """Return the holdings of rows, one for each position and owner; blocks that a vehicle's name links are one."""
    own = {(row["security"], row["owner"]): str(row["block"]) for row in rows if row["holder"] == row["owner"]}
    same = ((str(row["block"]), own.get((row["security"], str(row["named"])), str(row["block"]))) for row in rows)
    least = components(same)
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["security"], least[row["block"]]].append(row)
    return [Holding(tuple(sorted(_positions(some), key=_counts))) for some in grouped.values()]


def _positions(rows: Iterable[Row]) -> Iterator[Position]:
    for _, each in groupby(sorted(rows, key=lambda row: row["holder"]), key=lambda row: row["holder"]):
        told = list(each)
        owners = tuple(sorted({_owner(row) for row in told}, key=lambda name: (name.shown, name.key)))
        yield Position(_holder(told[0], owners), owners, not told[0]["through"], told[0]["shares"], told[0])


def _counts(position: Position) -> tuple[Any, ...]:
    """Order the position that counts first: the greatest, of these one that is held directly."""
    return -(position.shares or 0), not position.direct, position.row["rows"][0]


def _owner(row: Row) -> Name:
    return Name(compared(row["ownerName"]), row["ownerName"], row["ownerKind"], row["owner"])


def _holder(row: Row, owners: tuple[Name, ...]) -> Name | None:
    """Return who holds a position; None for the joint filers of a direct one, of whom the form does not say which."""
    if row["named"]:
        return Name(compared(row["namedName"]), row["namedName"], row["namedKind"], row["named"])
    if row["through"]:
        return Name(compared(row["through"]), row["through"], row["vehicle"])
    return owners[0] if len(owners) == 1 else None


def links(holding: Holding) -> list[Link]:
    """Return who stands behind whom: by what notes say, and by what is reported as held through somebody."""
    return [*_controls(holding), *_throughs(holding)]


def _controls(holding: Holding) -> Iterator[Link]:
    for filing, said in {each.row["filing"]: each.row for each in holding.positions}.items():
        for told, sentence in zip(said["said"] or (), said["saidIn"] or (), strict=True):
            kind, _, value, role = told.split("|", 3)
            one, arrow, other = value.partition("→")
            if kind == CONTROLS and arrow:
                yield Link(one, other, CONTROLS, role, sentence, filing)


def _throughs(holding: Holding) -> Iterator[Link]:
    for each in holding.positions:
        if each.holder and (not each.direct):
            how = THROUGH if len(each.owners) == 1 else JOINTLY
            for owner in each.owners:
                if owner.key != each.holder.key:
                    yield Link(owner.shown, each.holder.shown, how, None, None, each.row["filing"])


def behind(holding: Holding) -> Iterator[tuple[int, Name, str | None, Link | None]]:
    """Yield a step, who stands there, behind whom, and the link: from the record holders up."""
    names, above = holding.names, defaultdict[str, list[Link]](list)
    for link in links(holding):
        above[compared(link.other)].append(link)
    level = _record(holding, above)
    seen = set(level)
    yield from ((0, names[key], None, None) for key in level)
    step = 1
    while level:
        following: list[str] = []
        for key in level:
            for link in above[key]:
                one = compared(link.one)
                if one not in seen:
                    seen.add(one)
                    following.append(one)
                    yield step, names.get(one, Name(one, link.one, None)), key, link
        level, step = following, step + 1
    yield from ((1, names[key], None, None) for key in sorted(names.keys() - seen))


def _record(holding: Holding, above: Mapping[str, list[Link]]) -> list[str]:
    """Return the record holders: of joint filers, those who by a note are controlled and control none of them."""
    first = holding.positions[0]
    if first.holder:
        return [first.holder.key]
    owners = [owner.key for owner in first.owners]
    told = {(compared(each.one), key) for key, some in above.items() for each in some if each.how == CONTROLS}
    inside = {(one, other) for one, other in told if one in owners and other in owners}
    lowest = {other for _, other in inside} - {one for one, _ in inside}
    return [key for key in owners if key in lowest] or owners


def _rows(holding: Holding) -> Iterator[tuple[Any, ...]]:
    first, names = holding.positions[0], holding.names
    for step, name, below, link in behind(holding):
        told = [each for each in holding.positions if name in each.owners]
        position = next((each for each in told if link and each.row["filing"] == link.filing), (told or [first])[0])
        joint = not link and (step or not first.holder)
        yield (
            first.row["title"],
            first.row["block"],
            first.shares,
            step,
            name.shown,
            name.kind,
            names[below].shown if below in names else (link.other if link else None),
            link.how if link else _else(holding, bool(joint), step),
            link.role if link else None,
            link.sentence if link else None,
            any(each.row["disclaims"] for each in told),
            [row for each in told for row in each.row["rows"]],
            link.filing if link else position.row["filing"],
            name.cik,
        )


def _else(holding: Holding, joint: bool, step: int) -> str:
    """Return why somebody is here whom no link leads to: as a joint filer, or by what makes the block one."""
    bases = sorted({each.row["basis"] for each in holding.positions if each.row["basis"]})
    return (bases[0] if step and bases else JOINTLY) if joint else RECORD
