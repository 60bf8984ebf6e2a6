"""The rows of a filing's tables: edges to securities, each with the key of who holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graphload.filing import deadlines
from graphload.filing.values import Filing, Row, Terms, Trade
from graphload.map.days import days
from graphload.map.evidence import Evidence, covers, told
from graphload.map.keys import security as security_key
from graphload.map.notes import conversion, priced, reformed
from graphload.map.vehicles import PLANS, Vehicle, vehicles
from graphload.schema.rows import Edge, Keys, Node, Props, camel, plain, props
from graphload.wording.classes import derivative_kind, share_class
from graphload.wording.titles import defined_term, title_key

# a cell's property is its field's name in the graph's spelling
_CELLS = {name: camel(name) for part in (Row, Trade, Terms) for name in part.__slots__} | {"title": "titleAsFiled"}


def securities(filing: Filing, keys: Keys) -> Iterator[Node | Edge]:
    """Yield the securities of a filing, the vehicles that hold them, and each row once."""
    held, defined, evidence = vehicles(filing), _defined(filing), told(filing)
    original = not filing.form.amendment
    places = {row.row_id: place for place, row in enumerate(sorted(filing.rows, key=_order), 1)}
    seen: set[object] = set()  # each security and vehicle once
    for row, day in zip(filing.rows, days(filing), strict=True):
        id, (security, underlying) = row.row_id, _securities(row, keys.issuer, defined)
        if (security, underlying) not in seen:
            seen.add((security, underlying))
            yield from _security(security, underlying, row.terms, keys.issuer)
        holder, vehicle = keys.holder, held.get(id)
        if holder and vehicle:
            holder = _vehicle_key(vehicle, keys)
            if holder not in seen:
                seen.add(holder)
                yield from _vehicle(holder, vehicle, keys)
        said, covering = _row(row, f"{keys.filing}:{id}", holder, underlying), [*covers(evidence, row)]
        said |= props(
            place=places[id],
            asOf=day,
            tradedOn=_traded(row, day),
            misdated=day is None or None,
            current=True,
            original=original,
            reformed=reformed(filing, row) or None,
            said=[*map(str, covering)] or None,
            conversion=conversion(filing, row) or None,
        )
        said |= priced(filing, row)
        said |= _due(filing, row) if day else {}
        said |= _planned(filing, row, covering)
        if vehicle:
            said |= props(holderAs=vehicle.words, holderConfidence=vehicle.grade, holderNames=[*vehicle.names] or None)
        yield Edge("TRANSACTION" if row.trade else "HOLDING", "Filing", keys.filing, "Security", security, said)


def _securities(row: Row, issuer: str, defined: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the keys of a row's security and of the underlying one."""
    security = security_key(issuer, _meant(row.title, defined), row.terms)
    if row.terms is None or not row.terms.underlying_title:
        return security, None
    return security, security_key(issuer, _meant(row.terms.underlying_title, defined), None)


def _security(key: str, underlying: str | None, terms: Terms | None, issuer: str) -> Iterator[Node | Edge]:
    """Yield a security and the underlying one."""
    if terms is None:
        yield Node("Security", key, _class(key))
    else:
        price = terms.exercise_price or None
        kind = derivative_kind(key.split(":D:", 1)[1].rsplit(":", 2)[0])
        yield Node("Security", key, props(derivative=True, kind=kind, exercisePrice=price, expiresOn=terms.expires_on))
    yield Edge("ISSUED", "Party", issuer, "Security", key, {})
    if underlying:
        yield Node("Security", underlying, _class(underlying))
        yield Edge("ISSUED", "Party", issuer, "Security", underlying, {})
        yield Edge("CONVERTS_INTO", "Security", key, "Security", underlying, {})


def _defined(filing: Filing) -> dict[str, str]:
    """Return, by the key of a term that a title defines, that title: `Class B Stock ("Common Stock")`.

    Left out are terms that two titles define.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in filing.rows:
        if term := defined_term(row.title):
            found[term][title_key(row.title)] = row.title
    return {term: next(iter(titles.values())) for term, titles in found.items() if len(titles) == 1}


def _meant(title: str, defined: Mapping[str, str]) -> str:
    """Return the title that defines the term, where a title is a term that another title of the filing defines."""
    return title if defined_term(title) else defined.get(title_key(title), title)


def _traded(row: Row, day: date | None) -> date | None:
    """Return the day of a transaction: its date, or its balance's where none is given; None where it cannot be."""
    return (row.trade.date or day) if row.trade and day else None


def _due(filing: Filing, row: Row) -> Props:
    """Return when a transaction is due and how late it came; what an amendment restates came with the original."""
    due, filed = deadlines.of_row(filing, row), filing.envelope.filed_on
    if not filing.form.amendment:
        return props(dueOn=due, daysLate=deadlines.late(due, filed))
    first = deadlines.late(due, filing.original_filed_on)
    return props(dueOn=due, daysLate=first, daysLateAdded=deadlines.late(due, filed))


def _planned(filing: Filing, row: Row, covering: Iterable[Evidence]) -> Props:
    """Return whether a transaction is under a trading plan, by the filing's box or by what is said of the row."""
    if row.trade is None:
        return {}
    named = any(each.said.kind == "plan" for each in covering)
    return props(planned=True if named else filing.plan10b51)


def _order(row: Row) -> tuple[bool, bool, int]:
    """Order rows as the form prints them, Table I first, but each table's transactions before its holdings."""
    return row.terms is not None, row.trade is None, row.place


def _class(security: str) -> Props:
    """Return what the title in the key of a security that is no derivative tells."""
    return props(derivative=False) | props(**{"class": share_class(security.partition(":N:")[2])})


def _vehicle_key(found: Vehicle, keys: Keys) -> str:
    """Return the key of a vehicle: the holder, in a plan of the issuer's own the issuer, and the nature."""
    return "|".join((keys.holder, *((keys.issuer,) if found.plan else ()), found.nature))


def _vehicle(key: str, found: Vehicle, keys: Keys) -> Iterator[Node | Edge]:
    """Yield a vehicle, and the plan that it is an account in."""
    yield Node("Vehicle", key, {"nature": found.nature, "kind": found.kind})
    yield Edge("HOLDS_THROUGH", keys.holder_label, keys.holder, "Vehicle", key, {})
    if found.plan:
        plan = f"{keys.issuer}|{found.kind}"
        yield Node("Plan", plan, {"kind": found.kind, "name": PLANS[found.kind]})
        yield Edge("ACCOUNT_IN", "Vehicle", key, "Plan", plan, {})
        yield Edge("SPONSORS", "Party", keys.issuer, "Plan", plan, {})


def _row(row: Row, key: str, holder: str, underlying: str | None) -> Props:
    trade, terms = row.trade, row.terms
    said = props(
        id=key,
        titleAsFiled=row.title,
        formType=row.form_type,
        sharesAfter=row.shares_after,
        valueAfter=row.value_after,
        direct=row.direct,
        nature=row.nature,
        footnoteRefs=[f"{_CELLS[ref.cell]}:{ref.footnote}" for ref in row.footnotes] or None,
        holder=holder or None,
        underlying=underlying,
    )
    for part in (trade, terms):
        if part is not None:
            said |= {
                _CELLS[name]: plain(value) for name in part.__slots__ if (value := getattr(part, name)) is not None
            }
    return said
