"""Texts compared by their words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
_ABBREVIATION = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
# a period ends no sentence after a capital, as in `L.P.`, or a title; but `L.P. Elm` and `Inc. Elm` begin the next
_GOES_ON = (
    r"(?!(?:I{1,3}|IV|VI{0,3}|IX|X|Common|Class|Series|Stock|Ordinary|Preferred|Shares?|Employee|Savings|Board|Plan)\b)"
)
_STOP = re.compile(
    rf"(?<=L\.P\.|L\.C\.|N\.A\.)\s+(?={_GOES_ON}[A-Z][A-Za-z])"
    r"|(?:(?<=\bInc\.)|(?<=\bLtd\.)|(?<=\bCorp\.)|(?<=\bCo\.))\s+"
    rf"(?={_GOES_ON}[A-Z(\"“]|\d[\d,]* (?:of|\w+ ?shares|shares)\b)"
    r"|(?:(?<=\.)|(?<=\.[)\"”]))(?<![\s.(][A-Z]\.)(?<!^[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|No|Co)\.)(?<!\b(?:Mrs|Rev|Irr|Inc|Ltd)\.)"
    r"(?<!\bCorp\.)(?<!\bIrrev\.)(?<!\bMessrs\.)\s+(?=[A-Z(\"“]|\d[\d,]* (?:of|\w+ ?shares|shares)\b)"
)
_LAST = re.compile(r"(?<!\b(?:Ltd|Inc))(?<!\bCo)(?<!\bCorp)(?<!\.[A-Z])\.$")


@lru_cache(maxsize=1 << 13)
def normal(text: str) -> str:
    """Return the words of a text in small letters, `L.P.` as `lp`, which is how texts are compared."""
    folded = _ABBREVIATION.sub("", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_WORD.findall(folded)) or " ".join(folded.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, which may name `Elm, L.P.` or `J. Doe`, without their last period."""
    return [_LAST.sub("", each.strip()) for each in _STOP.split(text) if each.strip()]
