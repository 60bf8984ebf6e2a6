"""Packs of questions and checks.

A pack is a folder of files `PACK/QUESTION.cypher`: those that come with graphload, and the user's own. Checks are the
pack `checks`. `verify` runs them, and they are not among the questions; many are rendered from the schema.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from graphload import shipped
from graphload.ask.header import parse, read
from graphload.ask.question import Question
from graphload.errors import UsageError
from graphload.schema import checks as rendered
from graphload.suggest import nearest

VARIABLE = "GRAPHLOAD_PACKS"
CHECKS = "checks"

_LIST = ": `graphload queries` lists what there is"


def question(name: str, folder: str | None = None) -> Question:
    """Return the question or check of this name; `folder`, or GRAPHLOAD_PACKS, holds packs of the user's own."""
    if _is_check(name):
        return _check(name)
    files = _files(folder)
    if name not in files:
        raise UsageError(f"there is no question {name!r}{_hint(name, files)}")
    return read(files[name], name)


def questions(pack: str | None = None, folder: str | None = None) -> list[Question]:
    """Return every question, or those of one pack, in the order of their names. Checks are not among them.

    >>> import graphload
    >>> graphload.questions("amendments")[0].title
    'Those who sign or submit filings for others, by how often these are amended.'
    """
    return listed(pack, folder, None)


def listed(pack: str | None, folder: str | None, bad: Callable[[UsageError], object] | None) -> list[Question]:
    """Return the questions. `bad` receives the error of each file that is not one; without it, the first is raised."""
    files = _files(folder)
    packs = {name.partition("/")[0] for name in files}
    if pack is not None and pack not in packs:
        raise UsageError(f"there is no pack {pack!r}{nearest(pack, packs) or _hint(pack, files)}")
    found = []
    for name, file in sorted(files.items()):
        if pack in (None, name.partition("/")[0]):
            try:
                found.append(read(file, name))
            except UsageError as error:
                if bad is None:
                    raise
                bad(error)
    return found


@cache
def checks() -> tuple[Question, ...]:
    """Return every check, in the order of their names: those with a file, and those rendered from the schema."""
    written = [read(file, name) for name, file in _shipped().items() if _is_check(name)]
    made = [parse(text, f"{CHECKS}/{name}", rendered.__name__) for name, text in rendered.checks().items()]
    return tuple(sorted((*written, *made), key=lambda check: check.name))


def _check(name: str) -> Question:
    found = {check.name: check for check in checks()}
    if name not in found:
        hint = nearest(name, found) or ": `graphload queries --checks` lists what there is"
        raise UsageError(f"there is no check {name!r}{hint}")
    return found[name]


def _is_check(name: str) -> bool:
    return name.startswith(f"{CHECKS}/")


def _hint(name: str, files: Iterable[str]) -> str:
    """Return a suggestion to end an error with: a question whose name, or whose last part, is near."""
    by_end = {each.partition("/")[2]: each for each in files}
    return nearest(name, files) or nearest(by_end.get(name.rpartition("/")[2], ""), files) or _LIST


def _files(folder: str | None) -> dict[str, Path]:
    """Return the file of each question by its name."""
    ours = {name: file for name, file in _shipped().items() if not _is_check(name)}
    own = folder or os.environ.get(VARIABLE)
    if not own:
        return ours
    theirs = dict(_below(Path(own)))
    if not theirs:
        raise UsageError(f"{own} holds no questions: a question is a file PACK/QUESTION.cypher below it")
    if twice := sorted(theirs.keys() & ours.keys()):
        raise UsageError(f"{theirs[twice[0]]}: graphload has a question {twice[0]}: give this one another name")
    if taken := sorted(filter(_is_check, theirs)):
        raise UsageError(f"{theirs[taken[0]]}: the pack `{CHECKS}` is graphload's own: give this pack another name")
    return ours | theirs


@cache
def _shipped() -> dict[str, Path]:
    return dict(_below(shipped.folder("cypher")))


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.glob("*/*.cypher")):
        yield f"{file.parent.name}/{file.stem}", file
