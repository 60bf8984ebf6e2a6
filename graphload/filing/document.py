"""What a source yields: a document with its envelope, or the word that there is none to read."""

from __future__ import annotations

from dataclasses import dataclass

from graphload.errors import FilingError
from graphload.filing.values import UNKNOWN, Envelope
from graphload.visible import MESSAGE, cut, visible


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one filing, where they come from, and what is known around them.

    `first_line` is the line of `origin` that the content begins on.
    """

    content: bytes
    origin: str
    envelope: Envelope = UNKNOWN
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or submission that holds no ownership filing, which is no fault; `reason` says what it is."""

    origin: str
    reason: str

    def __str__(self) -> str:
        """Return `origin: passed over: reason`."""
        return visible(f"{self.origin}: passed over: {cut(self.reason, MESSAGE)}")


Found = Document | Skipped | FilingError
