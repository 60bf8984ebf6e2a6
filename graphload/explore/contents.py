"""What a page holds, as JSON: the picture with its places, the positions, and the evidence behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graphload.explore.curves import Curve, curves
from graphload.explore.facts import Balance, Facts, Kind, Position
from graphload.explore.layout import Frame, Layout, layout
from graphload.explore.picture import Box, Picture, titled

_AMOUNTS = {
    "shares": "shares", "value": "dollar value", "underlying": "underlying shares", "worth": "underlying dollar value"
}  # fmt: skip


def contents(picture: Picture) -> dict[str, Any]:
    """Return everything that a page shows."""
    facts, placed = picture.facts, layout(picture)
    drawn = {id(each): at for at, line in enumerate(picture.drawing.lines) for each in line.positions}
    return {
        "title": title(facts),
        "on": str(facts.on) if facts.subject.kind is not Kind.FILING else None,
        "kind": facts.subject.kind.value,
        "subject": f"issuer:{facts.subject.id}" if facts.subject.kind is Kind.ISSUER else facts.subject.id,
        "link": facts.filings[facts.subject.id].link if facts.subject.id in facts.filings else None,
        "notes": picture.notes,
        "boxes": [_box(box, placed) for box in picture.boxes],
        "frames": [_frame(facts, frame) for frame in placed.frames],
        "links": [_link(curve, placed) for curve in curves(picture.links, placed)],
        "positions": [
            _position(facts, each, drawn.get(id(each))) for each in sorted(facts.positions, key=_place(facts))
        ],
        "insiders": [
            {
                "party": each.party,
                "name": facts.parties[each.party].name,
                "issuer": each.issuer,
                "at": titled(facts.parties[each.issuer]),
                "role": each.role,
                "lastSeen": each.last_seen and str(each.last_seen),
                "exitedOn": each.exited_on and str(each.exited_on),
                "filing": each.filing,
            }
            for each in facts.insiders
        ],
        "groups": {group.id: [facts.parties[id].name for id in group.members] for group in facts.groups.values()},
        "rows": {row.id: {"cells": row.cells, "notes": row.footnotes} for row in facts.rows.values()},
        "filings": {each.id: [each.caption, each.link] for each in facts.filings.values()},
    }


def _place(facts: Facts) -> Callable[[Position], Any]:
    """Return the order of the table: open positions first, by issuer, security and size; rows as the form has them."""

    def place(each: Position) -> Any:
        security = facts.securities[each.security]
        issuer = facts.parties[security.issuer].name
        return each.ended is not None, issuer, security.derivative, security.caption, -each.size, each.holder, each.rows

    return place


def title(facts: Facts) -> str:
    """Return the title of a picture."""
    about = facts.subject
    if about.kind is Kind.FILING:
        return about.name
    party = facts.parties[about.id]
    return f"{titled(party)}: holders" if about.kind is Kind.ISSUER else f"{party.name}: holdings"


def _box(box: Box, placed: Layout) -> dict[str, Any]:
    place = placed.places[box.id]
    return {
        "id": box.id,
        "kind": box.kind,
        "key": box.key,
        "name": box.name,
        "label": "\n".join(box.lines),
        "at": [place.x, place.y, place.width, place.height],
        "dashed": box.dashed,
    }


def _frame(facts: Facts, frame: Frame) -> dict[str, Any]:
    at = frame.place
    return {
        "id": f"issuer:{frame.issuer}",
        "key": frame.issuer,
        "name": titled(facts.parties[frame.issuer]),
        "label": "\n".join(frame.lines),
        "lines": len(frame.lines),
        "at": [at.x, at.y, at.width, at.height],
    }


def _link(curve: Curve, placed: Layout) -> dict[str, Any]:
    link = curve.link
    places = placed.places | {f"issuer:{frame.issuer}": frame.place for frame in placed.frames}
    start, end = places[link.start], places[link.end]
    return {
        "start": link.start,
        "end": link.end,
        "kind": link.kind,
        "weight": link.weight,
        "dashed": link.dashed,
        "from": [curve.start[0] - start.x, curve.start[1] - start.y],
        "to": [curve.end[0] - end.x, curve.end[1] - end.y],
        "weights": curve.weights,
        "distances": curve.distances,
    }


def _position(facts: Facts, position: Position, line: int | None) -> dict[str, Any]:
    security = facts.securities[position.security]
    return {
        "line": line,
        "holder": position.holder,
        "root": position.root,
        "security": position.security,
        "issuer": security.issuer,
        "derivative": security.derivative,
        "owner": _called(facts, position.root),
        "through": facts.vehicles[position.holder].name if position.holder in facts.vehicles else None,
        "title": security.caption,
        "of": titled(facts.parties[security.issuer]),
        "caption": position.caption,
        "amounts": [
            [called, amount]
            for name, called in _AMOUNTS.items()
            if (amount := getattr(position.amounts, name)) is not None
        ],
        "asOf": position.as_of and str(position.as_of),
        "ended": position.ended and str(position.ended),
        "block": position.block,
        "unlistedSince": position.unlisted_since and str(position.unlisted_since),
        "unlistedIn": position.unlisted_in,
        "filing": position.filing,
        "rows": position.rows,
        "history": [*_history(position.history)],
    }


def _called(facts: Facts, root: str) -> str:
    group, party = facts.groups.get(root), facts.parties.get(root)
    return group.name if group else party.name if party else root


def _history(balances: Iterable[Balance]) -> Iterable[tuple[str, float, str]]:
    """Yield day, amount and filing of each balance, in the unit that the latest is in."""
    some = [*balances]
    units = [name for name in _AMOUNTS if any(getattr(each.amounts, name) is not None for each in some[-1:])]
    for each in some:
        amount = next((getattr(each.amounts, name) for name in units if getattr(each.amounts, name) is not None), None)
        if amount is not None:
            yield str(each.as_of), amount, each.filing
