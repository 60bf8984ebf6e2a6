"""Who holds the shares of a row, as a nature of ownership or a footnote says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graphload.wording.claims import claims
from graphload.wording.entities import LONGEST, entities, is_entity
from graphload.wording.listed import END
from graphload.wording.natures import NONE, SHAPE, STATED, nature
from graphload.wording.terms import quoted, terms
from graphload.wording.text import sentences

_DEFINITION = re.compile(r'\s?\([^()]{0,60}["“][^()]{0,120}\)')
_KINDS = ("trust", "company", "partnership", "fund", "foundation", "other", "footnote")
_NOBODY = ("other", "footnote", "plan", "espp")
_BY = re.compile(r"^\s*by\s*:", re.I)
_OWNED = re.compile(r"(?<=\w)\s+(?:as\s+)?(?:held|owned)\b", re.I)
_NO_MORE = re.compile(r"[\s.,;:*]*(?:$|(?:of|for|in|over) (?:which|whom)\b|which\b|where\b)|\.\s")
_TELLS = re.compile(
    r"(?:pledge\w*|gift\w*|donat\w*|transfer\w*|distribut\w*|contribut\w*|sales?|grants?|exchange\w*|conversion|merger|lapse"
    r"|in connection|pursuant|as a result|upon|on|in|following|prior|after|before|effective|see|each|under)\b"
    r"|.*\b(?:disclaim\w*|acquired|granted|sold|issued|own(?:s|ed)?|h(?:olds?|eld)|manag(?:es|ed)|control\w*|serve\w*|acts?|votes?|vest(?:s|ed|ing)?"
    r"|expire\w*|bec[ao]me|shall|will|adopted|establish\w*|effected|receive\w*|elected|not|transferred|contributed|represent\w*"
    r"|reflect\w*|include\w*|consist\w*|exclude\w*|convert\w*|report\w*(?!.person)|purchase\w*|withheld|ranged|commence\w*|price)\b",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:disclaims?|acquired|granted|sold|issued|owns|holds|manages|controls|reflects|interest)\b", re.I
)
_NO_LONGER = re.compile(r"\b(?:previously|formerly|no longer|not|excluded)\b", re.I)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds the shares, as one text says it.

    `who` are entities in full, terms that another text defines, or words such as `reporting person's spouse`. `grade`
    is STATED where a sentence says that they hold these shares, SHAPE where one only takes it for granted, as in
    `disclaims beneficial ownership of the shares held by …`, NONE where no holder is told.
    """

    who: tuple[str, ...] = ()
    grade: str = NONE

    @property
    def names(self) -> tuple[str, ...]:
        """The entities that hold, where all holders are named: of two holders never one alone."""
        return self.who if all(map(is_entity, self.who)) else ()


@lru_cache(maxsize=4096)
def holders(text: str, *, about: bool = True) -> Holders:
    """Return who holds the shares as a text says it, with the terms that it defines itself in full.

    With `about`, a text that says no more than whom it is about tells the holder too: a nature of ownership, or a
    footnote on one.
    """
    text = quoted(text)
    said = [one for sentence in sentences(_DEFINITION.sub(" ", text)) for one in _said(sentence, text)]
    if said or not about or not (who := subject(text)):
        return united(said)
    return Holders(entities(who) or (who,), STATED)


def united(said: Sequence[Holders]) -> Holders:
    """Return what several say together: the surest; `a trust` adds nothing where another names it."""
    for grade in (STATED, SHAPE):
        sure = [one.who for one in said if one.grade == grade]
        named = [who for who in sure if all(map(is_entity, who))]
        told = [who for who in sure if who in named or not named or not _kind_only(who)]
        if told:
            return Holders(tuple(dict.fromkeys(each for who in told for each in who)), grade)
    return Holders()


@lru_cache(maxsize=4096)
def named(text: str) -> tuple[str, ...]:
    """Return the entities that a nature of ownership names: `Elm Partners, L.P.` of `By Elm Partners, L.P.`"""
    found = holders(text)
    if found.grade == STATED and found.names:
        return found.names
    about, rest = _split(text)
    about = _OWNED.split(about, maxsplit=1)[0]
    return entities(about) if _NO_MORE.match(rest) and not _SAYS.search(about) else ()


def subject(text: str) -> str:
    """Return what a text is about if that is all it says: `The Oak Trust, of which he is trustee`, but not `X is …`."""
    about, rest = _split(text)
    sentence = next(iter(sentences(rest)), "")
    if not _NO_MORE.match(rest) or _TELLS.match(about) or _NO_LONGER.search(sentence):
        return ""
    about = about.strip(" ,")
    return about if _begins(about) else ""


def _split(text: str) -> tuple[str, str]:
    """Split a text where another thought begins."""
    text = _BY.sub("", _DEFINITION.sub(" ", text)[:LONGEST])
    about = END.split(text, maxsplit=1)[0]
    return about, text[len(about) :]


def _begins(about: str) -> bool:
    """Tell whether a text is, from its first word on, the name of an entity or a word for one or for a person."""
    names = entities(about)
    plain = re.sub(r"^(?:by |in |through )?(?:the |an? )?", "", about, flags=re.I)
    return plain.startswith(names[0]) if names else len(about) <= 100 and nature(about).kind not in _NOBODY


def _said(sentence: str, text: str) -> Iterator[Holders]:
    """Yield the holders that a sentence names by each grade, the terms that its text defines in full."""
    found = claims(sentence)
    for grade in (STATED, SHAPE):
        worded = (who for claim in found if claim.grade == grade for who in claim.who)
        if full := tuple(dict.fromkeys(name for who in worded for name in terms(text).get(who, (who,)))):
            yield Holders(full, grade)


def _kind_only(who: tuple[str, ...]) -> bool:
    return all(nature(each).kind in _KINDS for each in who)
