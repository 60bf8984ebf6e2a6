"""What footnotes and remarks say beyond the cells: a table of patterns, each with a kind, a value and a grade.

`KINDS` lists the kinds, with the codes and cells of the rows that each may cover.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graphload.wording import plans
from graphload.wording.awards import paid, schedule, split
from graphload.wording.control import aliases, controls, spelled_out
from graphload.wording.gifts import recipient
from graphload.wording.natures import SHAPE, STATED
from graphload.wording.remarks import changes_form
from graphload.wording.text import sentences

_LONGEST = 4000  # characters that are read; the form takes fewer
_LONGEST_SENTENCE = 1500
_DOLLARS = r"(?<!\w)(?:US)?\$\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,8})?|\d{1,9}(?:\.\d{1,8})?)(?![\d.]*\s*(?:[mb]illion))"


class Kind(NamedTuple):
    """A kind of evidence: what it tells, and the rows that it may cover.

    `codes` are transaction codes, empty for all rows and for holdings; `cells` are the cells, by field, that may cite
    the footnote, empty for any; `out` leaves rows out that acquire. Evidence that is `alone` is told of a filing also
    where it covers no row. Remarks cover rows where `remarks` is true.
    """

    doc: str
    codes: str = ""
    cells: frozenset[str] = frozenset()
    alone: bool = False
    remarks: bool = True
    out: bool = False


class Said(NamedTuple):
    """What one sentence says: a kind, its value and grade, and the sentence."""

    kind: str
    value: str
    grade: str
    sentence: str


def _cells(*names: str) -> frozenset[str]:
    return frozenset(names)


_OF_A_GIFT = _cells("title", "code", "date", "shares", "price", "acquired", "total_value", "deemed_date")
KINDS = {
    "plan": Kind(
        "A Rule 10b5-1 plan under which it was traded; value: the day, or month, on which it was adopted; grade:"
        " `named` (no day), `adopted`, `modified`",
        alone=True,
    ),
    "adopter": Kind("who adopted the plan, if not the reporting person; grade `stated`", alone=True),
    "planEnd": Kind("the day on which the plan ended, or will end; grade `ended`", alone=True),
    "price": Kind(
        "the price is a weighted average; grade `average`; `priceLow` and `priceHigh` hold its range",
        cells=_cells("price"),
    ),
    "gift": Kind(
        "to whom a gift goes: `charity`, `donor-advised fund`, `foundation`, `trust`, `spouse`, `child`, `family`,"
        " `company`; grade `stated`",
        "G",
        _OF_A_GIFT,
        out=True,
    ),
    "form": Kind(
        "only the form of ownership changed; value `16a-13` where the rule, or its words, stand there; grade `stated`,"
        " else `shape`",
        alone=True,
    ),
    "distribution": Kind("a distribution by a fund; value `made` or `received`; grade `stated`", "JGWZ", remarks=False),
    "exchange": Kind(
        "securities exchanged; value `reclassification`, `merger` or `conversion`; grade `stated`",
        "JDACMOUXGWZEH",
        _cells(
            "title", "code", "date", "shares", "price", "acquired", "exercise_price", "exercisable_on", "expires_on"
        ),
    ),
    "withheld": Kind("shares withheld; value: for what, `tax`, `price` or `tax and price`; grade `stated`", "FD"),
    "cover": Kind("shares sold to cover; value: what, `tax`, `price` or `tax and price`; grade `stated`", "S"),
    "split": Kind("a stock split; value: new for old, as `2-for-1`; grade `stated`", alone=True),
    "vesting": Kind(
        "how an award vests; value `vested`, `milestones`, `monthly`, `quarterly`, `yearly`, `once`; grade `stated`",
        remarks=False,
    ),
    "exercise": Kind(
        "the exercise or conversion price that only the note tells, in dollars; grade `stated`",
        cells=_cells("exercise_price", "exercisable_on", "expires_on", "title"),
        remarks=False,
    ),
    "disclaims": Kind(
        "beneficial ownership is disclaimed; value `beyond interest` where a pecuniary interest is kept; grade"
        " `stated`",
        alone=True,
    ),
    "controls": Kind("who controls whom, as `X→Y`; grade: the role, as `general partner`", alone=True, remarks=False),
    "left": Kind(
        "why the owner is no insider any more; value `resigned`, `retired`, `died`, `term ended`, `below ten percent`,"
        " `left`; grade `stated`",
        alone=True,
        remarks=False,
    ),
}

# Each row: kind, value, grade, a pattern, and a pattern that must not be there; the first row of a kind decides.
TABLE = (
    (
        "price",
        "",
        "average",
        r"\b(?:weighted[\s-]*average|average[\s-]*weighted)\b(?:\W+\w+){0,4}?\W+pric|\baverage\s+(?:\w+\s+){0,3}pric|\bprices?\b"
        r"[^.;]{0,60}\b(?:weighted[\s-]*average|an?\s+average)|^\W*(?:an?\s+)?(?:weighted[\s-]*)?average\b",
        r"\bvolume[\s-]*weighted\b|\bVWAP\b|\bclosing\b|\btrailing\b|\b(?:not|no)\b[^.;]{0,30}\baverage",
    ),
    (
        "distribution",
        "received",
        STATED,
        r"\b(?:received|acquired|receipt\s+of|obtained)\b[^.;]{0,120}\b(?:distribution|pro[\s-]?rata)"
        r"|\b(?:distribution|pro[\s-]?rata)\b[^.;]{0,60}\breceived\s+by\b",
        r"\bdistribution\s+plan|\bdividend",
    ),
    (
        "distribution",
        "made",
        STATED,
        r"\bdistribut(?:ed|es|ing|ions?)\b[^.;]{0,120}?\b(?:to|by|among|in[\s-]kind|pro[\s-]?rata)\b"
        r"|\bpro[\s-]?rata\b[^.;]{0,60}\bdistribut",
        r"\bdistribution\s+plan|\bdistribut\w+\s+(?:to\s+me|upon)|\bdividend|\bwill\s+be\b[^.;]{0,30}\bdistribut"
        r"|\bno\b[^.;]{0,20}\bdistribut|\bpublic\s+distribution",
    ),
    (
        "exchange",
        "reclassification",
        STATED,
        r"\breclassif(?:ied|ication|ying)\b|\brecapitali[sz](?:ed|ation)\b|\bredomesticat|\bdomesticat(?:ed|ion)\b",
        r"\bforfeit|\b(?:will|shall|would|may)\s+(?:be\s+)?reclassif|\bin\s+the\s+event\s+of\b|\badjust(?:ment|ed)\s+for\b",
    ),
    (
        "exchange",
        "merger",
        STATED,
        r"\b(?:pursuant\s+to|in\s+connection\s+with|under|as\s+a\s+result\s+of|upon|in|by)\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,6}?"
        r"(?:merger|business\s+combination|reorgani[sz]ation|exchange\s+offer|tender\s+offer|acquisition\s+of\s+the\s+issuer)\b"
        r"|\bmerger\s+(?:agreement|consideration)\b|\beffective\s+time\b[^.;]{0,80}\b(?:cancel|convert)",
        r"\b(?:in\s+the\s+event\s+of|upon\s+a|if)\b[^.;]{0,60}\b(?:merger|combination|reorgani|change)|\bvest",
    ),
    (
        "disclaims",
        "beyond interest",
        STATED,
        r"\bdisclaim(?:s|ed|ing|er)?\b[^;]{0,200}?\b(?:pecuniary|proportionate|own|her|his|their|its)\s+(?:own\s+)?(?:pecuniary\s+)?interests?\b",
        r"\b(?:not|no\s+longer|never|neither)\b[^.;]{0,40}\bdisclaim",
    ),
    (
        "disclaims",
        "",
        STATED,
        r"\bdisclaim(?:s|ed|ing|er)?\b[^.;]{0,160}?\b(?:ownership|interests?|owner|these|those|the)\b",
        r"\b(?:not|no\s+longer|never|neither)\b[^.;]{0,40}\bdisclaim|\bdisclaim\w*\b[^.;]{0,40}\b(?:membership|existence|obligation|liabilit)",
    ),
    (
        "left",
        "below ten percent",
        STATED,
        r"\b(?:no\s+longer|ceased\s+to|ceases\s+to|not\s+any\s+longer)\b[^.;]{0,100}\b(?:10|ten)\s*(?:%|percent|per\s+cent)"
        r"|\b(?:below|less\s+than|under)\s+(?:10|ten)\s*(?:%|percent|per\s+cent)",
        r"\bif\b|\bshares\s+of\s+class\b",
    ),
    (
        "left",
        "died",
        STATED,
        r"\b(?:passed\s+away|deceased|died)\b|\b(?:his|her)\s+death\b",
        r"\b(?:upon|event\s+of)\b[^.;]{0,30}\bdeath",
    ),
    (
        "left",
        "retired",
        STATED,
        r"\bretired\b|\bretirement\s+(?:from|as|of|effective)\b|\bretires\b",
        r"\b(?:upon|event\s+of|following|until|or|after|before)\b[^.;]{0,30}\bretire|\bretirement\s+(?:of|savings|plan|account)|\bnot\s+(?:yet\s+)?retire",
    ),
    (
        "left",
        "resigned",
        STATED,
        r"\bresigned\b|\b(?:his|her|its|\w+[’'])s?\s+resignation\b|\bresignation\s+(?:as|from|of)\b|\bresigns\b|\bstepp(?:ed|ing)\s+down\b",
        r"\b(?:upon|event\s+of|following|or|if|without)\b[^.;]{0,30}\bresign(?:s|ation)?\b|\bnot\s+(?:yet\s+)?resign",
    ),
    (
        "left",
        "term ended",
        STATED,
        r"\bterm\b[^.;]{0,60}\b(?:expired|ended|concluded)\b|\bnot\s+(?:to\s+)?(?:stand|stood|standing|re-?elected|nominated)\b",
        r"\boption|\baward|\bunits?\b",
    ),
    (
        "left",
        "left",
        STATED,
        r"\b(?:left|departed|departure\s+from)\b[^.;]{0,40}\b(?:board|company|issuer|bank|firm|employ\w*|corporation)\b"
        r"|\b(?:no\s+longer|ceased\s+to\s+be|ceased\s+serving|ceases\s+to\s+be)\b[^.;]{0,60}\b(?:director|officer|insider|section\s+16|affiliate|employee)"
        r"|\b(?:employment|service)\b[^.;]{0,40}\b(?:was\s+terminated|terminated\s+on|ended\s+on)",
        r"\b(?:if|until|upon|unless|should)\b",
    ),
)
_RULES = tuple(
    (kind, value, grade, re.compile(words, re.I), re.compile(never, re.I)) for kind, value, grade, words, never in TABLE
)
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_FORM_RULE = re.compile(
    r"\b16a-\s?13\b|\bchanges?\s+in\s+(?:the\s+)?form\b|\bform\s+of\s+(?:beneficial\s+)?ownership\b", re.I
)
_MOVED = re.compile(
    r"(?<!may be )(?<!can be )\b(?:transferr?ed|contributed|re-?titled|assigned|moved|conveyed|deposited)\b", re.I
)
_EXERCISE = re.compile(
    rf"\b(?:exercise|conversion|strike|exercisable|convertible)\b(?:\s+price)?[^.;$]{{0,60}}?{_DOLLARS}", re.I
)


@lru_cache(maxsize=1 << 13)
def said(text: str) -> tuple[Said, ...]:
    """Return what a footnote or the remarks say, each fact once, in the order of `KINDS`."""
    text = text[:_LONGEST]
    small = text.casefold()
    readers = [read for words, read in _READERS if any(word in small for word in words)]
    if not readers:
        return ()
    parts = [part[:_LONGEST_SENTENCE] for part in sentences(text)]
    found = [each for read in readers for each in read(parts)]
    once = {(each.kind, each.value, each.grade): each for each in reversed(found)}
    return tuple(sorted(once.values(), key=lambda each: (_ORDER[each.kind], found.index(each))))


def _plans(parts: list[str]) -> Iterator[Said]:
    """Yield what sentences say of plans; one that names no rule goes on about a plan that another has named."""
    named: list[str] = []
    dated: list[Said] = []
    for part in parts:
        told = [Said("planEnd" if what == plans.ENDED else "plan", day, what, part) for day, what in plans.events(part)]
        if plans.names_plan(part) or (named and not plans.RULE.search(part) and plans.of_the_plan(part)):
            named.append(part)
            dated += told
            dated += (Said("adopter", _plain(who), STATED, part) for who in plans.adopters(part))
        elif plans.RULE.search(part):
            dated += (each for each in told if each.kind == "planEnd")
    if named and not any(each.kind == "plan" for each in dated):
        yield Said("plan", "", plans.NAMED, named[0])
    yield from dated


def _ruled(kind: str) -> Callable[[list[str]], Iterator[Said]]:
    """Return a reader of the rows of the table with a kind: the first sentence that one matches tells it."""
    rules = [rule for rule in _RULES if rule[0] == kind]

    def reader(parts: list[str]) -> Iterator[Said]:
        found = (
            Said(kind, value, grade, part)
            for part in parts
            for _, value, grade, words, never in rules
            if words.search(part) and not never.search(part)
        )
        yield from list(found)[:1]

    return reader


def _each(kind: str, read: Callable[[str], str | None], grade: str = STATED) -> Callable[[list[str]], Iterator[Said]]:
    """Return a reader that tells a kind of the first sentence in which a function finds a value."""

    def reader(parts: list[str]) -> Iterator[Said]:
        found = ((value, part) for part in parts if (value := read(part)) is not None)
        for value, part in list(found)[:1]:
            yield Said(kind, value, grade, part)

    return reader


def _forms(parts: list[str]) -> Iterator[Said]:
    told = [(_FORM_RULE.search(part) is not None, part) for part in parts if changes_form(part)]
    for ruled, part in sorted(told, key=lambda each: not each[0])[:1]:
        if ruled or _MOVED.search(part):
            yield Said("form", "16a-13" if ruled else "", STATED if ruled else SHAPE, part)


def _exercise(parts: list[str]) -> Iterator[Said]:
    found = {(amount.replace(",", ""), part) for part in parts for amount in _EXERCISE.findall(part)}
    if len({amount for amount, _ in found}) == 1:
        amount, part = min(found)
        yield Said("exercise", amount, STATED, part)


def _controls(parts: list[str]) -> Iterator[Said]:
    short = aliases(parts)
    for part in parts:
        for one, other, role in controls(spelled_out(part, short)):
            yield Said("controls", f"{one}→{other}", role, part)


def _plain(value: str) -> str:
    """Return a value without the sign that parts the fields."""
    return value.replace("|", "/")


# what reads each kind, and the words without one of which there is nothing to read
_READERS: tuple[tuple[tuple[str, ...], Callable[[list[str]], Iterator[Said]]], ...] = (
    (("10b", "10(b", "10 b", "10 (b"), _plans),
    (("average",), _ruled("price")),
    (("gift", "donat", "contribut", "transfer", "to ", "into ", "convey", "charit"), _each("gift", recipient)),
    (("16a", "form", "transfer", "contribut", "title", "regist", "assign", "move", "convey", "deposit", "gift", "now",
      "prior", "previous", "current", "distribut"), _forms),
    (("distribut", "pro rata", "pro-rata"), _ruled("distribution")),
    (("reclass", "recapital", "domesticat", "merge", "combination", "reorgani", "offer"), _ruled("exchange")),
    (("with", "surrender", "deliver", "tender", "retain", "forfeit", "kept", "net", "cashless", "used", "applied"),
     _each("withheld", lambda part: paid(part, withheld=True))),
    (("sold", "sale", "sell"), _each("cover", lambda part: paid(part, withheld=False))),
    (("split",), _each("split", split)),
    (("vest", "exercisable", "lapse"), _each("vesting", schedule)),
    (("$",), _exercise),
    (("disclaim",), _ruled("disclaims")),
    (("partner", "manag", "member", "advis", "holder", "owner", "owns", "trustee", "parent", "control"), _controls),
    (("longer", "ceas", "less than", "below", "passed", "deceas", "died", "death", "retire", "resign", "step", "term",
      "stand", "nominat", "left", "depart", "employment", "service"), _ruled("left")),
)  # fmt: skip
