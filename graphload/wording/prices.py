"""What footnotes say of the price of a transaction: the range it is an average of, and when it is no share's price."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_LONGEST = 2000  # characters of a footnote that are read
_LONGEST_AMOUNT = 30  # digits; more are no price
_DEPOSITARY = re.compile(r"(?i:deposit[ao]ry (?:share|receipt|interest)|\bGDRs?\b)|\bA\.?D\.?[RS]\.?s?\b")
_PRICE = re.compile(r"\bprices?\b", re.I)
# the price is of the ordinary share: `the price per ordinary share was worked out from the price per ADS`
_CONVERTED = re.compile(
    r"""\bprices?\b[^.;]{0,80}?(?<!\bnot\ )(?<!\bnot\ been\ )(?<!\bnever\ )\b(?:converted|divided|adjusted|translated
        |recalculated|restated|worked\ out|calculated|computed|derived|determined|obtained|arrived\ at)\b""",
    re.I | re.X,
)
_PER_SHARE = re.compile(r"\bper\b[^.;]{0,20}\b(?:ordinary|common|class [a-z]|underlying)\b|\bratio\b", re.I)
# a total of dollars, and not `the total number of shares` or `the aggregate weighted average price`
_SUM = (
    r"(?:aggregate|total)\b(?!(?:\s+[\w-]+){0,2}\s+average)"
    r"(?!\s+(?:number|amount)\s+of\s+(?:\w+\s+)?(?:shares|securities))"
)
_TOTAL = re.compile(
    rf"""\b(?:price|amount|figure|number|column\ 4|reported|shown)\b[^.;]{{0,60}}
        \b(?:is|are|represents?|reflects?|shows?|being|equals?)\s+(?:the\s+|an?\s+)?{_SUM}
        (?!\s+of\s+(?:multiple|several|all|the)\b)
        |^\W*(?:represents\s+|reflects\s+)?(?:the\s+)?{_SUM}\s+
        (?:(?:purchase|sales?|exercise|dollar|transaction|gross|net)\s+)*(?:price|consideration|amount|proceeds|cost|value)\b""",
    re.I | re.X,
)
_DOLLARS = r"(?<!\w)(?:US)?\$\s?"
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?!\d|\.\d|\s*(?:[mb]illion|%))"
_AMOUNT = _DOLLARS + _NUMBER
_ALSO = rf"(?:{_DOLLARS})?{_NUMBER}"  # the second amount of `$10.05-10.55`
_UP_TO = r"(?:-|–|—|\bto\b|\bthrough\b)"
_RANGE = re.compile(
    rf"""\b(?:rang(?:e|es|ed|ing)|between|var(?:y|ied|ying))\b[^.;$]{{0,60}}{_AMOUNT}
        (?:\s?[-–—]\s?{_ALSO}|[^.;$\d]{{0,30}}\b(?:to|and|through)\b[^.;$\d]{{0,40}}{_AMOUNT})
        |\blow\w*\b[^.;$]{{0,60}}{_AMOUNT}[^.;$\d]{{0,40}}\bhigh\w*\b[^.;$\d]{{0,60}}{_AMOUNT}
        |\bhigh\w*\b[^.;$]{{0,60}}{_AMOUNT}[^.;$\d]{{0,40}}\blow\w*\b[^.;$\d]{{0,60}}{_AMOUNT}
        |\bprices?\b[^.;$]{{0,40}}{_AMOUNT}\s?{_UP_TO}\s?{_AMOUNT}
        |{_AMOUNT}\s?[-–—]\s?{_ALSO}""",
    re.I | re.X,
)
# two prices that are no range: `the exercise price was reduced from $10 to $8`
_CHANGED = re.compile(
    r"\b(?:reduc|adjust|decreas|increas|lower|rais|chang|amend|re-?pric|correct|converted|translated|exchange)", re.I
)


def another_unit(title: str, priced: str, sized: str) -> bool:
    """Tell whether shares times price is no value, as the price is that of a depositary share or a total.

    `priced` is the text of the footnotes on the price, `sized` of those on the shares and the title.
    """
    return _total(priced[:_LONGEST]) or _per_depositary(title, priced[:_LONGEST], sized[:_LONGEST])


def _per_depositary(title: str, priced: str, sized: str) -> bool:
    if _depositary(title):
        return False
    texts = [text for text in (priced, sized if _PRICE.search(sized) else "") if _depositary(text)]
    return any(not (_CONVERTED.search(text) and _PER_SHARE.search(text)) for text in texts)


@lru_cache(maxsize=4096)
def _total(text: str) -> bool:
    return _TOTAL.search(text) is not None


@lru_cache(maxsize=4096)
def _depositary(text: str) -> bool:
    return _DEPOSITARY.search(text) is not None


@lru_cache(maxsize=4096)
def price_range(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest price that a footnote gives, in dollars; None where it gives several ranges."""
    text = text[:_LONGEST]
    amounts = (
        [each for each in match.groups() if each is not None]
        for match in _RANGE.finditer(text)
        if not _CHANGED.search(_sentence(text, match))
    )
    found = {
        tuple(sorted(Decimal(each.replace(",", "")) for each in some))
        for some in amounts
        if all(len(each) <= _LONGEST_AMOUNT for each in some)
    }
    if len(found) != 1:
        return None
    low, high = found.pop()
    return low, high


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence up to the end of a match."""
    return text[text.rfind(". ", 0, match.start()) + 1 : match.end()]
