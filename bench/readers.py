"""Reading a filing in every other shape against reading its XML, and filings from one file against from a folder."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from lxml import html

from bench.ratios import Line, Note, Ratio, Work, cost, ratio
from examples.render_html import render
from examples.render_text import aligned, markdown
from examples.world import FILINGS
from examples.write import submission, write
from examples.write_tables import write_tables
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read
from tests.packed import tarred, zipped

Writer = Callable[[Filing], bytes]
TURNS = 15
# how it is written, and the goal
SHAPES: dict[str, tuple[Writer, float]] = {
    "HTML": (render, 15),
    "Markdown": (markdown, 10),
    "aligned text": (aligned, 10),
}
# where the filings are, the folder of the same filings that it is measured against, and the goal
PLACES = (("tables", "xml", 1.5), ("submissions.zip", "submissions", 1.5), ("submissions.tar.gz", "submissions", 1.5))


def measure() -> Iterator[Line]:
    """Yield the ratios, in CPU time, over the filings of the invented world that are read whole in every shape."""
    told = [filing for filing in FILINGS if all(_readable(_document(writer, filing)) for writer, _ in SHAPES.values())]
    plain = _readings(write, told)
    took = median(cost(lambda: [work() for work in plain], time.process_time) for _ in range(TURNS))
    yield Note("readers: filings", f"{len(told)} of examples/world, each {1000 * took / len(told):.2f} ms as XML")
    for shape, (writer, goal) in SHAPES.items():
        yield _ratio(f"read({shape}) / read(XML)", goal, [*zip(_readings(writer, told), plain, strict=True)])
    bare = [partial(html.document_fromstring, render(filing)) for filing in told]
    yield _ratio("read(HTML) / lxml.html.document_fromstring", 10, [*zip(_readings(render, told), bare, strict=True)])
    with tempfile.TemporaryDirectory() as folder:
        put(told, Path(folder))
        for place, other, goal in PLACES:
            pair = (partial(read_all, Path(folder, place)), partial(read_all, Path(folder, other)))
            yield _ratio(f"all of {place} / all of {other}", goal, [pair])


def put(filings: Sequence[Filing], folder: Path) -> None:
    """Write the filings into every place below a folder."""
    submissions = {f"{filing.envelope.accession}.txt": submission(filing) for filing in filings}
    _put_files(folder / "xml", {f"{filing.envelope.accession}.xml": write(filing) for filing in filings})
    _put_files(folder / "submissions", submissions)
    (folder / "submissions.zip").write_bytes(zipped(submissions))
    (folder / "submissions.tar.gz").write_bytes(tarred(submissions, "gz"))
    write_tables(filings, folder / "tables", packed=True)


def _put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def read_all(place: Path) -> list[Filing]:
    """Return the filings of a place."""
    return [read(found).filing for found in documents([str(place)]) if isinstance(found, Document)]


def _ratio(what: str, goal: float, pairs: Sequence[tuple[Work, Work]]) -> Ratio:
    ratio(pairs)  # imports what reads them
    return Ratio(f"readers: {what}", goal, tuple(ratio(pairs, time.process_time) for _ in range(TURNS)))


def _readings(writer: Writer, filings: Sequence[Filing]) -> list[Work]:
    return [partial(read, _document(writer, filing)) for filing in filings]


def _document(writer: Writer, filing: Filing) -> Document:
    return Document(writer(filing), filing.origin, filing.envelope)


def _readable(document: Document) -> bool:
    try:
        read(document)
    except FilingError:
        return False
    return True
