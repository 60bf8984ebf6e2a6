"""What notes say of awards and shares: withheld or sold for the tax, how they vest, how they were split."""

from __future__ import annotations

import re

_TAX = re.compile(r"\btax(?:es|ation)?\b|\bwithholding\s+(?:obligation|requirement|liabilit)", re.I)
_PRICE = re.compile(
    r"\b(?:exercise|option|strike|purchase)\s+(?:price|cost)\b|\bprice\s+of\s+the\s+(?:\w+\s+)?(?:options?|warrants?|exercise)\b|\bcost\s+of\s+(?:the\s+)?exercis"
    r"|\bcashless\b|\bnet\s+exercis|\bto\s+(?:fund|pay\s+for)\s+the\s+exercise",
    re.I,
)
_WITHHELD = re.compile(
    r"\bwith-?h(?:e|o)ld(?:ing|s)?\b|\bsurrender(?:ed|s|ing)?\b|\b(?:shares?|stock)\b[^.;]{0,60}\b(?:delivered|tendered|retained|forfeited)\b"
    r"|^\W*(?:delivered|tendered|retained|forfeited|kept\s+back)\b|\bkept\s+back\b|\bnet[\s-]+(?:share\s+)?(?:settle\w*|exercis\w+|issuance)"
    r"|\bdelivery\s+of\s+(?:\w+\s+)?shares\b|\bcashless\b|\b(?:used|applied)\s+to\s+(?:pay|satisfy|cover)",
    re.I,
)
_NOT_WITHHELD = re.compile(
    r"\b(?:no|not|none|without)\b[^.;]{0,50}\b(?:withh[eo]ld|surrendered|delivered|tendered|retained)", re.I
)
_SOLD = r"(?:sold|sales?|sell)"
_AIM = (
    r"(?:cover|satisfy|pay|fund|meet|defray|generate\s+(?:funds|proceeds|cash)\s+to\s+pay|raise\s+(?:funds|cash)|settle"
    r"|discharge|provide\s+for)"
)
_COVER = re.compile(
    rf"""\b{_SOLD}[\s-]+to[\s-]+cover\b
        |\b{_SOLD}\b[^.;]{{0,160}}?\b(?:to|in\s+order\s+to|for\s+the\s+(?:payment|purpose)\s+of)\s+(?:partially\s+|help\s+)?{_AIM}?\w*\b
        [^.;]{{0,100}}?\b(?:tax|withholding|exercise\s+price|price\s+of\s+the\s+option|cost\s+of\s+exercis)
        |\b(?:to|required\s+to)\s+{_AIM}\b[^.;]{{0,120}}\btax[^.;]{{0,100}}\b(?:sold|sale)\b""",
    re.I | re.X,
)
_NOT_SOLD = re.compile(
    rf"\b(?:no|none|neither)\b[^.;]{{0,60}}?\b{_SOLD}\b|\b(?:not|never)\b(?:\s+\w+){{0,3}}?\s+{_SOLD}\b(?![\s-]+to[\s-]+cover\s+(?:\w+\s+)?represent)"
    rf"|\b{_SOLD}\b[^.;]{{0,60}}?\b(?:not|never)\s+(?:\w+\s+){{0,3}}?(?:to|for|in\s+order\s+to)\s+(?:cover|satisfy|pay)"
    rf"|\bother\s+than\b[^.;]{{0,40}}\b{_SOLD}|\bnot\s+an?\s+[“\"]?{_SOLD}|\bmay\s+be\s+sold\b|\btax\s+planning\b",
    re.I,
)

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_COUNT = rf"(?:\d{{1,4}}(?:\.\d{{1,4}})?|{'|'.join(_NUMBERS)}|twenty-five|thirty|forty|fifty|one\s+hundred|hundred)"
_SPLIT = re.compile(
    r"\b(?:(?:forward|reverse|stock|share)[\s-]+)+split\b|\bsplit\s+of\b|\bsplit\b(?=[^.;]{0,40}\bshares?\b)", re.I
)
_RATIO = re.compile(
    rf"\b({_COUNT})\s?(?:\(\d+\)\s?)?(?:-|–|\s)?(?:for|to|:)\s?(?:-|–|\s)?({_COUNT})\b(?!\s?%)|\b({_COUNT}):({_COUNT})\b",
    re.I,
)
_NO_SPLIT = re.compile(
    r"\bnot?\b[^.;]{0,60}\bsplit|"
    r"\b(?:in\s+the\s+event\s+of|event\s+of|subject\s+to|upon|for)\s+(?:any\s+|a\s+|future\s+|certain\s+)?(?:\w+\s+){0,6}?(?:stock\s+)?splits?\b[^.;]{0,30}\b"
    r"(?:dividend|combination|recapitali|similar|and\s+the\s+like|or\s+other)|\b(?:any|future|no)\s+(?:\w+\s+){0,3}splits?\b|\bmay\s+be\s+adjusted"
    r"|\bsplit\s+into\s+(?:\w+\s+)?(?:filings|forms|parts|reports)|\b(?:form|filing|report)\b[^.;]{0,40}\bsplit\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:effect(?:ed|ive|uated)?|occurred|adjusted|adjusts|reflects?|reflecting|reflected|gives?\s+effect|giving\s+effect|after|following|result\s+of"
    r"|due\s+to|distributed|paid|completed)\b",
    re.I,
)
_WORTH = {word: number for number, word in enumerate(_NUMBERS, 1)} | {
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "one hundred": 100,
    "hundred": 100,
}

