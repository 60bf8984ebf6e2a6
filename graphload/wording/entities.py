"""Names of entities, such as `Elm Partners, L.P.`, in running text."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 400  # characters of a phrase; no name is as long
_LONGEST_TEXT = 4000

_FORM = (
    r"(?=[A-Z]|plc)(?i:L\.?\s?L\.?\s?L?\.?\s?P\b\.?|L\.?\s?P\b\.?|L\.?\s?L\.?\s?C\b\.?|Inc(?:orporated)?\b\.?"
    r"|Corp(?:oration)?\b\.?|Ltd\b\.?|Limited(?: Partnership| Liability Company)?\b|Company\b|Co\b(?!-)\.?"
    r"|Partnership\b(?!-)|Partners\b(?!-)|PLC\b|GmbH\b|N\.V\.|S\.A\.|B\.V\.|(?:Uni)?Trust\b|Foundation\b|Fund\b"
    r"|GRAT\b|CRUT\b|CRAT\b|CLAT\b|SLAT\b)"
)
_WORD = (
    r"(?!(?:UAD|UDT|UTD|UA|U/A|DTD|Dated|Created|Established)\b)"
    r"(?:[a-z]?[A-Z0-9][\w.&'’/+-]*|&|\([A-Z][A-Za-z.]{0,9}\)|of|the|for|de|del|la|van|von|der|du)"
)
_FIRST = rf"(?:{_WORD}|and(?! the\b))"
_AFTER_COMMA = r"(?:,? (?:Jr|Sr)\b\.?|, (?:II|III|IV)\b),?"
_NUMBER = r"(?:No\. ?|# ?)?(?:[IVX]+(?:-[A-Z0-9])?|\d{1,4}|[A-Z](?:-?\d)?)"
_NUMBERED = (
    rf"(?:(?: | ?- ?){_NUMBER}(?: of \d{{4}})?(?![\w.'’/&-]|,\d)(?! (?:shares|shs|units|of the)\b)| of \d{{4}}\b)"
)
_SERIES = rf"(?:{_NUMBERED}|(?!{_NUMBERED}))"
_FOR_WHOM = (
    r"(?: (?i:fbo|f/b/o|for the benefit of) (?:[A-Z][\w.'’-]*|\d{1,2})(?: (?:[A-Z][\w.'’-]*|\d{1,2})){0,4}(?![\w/]))"
)
_FOR = r"\s(?i:no\b|for\b(?! (?:the benefit|which|whom|whose|his|her|its|their)\b)|fbo\b|f/b/o)"
_NAME_GOES_ON = rf"(?!['’]|\.?\s?(?:-(?! ?\d{{1,3}}(?:,\d{{3}})+)|#)|{_FOR}|,? {_FORM})"
ENTITY = re.compile(
    rf"(?<![\w.'’/&-])(?<!- ){_WORD}(?:{_AFTER_COMMA}| {_FIRST})*?,? {_FORM}(?:(?: (?!{_FORM}){_WORD})*,? {_FORM})*"
    rf"{_SERIES}(?:(?<=Trust){_FOR_WHOM}|{_NAME_GOES_ON})"
)
_APART = re.compile(
    r".*\b(?i:trustees? (?:of|for|to)|co-?ttees?|ttees?|trs)\b(?: fbo\b)?|.*\btrustees?(?= (?:\S+ ){1,6}?trust\b)", re.I
)
_NO_NAME = re.compile(
    r"\b(?:trustees? (?:of|for|to)|co-?ttees?|ttees?|trs)\b|\btrustees? (?:\S+ ){1,6}?trust\b|^(?:as|by) ", re.I
)
_UNDER = re.compile(r"\b(?:UAD|U/A/D|UTD|UDT|UA|under)\b", re.I)
_BEFORE = re.compile(
    r"^[\s,:]*(?:(?:by|held|directly|indirectly|owned|through|shares?|the|of|for|as|and|self|in|via|see|spouse['’]?s?|both"
    r"|each|manager|co-manager|member|managing|general partner|beneficiary|affiliate|common stock"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})\b[ :,]*)+",
    re.I,
)
_PLAN = re.compile(r"\bplans?\b|401|\b[ek]sop\b|\bira\b|\bindividual retirement\b", re.I)
_DIGITS = re.compile(r"\d{2,4}, [A-Z]")  # `667, L.P.`
_GENERIC = re.compile(
    r"the|an?|of|and|for|no|in|by|as|to|member|[a-z]|[ivx]+|\d+|dated|family|spous\w*|wife|husband|child|children|son|daughter|grand\w+"
    r"|revocable|irrevocable|irr|irrev|rev|living|grantor|retained|annuity|charitable|remainder|lead|voting|rabbi|exempt|non"
    r"|gst|marital|qualified|dynasty|testamentary|nominee|blind|trusts?|unitrust|grat|crut|crat|clat|slat|foundation"
    r"|limited|liability|company|co|corporation|corp|llc|lp|llp|inc|ltd|partnership|partners|fund|master|capital|holdings?"
    r"|investments?|management|associates|group|ventures?|international|subsidiary|professional|affiliated|wholly|owned"
    r"|issuer|reporting|persons?|owner|self|personal|private|general|business|managed|joint|special|separate|account|stock"
    r"|savings|retirement|profit|sharing|benefit|employees?|contingent|beneficiary|trustees?|advisor",
    re.I,
)


def entities(phrase: str) -> tuple[str, ...]:
    """Return the entities that a phrase names: `Elm Partners, L.P.`, but not `Family Trust` or `Elm 401(k) Plan`.

    Of `Ida Trust under the Ada Trust` that is the first.
    """
    if _PLAN.search(phrase):
        return ()
    before, *under = _UNDER.split(phrase, maxsplit=1)
    return (mentioned(before) if under else ()) or mentioned(phrase)


@lru_cache(maxsize=4096)
def mentioned(text: str) -> tuple[str, ...]:
    """Return the names of entities in a text, which may speak of plans too."""
    found = (_BEFORE.sub("", _APART.sub("", each[0])).strip(" ,") for each in ENTITY.finditer(text[:_LONGEST_TEXT]))
    return tuple(name for name in found if is_entity(name))


@lru_cache(maxsize=1 << 13)
def is_entity(name: str) -> bool:
    """Tell whether a text is the name of one entity and no more; `Family Trust` is a kind and no name."""
    return len(name) <= LONGEST and ENTITY.fullmatch(name) is not None and _named(name)


def _named(name: str) -> bool:
    return is_proper(name) and not _PLAN.search(name) and not _NO_NAME.search(name)


def last_entity(text: str) -> str | None:
    """Return the entity that a text ends with the name of."""
    return next((name for name in reversed(mentioned(text[-LONGEST:])) if text.endswith(name)), None)


def is_proper(name: str) -> bool:
    """Tell whether a name has a word of its own, as `Elm Fund` has, and not `Family Trust`."""
    return _DIGITS.match(name) is not None or any(not _GENERIC.fullmatch(word) for word in re.findall(r"[^\W_]+", name))
