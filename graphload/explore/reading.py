"""Read from a store what a picture shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graphload.explore.facts import (
    Amounts,
    Balance,
    Facts,
    Group,
    Insider,
    Kind,
    Party,
    Position,
    Row,
    Security,
    Statement,
    Subject,
    Vehicle,
)
from graphload.explore.queries import (
    BALANCES,
    BALANCES_OF_ISSUER,
    FILERS,
    FILINGS,
    GROUPS,
    INSIDER_AT,
    INSIDERS,
    PARTIES,
    ROOTS,
    ROWS,
    SECURITIES,
    THROUGH,
    VEHICLES,
)
from graphload.explore.rows import position, row, statement
from graphload.schema.keys import holder_label, ours
from graphload.store import Store

_ROLES = {"director": "director", "officer": "officer", "tenPercentOwner": "10% owner", "other": "other"}
_PLAIN = ("Party", "Group", "Vehicle")


def read(store: Store, subject: Subject, on: date) -> Facts:
    """Return the facts of a picture: positions on a day, or the rows of a filing, and everything that they name."""
    found = {Kind.OWNER: _of_owner, Kind.ISSUER: _of_issuer, Kind.FILING: _of_filing}[subject.kind](store, subject, on)
    positions = sorted(found, key=lambda each: (each.holder, each.security, each.rows))
    insiders = _insiders(store, subject)
    holders = _by_label({each.holder for each in positions} | {each.root for each in positions})
    securities = _securities(store, {each.security for each in positions})
    groups = _groups(store, holders["Group"])
    parties = {
        *holders["Party"],
        *(each.issuer for each in securities.values()),
        *(id for each in insiders for id in (each.party, each.issuer)),
        *(id for group in groups.values() for id in group.members),
        *([subject.id] if subject.kind is not Kind.FILING else []),
    }
    rows, filings = _evidence(store, positions, insiders)
    return Facts(
        subject,
        on,
        tuple(each for each in positions if each.security in securities),
        tuple(insiders),
        _parties(store, parties),
        groups,
        _vehicles(store, holders["Vehicle"]),
        securities,
        rows,
        filings,
    )


def _of_owner(store: Store, subject: Subject, on: date) -> list[Position]:
    roots = _by_label(each["id"] for each in store.read(ROOTS, id=subject.id).dicts())
    through = (
        each["id"]
        for label in ("Party", "Group")
        for each in store.read(THROUGH.format(label=label), ids=sorted(roots[label])).dicts()
    )
    holders = roots | {"Vehicle": {*through}}
    rows = (
        each
        for label in _PLAIN
        for each in store.read(BALANCES.format(label=label), ids=sorted(holders[label]), on=on).dicts()
    )
    return _positions(rows, on)


def _of_issuer(store: Store, subject: Subject, on: date) -> list[Position]:
    return _positions(store.read(BALANCES_OF_ISSUER, id=subject.id, on=on).dicts(), on)


def _of_filing(store: Store, subject: Subject, on: date) -> list[Position]:
    del on  # a filing says the same on every day
    rows = store.read(ROWS, ids=[subject.id]).dicts()
    return [position(each["row"], each["security"], subject.id) for each in rows if each["row"].get("holder")]


def _positions(rows: Iterable[Mapping[str, Any]], on: date) -> list[Position]:
    """Return the last balance of each bucket with the balances before it."""
    buckets: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for each in rows:
        if ours(holder_label(each["holder"]), each["holder"]) and ours("Security", each["security"]):
            buckets[each["holder"], each["security"]].append(each)
    return [_position(holder, security, some, on) for (holder, security), some in buckets.items()]


def _position(holder: str, security: str, rows: list[Mapping[str, Any]], on: date) -> Position:
    history = sorted(rows, key=lambda each: (each["asOf"], each["until"] or date.max, each["rows"]))
    last = history[-1]
    over = last["until"] is not None and last["until"] <= on
    unlisted = last["unlistedSince"] is not None and last["unlistedSince"] <= on
    return Position(
        holder,
        security,
        last["caption"] or "no amount",
        _amounts(last),
        last["asOf"],
        last["filing"],
        tuple(last["rows"]),
        last["until"] if over else last["asOf"] if last["closed"] else None,
        last["block"],
        last["unlistedSince"] if unlisted else None,
        last["unlistedIn"] if unlisted else None,
        tuple(Balance(each["asOf"], _amounts(each), each["filing"], each["until"]) for each in history),
    )


def _amounts(row: Mapping[str, Any]) -> Amounts:
    return Amounts(row["shares"], row["value"], row["underlying"], row["worth"])


def _insiders(store: Store, subject: Subject) -> list[Insider]:
    query = {Kind.OWNER: INSIDER_AT, Kind.ISSUER: INSIDERS, Kind.FILING: FILERS}[subject.kind]
    found = [_insider(each) for each in store.read(query, id=subject.id).dicts() if ours("Party", each["party"])]
    return sorted(found, key=lambda each: (each.issuer, each.party))


def _insider(row: Mapping[str, Any]) -> Insider:
    roles = [name for name in _ROLES if row.get(name)] if "director" in row else row["roles"] or []
    words = (row["title"] if role == "officer" and row["title"] else _ROLES.get(role, role) for role in roles)
    times = row.get("lastSeen"), row.get("exitedOn"), row.get("filing")
    return Insider(row["party"], row["issuer"], ", ".join(words), *times)


def _by_label(ids: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {label: set() for label in _PLAIN}
    for id in ids:
        found[holder_label(id)].add(id)
    return found


def _parties(store: Store, ids: Iterable[str]) -> dict[str, Party]:
    rows = store.read(PARTIES, ids=sorted(ids)).dicts()
    return {
        each["id"]: Party(each["id"], each["name"], each["kind"] or "organization", each["ticker"]) for each in rows
    }


def _groups(store: Store, ids: Iterable[str]) -> dict[str, Group]:
    members: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for each in store.read(GROUPS, ids=sorted(ids)).dicts():
        members[each["id"], each["name"]].append((each["called"], each["member"]))
    return {id: Group(id, name, tuple(member for _, member in sorted(some))) for (id, name), some in members.items()}


def _vehicles(store: Store, ids: Iterable[str]) -> dict[str, Vehicle]:
    rows = store.read(VEHICLES, ids=sorted(ids)).dicts()
    return {each["id"]: Vehicle(each["id"], each["name"] or each["id"], each["kind"] or "other") for each in rows}


def _securities(store: Store, ids: Iterable[str]) -> dict[str, Security]:
    rows = store.read(SECURITIES, ids=sorted(ids)).dicts()
    return {
        each["id"]: Security(each["id"], each["title"], each["caption"], bool(each["derivative"]), each["issuer"])
        for each in rows
    }


def _evidence(
    store: Store, positions: Iterable[Position], insiders: Iterable[Insider]
) -> tuple[dict[str, Row], dict[str, Statement]]:
    """Return the rows that state the positions, and all filings that a card names."""
    wanted = {id for each in positions for id in each.rows}
    stating = {id.rpartition(":")[0] for id in wanted}
    named = stating | {each.filing for each in insiders if each.filing}
    named |= {balance.filing for each in positions for balance in each.history}
    named |= {each.unlisted_in for each in positions if each.unlisted_in} | {each.filing for each in positions}
    found = {each["id"]: each for each in store.read(FILINGS, ids=sorted(named)).dicts()}
    rows = {
        each["row"]["id"]: row(each["row"], found[each["filing"]]["footnotes"] or ())
        for each in store.read(ROWS, ids=sorted(stating)).dicts()
        if each["row"].get("id") in wanted
    }
    filings = {id: statement(id, each["caption"], each["accession"], each["cik"]) for id, each in found.items()}
    return rows, filings
