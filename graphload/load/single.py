"""One filing as values, without a store."""

from __future__ import annotations

import os

from graphload.errors import FilingError
from graphload.files.paths import open_file
from graphload.filing.document import Skipped
from graphload.filing.values import UNKNOWN, Envelope, Filing
from graphload.read import read as read_document


def read(path: str | os.PathLike[str], *, given: Envelope = UNKNOWN) -> Filing:
    """Return the filing in a file, of any shape that `load` takes. `given` is used as by `load`.

    Raises FilingError if the file is not exactly one filing that can be read.

    >>> import graphload
    >>> filing = graphload.read("examples/filings/0001046568-22-000002/ownership.xml")
    >>> filing.form.value, [owner.name for owner in filing.owners], filing.rows[0].row_id
    ('4', ['Maida Robert P'], 'NT1')
    """
    document = open_file(os.fspath(path), given)
    if isinstance(document, Skipped):
        raise FilingError(os.fspath(path), f"no ownership filing: {document.reason}")
    return read_document(document).filing
