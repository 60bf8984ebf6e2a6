"""The layouts in which JSON files state facts of filings.

A name of a fact counts in any spelling: `ACCESSION-NUMBER`, `accession-number`, `accessionNumber`, `accession_number`.
A file may state the facts of one filing, of a list of filings, or of many filings by columns, as EDGAR's JSON of a
company's submissions does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphload.files.envelope import accession_in, join
from graphload.files.moments import accepted, filed
from graphload.filing.codes import Basis
from graphload.filing.values import UNKNOWN, Envelope, HeaderParty
from graphload.visible import cut

_ACCESSION = ("accessionnumber", "accessionno", "accession", "accessionnum", "adsh")
_FILED = ("filingdate", "filedon", "filedate", "filedasofdate", "datefiled", "filed", "filedat")
_ACCEPTED = ("acceptancedatetime", "accepteddatetime", "acceptedat", "accepted")
_FORM = ("formtype", "form", "submissiontype", "conformedsubmissiontype", "type")
_PARTIES = {"issuer", "reportingowner", "subjectcompany"}
_COMPANY_DATA = ("assignedsic", "stateofincorporation", "irsnumber")
_OURS = re.compile(r"(?:FORM\s*)?([345](?:/A)?)(?![\w/])", re.I)
# how the names of other forms begin; any other text is no form
_OTHERS = re.compile(
    r"""(?:1-[AKUZ]|10-|11-K|13F|144|20-F|24F|25|40|424|485|497|6-K|8-[AK]|ARS|CORRESP|D$|D/A|DEF|F-|N-|NT\ |POS|PRE|S-
    |SC\ |SCHEDULE|SD$|T-3|UPLOAD|X-17)""",
    re.I | re.X,
)
_ARCHIVES = re.compile(r"/Archives/edgar/data/\d+/([\d-]{18,20})(?![\d-])")
_DEEPEST = 20


Record = Mapping[str, Any]


def is_ours(form: str | None) -> bool:
    """Whether a form is 3, 4 or 5, or an amendment of one, or is not known."""
    return form is None or _OURS.fullmatch(form) is not None


def _plain(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())


@dataclass(slots=True)
class _Facts:
    """The facts of an object and of the objects in it, and the lists in it. The outermost value of a name counts."""

    values: dict[str, Any] = field(default_factory=dict)
    accessions: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    columns: list[dict[str, list[Any]]] = field(default_factory=list)
    lists: list[list[Any]] = field(default_factory=list)

    def take(self, found: Record, depth: int = 0) -> None:
        """Take the facts of an object, the outer objects first."""
        inner = []
        for key, value in found.items():
            name = _plain(key)
            if name in _PARTIES and isinstance(value, (dict, list)):
                continue  # what they state is not of the filing
            if name in _ACCESSION and isinstance(value, (dict, list)):
                self.columns.append(_columns(found))
            if isinstance(value, dict):
                inner.append(value)
                self.accessions.update(filter(None, [_accession(key)]))
            elif isinstance(value, list):
                self.lists.append(value)
            elif value is not None:
                self._value(name, value)
        for each in inner if depth < _DEEPEST else ():
            self.take(each, depth + 1)

    def _value(self, name: str, value: Any) -> None:
        self.values.setdefault(name, value)
        if name in _ACCESSION:
            self.accessions.update(filter(None, [_accession(value)]))
        elif isinstance(value, str) and (address := _ARCHIVES.search(value[:500])):
            self.addresses.update(filter(None, [accession_in(address[1])]))


def records(found: Any, basis: Basis, depth: int = 0) -> Iterator[Envelope]:
    """Yield the facts of each filing in a value."""
    if isinstance(found, list) and depth <= _DEEPEST:
        for each in found:
            yield from records(each, basis, depth + 1)
    elif found and isinstance(found, dict) and depth <= _DEEPEST:
        facts = _Facts()
        facts.take(found)
        if len(facts.accessions) > 1:
            yield from _apart(found, basis, depth)
        else:
            yield from _of_one(found, facts, basis, depth)


def _apart(found: Record, basis: Basis, depth: int) -> Iterator[Envelope]:
    """Yield the facts of the filings in an object whose members are about several, perhaps by accession number."""
    for key, value in found.items():
        accession = _accession(key)
        named = Envelope(accession, basis) if accession else UNKNOWN
        yield from (join(each, named) for each in records(value, basis, depth + 1))


def _of_one(found: Record, facts: _Facts, basis: Basis, depth: int) -> Iterator[Envelope]:
    """Yield the facts of an object about one filing, or those in its lists."""
    record = replace(_envelope(facts, basis), parties=_parties(found))
    if record.accession or record.filed_on or record.parties:
        yield record
    if not record.accession:
        for columns in facts.columns:
            yield from _rows(columns, basis)
        for each in facts.lists:
            yield from records(each, basis, depth + 1)


def _columns(found: Record) -> dict[str, list[Any]]:
    """Return the columns of an object: lists, or as pandas writes them, objects with a number for each row."""
    lists = {key: [*value.values()] if isinstance(value, dict) else value for key, value in found.items()}
    return {_plain(key): value for key, value in lists.items() if isinstance(value, list)}


def _rows(columns: dict[str, list[Any]], basis: Basis) -> Iterator[Envelope]:
    """Yield the facts of each row of an object whose values are columns."""
    used = {name: columns[name] for name in (*_ACCESSION, *_FILED, *_ACCEPTED, *_FORM) if name in columns}
    length = max(map(len, used.values()))
    if any(len(value) != length for value in used.values()):
        return  # which value is of which row is not certain
    for values in zip(*used.values(), strict=True):
        facts = _Facts()
        facts.take(dict(zip(used, values, strict=True)))
        if facts.accessions:
            yield _envelope(facts, basis)


def _envelope(facts: _Facts, basis: Basis) -> Envelope:
    named = facts.accessions or (facts.addresses if len(facts.addresses) == 1 else set())
    accession = next(iter(named), None)
    filed_on = next(filter(None, map(filed, _values(facts.values, _FILED))), None)
    form = next(filter(None, map(_form, _values(facts.values, _FORM))), None)
    return Envelope(
        accession=accession,
        accession_basis=basis if accession else None,
        form=form,
        filed_on=filed_on,
        filed_on_basis=basis if filed_on else None,
        accepted_at=next(filter(None, map(accepted, _values(facts.values, _ACCEPTED))), None),
    )


def _values(values: Record, names: Sequence[str]) -> Iterator[Any]:
    return (values[name] for name in names if name in values)


def _form(value: Any) -> str | None:
    """Return the form of a filing, as a header writes it."""
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    if ours := _OURS.match(text):
        return ours[1].upper()
    return cut(text) if _OTHERS.match(text) else None


def _accession(value: Any) -> str | None:
    """Return an accession number with dashes. A number has lost its leading zeros."""
    text = f"{value:018}" if isinstance(value, int) and value > 0 else str(value).strip()
    return accession_in(text) if len(text) in (18, 20) else None


def _parties(found: Record) -> tuple[HeaderParty, ...]:
    """Return the parties that are stated as in a submission's header: in order, each up to the next.

    Other layouts are left out, as they do not tell which of the parties are companies.
    """
    parties: list[dict[str, Any]] = []
    for name, value in _pairs(found):
        if name in _PARTIES:
            parties.append({})
        elif parties:
            parties[-1].setdefault(name, value)
    return tuple(filter(None, map(_party, parties)))


def _pairs(found: Record, depth: int = 0) -> Iterator[tuple[str, Any]]:
    for key, value in found.items():
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, dict):
                yield _plain(key), each
            elif depth < _DEEPEST:
                yield _plain(key), None
                yield from _pairs(each, depth + 1)


def _party(found: Record) -> HeaderParty | None:
    cik, name = str(found.get("cik", "")).strip(), found.get("conformedname")
    if "conformedname" not in found or not (cik.isdecimal() and cik.isascii() and len(cik) <= 10):
        return None
    incorporated = any(found.get(each, "[]") not in ("[]", "", None) for each in _COMPANY_DATA)
    return HeaderParty(cik.zfill(10), name if isinstance(name, str) else None, incorporated)
