"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return `: did you mean this?` to end a sentence with, or nothing where no choice is near."""
    by_small = {choice.lower(): choice for choice in choices}
    near = get_close_matches(word.lower(), by_small, 1)
    return f": did you mean {by_small[near[0]]}?" if near else ""
