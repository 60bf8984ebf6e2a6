"""What kind of vehicle a nature of indirect ownership names: a table of patterns, and how sure the words make it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graphload.wording.text import normal

STATED = "stated"  # the words say what it is: `By ESOP`, `Oak Hill Trust`
FOOTNOTE = "footnote"  # the words of a footnote that the row cites say it
SHAPE = "shape"  # only the form of a name or the way it is held says so: `Smith Holdings`, `joint account`
NONE = "none"  # nothing says it


class Nature(NamedTuple):
    """The kind of vehicle that a text names, and the grade of that."""

    kind: str
    grade: str


_LONGEST = 400  # letters that are read; the form takes fewer
_FEW_WORDS = r"(?: (?!(?:and|by|of|which|held|trust)\b)\w+){0,4}"
_NOT_A_NAME = r"(?! (?:[a-z] )?(?!fbo|for|of|held|financial|custod)(?:[a-z]+ ){1,3}(?:trust|llc|lp|inc)\b)"
_RUNS_IT = r"(?!.*\b(?:gp|general partner|management|managers?|advis[eo]rs?)(?: (?:llc|lp|inc|ltd|co))?$)"
# Each row: a kind, the grade, a pattern of words, which are as normal leaves them: small letters,
# `401(k)` as `401 k`, `L.P.` as `lp`, `c/f` as `c f`.
# The first row that matches decides: what holds the shares comes before whose it is.
TABLE = (
    ("custodial", STATED, r"\b529\b|\b(?:education|college) savings\b"),
    ("ira", STATED, r"\bregistered retirement\b|\b(?:rrsp|rrif|lira|tfsa|sipp)\b"),
    ("esop", STATED, r"\b\w*(?:esop|ksop|isop|trasop|paysop|esot)s?\b|\bstock ownership (?:plan|trust|and|savings)"),
    ("espp", STATED, r"\b(?:espp|spp)\b|\bstock purchase (?:plan|program)|\bemployees? (?:stock|share) purchase\b"),
    ("plan", STATED, r"^(?!.*401 ?k).*\b(?:non ?qual\w*|supplemental|executive|excess|deferred)\b.*\bsavings\b"),
    ("plan401k", STATED, r"401 ?k|\bsavings\b.*\b(?:plan|trust)\b|\bretirement savings\b|\bthrift\b|\bprofit ?shar"),
    ("ira", STATED, rf"\biras?\b{_NOT_A_NAME}"),
    ("ira", STATED, r"\bindividual retirement\b|\bretirement account|\broth (?:\w+ )?account|\broth$|\bkeogh\b"),
    ("ira", STATED, r"\bsep\b(?! \d)|\bsuper(?:annuation|attenuation)?(?: fund)\b|\bsuperannuation\b"),
    ("plan", STATED, r"\bplans?\b(?<!estate plan)(?! (?:\w+ )?(?:llc|lp|inc)\b)|\bstock award"),
    ("plan", STATED, r"\b(?:retirement|pension|employees?|benefit) (?:trust|fund)s?\b|\bdividend reinvestment\b"),
    ("plan", STATED, r"\bdeferred comp\w*\b(?! holding)|\bdeferral\b|\b(?:serp|nqdc|drip|rsus?|psus?)\b"),
    ("plan", STATED, r"\b(?:restricted|phantom|deferred) (?:stock|share)s?\b"),
    ("custodial", STATED, r"\b\w*u[gt]t?mas?\b|\bcus\w*dia|\bcustody\b|\bcust\b|\bc f\b|\bto minors\b"),
    ("custodial", SHAPE, r"\btrust co(?:mpany)? c?(?:fbo|f b o)\b"),
    ("foundation", STATED, r"\bfoundations?\b(?! (?:capital|partners|ventures?|holdings)\b)|\bendowment\b"),
    ("foundation", STATED, r"\bcharit(?:y|ies|able (?:fund|org|giving|gift))|\bdonor advised\b|\bnon ?profit\b"),
    ("partnership", STATED, rf"\btr(?:ust)?\b{_FEW_WORDS} l?l?lp$"),
    ("company", STATED, rf"\btr(?:ust)?\b{_FEW_WORDS} (?:llc|inc|ltd|limited|corp|co|company)$"),
    ("company", STATED, r"\bllc (?:as )?held by\b"),
    ("trust", STATED, r"(?<!\ben)trust(?!co\b|mark|ed\b|worthy)|\b(?:tr|trs|ttees?|turst|trsut|rtust|trut)\b"),
    ("trust", STATED, r"\b(?:gr[aiu]t|cr[au]?t|cl[au]t|slat|ilit|qprt|qtip|idgt|igt|gste?|dapt)s?\d*\b"),
    ("trust", STATED, r"\b(?:irrev|irrevocable|revocable|inter vivos|testamentary|family living)\b"),
    ("trust", STATED, r"\b(?:uad|udt|utd|uta)\b|\bu (?:[dt] )?[adtw]\b"),
    ("fund", STATED, rf"\bfunds?\b{_RUNS_IT}"),
    ("partnership", STATED, r"\b(?:l ?(?:l ?){0,2}ps?|[fis]lps?|partnerships?|ptrshp|scsp|kg)\b"),
    ("company", STATED, r"\b(?:l ?l ?cs?|pllc|inc|incorporated|corps?|corporations?|ltd|limited|company|companies)\b"),
    ("company", STATED, r"\b(?:plc|pty|pte|gmbh|s ?[aà] ?r ?l|sro|subsidiar(?:y|ies)|entit(?:y|ies)|wholly owned)\b"),
    ("company", SHAPE, r"\b(?:co|sa|ag|nv|bv|ab|oy|aps|spa|kk|sas|pc)$"),
    ("partnership", SHAPE, r"\bpartners\b|\bgeneral partner\b|^(?:by |as )?gp$"),
    (
        "company",
        SHAPE,
        r"\b(?:holdings?|holdco|ventures?|associates|capital|enterprises?|properties|realty|industries)\b",
    ),
    (
        "company",
        SHAPE,
        r"\b(?:technolog(?:y|ies)|management|investors|consult\w+|marketing|railroad|trucking|storage)\b",
    ),
    ("company", SHAPE, r"\b(?:acquisitions?|advis[eo]rs|securities|equities|affiliates?)\b|\w group\b"),
    ("company", SHAPE, r"\binvestments\b(?! account)"),
    ("spouse", STATED, r"\bspous|\b(?:spuse|pouse)\b|\bwi(?:fe|ves)\b|\bhusband|\b(?:domestic|life) partner\b|\bfianc"),
    ("child", STATED, r"\b(?:grand|step)?(?:son|daughter?|child|children|minor|kid|twin|triplet)s?\d*\b"),
    ("child", STATED, r"\boffspring\b|\bdesc?end[ae]nt"),
    ("family", STATED, r"\b(?:brother|sister|sibling|nephew|niece|cousin|uncle|aunt|relative|dependent)s?\b"),
    ("family", STATED, r"\bfamily\b|\b(?:grand)?(?:parent|mother|father)s?\b|\bin laws?\b|\bhousehold\b"),
    ("trust", SHAPE, r"\b(?:fbo|f b o)\b"),
    ("family", SHAPE, r"\bjoint(?:ly)?\b|\bjt(?:wros|ten)?\b|\b(?:tenants?|tenancy) (?:in|by)\b|\bcommunity prop"),
    ("footnote", NONE, r"\bfoo?t? ?n?otes?\b|\bfootnot|^(?:see )?(?:notes?|fn|f)?(?: ?\d+)*(?: below)?$|^\*+$"),
    ("footnote", NONE, r"\b(?:see|refer to) (?:fn|foo|notes?|remarks|explanation|below|above|attached|exhibit|item)"),
    ("footnote", NONE, r"^(?:explanation|remarks)\b"),
)
_RULES = tuple((Nature(kind, grade), re.compile(words)) for kind, grade, words in TABLE)
_OTHER = Nature("other", NONE)


def alike(one: str, other: str) -> bool:
    """Tell whether two kinds may be one entity's: a fund is a partnership or a company."""
    return one == other or {one, other} <= {"company", "partnership", "fund"}


def nature(text: str) -> Nature:
    """Return what a text names; texts that normal makes one text name the same."""
    return _read(normal(text)[:_LONGEST])


@lru_cache(maxsize=4096)
def _read(words: str) -> Nature:
    return next((found for found, pattern in _RULES if words and pattern.search(words)), _OTHER)
