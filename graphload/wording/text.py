"""Texts compared by their words."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
_ABBREVIATION = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")


def normal(text: str) -> str:
    """Return the words of a text in small letters, `L.P.` as `lp`, which is how texts are compared."""
    folded = _ABBREVIATION.sub("", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_WORD.findall(folded)) or " ".join(folded.split())
