"""What the nature of an indirect holding says: the kind of vehicle, its name, whether it is the issuer's own plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graphload.filing.values import Filing, Row
from graphload.graph import identity

# the first that matches decides: what holds the shares before whose it is
_PATTERNS = {
    "esop": (r"\be\.?s\.?o\.?p\b", r"k-?sop\b", r"employees?['’]?s?['’]? stock ownership"),
    "espp": (r"\bespp\b", r"stock purchase plan"),
    "plan401k": (r"401\s*-?\(?\s*k\b", r"\bsavings\b.*\bplan\b", r"thrift plan", r"profit[- ]sharing"),
    "ira": (r"\bi\.?r\.?a\.?(?:['’]?s)?\b", r"individual retirement", r"\broth\b", r"\bkeogh\b", r"\bsep\b"),
    "plan": (
        r"\bdeferred comp",
        r"\bdeferral\b",
        r"\bserp\b",
        r"\bstock award",
        r"\bdrip\b",
        r"(?:retirement|pension|benefit|incentive|comp|compensation|bonus) plan",
        r"(?:equity|supplemental|qualified|reinvestment) plan",
    ),
    "custodial": (r"\bu[tg]ma\b", r"custodia", r"to minors"),
    "foundation": (r"\bfoundation\b", r"\bcharity\b", r"\bendowment\b", r"charitable (?:fund|org)", r"donor"),
    "trust": (r"trust", r"\b(?:grat|crut|crat|clat|slat|ilit|qprt)s?\d*\b", r"\btr\b", r"\bttee\b"),
    "fund": (r"\bfunds?\b",),
    "partnership": (r"\bl\.?\s?l?\.?\s?l?\.?p\b", r"\bpartnerships?\b", r"\bpartners\b", r"\bflp\b"),
    "company": (
        r"\bl\.?\s?l\.?\s?cs?\b",
        r"\b(?:inc|corp|corporation|ltd|limited|company|gmbh|plc|associates|capital)\b",
        r"\b(?:holding|venture|entity|entitie|subsidiarie)s?\b",
        r"\bs\.?à?\.?r\.?l\b",
    ),
    "spouse": (r"\bspous", r"\bwi(?:fe|ves)\b", r"\bhusband\b", r"domestic partner"),
    "child": (r"\b(?:grand|step)?(?:son|daughter|child|children|minor|kid)s?\b",),
    "family": (
        r"\bfamily\b",
        r"\b(?:brother|sister|sibling|nephew|niece|relative|parent|mother|father)",
        r"\bhousehold\b",
        r"\bjtwros\b",
        r"\bjoint(?:ly)?\b",
    ),
    "footnote": (
        r"\bfoot?\s?notes?\b",
        r"\bsee (?:fn|foot|notes?|remarks|explanation|below|attached)\b",
        r"^\W*(?:note\s*)?\(?\d+\)?\W*$",
    ),
}
_KINDS = tuple((kind, re.compile("|".join(patterns), re.I)) for kind, patterns in _PATTERNS.items())
PLANS = {
    "esop": "Employee stock ownership plan",
    "plan401k": "401(k) or other savings plan",
    "espp": "Employee stock purchase plan",
    "plan": "Other employee plan",
}
_SOMEBODY_ELSES = re.compile(r"\bspous|\bwife\b|\bhusband\b|\bson\b|\bdaughter\b|\bchild", re.I)
_HELD_BY = re.compile(
    r"\b(?:held|owned)\s+(?:(?:directly|indirectly|solely|of record|for the account of)\s+)*(?:by|in|through)\s+"
    r"(?:the\s+|an?\s+)?([^.;:(]+(?:\.[A-Za-z]\b[^.;:(]*)*)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """An indirect holding's vehicle; `plan` tells that it is an account in the issuer's own plan."""

    nature: str
    kind: str
    plan: bool


@lru_cache(maxsize=4096)
def kind(nature: str) -> str:
    """Return the kind of vehicle that a nature of ownership names, `other` where no word tells."""
    return next((name for name, pattern in _KINDS if pattern.search(nature)), "other")


def vehicle(filing: Filing, row: Row) -> Vehicle:
    """Return the vehicle of an indirect row; `See footnote` takes its name from the footnote that the row cites."""
    nature = row.nature or ""
    found = kind(nature)
    if found in ("footnote", "other") and (text := _cited(filing, row)):
        named = _HELD_BY.search(text)
        name = named[1].strip(" ,") if named else text
        if found == "footnote":
            nature, found = name, kind(name) if named else "footnote"
        elif not nature:
            nature, found = name, kind(name) if named else "other"
    return Vehicle(identity.normal(nature), found, found in PLANS and not _SOMEBODY_ELSES.search(nature))


def _cited(filing: Filing, row: Row) -> str:
    """Return the footnotes that may say through whom a row is held: the nature's, else those of D or I, else others."""
    texts = {note.id: note.text for note in filing.footnotes}
    for cell in ("nature", "direct", "shares_after", "title"):
        if cited := [texts.get(ref.footnote, "") for ref in row.footnotes if ref.cell == cell]:
            return " ".join(cited)
    return ""
