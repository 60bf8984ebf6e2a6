"""How wide a text is on a page, so that a picture can be laid out before a browser sees it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIZE = 12
LINE = 15

# widths of Helvetica, in thousandths of its size, which Arial and Liberation Sans share
_WIDTHS = {
    222: "ijl'",
    278: "!ft,./:;I[]\\| ",
    333: "()r-`{}",
    400: '"*^',
    500: "cksvxyzJ",
    556: "0123456789abdeghnopqu?_$#L",
    611: "FTZ<>=+~",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER, _WIDE = 640, 1000
_SLACK = 1.12  # where a machine has none of these, its own is wider
_DOTS = "…"


@lru_cache(maxsize=1 << 12)
def width(text: str) -> float:
    """Return the width of a line in pixels, a little too much rather than too little."""
    return sum(map(_letter, text)) * SIZE * _SLACK / 1000


def _letter(letter: str) -> int:
    if letter in _WIDTH:
        return _WIDTH[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else _OTHER


def plain(text: str) -> str:
    """Return a text as one line without characters that show nothing, or that turn the direction of writing."""
    kept = (" " if each.isspace() else each for each in text if each.isspace() or _shows(each))
    return " ".join("".join(kept).split())


def _shows(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def wrap(text: str, most: float, lines: int = 3) -> tuple[str, ...]:
    """Return a text in lines no wider than `most` pixels; what does not fit ends with dots."""
    words = [part for word in plain(text).split() for part in _parts(word, most)]
    found: list[str] = []
    for word in words:
        if found and width(f"{found[-1]} {word}") <= most:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    if len(found) > lines:
        return (*found[: lines - 1], _cut(" ".join(found[lines - 1 : lines + 1]), most))
    return tuple(found) or (_DOTS,)


def _parts(word: str, most: float) -> list[str]:
    """Break a word that is wider than a line."""
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter) > most:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut(text: str, most: float) -> str:
    while text and width(text + _DOTS) > most:
        text = text[:-1]
    return text.rstrip() + _DOTS
