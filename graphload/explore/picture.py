"""A picture as a value: boxes in columns, lines between them, and the positions behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphload.explore.facts import Facts, Kind, Party, Security
from graphload.explore.folding import MOST, Drawing, Line, fold
from graphload.explore.measure import LINE, plain, width, wrap
from graphload.schema.keys import holder_label
from graphload.wording.amounts import held

_FEW = 3  # a group of more is drawn without its members
_WIDEST = {"group": 120, "vehicle": 165, "direct": 165, "security": 150, "issuer": 150, "more": 120}
_PARTY = 150
_PADDING = 18


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a picture, its text in lines; `key` is what it stands for, `name` the whole name.

    `issuer` is the issuer in whose frame it stands. What is `aside` stands below all holders. Sizes are in pixels.
    """

    id: str
    kind: str
    key: str
    name: str
    lines: tuple[str, ...]
    width: float
    height: float
    issuer: str | None = None
    dashed: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes; `weight` from 0 to 1 is how thick it is."""

    start: str
    end: str
    kind: str
    weight: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture before it is laid out; `frames` are the issuers around the securities, in order."""

    facts: Facts
    drawing: Drawing
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    frames: tuple[str, ...]
    notes: tuple[str, ...]


def picture(facts: Facts, most: int = MOST) -> Picture:
    """Return the picture of some facts, with at most some `most` positions drawn."""
    drawing = fold(facts, most)
    boxes: dict[str, Box] = {}
    links: dict[tuple[str, str, str], Link] = {}
    for each in (*_holdings(facts, drawing), *_insiders(facts, drawing), *_left_out(facts, drawing), *_alone(facts)):
        if isinstance(each, Box):
            boxes.setdefault(each.id, each)
        else:
            links.setdefault((each.start, each.end, each.kind), each)
    frames = dict.fromkeys(facts.securities[line.positions[0].security].issuer for line in drawing.lines)
    return Picture(facts, drawing, tuple(boxes.values()), tuple(links.values()), tuple(frames), _notes(facts, drawing))


def _holdings(facts: Facts, drawing: Drawing) -> Iterator[Box | Link]:
    largest = max((line.size for line in drawing.lines), default=0.0)
    roles = _roles(facts)
    for at, line in enumerate(drawing.lines):
        root = line.positions[0].root
        yield from _root(facts, root, roles)
        holder = line.holder if line.holder != root else f"direct:{root}"
        yield _holder(facts, line, holder)
        yield Link(root, holder, "through" if holder == line.holder else "direct")
        amount = f"amount:{at}"
        caption, unsure = _caption(line), any(each.unlisted_since for each in line.positions)
        yield Box(amount, "amount", str(at), caption, (caption,), width(caption) + 12, LINE + 4, dashed=unsure)
        yield Link(holder, amount, "tag")
        target = _target(facts, line)
        yield target
        weight = (line.size / largest) ** 0.5 if largest else 0.0
        yield Link(amount, target.id, "owns", round(weight, 4), unsure)


def _caption(line: Line) -> str:
    """Return the amount of a line: that of its position, or of several grants together."""
    if len(line.positions) == 1:
        return line.positions[0].caption + " ?" * (line.positions[0].unlisted_since is not None)
    sums = [
        [amount for each in line.positions if (amount := getattr(each.amounts, name)) is not None]
        for name in ("shares", "value", "underlying", "worth")
    ]
    amount = held(*(sum(some) if some else None for some in sums))
    return f"{amount or 'no amount'} in {len(line.positions)}"


def _root(facts: Facts, root: str, roles: dict[str, str]) -> Iterator[Box | Link]:
    """Yield the party that holds, or the group with its members."""
    if holder_label(root) == "Party":
        yield _party(facts.parties[root], roles)
        return
    group = facts.groups[root]
    about = facts.subject
    if about.kind is Kind.OWNER:
        others = [facts.parties[id].name for id in group.members if id != about.id]
        yield _box(root, "group", root, _with(others), lines=4)
        yield _party(facts.parties[about.id], roles)
        yield Link(about.id, root, "member")
        return
    yield _box(root, "group", root, group.name if len(group.members) > _FEW else "jointly", lines=4)
    if len(group.members) <= _FEW:
        for member in group.members:
            yield _party(facts.parties[member], roles)
            yield Link(member, root, "member")


def _with(names: list[str]) -> str:
    first = f"jointly with {names[0]}" if names else "jointly"
    return f"{first} and {len(names) - 1} more" if len(names) > 1 else first


