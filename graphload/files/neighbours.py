"""JSON files that tools leave beside filings, such as `metadata.json`, and the facts that they state.

A name of a fact counts in any spelling: `ACCESSION-NUMBER`, `accession-number`, `accessionNumber`, `accession_number`.
A file may state the facts of one filing, of a list of filings, or of many filings by columns, as EDGAR's JSON of a
company's submissions does. A file that is not understood never costs a filing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from graphload.files.envelope import accession_in, join
from graphload.files.moments import accepted, filed
from graphload.files.unpacking import LARGEST_METADATA
from graphload.filing.codes import Basis
from graphload.filing.document import Skipped
from graphload.filing.values import UNKNOWN, Envelope, HeaderParty
from graphload.visible import cut

METADATA = "metadata.json"
INDEX = "index.json"
# in the order of trust; INDEX is EDGAR's listing of a filing's folder
NAMES = (METADATA, "filing.json", "submissions.json", INDEX)
# EDGAR's JSON of a company's submissions, and the further pages of a long one
_COMPANY = re.compile(r"CIK\d{10}(?:-submissions-\d+)?\.json", re.I)

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
TOO_LARGE = f"larger than {LARGEST_METADATA:,} bytes: the filings beside it are read without it"

Record = Mapping[str, Any]


@dataclass(slots=True)
class Neighbour:
    """A JSON file beside filings: the facts that it states of each filing.

    `problem` says why the file, or a part of it, is not used.
    """

    origin: str
    records: Sequence[Envelope] = ()
    problem: str | None = None

    def about(self, known: Envelope, folder: Envelope) -> Envelope:
        """Return the facts about one filing. `known` is stated by its content or its file name, `folder` by its folder.

        A file about one filing is believed before the name of the folder, and not before what is known.
        """
        accessions = {each.accession for each in self.records if each.accession}
        only = next(iter(accessions)) if len(accessions) == 1 else None
        wanted = known.accession or (folder.accession if len(accessions) > 1 else only)
        if len(accessions) > 1 and not wanted:
            self.problem = "states facts of several filings, and the filing beside it has no accession number"
        if only and known.accession not in (None, only):
            self.problem = f"is about the filing {only}, not about {known.accession} beside it"
        elif only and known.accession is None and folder.accession not in (None, only):
            self.problem = f"is about the filing {only}, which is believed before the folder's name {folder.accession}"
        about = [each for each in self.records if each.accession in (wanted, None)]
        if other := next((each.form for each in about if each.form and not _OURS.fullmatch(each.form)), None):
            self.problem = f"is about a submission of form {other}"
        return UNKNOWN if other or (accessions and not wanted) else join(UNKNOWN, *about)


class Neighbours:
    """The neighbours of one folder after another. `find` reads those of a folder; each problem is told once."""

    def __init__(self, find: Callable[[Any], Sequence[Neighbour]]) -> None:
        self.of = lru_cache(maxsize=64)(find)
        self._told: set[str] = set()

    def problems(self, folder: Any) -> Iterator[Skipped]:
        """Yield the neighbours that are not used, with the reason."""
        for each in self.of(folder):
            yield from problem(each, self._told)


def problem(neighbour: Neighbour, told: set[str]) -> Iterator[Skipped]:
    """Yield the reason why a neighbour is not used, if there is one that was not told yet."""
    if neighbour.problem and neighbour.origin not in told:
        told.add(neighbour.origin)
        yield Skipped(neighbour.origin, neighbour.problem, f"a {METADATA} or its like that is not used")


def is_neighbour(name: str) -> bool:
    """Whether a file states facts of the filings beside it, by its name."""
    return name in NAMES or _COMPANY.fullmatch(name) is not None


def trust(name: str) -> tuple[int, str]:
    """Return the place of a file in the order of trust."""
    return NAMES.index(name) if name in NAMES else len(NAMES), name


def read(content: bytes, origin: str, name: str) -> Neighbour:
    """Read the content of a neighbour. One that is not understood has no records and a problem."""
    try:
        found = json.loads(content) if content.strip() else None
    except RecursionError:
        return Neighbour(origin, problem="JSON that is nested too deeply: the filings beside it are read without it")
    except ValueError:
        return Neighbour(origin, problem="not JSON: the filings beside it are read without it")
    if found is None:
        return Neighbour(origin, problem="empty: the filings beside it are read without it")
    basis = Basis.INDEX if name == INDEX else Basis.METADATA
    records = [*_records(found, basis)]
    if any(each.accession for each in records):
        records = [each for each in records if each.accession]
    if len(records) > 1 and not records[0].accession:
        return Neighbour(origin, problem="states facts of several filings without their accession numbers")
    if not records:
        return Neighbour(origin, problem="states neither an accession number nor a filing date")
    return Neighbour(origin, records)


def _plain(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())


@dataclass(slots=True)
class _Facts:
    """The facts of an object and of the objects in it, and the lists in it. The outermost value of a name counts."""

    values: dict[str, Any] = field(default_factory=dict)
    accessions: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    columns: list[Record] = field(default_factory=list)
    lists: list[list[Any]] = field(default_factory=list)

    def take(self, found: Record, depth: int = 0) -> None:
        """Take the facts of an object, the outer objects first."""
        inner = []
        for key, value in found.items():
            name = _plain(key)
            if name in _PARTIES and isinstance(value, (dict, list)):
                continue  # what they state is not of the filing
            if isinstance(value, dict):
                inner.append(value)
                self.accessions.update(filter(None, [_accession(key)]))
            elif isinstance(value, list):
                self.lists.append(value)
                if name in _ACCESSION and value and not isinstance(value[0], (dict, list)):
                    self.columns.append(found)
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


def _records(found: Any, basis: Basis, depth: int = 0) -> Iterator[Envelope]:
    """Yield the facts of each filing in a value."""
    if isinstance(found, list) and depth <= _DEEPEST:
        for each in found:
            yield from _records(each, basis, depth + 1)
    elif isinstance(found, dict) and depth <= _DEEPEST:
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
        yield from (join(each, named) for each in _records(value, basis, depth + 1))


def _of_one(found: Record, facts: _Facts, basis: Basis, depth: int) -> Iterator[Envelope]:
    """Yield the facts of an object about one filing, or those in its lists."""
    record = replace(_envelope(facts, basis), parties=_parties(found))
    if record.accession or record.filed_on or record.parties:
        yield record
    if not record.accession:
        for columns in facts.columns:
            yield from _rows(columns, basis)
        for each in facts.lists:
            yield from _records(each, basis, depth + 1)


def _rows(columns: Record, basis: Basis) -> Iterator[Envelope]:
    """Yield the facts of each row of an object whose values are columns."""
    lists = {_plain(key): value for key, value in columns.items() if isinstance(value, list)}
    used = {name: lists[name] for name in (*_ACCESSION, *_FILED, *_ACCEPTED, *_FORM) if name in lists}
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
