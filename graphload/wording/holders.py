"""Who holds, as a nature of ownership or a footnote words it: the clause that says so, the entities it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_HELD = re.compile(
    r"\b(?:held|owned|registered|deposited|allocated to (?:[\w'’]+ ){1,4}accounts?)[\s,]+"
    r"(?:(?:(?:in)?directly|solely|jointly|beneficially|of record|and|or|separately)[\s,]+)*"
    r"(?:by|in|through|under|as|for|with|on behalf of)\s+"
    r"(?:(?:in )?the (?:names?|account|benefit) of\s+)?(?:(?:each|both|all) of\s+)?",
    re.I,
)
_HOLDS = re.compile(
    r",?\s+(?:which\s+|that\s+)?(?:(?:is|are) the (?:record|direct|registered) (?:holder|owner)s?\b"
    r"|(?:directly\s+)?(?:holds|owns)\s+(?:directly\s+|of record\s+)?"
    r"(?:the|these|such|all|\d[\d,]*)\s+(?:shares|securities)\b)"
)
_DEFINITION = re.compile(r'\s?\([^()]{0,60}["“][^()]{0,120}\)')
_END = re.compile(
    r'[;:"“”]\s*|\s*\((?:collectively|each|together)\s'
    r"|(?<=L\.P\.|L\.C\.)\s+(?=[A-Z][a-z]|\()"
    r"|(?<![\s.][A-Z])(?<!^[A-Z])(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|No))(?<!\b(?:Mrs|Rev|Irr))(?<!\bIrrev)\.(?=\s+[A-Z(]|\s*$)"
    r"|,?\s+(?:of|for|in|over|as to|with respect to)\s+(?:which|whom|whose)\b"
    r"|,?\s+(?:which|who|where|whose|that|is|are|was|were|has|have|had|may|established|except)\b"
    r"|,?\s+(?:pursuant to|by virtue|as of)\b"
    r"|,\s+(?:an?|its|his|her|with|but|in|not|over)\s"
)
_LONGEST = 400  # characters of a phrase; no name is as long
_LONGEST_TEXT = 4000  # EDGAR takes 1000 a footnote, and a cell may cite several
_BY = re.compile(r"^\s*by\s*:", re.I)
_NO_MORE = re.compile(r"[\s.,;:*]*(?:$|(?:of|for|in|over) (?:which|whom)\b|which\b|where\b)|\.\s")
_TELLS = re.compile(
    r"(?:reflects|represents|includes|consists)\b|.*\b(?:disclaims?|acquired|granted|sold|issued|owns|holds|manages|controls)\b",
    re.I,
)
_FORM = (
    r"(?=[A-Z]|plc)(?i:L\.?\s?L\.?\s?L?\.?\s?P\b\.?|L\.?\s?P\b\.?|L\.?\s?L\.?\s?C\b\.?|Inc(?:orporated)?\b\.?"
    r"|Corp(?:oration)?\b\.?|Ltd\b\.?|Limited(?: Partnership| Liability Company)?\b|Company\b|Co\b(?!-)\.?"
    r"|Partnership\b(?!-)|Partners\b(?!-)|PLC\b|GmbH\b|N\.V\.|S\.A\.|B\.V\.|(?:Uni)?Trust\b|Foundation\b|Fund\b"
    r"|GRAT\b|CRUT\b|CRAT\b|CLAT\b|SLAT\b)"
)
_WORD = (
    r"(?!(?:UAD|UDT|UTD|UA|U/A|DTD)\b)"
    r"(?:[a-z]?[A-Z0-9][\w.&'’/+-]*|&|\([A-Z][A-Za-z.]{0,9}\)|and|of|the|for|de|del|la|van|von|der|du)"
)
_AFTER_COMMA = r"(?:,? (?:Jr|Sr)\b\.?|, (?:II|III|IV)\b),?"
_NUMBER = r"(?:No\. ?|# ?)?(?:[IVX]+(?:-[A-Z0-9])?|\d{1,4}|[A-Z](?:-?\d)?)"
_SERIES = rf"(?:(?: | ?- ?){_NUMBER}(?: of \d{{4}})?(?![\w.'’/&-])| of \d{{4}}\b)?"
_NAME_GOES_ON = rf"(?!\.?\s?[-#]|\s(?i:no\b|for\b|fbo\b|f/b/o)|,? {_FORM})"
_ENTITY = re.compile(
    rf"(?<![\w.'’/&-])(?<!- ){_WORD}(?:{_AFTER_COMMA}| {_WORD})*?,? {_FORM}(?:(?: {_WORD})*?,? {_FORM})*"
    rf"{_SERIES}{_NAME_GOES_ON}"
)
_APART = re.compile(
    r"(?:(?<=LLC)|(?<=L\.L\.C\.)|(?<= LP)|(?<=LLLP)|(?<=L\.P\.)|(?<=Inc\.)|(?<=Ltd\.)|(?<=Trust)|(?<=Fund)) and "
    r"|.*\b(?i:trustees? (?:of|for|to)|co-?ttees?|ttees?|trs|fbo)\b"
)
_BEFORE = re.compile(
    r"^[\s,:]*(?:(?:by|held|directly|indirectly|owned|through|shares?|the|of|for|as|and|self|in|via|see|spouse['’]?s?|both"
    r"|each|manager|co-manager|member|managing|general partner|beneficiary|affiliate|common stock"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})\b[ :,]*)+",
    re.I,
)
_PLAN = re.compile(r"\bplans?\b|401|\b[ek]sop\b|\bira\b|\bindividual retirement\b", re.I)
_GENERIC = re.compile(
    r"the|an?|of|and|for|no|[a-z]|[ivx]+|\d+|dated|family|spous\w*|wife|husband|child|children|son|daughter|grand\w+"
    r"|revocable|irrevocable|irr|irrev|rev|living|grantor|retained|annuity|charitable|remainder|lead|voting|rabbi|exempt|non"
    r"|gst|marital|qualified|dynasty|testamentary|nominee|blind|trusts?|unitrust|grat|crut|crat|clat|slat|foundation"
    r"|limited|liability|company|co|corporation|corp|llc|lp|llp|inc|ltd|partnership|partners|fund|master|capital|holdings?"
    r"|investments?|management|associates|group|ventures?|international|subsidiary|professional|affiliated|wholly|owned"
    r"|issuer|reporting|persons?|owner|self|personal|private|general|business|managed|joint|special|separate|account|stock"
    r"|savings|retirement|profit|sharing|benefit|employees?|contingent|beneficiary|trustees?|advisor",
    re.I,
)


def clauses(text: str) -> Iterator[str]:
    """Yield each phrase after `held by` and the like, up to where another thought begins; then who `holds shares`."""
    text = _DEFINITION.sub("", text[:_LONGEST_TEXT])
    for found in _HELD.finditer(text):
        if phrase := _END.split(text[found.end() : found.end() + _LONGEST], maxsplit=1)[0].strip(" ,"):
            yield phrase
    for found in _HOLDS.finditer(text):
        yield from _last_entity(text[: found.start()])


def subject(text: str) -> str:
    """Return what a text is about if that is all it says: `The Oak Trust, of which he is trustee`, but not `X is …`."""
    text = _BY.sub("", _DEFINITION.sub("", text)[:_LONGEST])
    about = _END.split(text, maxsplit=1)[0]
    return about.strip(" ,") if _NO_MORE.match(text[len(about) :]) and not _TELLS.match(about) else ""


@lru_cache(maxsize=1024)
def named(text: str) -> tuple[str, ...]:
    """Return the names of the entities that plainly hold: `Elm Partners, L.P.` of `By Elm Partners, L.P.`

    Reads the first clause that says who holds, else what the text is about. `By Family Trust` names nobody.
    """
    return next((names for phrase in (*clauses(text), subject(text)) if (names := _entities(phrase))), ())


def defined(short: str, text: str) -> str | None:
    """Return the name that a text shortens so: of `FFG`, in `FF Growth, LP ("FFG")`, that is `FF Growth, LP`."""
    found = re.search(rf'\s?\((?:the\s+)?["“](?:the\s+)?{re.escape(short)}["”]', text)
    return next(_last_entity(text[: found.start()]), None) if found else None


def _last_entity(text: str) -> Iterator[str]:
    """Yield the entity that a text ends with the name of."""
    return (name for name in _entities(text[-_LONGEST:]) if text.endswith(name))


def _entities(phrase: str) -> tuple[str, ...]:
    if _PLAN.search(phrase):
        return ()
    parts = (part for found in _ENTITY.finditer(phrase) for part in _APART.split(found[0]))
    names = (_BEFORE.sub("", part).strip(" ,") for part in parts)
    return tuple(name for name in names if _ENTITY.fullmatch(name) and _proper(name))


def _proper(name: str) -> bool:
    return any(not _GENERIC.fullmatch(word) for word in re.findall(r"[^\W_]+", name))
