"""Faults and filings that are put into a graph for the time of one look, and taken back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NoReturn

import pytest

from graphload.ask import Question
from graphload.filing.values import Filing, Issuer
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store, deriving, replacing

MILL = Issuer("0009000091", "Ossifrage Mills", "OSM")


class Undone(Exception):
    """Takes back what a transaction wrote."""

    def __init__(self, found: Any) -> None:
        self.found = found


def asked(question: Question, **given: Any) -> Question:
    """Return a question with other defaults: ids of parties, as nothing looks up names here."""
    return replace(
        question, params=tuple(replace(each, default=given.get(each.name, each.default)) for each in question.params)
    )


def planted(store: Store, fault: str, *checks: Question) -> dict[str, list[dict[str, Any]]]:
    """Return what each check finds, if it finds something, once a statement has made the fault."""
    return _undone(store, lambda run: run(fault), checks)


def told(store: Store, filings: Iterable[Filing], *checks: Question) -> dict[str, list[dict[str, Any]]]:
    """Return what each check finds, if it finds something, once the filings about one issuer are in too."""
    mapped = [rows(filing) for filing in filings]

    def work(run: replacing.Run) -> None:
        replacing.replace(run, mapped)
        deriving.issuers(run, [edge.end for each in mapped for edge in each.edges if edge.type == "CONCERNS"][:1])

    return _undone(store, work, checks)


def put(store: Store, *filings: Filing) -> None:
    """Put filings into an empty store, and derive what follows from them."""
    store.prepare()
    store.replace([rows(each) for each in filings])
    derive(store)


def _undone(store: Store, write: Callable[[replacing.Run], object], checks: Iterable[Question]) -> dict[str, Any]:
    def work(run: replacing.Run) -> NoReturn:
        write(run)
        given = {check.name: {param.name: param.default for param in check.params} for check in checks}
        raise Undone({check.name: found for check in checks if (found := run(check.cypher, **given[check.name]))})

    with pytest.raises(Undone) as undone:
        store.transact(work)
    found: dict[str, Any] = undone.value.found
    return found
