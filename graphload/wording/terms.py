"""Terms that a text defines for entities: `Elm Growth, LP ("EG")`."""

from __future__ import annotations

import re
from functools import lru_cache

from graphload.wording.entities import ENTITY, last_entity, mentioned
from graphload.wording.text import sentences

_LONGEST = 4000  # EDGAR takes 1000 characters a footnote
_BEFORE = 600  # characters before a definition in which the entities stand that it names
_BRACKETS = re.compile(r'\s?\(([^()]{0,60}["“][^()]{1,180})\)')
_QUOTED = re.compile(r'([^"“”]{0,80})["“]([^"“”]{1,60}?)[,.]?["”]')
_SINGLE = re.compile(r"(?<=[\s(])['‘]([A-Z][^'’‘()\"]{0,58})['’](?=[\s),.;])")
_INITIALS = re.compile(r"\s?\(([A-Z][A-Z0-9&-]{1,9})\)")
_MEANS = re.compile(r'["“](?:the )?([^"“”]{1,60})["”] (?:means?|refers to|is|shall mean|being)\s+(?:the |The )?')
_ALL = re.compile(r"\b(?:collectively|together|each|all)\b", re.I)
_MANY = re.compile(
    r"\b(?:Funds|Trusts|Partnerships|Entities|Companies|LLCs|Vehicles|Accounts|Investors|Holders|Purchasers|Parties)$"
)
_START = re.compile(r";\s|\b(?:held|owned|by|are|is|represents?|of (?=each|all))\b")
_AND = re.compile(r"\s*,?\s*(?:and|or|&)?\s*(?:the\s+)?", re.I)


def quoted(text: str) -> str:
    """Return as much of a text as is read, with single quotes around terms made double: `('Fund')` is `("Fund")`."""
    return _SINGLE.sub(r'"\1"', text[:_LONGEST])


@lru_cache(maxsize=4096)
def terms(text: str) -> dict[str, tuple[str, ...]]:
    """Return the entities that each term of a text stands for: `FFG` of `FF Growth, LP ("FFG")`; do not change it."""
    text = quoted(text)
    found: dict[str, tuple[str, ...]] = {}
    for brackets in _BRACKETS.finditer(text):
        before = text[max(0, brackets.start() - _BEFORE) : brackets.start()]
        for lead, term in _QUOTED.findall(brackets[1]):
            names = _several(before) if _ALL.search(lead) or _MANY.search(term) else _one(before)
            others = (name for other in found if _ALL.search(lead) and other in lead for name in found[other])
            found.setdefault(_term(term), tuple(dict.fromkeys((*others, *names))))
    for each in _INITIALS.finditer(text):
        if name := last_entity(text[max(0, each.start() - _BEFORE) : each.start()]):
            found.setdefault(each[1], (name,))
    for each in _MEANS.finditer(text):
        if meant := ENTITY.match(text[: each.end() + _BEFORE], each.end()):
            found.setdefault(_term(each[1]), mentioned(meant[0]))
    return {term: names for term, names in found.items() if names}


def _term(quoted: str) -> str:
    return re.sub(r"^the\s+", "", quoted.strip(), flags=re.I)


def _one(before: str) -> tuple[str, ...]:
    """Return the entity right before a definition, or the only one of its clause, as in `Elm Trust dated 1/2/2020`."""
    sentence = _sentence(before)
    if name := last_entity(sentence):
        return (name,)
    names = mentioned(_START.split(sentence)[-1])
    return names if len(names) == 1 else ()


def _several(before: str) -> tuple[str, ...]:
    """Return the list of entities right before a definition, or all of its clause where other words come between."""
    sentence = _sentence(before)
    names: list[str] = []
    end = len(sentence)
    for found in reversed([*ENTITY.finditer(sentence)]):
        if not _AND.fullmatch(sentence[found.end() : end]):
            break
        names = [*mentioned(found[0]), *names]
        end = found.start()
    return tuple(names) or mentioned(_START.split(sentence)[-1])


def _sentence(before: str) -> str:
    """Return the sentence that a text ends in the middle of, without the definitions in it."""
    return next(reversed(sentences(_BRACKETS.sub("", before))), "")
