"""How far an export has come, kept beside its parts: the next run of the same export goes on from there."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from graphload.store.folder import write_whole

_FILE, _PARTS = "progress.json", "parts"


@dataclass(slots=True)
class Journal:
    """What of an export is whole.

    `what` tells one export from another. `documents` are read, in so many `parts`; `chain` is a digest of them all,
    `filings` are kept of them, and `report` is what was told of the others. `stages` are done, of which the first is
    the reading of all documents.
    """

    folder: Path
    what: str
    documents: int = 0
    parts: int = 0
    chain: str = ""
    filings: int = 0
    report: dict[str, Any] = field(default_factory=dict)
    stages: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def place(self) -> Path:
        """The folder of what the stages put out."""
        return self.folder / _PARTS

    def save(self) -> None:
        """Write the journal; what it tells of is on disk."""
        told = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "folder"}
        write_whole(self.folder / _FILE, json.dumps(told))

    def drop(self, stage: int) -> None:
        """Remove what a stage put out before it was cut off. Of the first stage, parts that are whole stay."""
        whole = self.parts if stage == 0 else 0
        for file in self.place.glob(f"*/{stage}-*.arrow"):
            if int(file.stem.partition("-")[2]) >= whole:
                file.unlink()

    def close(self) -> None:
        """Remove all that only another run would need."""
        shutil.rmtree(self.place)
        (self.folder / _FILE).unlink()


def part_name(stage: int, number: int) -> str:
    """Return the name of a part that a stage puts out."""
    return f"{stage}-{number:06}"


def journal(folder: Path, what: str) -> Journal:
    """Return the journal of an export in its unfinished folder. That of another export is removed, with its parts."""
    try:
        told = json.loads((folder / _FILE).read_bytes())
        found = Journal(folder, **{**told, "outcomes": Counter(told["outcomes"])})
    except (OSError, ValueError, KeyError, TypeError):
        return begin(folder, what)
    return found if found.what == what else begin(folder, what)


def begin(folder: Path, what: str) -> Journal:
    """Return a new journal, in a folder without parts."""
    shutil.rmtree(folder / _PARTS, ignore_errors=True)
    (folder / _PARTS).mkdir()
    made = Journal(folder, what)
    made.save()
    return made
