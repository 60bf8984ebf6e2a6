"""Through what an indirect row is held, read from its nature of ownership or from the footnotes that it cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graphload.filing.values import Filing, Row
from graphload.map.holders import bare, begun, cited, told_by
from graphload.wording.holders import Holders, named
from graphload.wording.listed import NAME
from graphload.wording.natures import FOOTNOTE, NONE, SHAPE, STATED, alike, nature
from graphload.wording.text import normal
from graphload.wording.vehicles import called, listed, noted

PLANS = {
    "esop": "Employee stock ownership plan",
    "plan401k": "401(k) or other savings plan",
    "espp": "Employee stock purchase plan",
    "plan": "Other employee plan",
}
_ENTITIES = ("trust", "company", "partnership", "fund", "foundation")
_SILENT = ("", "i", "indirect", "indirectly", "indirect ownership", "n a", "none", "other")
_SOMEBODY_ELSES = re.compile(r"\b(?:spous\w*|wife|husband|son|daughter|child\w*|law firm|former employer)\b")
_FIRM = re.compile(r"\b(?:inc|corp|corporation|llc|llp|lp|ltd|partners|capital|associates|group|financial|sons|firm)\b")
_COMMON = {"the", "of", "and", "co", "company"}
# what a person has one of, in the words that filers change from filing to filing, and the key that they share
_OWN = r"(?:(?:in|an?|the|his|her|my|own|self|reporting|person|company|issuer|employer|s) )*"
_PLAIN = tuple(
    (key, re.compile(_OWN + words))
    for key, words in (
        ("401 k plan", r"401 ?k(?: (?:plans?|accounts?|savings|retirement|profit|sharing|thrift|trust|and))*"),
        ("esop", r"(?:esop|employee stock ownership plan)(?: (?:plan|accounts?|trust|allocation))*"),
        ("spouse", r"(?:spouse|wife|husband)"),
        ("ira", r"(?:iras?|individual retirement accounts?)(?: accounts?)?"),
    )
)
# filers write `By Spouse` once and `Spouse` the next time
_BY = re.compile(
    r"^(?:(?:shares )?(?:directly |indirectly )?(?:held|owned) )?(?:(?:by|in|through|via|thru) )?(?:(?:the|an?) )?(?=.)"
)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """What an indirect row is held through, and the grade of its kind, one of those of natures.

    `plan` tells that it is an account in the issuer's own plan; `names` are the entities that the texts plainly name,
    `words` what the texts call it, by which no two are told apart.
    """

    nature: str
    kind: str
    grade: str
    plan: bool
    names: tuple[str, ...] = ()
    words: str = field(default="", compare=False)


def vehicles(filing: Filing) -> dict[str, Vehicle]:
    """Return the vehicle of each indirect row by the row's row_id."""
    apart = _told_apart(filing)
    return {row.row_id: _vehicle(filing, row, apart) for row in _indirect(filing)}


def _indirect(filing: Filing) -> Iterator[Row]:
    return (row for row in filing.rows if row.direct is False or (row.direct is None and row.nature))


def _vehicle(filing: Filing, row: Row, apart: frozenset[str]) -> Vehicle:
    """Return the vehicle of a row, called by its nature, or in full where that tells only a kind: `By LLC`.

    `By Trust` stays so unless a filing has several: filers name their one trust in some filings only.
    """
    text = row.nature or ""
    key = _key(text)
    found = nature(key)
    if found.kind == "footnote" or key in _SILENT:
        return _footnoted(filing, row)
    names, words = _named(filing, row), called(text)
    if key in apart and (worded := _worded_in_note(filing, row)):
        key = words = worded
    elif names and found.kind != "trust" and not named(text):
        key, words = _called(names), listed(names)
    kind, sure = nature(key)
    grade = sure if found.grade == NONE else found.grade
    return Vehicle(key, kind, grade, _issuers_own(kind, key, filing), names, words)


