"""Queries to keep in Neo4j Browser: pictures, and the questions of the packs with literals for their parameters."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graphload.ask import Question, Type, bind, questions
from graphload.ask.cypher import with_literals
from graphload.ask.drawing import drawn

PICTURES = "pictures"
# what stands for a value that only the reader can give
_STANDS_FOR = {
    Type.PERSON: ("0001234567", "the CIK of a person or an organization, with ten digits"),
    Type.ISSUER: ("0001234567", "the CIK of an issuer, with ten digits"),
    Type.PARTY: ("0001234567", "the CIK of an issuer or an owner, with ten digits"),
    Type.FILING: ("0001234567-24-000001", "the accession number of a filing"),
}
_COLUMNS = ("name", "description", "query", "id", "parentId", "isFolder")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same favourites are the same file


class Favourite(NamedTuple):
    """A query with its folder, its name and a sentence about it."""

    folder: str
    name: str
    about: str
    query: str

    @property
    def text(self) -> str:
        """The query below a comment, whose first line the Browser shows as the name."""
        return f"// {self.name}\n{self.query}"


@cache
def pictures() -> tuple[Favourite, ...]:
    """Return the queries that return paths, which the Browser draws."""
    found = sorted(files("graphload.explore").joinpath("pictures").iterdir(), key=lambda file: file.name)
    return tuple(_picture(file.read_text("utf-8")) for file in found if file.name.endswith(".cypher"))


def _picture(text: str) -> Favourite:
    lines = text.splitlines()
    comment = [line[2:].strip() for line in lines if line.startswith("//")]
    query = "\n".join(line for line in lines if not line.startswith("//"))
    return Favourite(PICTURES, comment[0], " ".join(filter(None, comment[1:])), f"{query}\n")


def favourites() -> list[Favourite]:
    """Return the pictures and every question that Cypher alone answers, as a table and as a picture."""
    asked = [each for each in questions() if each.finish is None]
    both = [(_filled_in(each, each.name, each.cypher), visual(each)) for each in asked]
    return [*pictures(), *(each for pair in both for each in pair if each)]


def visual(question: Question) -> Favourite | None:
    """Return a query that draws what a question finds; None if nothing can be drawn."""
    query = drawn(question)
    return _filled_in(question, f"{question.name}, drawn", query) if query else None


def _filled_in(question: Question, name: str, query: str) -> Favourite:
    needed = [param for param in question.params if param.required]
    given = {param.name: _STANDS_FOR[param.type] for param in needed if param.type in _STANDS_FOR}
    # other values that the reader has to give are those of the example
    example = bind(question, question.examples[0]) if needed else {}
    values = {param.name: example[param.name] if param.required else param.default for param in question.params}
    values |= {name: stands for name, (stands, _) in given.items()}
    notes = [f"// Put {what} in place of '{stands}'.\n" for stands, what in dict.fromkeys(given.values())]
    text = "".join(notes) + with_literals(query, values)
    return Favourite(question.pack, f"{name}: {question.title}", question.title, text)


def packed(some: Sequence[Favourite]) -> bytes:
    """Return favourites as the zip that the classic Browser takes: a folder for each pack, a file for each query."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, each in enumerate(some, 1):
            name = f"graphload {each.folder}/{number:02} {_file_name(each.name)}.cypher"
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), each.text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in " -," else "-" for letter in name)[:80].strip()


def listed(some: Sequence[Favourite]) -> str:
    """Return favourites as the CSV that the new Browser takes."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    rows.writerows(_rows(some))
    return out.getvalue()


def _rows(some: Sequence[Favourite]) -> Iterator[tuple[str, ...]]:
    for folder in dict.fromkeys(each.folder for each in some):
        yield f"graphload {folder}", "", "", f"graphload-{folder}", "", "true"
    for number, each in enumerate(some, 1):
        yield each.name, each.about, each.text, f"graphload-{number}", f"graphload-{each.folder}", "false"
