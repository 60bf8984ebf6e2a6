"""How sure the words before `held by` make it that somebody holds these shares: `the shares are`, not `Elm LLC is`."""

from __future__ import annotations

import re

from graphload.wording.entities import ENTITY, LONGEST
from graphload.wording.natures import NONE, SHAPE, STATED

SHARE = (
    r"(?:shares?|securit(?:y|ies)|stock|units?|warrants?|options?|notes?|debentures?|AD[SR]s?|RSUs?|rights"
    r"|position|holdings|these|those|they|all|amount|number|balance|remainder|remaining)"
)
# what makes a statement one of other shares, or of another time
NEGATION = re.compile(
    r"\b(?:exclud\w+|not|no longer|never|previous\w*|former\w*|prior to|in addition|other than|ceased|except|once"
    r"|originally|also|until|exclusive of|besides|apart from|rather than|unaffiliated|neither|nor|none)\b",
    re.I,
)
_NEAR = 14  # words before `held by` among which is what is held
_SHARE = re.compile(rf"\b{SHARE}\b", re.I)
_AUXILIARY = re.compile(
    r"(?:[\s,]*\b(?:which|that|and|each|all|is|are|was|were|be|being|been|have|has|now|currently|presently"
    r"|also|directly|indirectly|beneficially|jointly|record|solely)\b)*[\s,]*$",
    re.I,
)
_OPENING = re.compile(
    r"[\W\d]*(?:\(\w{1,4}\)|footnote \w+:?|directly|indirectly|beneficially|jointly|shares)?[\W\d]*", re.I
)
_COMMON = re.compile(r"\b(?:common|ordinary|preferred|class \w|series \w+)\s+(?:\w+\s+)?\w+$", re.I)
# who owns an entity, or what was given away
_OWNERSHIP = re.compile(
    r"\b(?:shares|stock|interests?|units|equity) (?:in|of) (?:which|whose|the (?:LLC|(?:limited )?partnership"
    r"|limited liability company|general partner|fund|entity|trust|manager)\b)"
    r"|\b(?:LLC|Inc|Corp|LP|L\.P|Ltd|Trust|Fund)\.?['’]s?\s+(?:\w+\s+){0,2}?(?:shares|stock|units|interests?)\b"
    r"|\d\s?%|\bpercent\b|\b(?:all|each|most|majority) (?:of )?(?:the )?(?:issued|outstanding|membership|equity|limited"
    r"|voting)\b|\boutstanding (?:shares|stock|equity|voting|capital|membership)"
    r"|(?<!pecuniary )\binterests? (?:in|of)\b(?! (?:the )?(?:\w+ ){0,2}(?:shares|securities|stock)\b)"
    r"|\bmembership\b|\b(?:transfer|distribut|contribut|convey|assign|donat)\w*\b(?!.*,)",
    re.I,
)
# another statement, which only mentions the shares
_MENTIONED = re.compile(
    r"\b(?:disclaim\w*|deemed|pecuniary|powers?|control\w*|(?:members?|partners?|managers?|owners?) of"
    r"|officer|director|trustee of|affiliate\w*|ownership of|admission|advis\w+|invest\w*|decisions"
    r"|votes?|voting (?:and|or|power|control)"
    r"|manag(?:es?|ing|er)|exercis(?:es|ing)|serves?)\b",
    re.I,
)
_CLAUSE = re.compile(r"[;,]\s+(?:and|but|while)\s+(?=(?:all|the|these|such)\b)", re.I)
_DEEMED = re.compile(r"\bdeemed(?: to (?:be|have been))?(?:\s+\w+ly)*\s*$", re.I)
_LISTED = re.compile(r"\(\w{1,4}\)\s|(?:[,;]|\band)\s+(?=\d|the (?:remaining|balance|other)\b)")
_PART = re.compile(r"\binclud(?:es?|ing)\b", re.I)
_THESE = re.compile(
    rf"\b(?:the|these|such|said|those|reported|all|any of the)\s+(?:[\w'’]+\s+){{0,3}}?{SHARE}\b[^.;]{{0,60}}$", re.I
)
_INTEREST = re.compile(r"\bdeemed\b|\bpecuniary interest in\b", re.I)
_DISCLAIMED = re.compile(r"\bdisclaim|\badmission", re.I)


def grade(head: str, *, first: bool) -> str:
    """Return STATED, SHAPE or NONE for the words of a sentence before `held by`, or since the holder before.

    SHAPE is for shares that another statement mentions: `he may be deemed to own the shares`.
    """
    head = _CLAUSE.split(head)[-1]
    if _DEEMED.search(head):
        return NONE
    words = _AUXILIARY.sub("", head[-LONGEST:])
    if _OPENING.fullmatch(words):
        return STATED if first else NONE
    if not _about_shares(words) or NEGATION.search(head) or _OWNERSHIP.search(head[-160:]):
        return NONE
    if not _MENTIONED.search(_LISTED.split(words)[-1]):
        return SHAPE if _PART.search(words) else STATED
    return SHAPE if _THESE.search(words) or (_INTEREST.search(words) and not _DISCLAIMED.search(words)) else NONE


def _about_shares(words: str) -> bool:
    """Tell whether the last noun is one for shares: `common stock of Elm Corp.`, not `shares sold to Elm Corp.`"""
    near = " ".join(words.split(" ")[-_NEAR:])
    end = max((found.end() for found in _SHARE.finditer(near)), default=0)
    return end > 0 and (not ENTITY.search(near[end:]) or _COMMON.search(near[:end]) is not None)
