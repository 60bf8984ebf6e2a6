"""Titles of securities compared by what they mean: spelling makes no other security."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graphload.wording.text import normal

_LONGEST = 400  # characters that are read as a title; the forms take 60
_CURRENCY = r"(?:u\.?s\.?\s?\$|hk\$|cdn?\$|c\$|a\$|[$€£¥]|\b(?:usd|us|euros?|eur|gbp|nis|chf|rmb)\b)"
_NUMBER = r"(?:\d{1,3}[.,]\d*|[.,]\d+|\d{1,3})(?![\d%])"
_CENTS = r"(?:\s*(?:¢|(?:cents?|pence|pounds?|euros?|dollars?|nis)\b))"
_MONEY = rf"(?:{_CURRENCY}\s*{_NUMBER}{_CENTS}?|{_NUMBER}{_CENTS}|\d*[.,]\d+(?![\d%]))"
_PAR = r"(?:par|nominal)"
_VALUE = r"(?:\s*-?\s*val(?:ue?)?\b)"
_EACH = (
    r"(?:\s*,?\s*(?:each\b|a\s+share\b|(?:per\b|/)(?:\s*(?:(?:common|ordinary)\s+)?s(?:h(?:a(?:r(?:es?)?)?)?)?\b)?))"
)
_CLAUSE = re.compile(
    rf"[\s,;(-]{{0,5}}(?<![^\W_])(?:(?:with|having|of|at)\s+(?:an?\s+)?)?(?:"
    rf"(?:no|without|zero)[\s-]+(?:an?\s+)?{_PAR}\b{_VALUE}?{_EACH}?"
    rf"|{_MONEY}{_EACH}?[\s,(]*(?:in\s+)?{_PAR}\b{_VALUE}?{_EACH}?"
    rf"|{_PAR}\b{_VALUE}[\s:,(=-]*(?:of\s+)?(?:{_MONEY}|{_CURRENCY}|{_NUMBER})?{_EACH}?"
    rf"|{_PAR}\s+(?:of\s+)?{_MONEY}{_EACH}?"
    r")\)?"
)
# what is left at the end of a title that was cut off within a clause on par value
_CUT = re.compile(
    rf"(?:[,(]\s*{_PAR}(?:\s+va?)?|[,(]\s*(?:no|without)\s+pa?|[\s,(]{{1,4}}{_MONEY}\s+pa?"
    rf"|(?<=stock|hares)[\s,(]{{1,4}}{_CURRENCY}\s*0?\.\d*)\s*$"
)
_FOOTNOTE = re.compile(r"(?<=[\w)\"'”’])\s*(?:\(\d{1,2}\)\s*)+$")
_BRACKET = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"""^\W*(?:the\s+|collectively,?\s+|or\s+)*["'“”‘’`]+(.+?)["'“”‘’`]+\W*$""")
_QUOTED_LAST = re.compile(r"""(?<=\w)[\s,]+(?:the\s+)?["“”]([^"“”]+)["“”]\s*$""")
_GENERIC = frozenset({"the", "stock", "common", "share", "security"})
_BUY = re.compile(r"\(\s*(?:rights?|rt)\s+to\s+(?:buy|purchase)\s*\)")
# what is a right to buy whether or not its title says so
_OPTION = re.compile(r"(?:option|warrant|right)s?\b")
_PART = (
    r"(?:class|series|common|ordinary|preferred|restricted|phantom|performance|employee"
    r"|stock|share|option|unit|warrant)(?:s(?!tock|hare|eries))?"
)
_GLUED = re.compile(rf"\b(?:(?:class|series)[a-z](?=(?:{_PART})*\b)|{_PART})+\b")
_PIECE = re.compile(rf"(class|series)([a-z])(?=(?:{_PART})*$)|({_PART})")
_PLURAL = re.compile(
    r"\b(share|stock|option|unit|warrant|right|note|interest|debenture|bond|sar|rsu|swap|contract|future)s\b"
)
_LETTER = r"(?:[a-z]{1,2}(?: \d{1,2})?|[ivx]+|\d{1,2})"
_SORT = r"(?:voting|non voting|convertible|cumulative|redeemable|perpetual|participating|exchangeable|restricted)"
# each in its turn: what a spelling is, and what stands for it
_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\bstk\b", "stock"),
        (r"\bshs\b", "share"),
        (r"\bpfd\b", "preferred"),
        (r"\bcomm?(?= (?:stock|share)\b)", "common"),
        (r"(?:^|(?<=^class [a-z] ))comm?$", "common"),
        (r"\bord(?= share\b)", "ordinary"),
        (r"\bnon ?(?=(?:voting|qualified|statutory|employee)\b)", "non "),
        (r"\bcl(?= (?:[a-z]|\d{1,2})\b)", "class"),
        (r"\b(class|series) ?([a-z])(\d{1,2})\b", r"\1 \2 \3"),
        (r"\b(option|warrant|right) (?:right|rt) to (?:buy|purchase)$", r"\1"),
        (r"^share of (?:the )?(?=.*\b(?:stock|share|common)\b)", ""),
        (r"\b(common|preferred) (?:stock|share)(?: share)?\b", r"\1 stock"),
        (rf"^((?:{_SORT} )*(?:common stock|common|ordinary share|preferred stock)) ((?:class|series) {_LETTER})$",
         r"\2 \1"),
        (r"\bcommon$", "common stock"),
    )
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def title_key(title: str) -> str:
    """Return the words of a title that tell its security from others: `class a common stock` of `Common Shares, Cl A`.

    Par value, defined terms, the number of a footnote and `(right to buy)` are left out.
    """
    if len(title) > _LONGEST:
        return normal(title)
    folded = " ".join(unicodedata.normalize("NFKC", title).casefold().split())
    return _spelt(normal(_without_terms(_without_par(folded)))) or normal(title)


