"""Through what an indirect row is held, read from its nature of ownership or from the footnotes that it cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from graphload.filing.values import Filing, Row
from graphload.wording.holders import clauses, defined, named, subject
from graphload.wording.natures import FOOTNOTE, NONE, nature
from graphload.wording.text import normal

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
_NAME = re.compile(r"(?!.*Reporting)(?:[Ee]state of )?[A-Z][\w.&'’-]*(?: [A-Z0-9][\w.&'’-]*){0,4}")
_PARTY = re.compile(r"(?:issuer|company|corporation|reporting (?:person|owner)s?)", re.I)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
# filers write `By Spouse` once and `Spouse` the next time
_BY = re.compile(
    r"^(?:(?:shares )?(?:directly |indirectly )?(?:held|owned) )?(?:(?:by|in|through|via|thru) )?(?:(?:the|an?) )?(?=.)"
)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """What an indirect row is held through, and the grade of its kind, one of those of natures.

    `plan` tells that it is an account in the issuer's own plan; `names` are the entities that the texts plainly name.
    """

    nature: str
    kind: str
    grade: str
    plan: bool
    names: tuple[str, ...] = ()


def vehicles(filing: Filing) -> dict[str, Vehicle]:
    """Return the vehicle of each indirect row by the row's row_id."""
    apart = _told_apart(filing)
    return {row.row_id: _vehicle(filing, row, apart) for row in _indirect(filing)}


def _indirect(filing: Filing) -> Iterator[Row]:
    return (row for row in filing.rows if row.direct is False or (row.direct is None and row.nature))


def _vehicle(filing: Filing, row: Row, apart: frozenset[str]) -> Vehicle:
    text = row.nature or ""
    key = _key(text)
    found = nature(key)
    if found.kind == "footnote" or key in _SILENT:
        return _footnoted(filing, row)
    if key in apart:
        key = _named_in_note(filing, row) or key
    names = (named(text) or named(_cited(filing, row, "nature"))) if found.kind in _ENTITIES else ()
    return Vehicle(key, found.kind, found.grade, _issuers_own(found.kind, key, filing), names)


def _footnoted(filing: Filing, row: Row) -> Vehicle:
    """Return the vehicle of a row whose nature says nothing: the cited footnotes name it, those of the nature first."""
    if (holder := _holder(filing, row)) is not None:
        key = _short(holder)
        found = nature(key)
        grade = NONE if found.grade == NONE else FOOTNOTE
        return Vehicle(key, found.kind, grade, _issuers_own(found.kind, key, filing), named(holder))
    if note := _cited(filing, row, "nature") or _cited(filing, row, "direct"):
        return Vehicle(f"footnote: {normal(note)}", "footnote", NONE, False)
    key = _key(row.nature or "")
    return Vehicle(key, nature(key).kind, NONE, False)


def _holder(filing: Filing, row: Row) -> str | None:
    """Return the first phrase whose words tell a kind, else the first that is a name."""
    name = None
    for phrase in _phrases(filing, row):
        if nature(_short(phrase)).grade != NONE:
            return phrase
        if name is None and _NAME.fullmatch(phrase):
            name = phrase
    return name


def _phrases(filing: Filing, row: Row) -> Iterator[str]:
    """Yield what the cited footnotes say of who holds, without articles, and in full where it is short for a name."""
    cells = dict.fromkeys(("nature", "direct", *(ref.cell for ref in row.footnotes)))
    notes = [_cited(filing, row, cell) for cell in cells]
    for phrase in chain(*map(clauses, notes), map(subject, notes[:2])):
        plain = _ARTICLE.sub("", phrase)
        if not _PARTY.fullmatch(plain):
            yield _in_full(plain, filing)


def _in_full(phrase: str, filing: Filing) -> str:
    if not _NAME.fullmatch(phrase):
        return phrase
    return next((name for note in filing.footnotes if (name := defined(phrase, note.text))), phrase)


def _cited(filing: Filing, row: Row, cell: str) -> str:
    """Return the footnotes that a cell cites; `See footnote 2` in the nature cites the second without a mark, too."""
    ids = [ref.footnote for ref in row.footnotes if ref.cell == cell]
    if cell == "nature" and not ids and nature(row.nature or "").kind == "footnote":
        ids = [f"F{number}" for number in re.findall(r"\d+", row.nature or "")]
    return " ".join(note.text for note in filing.footnotes if note.id in ids)


def _told_apart(filing: Filing) -> frozenset[str]:
    """Return the natures, such as `trust`, that rows of a filing share but their footnotes tell apart."""
    holders: dict[str, set[str]] = defaultdict(set)
    for row in _indirect(filing):
        if holder := _named_in_note(filing, row):
            holders[_key(row.nature or "")].add(holder)
    return frozenset(key for key, several in holders.items() if len(several) > 1)


def _named_in_note(filing: Filing, row: Row) -> str | None:
    """Return the holder in the footnote of a nature that names an entity's kind and no entity: `Trust`, `By LLC`."""
    kind = nature(row.nature or "").kind
    if kind not in _ENTITIES or named(row.nature or ""):
        return None
    note = _cited(filing, row, "nature")
    holders = (_short(_ARTICLE.sub("", phrase)) for phrase in (*clauses(note), subject(note)))
    return next((holder for holder in holders if nature(holder).kind == kind), None)


def _short(holder: str) -> str:
    names = named(holder)
    return _key(names[0] if len(names) == 1 else holder)


def _key(text: str) -> str:
    return _BY.sub("", normal(text))


def _issuers_own(kind: str, words: str, filing: Filing) -> bool:
    """Tell whether a plan is the issuer's: not a spouse's, nor that of a firm that shares no word with its name."""
    if kind not in PLANS or _SOMEBODY_ELSES.search(words):
        return False
    issuer = set(_FIRM.sub("", normal(filing.issuer.name or "")).split()) - _COMMON
    return not _FIRM.search(words) or not issuer.isdisjoint(words.split())
