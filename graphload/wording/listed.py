"""The holders that follow `held by`: one or several entities, terms such as `the Fund`, or words such as `a trust`."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphload.wording.entities import ENTITY, LONGEST, entities, is_entity

LONGEST_LIST = 1200  # characters
_LONGEST_WORDS = 160
NAME = re.compile(r"(?!.*Reporting)(?:[Ee]state of )?[A-Z][\w.&'’-]*(?: (?!Trustee)[A-Z0-9][\w.&'’-]*){0,4}")
# a party of the filing itself, or a word for those named before: no holder
PARTY = re.compile(
    r"(?:the )?(?:issuer|company|corporation|registrant|(?:each of )?(?:the )?reporting (?:person|owner)s?|he|she|they"
    r"|it|him|her|them|such|each|both|these|those|me|himself|herself|(?:director|officer|filer|undersigned)\b(?!['’]).*"
    r"|(?:such|these|those|each|all|both)(?: of)? .*)",
    re.I,
)
END = re.compile(
    r'[;:"“”]\s*|\s*\((?:collectively|each|together)\s'
    r"|(?<=L\.P\.|L\.C\.)\s+(?=[A-Z][a-z]|\()"
    r"|(?<![\s.][A-Z])(?<!^[A-Z])(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|No))(?<!\b(?:Mrs|Rev|Irr))(?<!\bIrrev)\.(?=\s+[A-Z(]|\s*$)"
    r"|,?\s+(?:of|for|in|over|as to|with respect to)\s+(?:which|whom|whose)\b"
    r"|,?\s+(?:which|who|where|whose|that|is|are|was|were|has|have|had|may|established|except|managed|advised|controlled)\b"
    r"|,?\s+(?:pursuant to|by virtue|as of|affiliated with|and (?:indirectly|beneficially))\b"
    r"|,\s+(?:an?|its|his|her|with|but|in|not|over)\s"
    r"|,\s+(?:as )?(?:the )?(?:sole )?(?:general partner|manag\w+|member|owner|investment|advis\w+|parent|subsidiary)\b"
)
_SHARES = r"(?:shares|securities|units|warrants|options|stock)"
_QUANTITY = (
    r"(?:(?:the\s+(?:remaining|balance|other|rest)\s+(?:of\s+(?:the|such|these)\s+)?(?:[\d,.]{1,15}%?\s+)?"
    r"|[\d,.]{1,15}(?:%(?!\s+of which))?\s+)(?:of\s+(?:the|such|these)\s+)?"
    rf"(?:(?:\w+\s+){{0,3}}?{_SHARES}\s+|(?=(?:held|owned|of which|are|is|directly|by)\b))"
    rf"(?:of which\s+)?(?:(?:is|are|were)\s+)?|{_SHARES}\s+(?=(?:held|owned)\b))"
)
_HELD = (
    r"(?:(?:held|owned)\s+)?(?:(?:directly|of record|solely)\s+)*(?:(?:by|in|through|on behalf of)\s+)?"
    r"(?:(?:in )?the names? of\s+)?(?:(?:each|both|all) of\s+)?(?:the following(?: entities| persons| funds)?:?\s+)?"
    r"(?:[Tt]he\s+|an?\s+(?=[A-Z]))?"
)
_MARK = r"(?:\(\s?\w{1,4}\s?\)\s*)"
_OPEN = re.compile(rf"\s*{_MARK}?{_QUANTITY}?{_HELD}")
_NEXT = re.compile(
    rf"(?:\s*[,;]?\s+(?:and/or|and|or|as well as)\s+|\s*&\s+|\s*,\s+|\s*;\s+(?=\(|\d|by\b)){_MARK}?{_QUANTITY}?{_HELD}"
)
_MARKED = re.compile(r"\s*\(\s?(?:i|a|1)\s?\)", re.I)
_MARK_BETWEEN = re.compile(r"[,;]?\s*(?:and\s+|or\s+)?\(\s?(?:[ivx]{1,4}|[a-h]|\d{1,2})\s?\)\s*", re.I)
_LINKED = re.compile(r"\s*(?:[,;]|and\b|or\b)")
_DATE = r"(?:as of\s+)?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4})"
_KIND = r"(?:partnership|company|corporation|trust|entity|fund|foundation|organi[sz]ation|vehicle|LLC)"
# a date, brackets, a number of shares, a legal form
_ASIDE = re.compile(
    r"(?:,?\s+(?i:dated|dtd\.?|u/?a/?d?(?:/d)?|u/?t/?a|u/?d/?t|uad|under (?:trust )?agreement|under will|established"
    rf"|created)(?:\s+(?i:dated|dtd\.?|on|in))?(?:\s+{_DATE})?"
    rf"|\s*\([^()]{{0,80}}\)|,?\s*[-–—:]\s*[\d,]{{1,15}}(?:\s+{_SHARES})?|,?\s+as to [\d,]{{1,15}}(?: shares)?"
    rf"|,\s+[\d,]{{1,15}}\s+{_SHARES}(?=[,;.]|\s*$|\s+and\b)"
    rf"|,\s+an?\s+(?:[\w.'’-]{{1,20}}\s+){{0,6}}?{_KIND}(?=\s*(?:[,;]|$)|\s+and\b))"
)
_AS = re.compile(
    r"(?:(?P<who>[^;]{0,160}?)[\s,]+)?(?:(?:as|in (?:his|her|its|their) capacit(?:y|ies) as)\s+(?:the\s+)?"
    r"(?:general partner of|(?:[\w-]{1,12}\s+)?(?:co-?)?(?:nominee|custodian|agent|manager|managing member)s?"
    r" (?:of|for|on behalf of))|(?:as\s+)?(?:the\s+)?(?:[\w-]{1,12}\s+){0,2}?(?:co-?)?(?:trustee|ttee)s?"
    r" (?:of|for(?! the benefit)|under|u/a))\s+(?:each of\s+)?(?:the\s+)?",
    re.I,
)
_THROUGH = re.compile(
    r"[\s,]*(?:(?:the\s+)?reporting (?:person|owner)s?|he|she|it|they|(?:Mr|Ms|Mrs|Dr)s?\.? [A-Z][\w'’-]+)?[\s,]*"
    r"(?:indirectly\s+)?(?:through|via)\s+(?:(?:his|her|its|their|the|an?)\s+)?(?:[a-z-]{1,20},?\s+){0,5}?"
    r"(?:[Tt]he\s+)?(?=[A-Z])"
)
_TRUSTEE = re.compile(
    r"[\s,]*\(?(?:as\s+)?(?:(?:the|sole|corporate|independent|co-|its)\s*){0,2}(?:co-?)?(?:trustee|ttee)s?\b"
    r"(?!\s+(?:of (?:which|whom)|are|is|being)\b)",
    re.I,
)
_TRUST_OF = re.compile(r"\s+(?:of|for|under)\s+(?!the [Bb]enefit)")
_BANK = re.compile(r"\b(?:Trust Co|Trust Company|Bank|Fiduciary)\b")
_VERB = (
    r"(?:is|are|was|were|has|have|had|may|disclaims?|serves?|acts?|shares?|owns?|holds?|controls?|manages?|exercises?"
    r"|will)"
)
_NEW_CLAUSE = re.compile(rf"[\s,]+(?:each\s+)?{_VERB}\b")
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|represents?|reflects?|consists?|includes?|comprises?|constitutes?)\b", re.I
)
_OTHERS = re.compile(
    r"[\s,]+(?:and|or|as well as)\s+(?:by\s+)?(?P<who>(?:an?|one|certain|others?|another|additional|several|various|its"
    r"|his|her|their|(?:the\s+)?reporting persons?(?:['’]s?)?|affiliated|members?|trusts?)\b[^,.;]{0,80})",
    re.I,
)
_WHICH = re.compile(r"\s(?:(?:for|of|in|by|to) )?(?:which|whom|that|who)\b")
_APPOSED = re.compile(rf"[^,;:A-Z]{{0,60}}\b{_KIND}[,:]\s+(?:the\s+)?(?=[A-Z])")
_NO_NAME = re.compile(r"['’]s?(?: |$)")
_PLAN_GOES_ON = re.compile(r" (?:[\w()']+ ){0,3}(?:plan|401\S*|IRA|ESOP|account)\b", re.I)
_NAME_GOES_ON = re.compile(r" (?!Trustee|TTEE)[A-Z]")
# no holders: `held in this form`, `held in connection with`
_RELATION = re.compile(
    r"(?:this|that)\s|(?:connection|accordance|respect|footnotes?|excess|addition|full|part|table|column)\b"
)
_SAYS = re.compile(r"\b(?:serves?|disclaims?|represents?|reported|received|acts?)\b")


class Listed(NamedTuple):
    """Holders as worded, where they end in the text, and whether the last may begin another clause: `and X is …`."""

    who: tuple[str, ...]
    end: int
    more: bool = False

    def who_of(self, head: str) -> tuple[str, ...]:
        """Return the holders in a sentence that begins with these words, which may have its verb already."""
        return self.who[:-1] if self.more and FINITE.search(head) else self.who


def listed(text: str) -> Listed:
    """Return who is named at the beginning of a text that goes on from `held by`."""
    text = text[:LONGEST_LIST]
    if _MARKED.match(text):
        parts = [listed(part) for part in _MARK_BETWEEN.split(text)[1:]]
        return Listed(tuple(who for part in parts for who in part.who), len(text))
    start = _start(text)
    who, end = _items(text, start)
    if (found := _THROUGH.match(text, end)) and who and _item(text, found.end()):
        who, end = _items(text, found.end())
    if not who:
        return _described(text[start:], start)
    if trustee := _TRUSTEE.match(text, end):
        who, end = _without_trustees(text, who, trustee.end())
    if other := _others(text, end):
        return Listed((*who, other), end)
    return Listed(tuple(who), end, len(who) > 1 and _NEW_CLAUSE.match(text, end) is not None)


def _without_trustees(text: str, who: list[str], end: int) -> tuple[list[str], int]:
    """Return the trusts in place of their trustees, `Oak Trust, Ida Fenn, trustee`; alone a trustee is no name."""
    rest = who[:-1]
    while rest and (not is_entity(rest[-1]) or _BANK.search(rest[-1])):
        rest.pop()
    trusts, end = _items(text, found.end()) if (found := _TRUST_OF.match(text, end)) else ([], end)
    return ([*rest, *trusts] or [f"{who[-1]} as trustee"], end)


def _start(text: str) -> int:
    """Return where the holder begins: after `X, as trustee of`, `X through`, `a family partnership,`."""
    for found in (_THROUGH.match(text), _trustee(text), _APPOSED.match(text)):
        if found and _item(text, found.end()):
            return found.end()
    return 0


def _trustee(text: str) -> re.Match[str] | None:
    """Return `X, as trustee of`, where X is not the end of a list of holders: `Elm LP and X, as trustee of`."""
    found = _AS.match(text)
    before = re.split(r"\s+and\s+(?:by\s+)?|;", found["who"] or "")[:-1] if found else []
    return None if any(map(entities, before)) else found


def _items(text: str, at: int) -> tuple[list[str], int]:
    who: list[str] = []
    link = _OPEN.match(text, at)
    end = at
    while link and (found := _item(text, link.end())):
        if who and "and" not in link[0] and not is_entity(text[link.end() : found]) and not _LINKED.match(text, found):
            break
        who.append(text[link.end() : found].strip(" ,"))
        end = found
        while aside := _ASIDE.match(text, end):
            end = aside.end()
        link = _NEXT.match(text, end)
    return who, end


def _item(text: str, at: int) -> int | None:
    """Return where the entity or the name ends that begins there."""
    entity = ENTITY.match(text[: at + LONGEST], at)
    if entity and is_entity(entity[0]):
        return None if _PLAN_GOES_ON.match(text, entity.end()) else entity.end()
    name = NAME.match(text, at)
    if not name or is_entity(name[0]) or _NO_NAME.search(name[0]) or _NAME_GOES_ON.match(text, name.end()):
        return None
    return name.end()


def _others(text: str, at: int) -> str | None:
    """Return a holder that a list ends with but does not name: `and an additional private fund`."""
    found = _OTHERS.match(text, at)
    who = _WHICH.split(found["who"], maxsplit=1)[0].strip() if found else ""
    return who if who and not re.search(rf"\s{_VERB}\b", who) else None


def _described(text: str, start: int) -> Listed:
    text = text[:LONGEST]
    phrase = END.split(_OPEN.sub("", text, count=1), maxsplit=1)[0].strip(" ,")
    end = start + text.find(phrase) + len(phrase)
    if not phrase or len(phrase) > _LONGEST_WORDS or _RELATION.match(phrase) or _SAYS.search(phrase):
        return Listed((), end)
    return Listed((phrase,), end)