@lru_cache(maxsize=1 << 14)
def defined_term(title: str) -> str | None:
    """Return the key of the term that a title defines: `common stock` of `Class B stock ("Common Stock")`.

    Elsewhere in the same document the term means that title. None if the title defines no term.
    """
    if len(title) > _LONGEST:
        return None
    last = re.search(r"\(([^()]*)\)\s*$", _without_par(title))
    quoted = _QUOTED.search(last[1]) if last else _QUOTED_LAST.search(title)
    return title_key(quoted[1]) if quoted else None


def _without_par(text: str) -> str:
    """Return a text without the number of a footnote at its end and without clauses on par value."""
    whole = _CUT.sub("", _CLAUSE.sub(" ", _FOOTNOTE.sub("", text)))
    return _FOOTNOTE.sub("", whole.rstrip(" ,;")) if normal(whole) else text


def _without_terms(text: str) -> str:
    """Return a text without the terms it defines and without `(right to buy)`."""
    text = _BUY.sub(" ", text) if _OPTION.search(_BUY.sub(" ", text)) else text
    text = _BRACKET.sub(lambda found: " " if _adds_nothing(found, text) else found[0], text)
    last = _QUOTED_LAST.search(text)
    return text[: last.start()] if last and _only_known(last[1], text[: last.start()], _GENERIC) else text


def _adds_nothing(bracket: re.Match[str], text: str) -> bool:
    """Whether a bracket defines a term, abbreviates the words before it or repeats words of the text."""
    before = text[: bracket.start()]
    quoted = _QUOTED.search(bracket[1])
    inner = quoted[1] if quoted else bracket[1]
    known = _only_known(inner, before + " " + text[bracket.end() :], _GENERIC if quoted else frozenset())
    return bool(before.strip()) and (known or _abbreviates(normal(inner), before))


def _only_known(term: str, text: str, generic: frozenset[str]) -> bool:
    """Whether a term has no word that the text lacks, so that it tells nothing apart."""
    return set(_spelt(normal(term)).split()) <= set(_spelt(normal(text)).split()) | generic


def _abbreviates(short: str, before: str) -> bool:
    """Whether a word is the initials of the last words before it: `rsus` of `restricted stock units`."""
    initials = "".join(word[0] for word in _GLUED.sub(_apart, normal(before)).split())
    short = short.removesuffix("s") if not initials.endswith(short) else short
    return len(short) > 1 and initials.endswith(short)


def _spelt(words: str) -> str:
    """Return normalised words in one spelling and order."""
    words = _PLURAL.sub(r"\1", _GLUED.sub(_apart, words))
    for pattern, instead in _SPELLINGS:
        words = pattern.sub(instead, words)
    return words.strip()


def _apart(glued: re.Match[str]) -> str:
    """Return words that lost the spaces between them: `class a common` of `classacommon`."""
    return " ".join(" ".join(filter(None, piece)) for piece in _PIECE.findall(glued[0]))
