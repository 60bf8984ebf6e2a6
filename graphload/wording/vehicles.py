"""What a vehicle is called, in the words of a filing."""

from __future__ import annotations

import re

from graphload.wording.names import display

_LONGEST = 80
_BY = re.compile(
    r"^\W*(?:(?:shares )?(?:(?:in)?directly |held |owned )*(?:by|in|through|via|thru)\b\W*)?"
    r"(?:(?:the|an?) )?(?=\S)",
    re.I,
)
_WORD = re.compile(r"\w\w")
_UNTOLD = "Indirect"


def called(nature: str) -> str:
    """Return the holder in a nature of ownership, as it is written: `ESOP Trust` of `By: the ESOP Trust`.

    A nature of no more than a letter or a dash tells nobody.
    """
    words = _BY.sub("", " ".join(nature.split()))
    return words if _WORD.search(words) else _UNTOLD


def noted(note: str) -> str:
    """Return the beginning of a footnote, which may be long, in place of a name."""
    words = " ".join(note.split())
    if len(words) <= _LONGEST:
        return words
    begun = words[:_LONGEST]
    return f"{(begun.rpartition(' ')[0] or begun).rstrip(' ,;:(')} …"


def listed(names: tuple[str, ...]) -> str:
    """Return several holders as one name: `Elm LLC, Oak LLC and Ash LP`."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def shown(name: str) -> str:
    """Return the name of a vehicle as people write it, with a capital first: `By spouse` is called `Spouse`."""
    written = display(name, person=False)
    return written[:1].upper() + written[1:] if written.split(" ")[0].islower() else written
