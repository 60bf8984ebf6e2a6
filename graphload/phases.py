"""Progress of long work, which has phases: reading, deriving, writing, and so on."""

from __future__ import annotations

from typing import Protocol


class Phases(Protocol):
    """Receives the progress of long work."""

    def phase(self, name: str, noun: str, total: int | None = None) -> None:
        """Begin a phase, in which things are counted: `noun` says what they are, `total` how many if that is known."""

    def count(self, more: int = 1) -> None:
        """Count things that are done."""


class Unwatched:
    """Ignores all progress."""

    def phase(self, name: str, noun: str, total: int | None = None) -> None:
        """Begin a phase."""

    def count(self, more: int = 1) -> None:
        """Count things."""


UNWATCHED = Unwatched()
