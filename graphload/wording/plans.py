"""What a note says of a Rule 10b5-1 plan: that it covers a trade, when and by whom it was adopted, when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphload.wording.dates import DATE, written

NAMED, ADOPTED, MODIFIED, ENDED = "named", "adopted", "modified", "ended"

_RULE = r"10\s?\(?b\)?\s?-?\s?5\s?[-–—‑]?\s?1(?![\d/])|10b5[\s-]?(?=(?:trading |sales? )?plan)"
_BARE = r"10b-5(?!\s?[-–—‑]\s?1)"  # the rule against fraud
RULE = re.compile(rf"\b(?!{_BARE})(?:{_RULE})", re.I)
_NOUN = r"(?:plans?|programs?|arrangements?|instructions?|authori[sz]ations?)"
_THE_PLAN = re.compile(rf"\b(?:the|this|that|such|his|her|its|their|said)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\b", re.I)
_IN_IT = (
    r"(?:pursuant\s+to|under|in\s+accordance\s+with|in\s+compliance\s+with|part\s+of|subject\s+to|within|covered\s+by"
    r"|in\s+connection\s+with|(?:related|connected)\s+(?:to|with)|through|by)"
)
_WORDS = r"(?:\s+(?!(?:and|but|instead|rather)\b)[\w’'-]+){0,6}?"
# `not made under`, `no shares were sold under`, `outside the`, `other than trades under`: no trade of the plan
_DENIED = re.compile(
    rf"""\b(?:not|never|neither|nor|none|no)\b{_WORDS}\s+{_IN_IT}\b[^.;]{{0,80}}?$
        |\b(?:outside|other\s+than|except|excluding|rather\s+than|instead\s+of|independent(?:ly)?\s+of|apart\s+from
        |in\s+addition\s+to|separate(?:ly)?\s+from|unrelated\s+to)\b[^.;,]{{0,80}}?$
        |\b(?:after|following|since|before|prior\s+to)\s+(?:the\s+)?(?:expir\w+|terminat\w+|end|completion|adoption|start)\b[^.;,]{{0,60}}?$
        |\bdisclaim\w*\b[^.;]{{0,80}}?$
        |\b(?:without|absence\s+of|lack\s+of)\s+(?:an?|any|the|his|her|its)?\s*(?:[\w-]+\s+){{0,3}}?$
        |\b(?:no|not\s+an?|not\s+(?:have|had|adopt|adopted))\s+(?:[\w-]+\s+){{0,3}}?(?:rule\s+|under\s+)?$""",
    re.I | re.X,
)
_INTENDED = re.compile(
    r"\b(?:may|might|could|intends?|expects?|plans\s+to|considers?|considering|contemplates?|will|would|proposes?)\b"
    r"(?:\s+[\w-]+){0,5}?\s+(?:adopt|enter|establish|execute|implement)\w*\b[^.;]{0,60}?$",
    re.I,
)
_AFTERWARDS = re.compile(
    r"^[^.;]{0,40}?\b(?:was|were|had\s+been|has\s+been|had)\s+(?:already\s+)?(?:terminated|cancell?ed|ended|expired)\b|"
    r"^[^.;]{0,60}?\b(?:was|is|were|did|does|do|are)\s+not\s+(?:appl|cover|govern|used|relate)",
    re.I,
)
_TRUST = r"(?:trust|agreement|foundation|will|indenture|partnership|estate|declaration|award|grant|options?)"
_CLEAR = (
    r"(?:(?:date\s+of\s+)?adoption(?:\s+date)?|adopted|establish(?:ed|ment)|entered\s+into|entering\s+into"
    r"|instituted|put\s+in(?:to)?\s+place|set\s+up)"
)
_UNCLEAR = r"(?:executed|signed|given|gave|made|created|implemented|initiated|approved|established)"
_TOKEN = re.compile(
    rf"""(?P<date>{DATE})
        |(?P<other>\b{_TRUST}\W{{1,4}}(?:u/a/?d?\b|u/d/?t\b|dtd\.?|dated)|\btrust,?\s+(?:established|created|formed)\b)
        |(?P<ended>\b{_NOUN}(?:[’']s)?(?:\s+(?:[\w-]+\s+){{0,3}}?|\s*,\s*which\s+(?:\w+\s+)?)(?:terminat\w+|expir\w+|cancel\w*|end(?:ed|s))
        |(?<=\d)(?:,?\s+and|,)?\s+which\s+(?:will\s+|is\s+(?:scheduled|set)\s+to\s+)?(?:terminat|expir|end)\w*
        |\b(?:terminat(?:ed|ion\s+of)|cancell?ed|ended)\s+(?:the|this|that|such|his|her|its|their|an?)\s+
        (?:[\w()-]+\s+){{0,4}}?{_NOUN})
        |(?P<modified>(?:(?<!\bas\s)\b(?:amended|modified|renewed|revised|modification|amendment)\b|\b(?:amended|modified)(?=\s+on\b))(?!\s+and\s+restated\s+\S+\s+incentive))
        |(?P<adopted>\b{_CLEAR}(?:,?\s+effective\b)?|\b{_NOUN}\W{{1,3}}(?:(?:is|was|were)\s+|originally\s+|each\s+)?
        (?:{_UNCLEAR}|dated|dtd\.?)\b|\b{_UNCLEAR}\s+(?:an?|the|his|her|its|their|such|this)\s+(?:[\w()-]+\s+){{0,6}}?{_NOUN}\b)
        |(?P<verb>\b(?:executed|made|sold|sales?(?=\s+(?:on|of\s+shares\s+on|was|were|occurred))|purchased|effected|occurred|exercised?|granted|vest\w*|complet\w+|expir\w+
        |issued|filed|reported|resign\w+|dated|begin\w*|began|commenc\w+|start\w*|effective|ending|ended|ends|terminat\w+
        |acquired|received|through|until|from|after|existence|since)\b)""",
    re.I | re.X,
)
_ACTIVE = re.compile(r"\s+(?:an?|the|this|his|her|its|their)\b", re.I)
_NEAR = 220  # characters between a verb and its day
_BY = re.compile(
    rf"\b(?:adopted|entered\s+into|established|executed|given|implemented|signed|put\s+in(?:to)?\s+place)\s+by\s+(?P<who>[^;]{{2,120}}?)"
    rf"(?=\s*(?:,\s*)?(?:\bon\b|\bin\b|\bas\s+of\b|\beffective\b|\bdated\b|\bpursuant\b|\bintended\b|\bthat\s+(?:is|are)\b|\bwhich\b|\bfor\s+the\b|\bduring\b|\bwhile\b|\bwhen\b|\bat\s+a\b|\bprior\b|\band\s+the\b|{DATE}|[.;]?\s*$))",
    re.I,
)
_THAT = re.compile(
    rf"\b{_NOUN},?\s+(?:that|which)\s+(?P<who>(?!(?:was|were|is|are|has|had|have)\b)[^,;]{{2,60}}?)\s+"
    r"(?:had\s+)?(?:adopted|entered\s+into|established|put\s+in(?:to)?\s+place)\b",
    re.I,
)
_AND = re.compile(r"\s+(?:and|or|each|respectively)$", re.I)
_FILER = re.compile(
    r"(?:each\s+of\s+)?(?:the\s+|such\s+|each\s+)?(?:reporting\s+(?:persons?|owners?)|holders?|undersigned|filers?|insiders?|he|she|it"
    r"|they|him|her|them|officer|director|executive)(?:\s+(?:and|or)\s+the\s+issuer.*)?",
    re.I,
)


class PlanSaid(NamedTuple):
    """What one sentence says of a plan: a day or a month, or nothing, and what happened then."""

    value: str
    grade: str


def names_plan(sentence: str) -> bool:
    """Tell whether a sentence says that there is a plan of Rule 10b5-1 which covers what is told."""
    return any(_covers(sentence[: found.start()], sentence[found.end() :]) for found in RULE.finditer(sentence))


def of_the_plan(sentence: str) -> bool:
    """Tell whether a sentence speaks of a plan that was named before."""
    return _THE_PLAN.search(sentence) is not None


def events(sentence: str) -> Iterator[PlanSaid]:
    """Yield the days on which a plan was adopted, modified or ended, as a sentence about a plan tells them."""
    tokens = list(_TOKEN.finditer(sentence))
    for at, token in enumerate(tokens):
        if token.lastgroup == "date" and (what := _event(sentence, tokens, at)) and (day := written(token[0])):
            yield PlanSaid(day, what)


def adopters(sentence: str) -> Iterator[str]:
    """Yield who adopted a plan, unless it is the reporting person."""
    for found in (*_BY.finditer(sentence), *_THAT.finditer(sentence)):
        who = _AND.sub("", found["who"].strip(" ,."))
        if who and not _FILER.fullmatch(who):
            yield who


def _covers(before: str, after: str) -> bool:
    before = before[-400:]
    return not (_DENIED.search(before) or _INTENDED.search(before) or _AFTERWARDS.search(after))


def _event(sentence: str, tokens: list[re.Match[str]], at: int) -> str | None:
    """Return what happened on the day that a token is: the verb before it tells, else `On …, she adopted a plan`."""
    spent = {place for place, each in enumerate(tokens[:at]) if each.lastgroup == "other" and place + 1 < at}
    before = next((tokens[place] for place in reversed(range(at)) if _tells(tokens[place], place in spent)), None)
    if before is not None:
        near = tokens[at].start() - before.end() <= _NEAR
        return _meant(before) if near else None
    after = next((each for each in tokens[at + 1 :] if each.lastgroup != "date"), None)
    return _meant(after) if after and _ACTIVE.match(sentence, after.end()) else None


def _tells(token: re.Match[str], spent: bool) -> bool:
    """Tell whether a token is a verb; the day of a trust, `Elm Trust dated …`, is told by the next token."""
    return token.lastgroup != "date" and not spent


def _meant(token: re.Match[str]) -> str | None:
    return token.lastgroup if token.lastgroup in (ADOPTED, MODIFIED, ENDED) else None