def _named(filing: Filing, row: Row) -> tuple[str, ...]:
    """Return the entities that a nature names: itself, as a short name, or by a kind that its footnote names."""
    text = row.nature or ""
    kind = nature(text).kind
    if kind not in (*_ENTITIES, "other"):
        return ()
    if names := named(text):
        return names
    short = bare(re.sub(r"^by:?\s+", "", text, flags=re.I)).strip()
    if NAME.fullmatch(short) and (full := begun(short, filing)):
        return (full,)
    told = told_by(filing, cited(filing, row, "nature") or cited(filing, row, "direct"))
    sure = told.grade == STATED and all(alike(nature(name).kind, kind) for name in told.names)
    return told.names if sure else ()


def _footnoted(filing: Filing, row: Row) -> Vehicle:
    """Return the vehicle of a row whose nature says nothing: the cited footnotes name it, those of the nature first."""
    if (told := _holders(filing, row)).who:
        key = _called(told.who)
        found = nature(key)
        grade = NONE if found.grade == NONE else FOOTNOTE if told.grade == STATED else SHAPE
        words = listed(tuple(map(bare, told.who)))
        return Vehicle(key, found.kind, grade, _issuers_own(found.kind, key, filing), told.names, words)
    if note := cited(filing, row, "nature") or cited(filing, row, "direct"):
        return Vehicle(f"footnote: {normal(' '.join(note))}", "footnote", NONE, False, words=noted(" ".join(note)))
    key = _key(row.nature or "")
    return Vehicle(key, nature(key).kind, NONE, False, words=called(row.nature or ""))


def _holders(filing: Filing, row: Row) -> Holders:
    """Return who holds by the first cell whose footnotes tell at least a kind, else a name."""
    told: list[Holders] = []
    for cell in dict.fromkeys(("nature", "direct", *(ref.cell for ref in row.footnotes))):
        one = told_by(filing, cited(filing, row, cell), about=cell in ("nature", "direct"))
        if one.grade == STATED and _of_kind(one):
            return one
        told.append(one)
    sure = [one for grade in (STATED, SHAPE) for one in told if one.grade == grade]
    kinds = (one for one in sure if _of_kind(one))
    return next(kinds, next((one for one in sure if all(map(NAME.fullmatch, one.who))), Holders()))


def _of_kind(told: Holders) -> bool:
    """Tell whether the words for holders name a kind."""
    return nature(_called(told.who)).grade != NONE


def _told_apart(filing: Filing) -> frozenset[str]:
    """Return the natures, such as `trust`, that rows of a filing share but their footnotes tell apart."""
    holders: dict[str, set[str]] = defaultdict(set)
    for row in _indirect(filing):
        if holder := _worded_in_note(filing, row):
            holders[_key(row.nature or "")].add(holder)
    return frozenset(key for key, several in holders.items() if len(several) > 1)


def _worded_in_note(filing: Filing, row: Row) -> str | None:
    """Return the holder in the footnote of a nature that names an entity's kind and no entity: `Trust`, `By LLC`."""
    kind = nature(row.nature or "").kind
    if kind not in _ENTITIES or named(row.nature or ""):
        return None
    told = told_by(filing, cited(filing, row, "nature"))
    key = _called(told.who)
    return key if told.grade == STATED and nature(key).kind == kind else None


@lru_cache(maxsize=4096)
def _called(who: tuple[str, ...]) -> str:
    """Return the key of holders: of two the same in whichever order they are told."""
    return " and ".join(sorted({_key(bare(each)) for each in who}))


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    words = _BY.sub("", normal(text)).replace("revokable", "revocable")
    return next((key for key, plain in _PLAIN if plain.fullmatch(words)), words)


def _issuers_own(kind: str, words: str, filing: Filing) -> bool:
    """Tell whether a plan is the issuer's: not a spouse's, nor that of a firm that shares no word with its name."""
    if kind not in PLANS or _SOMEBODY_ELSES.search(words):
        return False
    issuer = set(_FIRM.sub("", normal(filing.issuer.name or "")).split()) - _COMMON
    return not _FIRM.search(words) or not issuer.isdisjoint(words.split())
