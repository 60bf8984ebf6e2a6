"""Texts from filings, file names and servers, made fit to be shown: nothing in them can steer a terminal."""

from __future__ import annotations

import codecs
import re

# control characters of both kinds, marks that turn the direction of writing, separators of lines, tags, half characters
_STEERING = (
    "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_ALL = re.compile(f"[\x00-\x1f{_STEERING}]")
_BUT_LINES = re.compile(f"[\x00-\x08\x0b-\x1f{_STEERING}]")
_BUT_LOW = re.compile(f"[{_STEERING}]")

# how much is shown of a text that a message quotes, and of a message
QUOTED, MESSAGE = 80, 400


def visible(text: str) -> str:
    """Return a text as one line in which each character that steers a terminal is spelled, as `\\u001b`."""
    return _ALL.sub(_spelled, text)


def visible_lines(text: str) -> str:
    """Return the same of several lines, with their ends and tabs as they are."""
    return _BUT_LINES.sub(_spelled, text)


def visible_json(text: str) -> str:
    """Return JSON that says the same, with each character spelled that steers a terminal."""
    return _BUT_LOW.sub(_spelled, text)


def cut(text: str, longest: int = QUOTED) -> str:
    """Return a text as far as it is quoted in a message."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _spelled(match: re.Match[str]) -> str:
    return _escaped(match[0])


def _escaped(text: str) -> str:
    """Return each character as JSON spells it, which is also what Python reads."""
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _spell_rest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _escaped(error.object[error.start : error.end]), error.end


# what a stream does with a character that its encoding does not have: JSON stays JSON
SPELL = "graphload-spell"
codecs.register_error(SPELL, _spell_rest)
