"""A document and its envelope, or the reason why a file was skipped."""

from __future__ import annotations

from dataclasses import dataclass

from graphload.errors import FilingError
from graphload.filing.dataset import TableRows
from graphload.filing.values import UNKNOWN, Envelope
from graphload.visible import MESSAGE, cut, visible


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one filing, its origin, and its envelope.

    A filing from the SEC's quarterly tables has `tables` in place of `content`. `first_line` is the line of `origin` on
    which the content begins. `folder` is the envelope that the name of a folder states, for use where nothing more
    trusted states one. `notes` are for the report.
    """

    content: bytes
    origin: str
    envelope: Envelope = UNKNOWN
    first_line: int = 1
    tables: TableRows | None = None
    folder: Envelope = UNKNOWN
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or submission without an ownership filing, and the reason why it is skipped."""

    origin: str
    reason: str

    def __str__(self) -> str:
        """Return `origin: passed over: reason`."""
        return visible(f"{self.origin}: passed over: {cut(self.reason, MESSAGE)}")


Found = Document | Skipped | FilingError
