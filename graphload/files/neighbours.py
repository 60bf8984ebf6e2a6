"""JSON files that tools leave beside filings, such as `metadata.json`. One never costs a filing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graphload.files.envelope import join
from graphload.files.layouts import is_ours, records
from graphload.files.unpacking import LARGEST_METADATA
from graphload.filing.codes import Basis
from graphload.filing.document import Skipped
from graphload.filing.values import UNKNOWN, Envelope

METADATA = "metadata.json"
INDEX = "index.json"
# in the order of trust; INDEX is EDGAR's listing of a filing's folder
NAMES = (METADATA, "filing.json", "submissions.json", INDEX)
# EDGAR's JSON of a company's submissions, and the further pages of a long one
_COMPANY = re.compile(r"CIK\d{10}(?:-submissions-\d+)?\.json", re.I)
_WITHOUT = "the filings beside it are read without it"
TOO_LARGE = f"larger than {LARGEST_METADATA:,} bytes: {_WITHOUT}"


@dataclass(slots=True)
class Neighbour:
    """A JSON file beside filings: the facts that it states, by accession number.

    Facts under None are of a filing whose accession number the file does not state. `problem` says why the file, or a
    part of it, is not used.
    """

    origin: str
    facts: Mapping[str | None, Envelope] = field(default_factory=dict)
    problem: str | None = None

    def about(self, known: Envelope, folder: Envelope) -> Envelope:
        """Return the facts about one filing. `known` is stated by its content or its file name, `folder` by its folder.

        A file about one filing is believed before the name of the folder, and not before what is known.
        """
        several = len(self.facts) > 1
        only = None if several else next(iter(self.facts), None)
        wanted = known.accession or (folder.accession if several else only)
        found = self.facts.get(wanted) or self.facts.get(None) or UNKNOWN
        if several and not wanted:
            self.problem = "states facts of several filings, and the filing beside it has no accession number"
        elif only and known.accession not in (None, only):
            self.problem = f"is about the filing {only}, not about {known.accession} beside it"
        elif not is_ours(found.form):
            self.problem = f"is about a submission of form {found.form}"
            return UNKNOWN
        elif only and known.accession is None and folder.accession not in (None, only):
            self.problem = f"is about the filing {only}, which is believed before the folder's name {folder.accession}"
        return found


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
    """Read the content of a neighbour. One that is not understood has no facts and a problem."""
    if not content.strip():
        return Neighbour(origin, problem=f"empty: {_WITHOUT}")
    try:
        found = [*records(json.loads(content), Basis.INDEX if name == INDEX else Basis.METADATA)]
    except RecursionError:
        return Neighbour(origin, problem=f"JSON that is nested too deeply: {_WITHOUT}")
    except ValueError:
        return Neighbour(origin, problem=f"not JSON: {_WITHOUT}")
    if any(each.accession for each in found):
        found = [each for each in found if each.accession]
    if not found:
        return Neighbour(origin, problem="states neither an accession number nor a filing date")
    if len(found) > 1 and not found[0].accession:
        return Neighbour(origin, problem="states facts of several filings without their accession numbers")
    facts: dict[str | None, Envelope] = {}
    for each in found:
        facts[each.accession] = join(facts.get(each.accession, UNKNOWN), each)
    return Neighbour(origin, facts)
