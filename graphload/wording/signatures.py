"""Who signed, and for whom, as far as a typed signature plainly says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MARK = re.compile(r"/?\s*\bs\s*/\s*", re.I)
_LONGEST = 400  # characters that are read as a signature
_ATTY = r"at{2,3}(?:'|o[rne]{2,4})?ys?\b"  # also `Atty`, `Att'y`, and `Attorny` as mistyped
_ATT = rf"{_ATTY}(?!\s+at\s+law)"
_POA = rf"(?:power[\s-]*o[fr][\s-]*{_ATTY}|P\.?(?:\s?of\s?|O\.?)A\b)"
_ATTORNEY = re.compile(rf"\b(?:{_ATT}|{_POA})", re.I)
_ROLE = re.compile(
    r"[\s,(]{0,4}\b(?:signed\s+)?(?:as|by|per|under|pursuant\s+to|through|with)?\s*"
    r"(?:an?\s+|the\s+|his\s+|her\s+|confirming\s+)?(?:duly\s+|limited\s+|durable\s+)?"
    rf"(?:{_ATT}|{_POA}|authori[sz]ed|confirming\s+statement|agent\b|trustee\b)",
    re.I,
)
_FOR = re.compile(r"(?:\b(?:[Oo]n behalf of|ON BEHALF OF|[Ff]or|FOR)\b[\s:]+)+(?=[A-ZÀ-Þ]|\d+\s+[A-Z])(.+)$", re.S)
_BY = re.compile(rf"\b[Bb][Yy]\s*(?::(?!\s*(?i:{_POA}))|(?=/\s*s\s*/))")  # `By:`, `by /s/`
_BY_NAME = re.compile(rf"[\s,(](?:[Bb]y|BY)\s+(?=[A-ZÀ-Þ])(?!(?i:{_POA}))")
_BEGINS_BY = re.compile(rf"^\s*(?:[Bb]y|BY)\s+(?=[A-ZÀ-Þ/])(?!(?i:{_POA}))")
_THROUGH = re.compile(r"(?<![\w-])(?:[Bb]y|BY)(?![\w-])|[,;(]\s*its\b")  # `, by its manager`
_ASIDE = re.compile(r"\s*\((?:\d+\)|(?:pursuant|power|the|by|under|as|through|f/?k/?a)\b).*$", re.I | re.S)
_LABEL = re.compile(r"\b(?:name|title)\s*:", re.I)
_OFFICE = (
    r"[\s,]as\s+(?:(?:an?|its|the)\s+)?(?:[a-z&,-]+\s+){0,6}?(?:[a-z]+-)?"
    r"(?:c[a-z]o|[es]?vp|officer|president|secretary|treasurer|manager|member|partner|director|counsel"
    r"|signatory|trustee|agent|representative)\b"
)
_OFFICE_OF = re.compile(rf"{_OFFICE}\s+of\s+(?-i:the\s+)?(?=(?-i:[A-ZÀ-Þ0-9]))(.+)$", re.I | re.S)
_OFFICE_ALONE = re.compile(rf"{_OFFICE}.*$", re.I | re.S)
_SUFFIX = re.compile(
    r"(?:jr|sr|ii|iii|iv|esq|md|phd|cpa|m\.d|ph\.d|p?\.?l\.?\s?(?:l\.?\s?){0,2}[pc]|inc|ltd|corp|co(?=\.)|n\.?a"
    r"|limited|incorporated|plc|p\.?\s?[ac])\.?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Signer:
    """The name that signed, whether as attorney-in-fact, and the name signed for."""

    name: str
    attorney_in_fact: bool
    on_behalf_of: str | None


@lru_cache(maxsize=1 << 12)
def signer(text: str) -> Signer:
    """Read a signature such as `/s/ A. Clerk, attorney-in-fact for B. Owner` or `Some Fund, L.P. By: B. Owner`."""
    text = text[:_LONGEST]
    behalf, rest = _after_by(_BEGINS_BY.sub("", text))
    for said in (_FOR, _OFFICE_OF):
        if (found := said.search(rest)) is not None:
            behalf, rest = behalf or _name(_ROLE.split(found[1])[0]), rest[: found.start()]
    first, *others = _BY_NAME.split(_ROLE.split(rest)[0])
    if others:
        behalf = behalf or _principal(first)
    name = _name(_OFFICE_ALONE.sub("", [first, *others][-1]))
    return Signer(name or _clean(rest) or text, _ATTORNEY.search(text) is not None, behalf or None)


def _after_by(text: str) -> tuple[str, str]:
    """Return who stands before the first `By:`, and what stands after the last one and after the last `/s/`."""
    first, *others = _BY.split(text)
    said = [part for part in others if _clean(part)] or [text]
    rest = _clean(_MARK.split(said[-1])[-1])
    return _principal(first) if others else "", _BEGINS_BY.sub("", rest)


def _principal(text: str) -> str:
    """Return the name that heads a signature, without those through which it acts: `, by its manager`."""
    return _clean(_THROUGH.split(_ASIDE.sub("", text))[0])


def _clean(text: str) -> str:
    """Return the text without the marks and signs around it; a bracket that it opens is closed."""
    bare = _MARK.sub("", text).strip(" ,;:()*-–")
    return bare + ")" * (bare.count("(") - bare.count(")"))


def _name(text: str) -> str:
    """Return the text up to the title that follows a comma; `Jr.` and the like belong to the name."""
    labelled = [part for part in map(_clean, _LABEL.split(_ASIDE.sub("", text))) if part]
    first, *others = [_clean(part) for part in (labelled or [""])[0].split(",")]
    return ", ".join([first, *(part for part in others[:1] if _SUFFIX.fullmatch(part))])
