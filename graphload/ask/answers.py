"""Questions put to a store, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from graphload.analyze.finishing import FINISHERS
from graphload.analyze.outcome import Outcome
from graphload.ask.binding import bind
from graphload.ask.cypher import parameters as used_in
from graphload.ask.filings import filing
from graphload.ask.frames import pandas_frame, polars_frame
from graphload.ask.packs import question as question_named
from graphload.ask.parties import Found, resolve
from graphload.ask.question import Question, Type
from graphload.formats import csv_lines, json_array, readable
from graphload.store import Store

if TYPE_CHECKING:
    import pandas
    import polars

_SHOWN_IN_NOTEBOOK = 100


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """The rows that answer a question.

    `parameters` holds what each parameter stood for: the `id` of a party, and the default of what was not given.
    `meant` holds the party that each name meant. `notes` holds sentences about the whole answer.
    """

    question: Question
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    parameters: Mapping[str, Any]
    meant: Mapping[str, Found] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_csv(self) -> str:
        """Return the answer as CSV, with a header."""
        return "".join(csv_lines(self.columns, self.rows))

    def to_json(self) -> str:
        """Return the answer as a JSON array of objects."""
        return "".join(json_array(self.columns, self.rows))

    def to_pandas(self) -> pandas.DataFrame:
        """Return the answer as a data frame of pandas, which must be installed; dates are datetimes."""
        return pandas_frame(self.question.columns, self.rows)

    def to_polars(self) -> polars.DataFrame:
        """Return the answer as a data frame of polars, which must be installed; dates are dates."""
        return polars_frame(self.question.columns, self.rows)

    def __repr__(self) -> str:
        rows = "1 row" if len(self) == 1 else f"{len(self):,} rows"
        return f"<Answer to {self.question.name}: {rows} of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """Return the table that a notebook shows, of at most 100 rows."""
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(f"<tr>{''.join(map(_html, row))}</tr>" for row in self.rows[:_SHOWN_IN_NOTEBOOK])
        more = f"<p>and {len(self) - _SHOWN_IN_NOTEBOOK:,} more rows</p>" if len(self) > _SHOWN_IN_NOTEBOOK else ""
        caption = f"<caption>{escape(self.question.title)}</caption>"
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}{notes}"


def _html(value: Any) -> str:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    align = ' style="text-align: right"' if number else ""
    return f"<td{align}>{escape(readable(value))}</td>"


def ask(store: Store, question: str, /, **params: Any) -> Answer:
    """Answer a question such as `ownership/stake`. Parameters that are not given have their defaults.

    GRAPHLOAD_PACKS names a folder with packs of your own. Raises UsageError for an unknown question or parameter, for a
    value of the wrong type, and for a name that matches no party or several.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.ask(store, "insiders/roster", issuer="AMOT").dicts()[0]["insider"]
    'Robert P Maida'
    """
    found = question_named(question)
    return answer(store, found, bind(found, params))


def answer(store: Store, question: Question, bound: Mapping[str, Any]) -> Answer:
    """Answer a question with the values that `bind` returned."""
    parameters, meant = resolved(store, question, bound)
    found = _finished(store, question, parameters)
    # the embedded engine names no columns where there are no rows
    columns = tuple(column.name for column in question.columns)
    rows = tuple(found.rows)
    notes = found.notes if rows else (*found.notes, _nothing(question, parameters, meant))
    return Answer(question, columns, rows, parameters, meant, notes)


def _nothing(question: Question, parameters: Mapping[str, Any], meant: Mapping[str, Found]) -> str:
    """Return the sentence of an answer without rows: what was looked for, and what else to try."""
    values = {name: value for name, value in parameters.items() if value not in (None, []) and name != "limit"}
    shown = [f"{name} {meant.get(name) or readable(value)}" for name, value in values.items()]
    given = f" for {', '.join(shown)}" if shown else ""
    wider = ", ".join(param.name for param in question.params if not param.required and param.name in values)
    return f"Nothing is found{given}." + (f" Other values may find more: {wider}." if wider else "")


def _finished(store: Store, question: Question, parameters: Mapping[str, Any]) -> Outcome:
    if question.finish is None:
        return Outcome(store.read(question.cypher, **parameters).rows)
    # the other parameters are for the function that finishes
    used = {name: parameters[name] for name in used_in(question.cypher)}
    return FINISHERS[question.finish](store.read(question.cypher, **used).dicts(), parameters)


def resolved(
    store: Store, question: Question, bound: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Found]]:
    """Return the values with the `id` in place of each name, and the party that each name means."""
    named = {param.name: param.type for param in question.params if param.type.named and bound[param.name] is not None}
    meant = {name: resolve(store, type, bound[name]) for name, type in named.items() if type is not Type.FILING}
    parameters = dict(bound) | {name: found.id for name, found in meant.items()}
    parameters |= {name: filing(store, bound[name]) for name, type in named.items() if type is Type.FILING}
    return parameters, meant
