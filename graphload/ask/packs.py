"""Packs of questions: folders of files `PACK/QUESTION.cypher`, those that come with graphload and the user's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from graphload import shipped
from graphload.ask.header import read
from graphload.ask.question import Question
from graphload.ask.suggest import nearest
from graphload.errors import UsageError

VARIABLE = "GRAPHLOAD_PACKS"

_LIST = ": `graphload queries` lists what there is"


def question(name: str, folder: str | None = None) -> Question:
    """Return the question of this name; `folder`, or GRAPHLOAD_PACKS, holds packs of the user's own."""
    files = _files(folder)
    if name not in files:
        raise UsageError(f"there is no question {name!r}{_hint(name, files)}")
    return _read(files[name], name, files[name].stat().st_mtime_ns)


def questions(
    pack: str | None = None, folder: str | None = None, bad: Callable[[UsageError], object] | None = None
) -> list[Question]:
    """Return every question, or those of one pack, by name; `bad` is told of a file that is none, which else raises."""
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


@lru_cache(maxsize=256)
def _read(file: Path, name: str, changed: int) -> Question:  # noqa: ARG001 - a file that changes is read again
    return read(file, name)


def _hint(name: str, files: Iterable[str]) -> str:
    """Return the question that is meant, as a rule by the part after its pack."""
    by_end = {each.partition("/")[2]: each for each in files}
    return nearest(name, files) or nearest(by_end.get(name.rpartition("/")[2], ""), files) or _LIST


def _files(folder: str | None) -> dict[str, Path]:
    """Return the files of questions by name; `derive` holds statements of another kind."""
    ours = _ours()
    own = folder or os.environ.get(VARIABLE)
    if not own:
        return ours
    theirs = dict(_below(Path(own)))
    if not theirs:
        raise UsageError(f"{own} holds no questions: a question is a file PACK/QUESTION.cypher below it")
    if twice := sorted(theirs.keys() & ours.keys()):
        raise UsageError(f"{theirs[twice[0]]}: graphload has a question {twice[0]}: give this one another name")
    return ours | theirs


@cache
def _ours() -> dict[str, Path]:
    return {name: file for name, file in _below(shipped.folder("cypher")) if not name.startswith("derive/")}


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.glob("*/*.cypher")):
        yield f"{file.parent.name}/{file.stem}", file
