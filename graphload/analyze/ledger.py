"""The life of each Rule 10b5-1 plan, from the filings that tell it: adopted, traded under, traded beside, ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from graphload.analyze.outcome import Outcome
from graphload.derive.components import components

AMENDED = date(2023, 2, 27)  # since when Rule 10b5-1(c) demands a wait
_BESIDE = {"G": "gift", "M": "exercise", "X": "exercise", "C": "exercise"}
_TRADES = "PS"
_AFTER = timedelta(days=30)  # after its last trade, a plan without a known end still runs
Filing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text says of a plan: `adopted`, `modified` or `ended`, and when; the sentence, and the filing."""

    on: date
    grade: str
    text: str
    filing: str


@dataclass(frozen=True, slots=True)
class Move:
    """The rows of one filing, day and code; `plans` are the days of the plans that cover them."""

    filing: Filing
    on: date
    code: str
    rows: tuple[Mapping[str, Any], ...]
    planned: bool
    plans: frozenset[str]
    text: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a ledger."""

    on: date
    event: str
    filing: str
    text: str | None = None
    flags: tuple[str, ...] = ()
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan by its day, whether directors or officers adopted it, its moves, and the days of the unit's plans."""

    told: Statement
    insider: bool
    moves: tuple[Move, ...]
    beside: tuple[Move, ...]
    end: Statement | None
    others: tuple[date, ...]

    @property
    def new(self) -> bool:
        """Whether the amended rule applies."""
        return self.told.on >= AMENDED

    @property
    def wait(self) -> int:
        """The shortest wait, in days."""
        return 90 if self.insider else 30


def events(rows: Iterable[Filing], parameters: Mapping[str, Any]) -> Outcome:
    """Return the events of all plans; of a `person`, those of the owners with whom the person files."""
    person, found = parameters["person"], list[tuple[Any, ...]]()
    for _, filings in groupby(rows, key=lambda each: each["id"]):
        for unit in _units(list(filings)):
            if person is None or any(person in each["ids"] for each in unit):
                found += _lines(unit)
    return Outcome(found[: max(0, parameters["limit"])])


def _units(filings: list[Filing]) -> list[list[Filing]]:
    """Return the filings by owners: those who file together are one."""
    of = components(each["ids"] for each in filings)
    parted: dict[str, list[Filing]] = defaultdict(list)
    for each in filings:
        parted[of[each["ids"][0]]].append(each)
    return list(parted.values())


def _lines(unit: list[Filing]) -> Iterator[tuple[Any, ...]]:
    names = sorted({name for each in unit if _statements(each) for name in each["owners"]})
    for plan in _plans(unit):
        for event in sorted(_events(plan), key=lambda each: (each.on, each.event != plan.told.grade, each.event)):
            yield _line(unit[0]["issuer"], names, plan, event)


def _line(issuer: str, names: Sequence[str], plan: Plan, event: Event) -> tuple[Any, ...]:
    rows = event.move.rows if event.move else ()
    values = [each["value"] for each in rows if each["value"] is not None]
    return (
        issuer,
        list(names),
        plan.told.on,
        event.on,
        event.event,
        (event.on - plan.told.on).days,
        event.move.code if event.move else None,
        sum(each["shares"] or 0.0 for each in rows) if rows else None,
        round(sum(values), 2) if values else None,
        event.move.filing["box"] if event.move else None,
        list(event.flags),
        event.text,
        [each["id"] for each in rows],
        event.filing,
    )