def _roles(facts: Facts) -> dict[str, str]:
    """Return the second line of parties: what they are to the one issuer that the picture is about."""
    if facts.subject.kind is Kind.OWNER:
        return {}
    return {each.party: each.role for each in facts.insiders}


def _party(party: Party, roles: dict[str, str]) -> Box:
    kind = party.kind if party.kind in ("person", "organization") else "organization"
    return _box(party.id, kind, party.id, party.name, roles.get(party.id, ""))


def _holder(facts: Facts, line: Line, id: str) -> Box:
    if id != line.holder:
        return _box(id, "direct", line.holder, "directly")
    vehicle = facts.vehicles.get(id)
    return _box(id, "vehicle", id, vehicle.name if vehicle else id)


def _target(facts: Facts, line: Line) -> Box:
    security: Security = facts.securities[line.positions[0].security]
    alike = line.target != security.id
    name = f"{security.title}, several" if alike else security.caption
    return _box(
        line.target, "security", line.target, name, issuer=security.issuer, dashed=security.derivative
    )  # fmt: skip


def _box(
    id: str, kind: str, key: str, name: str, second: str = "", *, lines: int = 3, issuer: str | None = None,
    dashed: bool = False,
) -> Box:  # fmt: skip
    most = _WIDEST.get(kind, _PARTY)
    text = (*wrap(name, most, lines), *(wrap(second, most, 2) if plain(second) else ()))
    size = max(map(width, text)) + _PADDING
    return Box(id, kind, key, name, text, size, len(text) * LINE + 10, issuer, dashed)


def _insiders(facts: Facts, drawing: Drawing) -> Iterator[Box | Link]:
    """Yield insiders who hold nothing, below all holders; an owner's issuers are reached by one box there."""
    roles = _roles(facts)
    framed = {facts.securities[line.positions[0].security].issuer for line in drawing.lines}
    owner = facts.subject.kind is Kind.OWNER
    for each in drawing.insiders:
        start = "without:" if owner else each.party
        party = _party(facts.parties[each.party], roles)
        yield replace(_box(start, "direct", each.party, "no open position") if owner else party, aside=True)
        if owner:
            yield Link(each.party, start, "insider")
        if each.issuer not in framed:
            yield _issuer(facts, each.issuer, each.role if owner else "")
        yield Link(start, f"issuer:{each.issuer}", "insider")


def _issuer(facts: Facts, id: str, role: str = "") -> Box:
    party = facts.parties[id]
    return _box(f"issuer:{id}", "issuer", id, titled(party), role)


def titled(party: Party) -> str:
    """Return the name of an issuer with its trading symbol."""
    return f"{party.name} ({party.ticker})" if party.ticker else party.name


def _left_out(facts: Facts, drawing: Drawing) -> Iterator[Box | Link]:
    """Yield boxes that say how much is not drawn, each where it would stand."""
    for unit, count in sorted(drawing.more.items()):
        root = unit if unit in facts.parties or unit in facts.groups else None
        if facts.subject.kind is Kind.FILING or root is None:
            continue
        yield _box(f"more:{unit}", "more", unit, f"{count:,} more {'position' if count == 1 else 'positions'}")
        yield Link(unit, f"more:{unit}", "through")
    owner = facts.subject.kind is Kind.OWNER
    what = "issuer" if owner else "holder"
    if drawing.units:
        yield _box("more:", "more", f"{what}s", _counted(len(drawing.units), f"more {what}"))
    if drawing.bare:
        text = f"{_counted(drawing.bare, 'more issuer' if owner else 'more insider')} without a position"
        yield replace(_box("bare:", "more", "issuers" if owner else "insiders", text), aside=not owner)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _alone(facts: Facts) -> Iterator[Box]:
    """Yield the subject, which is drawn though nothing may be known of it."""
    about = facts.subject
    if about.kind is Kind.OWNER:
        yield _party(facts.parties[about.id], {})
    elif about.kind is Kind.ISSUER and not any(each.ended is None for each in facts.positions):
        yield _issuer(facts, about.id)


def _notes(facts: Facts, drawing: Drawing) -> tuple[str, ...]:
    """Return sentences on what the picture does not show."""
    open_now = sum(each.ended is None for each in facts.positions)
    drawn = sum(len(line.positions) for line in drawing.lines)
    notes = []
    if not open_now:
        notes.append(f"No open position on {facts.on}.")
    elif drawn < open_now:
        notes.append(
            f"{drawn:,} of {open_now:,} positions are drawn, the most important ones. The table has all of them."
        )
    if any(each.unlisted_since for line in drawing.lines for each in line.positions):
        notes.append("A question mark: a later filing leaves this position out, so it may be gone.")
    return tuple(notes)
