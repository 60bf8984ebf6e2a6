"""Filings about one issuer, as facts, for tests of what follows from them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from graphload.derive.facts import Derived, FilingFacts, IssuerFacts, OwnerFacts, RowFacts, SecurityFacts
from graphload.derive.issuer import issuer

DAY = date(2024, 3, 5)
COMMON, CLASS_A = "X:N:common stock", "X:N:class a common stock"
OPTION = "X:D:option:5:2026-01-31"


def day(number: int) -> date:
    return DAY + timedelta(number)


def traded(change: float, after: float, at: int = 0, **other: Any) -> RowFacts:
    """A transaction on a day: so many shares acquired, or disposed of if negative."""
    said: dict[str, Any] = {"security": COMMON, "holder": "jane", "code": "P" if change > 0 else "S", "price": 10.0}
    return RowFacts(
        "",
        "",
        0,
        as_of=day(at),
        date=day(at),
        acquired=change > 0,
        shares=abs(change),
        shares_after=after,
        **said | other,
    )


def held(after: float | None, at: int = 0, **other: Any) -> RowFacts:
    said: dict[str, Any] = {"security": COMMON, "holder": "jane"}
    return RowFacts("H", "", 0, as_of=day(at), shares_after=after, **said | other)


def filing(id: str, *rows: RowFacts, at: int = 2, owners: str = "jane", **other: Any) -> FilingFacts:
    """A Form 4; the ids of its rows follow from their kind and place, as on the form."""
    said: dict[str, Any] = {"form": "4", "amendment": False, "filed_on": day(at), "original_filed_on": None}
    placed = [_placed(row, id, place) for place, row in enumerate(rows, 1)]
    made = FilingFacts(id, period=DAY, effective_on=day(at), **said | other)
    return made._replace(owners=tuple(map(OwnerFacts, owners.split())), rows=tuple(placed))


def amending(id: str, *rows: RowFacts, of: int = 2, at: int = 9, **other: Any) -> FilingFacts:
    made = filing(id, *rows, at=at, form="4/A", amendment=True, original_filed_on=day(of), **other)
    return made._replace(effective_on=day(of))


def _placed(row: RowFacts, filing: str, place: int) -> RowFacts:
    table = "D" if ":D:" in row.security else "N"
    return row._replace(id=f"{filing}:{table}{'H' if row.id == 'H' else 'T'}{place}", filing=filing, place=place)


def derived(*filings: FilingFacts) -> Derived:
    keys = sorted({row.security for each in filings for row in each.rows})
    return issuer(IssuerFacts("X", filings, tuple(map(security, keys)), frozenset()))


def security(key: str) -> SecurityFacts:
    derivative = ":D:" in key
    expiry = key.rsplit(":", 1)[1] if derivative else ""
    return SecurityFacts(key, derivative, None, date.fromisoformat(expiry) if expiry else None, True)


def balances(found: Derived, *names: str, type: str = "OWNS|OWNED") -> list[tuple[Any, ...]]:
    """The properties of balances, in order of holder, day and knowledge."""
    edges = [(key, props) for key, props in found.edges.items() if key.type in type.split("|")]
    edges.sort(key=lambda each: (each[0].start, each[0].end, each[0].as_of, each[1]["knownUntil"] is None))
    return [tuple(_value(key, props, name) for name in names) for key, props in edges]


def _value(key: Any, props: dict[str, Any], name: str) -> Any:
    return {"type": key.type, "holder": key.start, "security": key.end}.get(name) or props.get(name)


def total(found: Derived, on: date, by: Iterable[str] = ("shares",)) -> float:
    """What is owned on a day."""
    return sum(
        props[name] or 0.0
        for key, props in found.edges.items()
        if key.type in ("OWNS", "OWNED") and props["knownUntil"] is None and props["asOf"] <= on
        and (props["until"] is None or props["until"] > on)
        for name in by
    )  # fmt: skip
