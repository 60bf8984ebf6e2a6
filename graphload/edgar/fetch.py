"""Download filings and data sets from EDGAR into a folder. Files that are there already are not downloaded again."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from graphload.edgar.checks import check_dataset, check_submission
from graphload.edgar.client import Edgar
from graphload.edgar.index import IndexEntry, Quarter, datasets
from graphload.errors import AbsentError, FetchError, UnavailableError
from graphload.files.header import metadata
from graphload.files.neighbours import METADATA

Item: TypeAlias = IndexEntry | Quarter
# a filing or data set to download, or the error that hides it
FetchRequest: TypeAlias = Item | FetchError

# failures in a row after which the download stops
_ON_END = 5
_MAKING = ".fetching-"
_ABANDONED = 3600  # seconds


@dataclass(slots=True)
class Report:
    """The outcome of a download, updated while it runs. `failed` has a line for each file that was not downloaded."""

    fetched: int = 0
    there: int = 0
    failed: list[str] = field(default_factory=list)
    finished: bool = False

    @property
    def seen(self) -> int:
        """How many filings and data sets were processed."""
        return self.fetched + self.there + len(self.failed)

    @property
    def exit_code(self) -> int:
        """Return 0 if everything is there now, 3 if something could not be fetched."""
        return 3 if self.failed else 0

    def as_dict(self) -> dict[str, Any]:
        """Return the report for `--json`."""
        return {"fetched": self.fetched, "there": self.there, "failed": self.failed, "finished": self.finished}


def fetch(edgar: Edgar, wanted: Iterable[FetchRequest], folder: Path, report: Report) -> Iterator[FetchError | None]:
    """Download filings and data sets one by one. Yield the error of each, or None.

    Raises UnavailableError if EDGAR refuses, or if several files in a row cannot be downloaded.
    """
    on_end = 0
    _sweep(folder)
    for each in wanted:
        error = each if isinstance(each, FetchError) else _one(edgar, each, folder, report)
        if error:
            report.failed.append(str(error))
        yield error
        if not isinstance(error, AbsentError):
            on_end = on_end + 1 if error else 0
        if on_end == _ON_END:
            raise UnavailableError(
                edgar.site.www,
                f"{_ON_END} files in a row could not be downloaded; stopping. Run the same command again to continue",
            )
    report.finished = True


def _one(edgar: Edgar, each: Item, folder: Path, report: Report) -> FetchError | None:
    if place(each, folder).exists():
        report.there += 1
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _filing(edgar, each, folder) if isinstance(each, IndexEntry) else _dataset(edgar, each, folder)
    except UnavailableError:
        raise
    except FetchError as error:
        return error
    report.fetched += 1
    return None


def place(each: Item, folder: Path) -> Path:
    """Return the path of a filing or a data set in a folder."""
    return folder / (each.accession if isinstance(each, IndexEntry) else Path(datasets(each)[0]).name)


def _filing(edgar: Edgar, filing: IndexEntry, folder: Path) -> None:
    with _making(place(filing, folder)) as making:
        making.mkdir()
        file = making / f"{filing.accession}.txt"
        edgar.save(filing.path, file, partial(check_submission, accession=filing.accession))
        with file.open("rb") as submission:
            facts = json.dumps(metadata(submission), ensure_ascii=False, indent=4)
        (making / METADATA).write_text(f"{facts}\n", "utf-8")


def _dataset(edgar: Edgar, quarter: Quarter, folder: Path) -> None:
    paths = datasets(quarter)
    with _making(place(quarter, folder)) as making:
        for path in paths:
            with suppress(AbsentError):
                edgar.save(path, making, check_dataset)
                return
        raise AbsentError(edgar.site.address(paths[0]), f"EDGAR has no data set of {quarter}, or not yet")


def _sweep(folder: Path) -> None:
    """Remove what fetches left that were killed; no file takes as long as such a folder is then old."""
    for left in folder.glob(f"{_MAKING}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left)


@contextmanager
def _making(to: Path) -> Iterator[Path]:
    """Yield a temporary path, and rename it to `to` when it is complete. A load ignores hidden files.

    Two downloads of the same file do not disturb each other: the second one is dropped.
    """
    with TemporaryDirectory(prefix=_MAKING, dir=to.parent) as own:
        making = Path(own) / to.name
        yield making
        try:
            making.rename(to)
        except OSError:
            if not to.exists():
                raise
