"""To whom a gift goes, as a footnote tells: a charity, a foundation, a trust, a child."""

from __future__ import annotations

import re

from graphload.wording.natures import nature

ADVISED, CHARITY = "donor-advised fund", "charity"
# the kinds of `natures` that a recipient may be, and what they are called here
_KINDS = {
    "trust": "trust",
    "ira": "trust",
    "custodial": "child",
    "foundation": "foundation",
    "spouse": "spouse",
    "child": "child",
    "family": "family",
    "company": "company",
    "partnership": "company",
    "fund": "company",
}
_GIVES = re.compile(
    r"\b(?:gift(?:s|ed|ing)?|donat\w+|contribut(?:ed|ions?|ing)|transferr?ed|transfers?\s+(?:of|by|from|into)|conveyed|assigned"
    r"|given|gave|bequest|deposited|contributes|charitable)\b|^\W*(?:to|into)\s+(?:an?\b|the\b|h(?:is|er)\b|its\b|their\b|(?-i:[A-Z]))|^\W*from\b[^.;]{0,60}\binto\b",
    re.I,
)
_TO = re.compile(
    r"(?:\b(?:to|into|in\s+favor\s+of|for\s+the\s+benefit\s+of|on\s+behalf\s+of|among|with)\b|\bfbo\b)(?=\s)", re.I
)
# `gift to pay tax`, `to the issuer` and the like tell no recipient
_NO_ONE = re.compile(
    r"\s+(?:the\s+)?(?:issuer|company|extent|reporting\s+person(?!s?[’'])|exempt|rule|section|footnote|table|be|report|pay|satisfy"
    r"|reflect|correct|comply|disclose|any)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|no)\b[^.;,]{0,40}?\b(?:gift|donat\w+|contribut\w+|given|gave|transferred)\b"
    r"|\bupon\s+(?:any\s+)?(?:transfer|gift)|\bconvert(?:s|ed|ible)\b|\bmay\s+be\s+(?:gifted|transferred|given)",
    re.I,
)
_FROM = re.compile(
    r"\b(?:received|acquired)\b[^.;]{0,60}\b(?:gift|from)\b|\b(?:gift|present|contribution|donation)s?\s+from\b", re.I
)
_ADVISED = re.compile(
    r"\bdonor[\s-]*advi[sz]ed\b|\bDAFs?\b|\b(?:charitable|giving|philanthropic)\s+(?:gift\s+)?(?:fund|account|trust\s+fund)\b"
    r"|\bgift\s+fund\b|\b(?:fidelity|schwab|vanguard|t\.?\s?rowe\s+price|goldman\s+sachs)\s+(?:charitable|giving|philanthropy)\b",
    re.I,
)
_SPLIT_INTEREST = re.compile(r"\bcharitable\s+(?:remainder|lead|annuity|uni)", re.I)
_CHARITY = re.compile(
    r"""\bcharit(?:y|ies|able)\b|\bnon-?\s?profits?\b|\bnot[\s-]for[\s-]profits?\b|\b501\s?\(?c\)?|\bphilanthrop
        |\b(?:universit|college|school|academy|seminar(?:y|ies)\b|church|cathedral|parish|diocese|congregation|synagogue|temple
        |mosque|ministr(?:y|ies)|hospital|hospice|museum|librar(?:y|ies)|orchestra|symphony|opera\b|conservancy|zoo\b
        |relief\b|red\s+cross|united\s+way|endowment|institute\b|humane\s+society|scholarship|alma\s+mater
        |community\s+chest|food\s+bank|shelter\b|ymca|ywca|habitat\s+for|boy\s+scouts|girl\s+scouts|salvation\s+army)""",
    re.I | re.X,
)
_FOUNDATION = re.compile(r"\bfoundations?\b", re.I)
_END = re.compile(
    r"[.;:]|\bfor\s+(?:no|nil)\s+consideration\b|,\s+(?:of\s+which|whose|which|who|as\s+to\s+which|for\s+which)\b"
)
_LONGEST = 160  # characters of a phrase that names a recipient


def recipient(sentence: str) -> str | None:
    """Return to whom the shares of a gift go: `charity`, `foundation`, `trust`, `child` and so on.

    None where the sentence tells no gift made, or nobody who is known by such a word.
    """
    if not _GIVES.search(sentence) or _NOT.search(sentence) or _FROM.search(sentence):
        return None
    phrases = (
        _END.split(sentence[found.end() : found.end() + _LONGEST])[0]
        for found in _TO.finditer(sentence)
        if not _NO_ONE.match(sentence, found.end())
    )
    told = next(filter(None, map(_class, phrases)), None)
    return told or (CHARITY if re.search(r"\bcharitable\s+(?:gift|contribution|donation)", sentence, re.I) else None)


def _class(phrase: str) -> str | None:
    if _ADVISED.search(phrase):
        return ADVISED
    if not _SPLIT_INTEREST.search(phrase):
        if _FOUNDATION.search(phrase):
            return "foundation"
        if _CHARITY.search(phrase):
            return CHARITY
    return _KINDS.get(nature(phrase).kind)
