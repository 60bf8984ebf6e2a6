"""When two texts may be two ways to write one holder or one security."""

from __future__ import annotations

import re

from graphload.wording.classes import share_class
from graphload.wording.names import compared
from graphload.wording.natures import nature

# words that name no holder by themselves
_COMMON = frozenset(
    {"the", "an", "and", "of", "by", "in", "for", "llc", "lp", "llp", "inc", "corp", "co", "ltd", "see", "footnote"}
)
# kinds of which a person has one at a time
_SINGLE = frozenset({"esop", "plan401k", "espp", "spouse", "ira"})
_VAGUE = frozenset({"footnote", "other"})
_DESIGNATOR = re.compile(r"[a-z]|[ivx]+|\d{1,4}")


def one_vehicle(one: str, other: str) -> bool:
    """Tell whether two natures of indirect ownership may name one vehicle: `corvid 15` of `corvid 15 lp`."""
    kinds = {nature(one).kind, nature(other).kind}
    if len(kinds - _VAGUE) > 1:
        return False
    if kinds <= _SINGLE or "footnote" in kinds:
        return True
    mine, theirs = _names(one), _names(other)
    return not mine or not theirs or mine <= theirs or theirs <= mine


def one_security(one: str, other: str) -> bool:
    """Tell whether two titles, as keys have them, may be two ways to write one security."""
    classes = {share_class(one), share_class(other)} - {None}
    if len(classes) > 1:
        return False
    mine, theirs = set(one.split()), set(other.split())
    if any(_DESIGNATOR.fullmatch(word) for word in mine - theirs) and any(
        _DESIGNATOR.fullmatch(word) for word in theirs - mine
    ):
        return False
    return len(classes) == 1 or 2 * len(mine & theirs) > len(mine | theirs) or mine <= theirs or theirs <= mine


def _names(text: str) -> frozenset[str]:
    return frozenset(compared(text).split()) - _COMMON
