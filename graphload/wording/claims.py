"""What a sentence claims of who holds the shares: `held by X`, `X, which holds the shares`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphload.wording.entities import mentioned
from graphload.wording.grades import NEGATION, SHARE, grade
from graphload.wording.listed import FINITE, NAME, PARTY, listed
from graphload.wording.natures import NONE, SHAPE, STATED

_LONGEST = 2000  # characters of a sentence
_LONGEST_SUBJECT = 600
_HOW = (
    r"(?:(?:(?:in)?directly|solely|jointly|beneficially|legally|of record|record|and|or|and/or|separately|now"
    r"|currently|in trust)[\s,]+)*"
)
_HELD = re.compile(
    rf"\b(?:held|owned|registered|deposited|titled|allocated to (?:[\w'’]+ ){{1,4}}accounts?)[\s,]+{_HOW}"
    r"(?:[\d.]{1,6}%\s+)?(?:as follows|(?:by|in|through|under|as|for|with|on behalf of|via))\b:?\s+"
    r"(?:and (?:through|for|on behalf of)\s+)?(?:(?:in )?the (?:names?|accounts?|benefit) of\s+)?"
    r"|\b(?P<record>record|direct|registered|legal|beneficial)\s+(?:and \w+\s+)?(?:holder|owner)s?"
    r"(?:\s+of\s+(?:the|these|such)\s[\w\s]{0,40}?)?\s+(?:is|are)\s+(?=(?-i:[A-Z]|the\s+[A-Z]))",
    re.I,
)
_BY = re.compile(
    r"(?:\W|\(\w\))*(?:shares\s+)?(?:directly\s+|indirectly\s+)?(?:by|through|via)\b:?\s+(?!virtue|reason|means)", re.I
)
# after the holder: that this is over
_ENDED = re.compile(
    r"[^.;]{0,80}?(?:\b(?:until|prior to|before|immediately (?:prior|before))\b|other than|not (?:reported|included)\b)"
    r"|[\s,]*(?:which )?(?:were|was|have been|has been|are being)\s+(?:\w+ly\s+)?"
    r"(?:transferred|distributed|contributed|gifted|assigned|donated)",
    re.I,
)
_NOW_HELD = re.compile(
    r"(?!.*\b(?:which|that|whose|indirectly)\b)[^.;]{0,80}?\b(?:now|currently|presently)\s*(?:directly\s*)?", re.I
)
_UNTIL = re.compile(r"\b(?:until|prior to|before)\b", re.I)
_INDIRECTLY = re.compile(r"\bindirectly\b(?![^;,]{0,60}[;,])", re.I)
_DIRECTLY = re.compile(r"\bdirectly\b(?!(?:,? and|,? or|/) indirectly)", re.I)
_PAST = re.compile(
    r",?\s+(?:which|that)\s+(?:were|was|had been|have been)\s+(?:previously|formerly|originally)\b[^,.;]{0,120},"
)
_TRADED = re.compile(
    r"(?:\W|\(\w\))*(?:(?:represents?|reflects?|consists? of)\s+)?(?:(?:the|these|such|all|issuer)\s+)?(?:[\d,]+\s+)?"
    rf"(?!each\b)(?:\w+\s+){{0,8}}?{SHARE}\s+(?:reported\s+(?:herein|above|hereby)?\s*)?(?:(?:were|was)\s+)?"
    r"(?:purchased|acquired|bought|sold)\s+(?:directly\s+)?by\s+",
    re.I,
)
_ENTITY = r"(?:entity|trust|fund|partnership|company|vehicle)"
_WHICH = rf",?\s+(?:and\s+)?(?:which|that|who|(?:an?|the) {_ENTITY} (?:that|which))"
_NOW = r"(?:(?:in turn|now|currently|presently|directly|each|beneficially|together|collectively|respectively)[,\s]+)*"
_OBJECT = (
    r"(?:(?:directly|of record|beneficially|and)\s+)*(?:\w+\s+of\s+)?"
    rf"(?:(?:the|these|those|such|said|all|[\d,]+)\s+(?:[\w'’-]+\s+){{0,4}}?{SHARE}\b|them\b)"
    r"(?!\s+of\s+(?:[Tt]he\s+)?(?!Common|Class|Series|Preferred|Issuer|Ordinary|Company)[A-Z])"
    r"(?!\s+(?:\w+\s+){0,3}(?:held|owned)\b)"
)
_HOLDS = re.compile(
    rf"(?:{_WHICH})?,?\s+{_NOW}(?:(?:holds?|owns?)\s+{_OBJECT}"
    r"|(?:is|are)\s+(?:now\s+)?(?:the|a|an)\s+(?:(?:sole|record|direct|registered|legal|beneficial|and|,)\s*){0,4}"
    rf"(?:holder|owner)s?(?:\s+of record)?\s+of\s+(?:record\s+of\s+)?{_OBJECT}"
    r"|(?:is|are)\s+the\s+(?:record|direct|registered)\s+(?:holder|owner)s?\b(?!\s+of\s)"
    r"|(?<=,\s)(?:the|a)\s+(?:(?:record|direct|registered|legal|beneficial)\s+)?(?:holder|owner)s?\s+of\s+"
    rf"(?:record\s+of\s+)?{_OBJECT}|(?:has|have)\s+(?:direct|record)\s+ownership\s+of\s+{_OBJECT})"
)
_HOLDS_THROUGH = re.compile(
    rf"\b(?:holds?|owns?)\s+{_OBJECT}[^.;,]{{0,40}}?\s+(?:indirectly\s+)?(?:through|via)\s+"
    r"(?!(?:his|her|its|their)\s+(?:ownership|interest|position))",
    re.I,
)
_RELATIVE = re.compile(rf"{_WHICH}|,\s+(?:the|a)\s")
_SEVERAL = re.compile(r"\b(?:hold|own|are|have|holders|owners)\b")
_APPOSITION = re.compile(
    r",\s+(?:an?|the|its|as|acting|in its|through its|by its|whose|of which|for which|which (?:is|are))\s[^,]{0,200},?$"
)
_FOR_TRUST = re.compile(r",\s+(?:acting )?as\s+(?:\w+\s+)?(?:co-)?trustees?\s+(?:of|for|under)\s[^,]{0,200},?$")
_ASIDE = re.compile(r"\s*(?:\([^()]{0,80}\)|,?\s+(?:dated|dtd|u/a/?d?)\s[\w /,.-]{4,30})$")
_AND = re.compile(r"(?:\s*,?\s+(?:and\s+)?(?:the\s+)?)?")
_TERM = re.compile(rf"(?:\b[Tt]he\s+|^|\bto\s|\bof\s)({NAME.pattern})$")
_OF = re.compile(
    r"(?<!\beach )(?<!\bboth )(?<!\ball )\b(?:of|to|for|by|with|in|from|through|than)\s+(?:the\s+)?$", re.I
)


class Claim(NamedTuple):
    """Holders as worded, and how sure a sentence makes it: STATED or SHAPE."""

    who: tuple[str, ...]
    grade: str


def claims(sentence: str) -> list[Claim]:
    """Return what a sentence says of who holds the shares; nothing of owners of entities and of other shares."""
    sentence = _PAST.sub(" ", sentence[:_LONGEST])
    said = [*_by(sentence), *_passive(sentence), *_active(sentence), *_through(sentence), *_traded(sentence)]
    return [claim for claim in said if claim.grade != NONE and not all(map(PARTY.fullmatch, claim.who))]


def _by(sentence: str) -> Iterator[Claim]:
    if found := _BY.match(sentence):
        yield Claim(listed(sentence[found.end() :]).who, STATED)


def _passive(sentence: str) -> Iterator[Claim]:
    at, sure = 0, STATED
    for found in _HELD.finditer(sentence):
        if found.start() >= at:
            head = sentence[at : found.start()]
            sure = _sure(found, head, sure if at else STATED)
            holders = listed(sentence[found.end() :])
            at = found.end() + holders.end
            yield Claim(holders.who_of(head + found[0]), NONE if _ENDED.match(sentence, at) else sure)


def _sure(found: re.Match[str], head: str, before: str) -> str:
    """Return the grade of a claim; in `excludes shares held by A and shares held by B` the first verb goes for both."""
    if found["record"]:
        return NONE if NEGATION.search(head) else STATED
    if _INDIRECTLY.search(head + found[0]) and _DIRECTLY.search(found.string):
        return NONE
    first = head == found.string[: found.start()]
    if not first and (before == NONE or _UNTIL.search(head)) and _NOW_HELD.fullmatch(head):
        return STATED
    told = grade(head, first=first)
    return told if FINITE.search(head) else min(told, before, key=(NONE, SHAPE, STATED).index)


def _active(sentence: str) -> Iterator[Claim]:
    for found in _HOLDS.finditer(sentence):
        which = _RELATIVE.match(found[0]) is not None
        who = _subject(sentence[: found.start()], which, _SEVERAL.search(found[0]) is not None)
        yield Claim(who, _unless_negated(sentence[: found.end()]))


def _through(sentence: str) -> Iterator[Claim]:
    for found in _HOLDS_THROUGH.finditer(sentence):
        yield Claim(listed(sentence[found.end() :]).who, _unless_negated(sentence[: found.end()]))


def _traded(sentence: str) -> Iterator[Claim]:
    if found := _TRADED.match(sentence):
        yield Claim(listed(sentence[found.end() :]).who, SHAPE)


def _unless_negated(words: str) -> str:
    return NONE if NEGATION.search(words) else STATED


def _subject(before: str, which: bool, several: bool) -> tuple[str, ...]:
    """Return who `holds` or, where `which` comes between, whom the sentence has just named, one or `several`."""
    which = which or _FOR_TRUST.search(before) is not None
    text = _bare(before if which else _APPOSITION.sub("", before))
    who: list[str] = []
    for name, end in reversed(_named(text)):
        if not _AND.fullmatch(text[end:]) or (who and which and not several):
            break
        who.insert(0, name)
        text = text[: end - len(name)]
    return () if not which and _OF.search(text) else tuple(who)


def _bare(text: str) -> str:
    """Return a text less the brackets and the date that it ends with."""
    text = text[-_LONGEST_SUBJECT:].rstrip(" ,")
    while found := _ASIDE.search(text):
        text = text[: found.start()].rstrip(" ,")
    return text


def _named(text: str) -> list[tuple[str, int]]:
    """Return the entities in a text and where they end; or the term that it ends with, as in `the Fund`."""
    found = [(name, text.rfind(name) + len(name)) for name in dict.fromkeys(mentioned(text))]
    if any(end == len(text) for _, end in found):
        return sorted(found, key=lambda each: each[1])
    return [(term[1], len(text))] if (term := _TERM.search(text)) else []
