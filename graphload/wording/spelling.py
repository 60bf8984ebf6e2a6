"""When two texts may be two ways to write one holder or one security."""

from __future__ import annotations

import re

from graphload.wording.classes import share_class
from graphload.wording.names import compared
from graphload.wording.natures import alike, nature

# words that name no holder by themselves
_COMMON = frozenset(
    {"the", "an", "and", "of", "by", "in", "for", "llc", "lp", "llp", "inc", "corp", "co", "ltd", "see", "footnote"}
)
# kinds of which a person has one at a time
_SINGLE = frozenset({"esop", "plan401k", "espp", "spouse", "ira"})
_VAGUE = frozenset({"footnote", "other"})
# what tells an account of a person's from another of the same kind
_ACCOUNTS = frozenset({"roth", "traditional", "simple", "sep", "rollover", "inherited", "tfsa", "rrsp"})
_RELATIVE = re.compile(r"\b(?:spouse|wife|husband|son|daughter|child|children|grand\w+|mother|father|brother|sister)\b")
_DESIGNATOR = re.compile(r"[a-z]|[ivx]+|\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"[a-z]|[ivx]+|\d{1,2}")
# words of which one title has one and the other has none: two instruments
_INSTRUMENTS = frozenset(
    {"unit", "option", "warrant", "note", "right", "sar", "swap", "debenture", "preferred", "phantom", "performance"}
    | {"depositary", "subordinated", "incentive", "qualified", "market", "leveraged", "ltip", "op"}
)
# words that part one fund of a firm from another
_OTHERS = frozenset({"offshore", "overseas", "international", "master", "feeder", "parallel", "partners", "investors"})
# what an instrument may be for
_CLASSES = frozenset({"preferred", "depositary"})
# words that are no name of a vehicle's own
_GENERIC = frozenset(
    {"trust", "trusts", "trustee", "family", "irrevocable", "revocable", "living", "grat", "partnership", "fund"}
    | {"limited", "company", "corporation", "held", "as", "s", "co"}
)


def one_vehicle(one: str, other: str) -> bool:
    """Tell whether two natures of indirect ownership may name one vehicle: `corvid 15` of `corvid 15 lp`."""
    kinds = {nature(one).kind, nature(other).kind}
    mine, theirs = _names(one), _names(other)
    if len(kinds - _VAGUE) > 1 and not (mine and theirs and alike(*kinds)):
        return False
    if "footnote" in kinds:
        return True
    if _RELATIVE.findall(one) != _RELATIVE.findall(other) and kinds != {"spouse"}:
        return False
    if kinds <= _SINGLE:
        return kinds == {"spouse"} or _one_account(one, other)
    return not mine or not theirs or _adds_words(mine, theirs) or _adds_words(theirs, mine)


def named_alike(one: str, other: str) -> bool:
    """Tell whether two natures both name a vehicle, and perhaps the same: not `see footnote`, not `trust`."""
    return bool(_names(one) - _GENERIC) and bool(_names(other) - _GENERIC) and one_vehicle(one, other)


def one_security(one: str, other: str) -> bool:
    """Tell whether two titles, as keys have them, may be two ways to write one security."""
    classes = {share_class(one), share_class(other)}
    if len(classes - {None}) > 1:
        return False
    mine, theirs = set(one.split()), set(other.split())
    if _initials(one) == other or one == _initials(other):
        return True
    if _apart(mine, theirs):
        return False
    if mine != theirs and all(_DESIGNATOR.fullmatch(word) for word in mine ^ theirs):
        return False
    if any(_DESIGNATOR.fullmatch(word) for word in mine - theirs) and any(
        _DESIGNATOR.fullmatch(word) for word in theirs - mine
    ):
        return False
    alike = 2 * len(mine & theirs) > len(mine | theirs) or mine <= theirs or theirs <= mine
    return alike or (len(classes) == 1 and None not in classes)


def _apart(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether one title names an instrument that the other does not; what a warrant is for may be left out."""
    shared = _INSTRUMENTS & mine & theirs
    return bool((_INSTRUMENTS - (_CLASSES if shared else frozenset())) & (mine ^ theirs))


def _initials(title: str) -> str:
    """Return the first letters of a title's words: `rsu` of `restricted stock unit`."""
    return "".join(word[0] for word in title.split())


def _one_account(one: str, other: str) -> bool:
    """Tell whether two accounts are not plainly two persons', or of two sorts: `spouse ira`, `roth ira`."""
    whose = [set(_RELATIVE.findall(text)) for text in (one, other)]
    sorts = [_ACCOUNTS.intersection(text.split()) for text in (one, other)]
    return bool(whose[0]) == bool(whose[1]) and (not all(sorts) or sorts[0] == sorts[1])


def _adds_words(short: frozenset[str], long: frozenset[str]) -> bool:
    """Tell whether a name has all words of another, and not just a number more: `Alder LLC`, `Alder II LLC`."""
    more = long - short
    if not _OTHERS.isdisjoint(more):
        return False
    numbered = bool(more) and bool(short - _GENERIC) and all(_NUMBER.fullmatch(word) for word in more)
    return short <= long and not numbered


def _names(text: str) -> frozenset[str]:
    return frozenset(compared(text).split()) - _COMMON