_VESTS = re.compile(
    r"\b(?:vests?|vested|vesting|(?:become|becomes|became|becoming)\s+(?:\w+\s+){0,3}?exercisable|exercisable|lapses?|lapsed)\b",
    re.I,
)
_MENTIONED = re.compile(  # `withheld upon the vesting`, and other vesting that is over or of other shares
    r"\b(?:withh[eo]ld\w*|surrender\w*|sold|delivered|retained)\b[^.;]{0,160}\b(?:vest|lapse)|\bpayment\s+of\s+tax",
    re.I,
)
_SCHEDULES = (
    (
        "milestones",
        r"\b(?:milestones?|performance(?!\s+(?:\w+\s+){0,3}plan)|total\s+s(?:hare|tock)holder\s+return|TSR|targets?|upon\s+the\s+(?:achievement|attainment|satisfaction)"
        r"|achievement\s+of|market\s+capitali[sz]ation|weighted\s+average\s+price|FDA\s+approval)\b",
    ),
    (
        "monthly",
        r"\bmonthly\b|\b(?:each|every|per)\s+month\b|\b1/(?:36|48|60)(?:th)?s?\b|\b(?:36|48|60)\s+(?:\w+\s+){0,3}installments\b",
    ),
    (
        "quarterly",
        r"\bquarterly\b|\b(?:each|every|per)\s+(?:calendar\s+|fiscal\s+)?quarter|\b1/16(?:th)?\b|\bthree-month\s+periods?\b",
    ),
    (
        "vested",
        r"\b(?:fully|immediately|100%|all)\s+(?:of\s+the\s+\w+\s+)?(?:are\s+|is\s+|were\s+)?(?:immediately\s+|fully\s+)?vested\b|\bfully\s+vested\b"
        r"|\bimmediately\s+exercisable\b|\b(?:vested|exercisable)\s+(?:in\s+full\s+)?(?:immediately|on\s+the\s+(?:date\s+of\s+)?grant)|\b(?:are|is|were)\s+exercisable\s+as\s+of\b|\bexercisable\s+at\s+any\s+time\b",
    ),
    ("once", r"\bearlier\s+(?:of|to\s+occur)\b"),
    (
        "yearly",
        r"\bannual(?:ly)?\b(?!\s+(?:meeting|retainer|bonus|award|grant|general))|\b(?:each|every|per|a)\s+year\b|\banniversar(?:ies|y\s+dates)\b"
        r"|\beach\s+(?:\w+\s+){0,3}anniversary\b|\byear(?:ly)?\s+installments|\beach\s+of\s+(?:the\s+)?[\w\s,]{0,60}(?:20\d\d|years)|\b(?:first|1st)[\w\s,]{0,20}(?:second|2nd)"
        r"|\bafter\s+one\s+year\b[^.;]{0,80}\btwo\s+years|\b(?:a\s+)?(?:third|fourth|fifth|quarter)\s+(?:vests\s+)?(?:on|each|of\s+which)|\bratabl[ey]\b"
        r"|\b20\d\d\b[^.;]{0,60}\b20\d\d\b|\d/\d{2,4}\b[^.;]{0,40}\d/\d{2,4}\b|\bequal\s+(?:\w+\s+)?installments\b",
    ),
    (
        "once",
        r"\banniversary\b|\bannual\s+(?:general\s+)?meeting\b|\b(?:vests?|exercisable|lapses?)\s+(?:in\s+full\s+|\d+%\s+)?(?:on|as\s+of)\b"
        r"|\bin\s+full\s+on\b|\bafter\s+\w+\s+years?\b|\bone\s+year\b",
    ),
)
_AWARD = re.compile(
    r"\b(?:options?|rights?|warrants?|restricted|phantom|performance|deferred|awards?|(?:stock|share)\s+units?|[RP]SUs?|SARs?)\b",
    re.I,
)
_SCHEDULE = tuple((name, re.compile(words, re.I)) for name, words in _SCHEDULES)


def is_award(title: str) -> bool:
    """Tell whether a derivative is an option, a warrant or an award by its title, and no convertible stock."""
    return _AWARD.search(title) is not None


def paid(sentence: str, *, withheld: bool) -> str | None:
    """Return for what shares were withheld, or sold: `tax`, `price` or `tax and price`; None where they were not."""
    words, never = (_WITHHELD, _NOT_WITHHELD) if withheld else (_COVER, _NOT_SOLD)
    if not words.search(sentence) or never.search(sentence):
        return None
    told = [name for name, pattern in (("tax", _TAX), ("price", _PRICE)) if pattern.search(sentence)]
    return " and ".join(told) or ("tax" if not withheld else None)


def split(sentence: str) -> str | None:
    """Return the ratio of a stock split that has taken place, new for old: `2-for-1`, `1-for-50`, or ``."""
    if not _SPLIT.search(sentence) or _NO_SPLIT.search(sentence):
        return None
    ratio = _RATIO.search(sentence)
    if ratio is None:
        return "" if _PAST.search(sentence) else None
    new, old = (_worth(each) for each in ratio.groups() if each is not None)
    return f"{new}-for-{old}"


def schedule(sentence: str) -> str | None:
    """Return how an award vests: `milestones`, `monthly`, `quarterly`, `vested`, `yearly` or `once`."""
    if not _VESTS.search(sentence) or _MENTIONED.search(sentence):
        return None
    return next((name for name, words in _SCHEDULE if words.search(sentence)), None)


def _worth(count: str) -> str:
    return str(_WORTH.get(" ".join(count.casefold().split()), count))
