"""Who signed, and for whom, as far as a typed signature plainly says."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"/?\s*\bs\s*/\s*", re.I)
_LONGEST = 400  # characters that are read as a signature
_ATTORNEY = re.compile(r"\batt(?:orne)?y\b|power[\s-]*of[\s-]*attorney|\bP\.?O\.?A\b\.?", re.I)
_ROLE = re.compile(
    r"[\s,(]*\b(?:signed\s+)?(?:as|by|per|under|pursuant\s+to|through|with)?\s*(?:an?\s+|the\s+|his\s+|her\s+|confirming\s+)?"
    r"(?:duly\s+)?(?:att(?:orne)?y\b|power[\s-]*of[\s-]*attorney|P\.?O\.?A\b|authori[sz]ed|confirming\s+statement|agent\b|trustee\b)",
    re.I,
)
_FOR = re.compile(r"\b(?:[Oo]n behalf of|ON BEHALF OF|[Ff]or|FOR)\b[\s:]+(?=[A-Z])(.+)$", re.S)
_BY = re.compile(r"^(.*?)[\s,;-]*\b[Bb][Yy]\s*:\s*(.+)$", re.S)
_BY_NAME = re.compile(r"^(.+?)[\s,]+(?:[Bb]y|BY)\s+(?=[A-Z])(.+)$")
_BEGINS_BY = re.compile(r"^\s*(?:[Bb]y|BY)\s+(?=[A-Z/])(?!Power)")
_OFFICE = re.compile(
    r"[\s,]+as\s+(?:(?:an?|its|the)\s+)?(?:[a-z&-]+\s+){0,4}?"
    r"(?:c[a-z]o|officer|president|secretary|treasurer|manager|member|partner|director|counsel)\s+of\s+(?=\w)(.+)$",
    re.I | re.S,
)
_SUFFIX = re.compile(
    r"(?:jr|sr|ii|iii|iv|esq|md|phd|cpa|m\.d|ph\.d|l\.?\s?(?:l\.?\s?){0,2}[pc]|inc|ltd|corp|co(?=\.)|n\.?a)\.?", re.I
)


@dataclass(frozen=True, slots=True)
class Signer:
    """The name that signed, whether as attorney-in-fact, and the name signed for."""

    name: str
    attorney_in_fact: bool
    on_behalf_of: str | None


def signer(text: str) -> Signer:
    """Read a signature such as `/s/ A. Clerk, attorney-in-fact for B. Owner` or `Some Fund, L.P. By: B. Owner`."""
    text = text[:_LONGEST]
    behalf, rest = None, _BEGINS_BY.sub("", text)
    if (by := _BY.match(rest)) is not None:
        behalf, rest = _clean(by[1]), by[2]
    rest = _clean(_MARK.split(rest)[-1])
    if (found := _FOR.search(rest)) is not None:
        behalf, rest = behalf or _name(_ROLE.split(found[1])[0]), rest[: found.start()]
    if (office := _OFFICE.search(rest)) is not None:
        behalf, rest = behalf or _name(_ROLE.split(office[1])[0]), rest[: office.start()]
    name = _name(_ROLE.split(rest)[0])
    if (signed_by := _BY_NAME.match(_ROLE.split(rest)[0])) is not None:
        behalf, name = behalf or _clean(signed_by[1]), _name(signed_by[2])
    return Signer(name or _clean(rest) or text, _ATTORNEY.search(text) is not None, behalf or None)


def _clean(text: str) -> str:
    return _MARK.sub("", text).strip(" ,;:()*-–")


def _name(text: str) -> str:
    """Return the text up to the title that follows a comma; `Jr.` and the like belong to the name."""
    first, *others = [_clean(part) for part in text.split(",")]
    return ", ".join([first, *(part for part in others[:1] if _SUFFIX.fullmatch(part))])
