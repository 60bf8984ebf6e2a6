"""A document and its envelope, or the reason why a file was skipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphload.errors import FilingError
from graphload.filing.dataset import TableRows
from graphload.filing.values import UNKNOWN, Envelope
from graphload.visible import MESSAGE, cut, visible

# kinds of files that are told apart
_KINDS = 10


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one filing, its origin, and its envelope.

    A filing from the SEC's quarterly tables has `tables` in place of `content`. `first_line` is the line of `origin` on
    which the content begins. `folder` is the envelope that the name of a folder states, for use where nothing more
    trusted states one. `notes` are for the report. A load marks a document with the `digest` by which a store knows
    that it has been read.
    """

    content: bytes
    origin: str
    envelope: Envelope = UNKNOWN
    first_line: int = 1
    tables: TableRows | None = None
    digest: str | None = None
    folder: Envelope = UNKNOWN
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or submission without an ownership filing, and the reason why it is skipped.

    `kind` may name what many files are that are skipped for reasons of their own.
    """

    origin: str
    reason: str
    kind: str = ""

    @property
    def counted_as(self) -> str:
        """The kind, or else the reason, by which skipped files are counted together."""
        return self.kind or self.reason

    def __str__(self) -> str:
        """Return `origin: passed over: reason`."""
        return visible(f"{self.origin}: passed over: {cut(self.reason, MESSAGE)}")


def counted(kinds: Mapping[str, int]) -> str:
    """Return what was passed over, by kind, the most frequent first."""
    ranked = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    named = [f"{cut(kind)} ({count:,})" for kind, count in ranked[:_KINDS]]
    rest = sum(count for _, count in ranked[_KINDS:])
    return f"Passed over: {'; '.join([*named, *([f'others ({rest:,})'] if rest else [])])}."


def undated(count: int) -> str:
    """Return a sentence about filings without a filing date."""
    return (
        f"Filings without a known filing date: {count:,}. A full submission (.txt) states it. Or put a metadata.json"
        " with `accessionNumber` and `filingDate` beside a filing, or load one file with --filed-on."
    )


Found = Document | Skipped | FilingError