def _plans(unit: list[Filing]) -> Iterator[Plan]:
    told = [each for filing in unit for each in _statements(filing)]
    begun = {each.on: each for each in reversed(told) if each.grade != "ended"}
    moves = sorted(
        (move for filing in unit for move in _moves(filing)), key=lambda each: (each.on, each.filing["filing"])
    )
    insider = any(filing["insider"] for filing in unit if _statements(filing))
    days = sorted(begun)
    ends = {day: each for each in reversed(told) if each.grade == "ended" and (day := _ended(each, begun))}
    for day, following in zip(days, [*days[1:], date.max][: len(days)], strict=True):
        own = tuple(each for each in moves if _covers(day, following, each))
        traded = max((each.on for each in own), default=day)
        last = ends[day].on if day in ends else traded
        beside = tuple(
            each for each in moves if day <= each.on <= last + _AFTER * (day not in ends) and not each.planned
        )
        others = tuple(each for each in days if day < each < last)
        yield Plan(begun[day], insider, own, beside, ends.get(day), others)


def _ended(end: Statement, begun: Mapping[date, Statement]) -> date | None:
    """Return the plan that ended: one whose adoption the sentence tells too, else the latest before."""
    before = [day for day in sorted(begun) if day < end.on]
    told = [day for day in before if begun[day].text == end.text]
    return next(reversed(told or before), None)


def _covers(day: date, following: date, move: Move) -> bool:
    """Tell whether a move is of the plan of a day: by that day, or as the latest plan where no day is told."""
    return move.planned and (day.isoformat() in move.plans if move.plans else day <= move.on < following)


def _statements(filing: Filing) -> list[Statement]:
    parts = [(each.split("|"), text) for each, text in zip(filing["said"], filing["saidIn"], strict=True)]
    return [
        Statement(date.fromisoformat(value), grade, text, filing["filing"])
        for (kind, _, value, grade), text in parts
        if kind in ("plan", "planEnd") and len(value) == 10
    ]


def _moves(filing: Filing) -> Iterator[Move]:
    texts = dict(zip(filing["said"], filing["saidIn"], strict=True))
    named = any(each.startswith("plan|") for each in filing["said"])

    def kind(row: Mapping[str, Any]) -> tuple[date, str, tuple[str, ...]]:
        return row["on"], row["code"], tuple(each for each in row["said"] if each.startswith("plan|"))

    for (on, code, said), rows in groupby(sorted(filing["rows"], key=kind), key=kind):
        dated = frozenset(value for each in said if len(value := each.split("|")[2]) == 10)
        planned = bool(said) or (bool(filing["box"]) and not named)
        yield Move(filing, on, code, tuple(rows), planned, dated, texts[said[0]] if said else None)


def _events(plan: Plan) -> Iterator[Event]:
    trades = [each for each in plan.moves if each.code in _TRADES]
    single = ("one trade day",) if trades and len({each.on for each in trades}) == 1 else ()
    together = ("two plans at once",) if plan.others else ()
    told = plan.told
    yield Event(told.on, told.grade, told.filing, told.text, (*together, *single))
    if plan.new:
        yield Event(told.on + timedelta(days=plan.wait + 1), "may trade", told.filing)
    if plan.end:
        yield Event(plan.end.on, "ended", plan.end.filing, plan.end.text)
    for number, move in enumerate(trades):
        yield _moved(plan, move, "trade" if number else "first trade")
    for move in plan.moves:
        if move.code in _BESIDE:
            yield _moved(plan, move, _BESIDE[move.code])
    for move in plan.beside:
        outside = ("outside the plan",) if move.code in _TRADES else ()
        event = _BESIDE.get(move.code, "other trade")
        yield Event(move.on, event, move.filing["filing"], None, (*outside, *_late(move)), move)


def _moved(plan: Plan, move: Move, event: str) -> Event:
    flags = []
    if plan.new and (move.on - plan.told.on).days <= plan.wait and move.code in _TRADES:
        flags.append(f"before {plan.wait}")
    if move.filing["box"] is not None and move.filing["box"] is not plan.new:
        flags.append("new plan unticked" if plan.new else "old plan ticked")
    if any(each["beyond"] for each in move.rows):
        flags.append("price outside its range")
    return Event(move.on, event, move.filing["filing"], move.text, (*flags, *_late(move)), move)


def _late(move: Move) -> tuple[str, ...]:
    return ("filed late",) if any(each["late"] for each in move.rows) else ()
