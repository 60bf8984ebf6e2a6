"""Which positions a picture draws: as many as can be read, the largest first. What is left out is counted and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphload.explore.facts import Facts, Insider, Kind, Position

MOST = 40
_ALIKE = 3  # derivatives of one title, such as grants of options, are drawn as one
_BARE = 12  # insiders, or issuers, without an open position
_UNIT = 3  # a part of the picture has at least so many lines
_PARTS = 8  # of many parts, so many are drawn


@dataclass(frozen=True, slots=True)
class Line:
    """Positions of one holder that a picture draws as one line to one box."""

    holder: str
    target: str
    positions: tuple[Position, ...]

    @property
    def size(self) -> float:
        """Shares of all its positions."""
        return sum(each.size for each in self.positions)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: lines, insiders without a position, and by party, group or issuer how many lines are left out.

    `units` are the parties and groups, or the issuers, that are left out as a whole; `bare` counts insiders.
    """

    lines: tuple[Line, ...]
    insiders: tuple[Insider, ...]
    more: dict[str, int]
    units: tuple[str, ...]
    bare: int


def fold(facts: Facts, most: int = MOST) -> Drawing:
    """Return what a picture of at most some `most` lines draws."""
    units = _units(facts)
    fits = sum(len(some) for _, some in units) <= most + 1
    each_most = most + 1 if fits else max(_UNIT, most // min(len(units), _PARTS))
    lines: list[Line] = []
    more: dict[str, int] = {}
    left = []
    for unit, some in units:
        kept = some[:each_most] if len(some) > each_most + 1 else some
        if lines and not fits and len(lines) + len(kept) > most:
            left.append(unit)
            continue
        lines += kept
        for line in some[len(kept) :]:
            key = _unit(facts, line.positions[0], roots=True)
            more[key] = more.get(key, 0) + 1
    insiders, bare = _bare(facts, room=max(0, most - len(lines)))
    return Drawing(tuple(lines), insiders, more, tuple(left), bare)


def _units(facts: Facts) -> list[tuple[str, list[Line]]]:
    """Return the lines of each part of a picture, the most important part first."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in _lines(facts):
        found[_unit(facts, line.positions[0], roots=facts.subject.kind is Kind.ISSUER)].append(line)
    ranked = [(unit, sorted(lines, key=_rank)) for unit, lines in found.items()]
    return sorted(ranked, key=lambda each: (*_weight(facts, each[1]), each[0]))


def _unit(facts: Facts, position: Position, *, roots: bool) -> str:
    if facts.subject.kind is Kind.FILING:
        return facts.subject.id
    return position.root if roots else facts.securities[position.security].issuer


def _rank(line: Line) -> tuple[bool, float, str, str]:
    return line.positions[0].ended is not None, -line.size, line.holder, line.target


def _weight(facts: Facts, lines: Iterable[Line]) -> tuple[float, float]:
    """Rank holders of an issuer by their largest position in shares, issuers by the day of the latest balance."""
    positions = [each for line in lines for each in line.positions]
    if facts.subject.kind is Kind.OWNER:
        latest = max((each.as_of.toordinal() for each in positions if each.as_of), default=0)
        return -latest, -len(positions)
    plain = [each.size for each in positions if not facts.securities[each.security].derivative]
    return -max(plain, default=0.0), -max(each.size for each in positions)


def _lines(facts: Facts) -> list[Line]:
    """Return the open positions as lines: in a filing each row, else each holder and security, grants as one."""
    open_now = [each for each in facts.positions if each.ended is None]
    if facts.subject.kind is Kind.FILING:
        return [Line(each.holder, each.security, (each,)) for each in open_now]
    alike = _alike(facts, {each.security for each in open_now})
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for each in open_now:
        found[each.holder, alike.get(each.security, each.security)].append(each)
    return [Line(holder, target, tuple(some)) for (holder, target), some in found.items()]


def _alike(facts: Facts, securities: Iterable[str]) -> dict[str, str]:
    """Return, by derivative, the key of those with its issuer and title, if there are several."""
    titled: dict[str, list[str]] = defaultdict(list)
    for id in sorted(securities):
        security = facts.securities[id]
        if security.derivative:
            titled[f"{security.issuer}|{security.title.casefold()}"].append(id)
    return {id: f"alike:{key}" for key, some in titled.items() if len(some) >= _ALIKE for id in some}


def _bare(facts: Facts, room: int) -> tuple[tuple[Insider, ...], int]:
    """Return the insiders without an open position, the latest first, and how many more there are."""
    open_now = [each for each in facts.positions if each.ended is None]
    holding = {(id, facts.securities[each.security].issuer) for each in open_now for id in _members(facts, each.root)}
    bare = [each for each in facts.insiders if (each.party, each.issuer) not in holding]
    if open_now:  # who has left and holds nothing says little
        bare = [each for each in bare if each.exited_on is None]
    bare.sort(key=lambda each: (-(each.last_seen.toordinal() if each.last_seen else 0), each.issuer, each.party))
    kept = min(_BARE, max(1, room))
    drawn = bare if len(bare) <= kept + 1 else bare[:kept]
    return tuple(drawn), len(bare) - len(drawn)


def _members(facts: Facts, root: str) -> Sequence[str]:
    return facts.groups[root].members if root in facts.groups else (root,)
