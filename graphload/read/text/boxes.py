"""The numbered items above the tables of a text: who, whose securities, when, and the boxes that are ticked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graphload.read.cells import ParseError
from graphload.read.printed.form import PrintedOwner, titles
from graphload.read.text.aligned import Numbered
from graphload.read.text.markup import STAR, TICKED, UNTICKED, words

_ITEMS = {
    "owner": rf"1\.\s*Name\s+and\s+Address\s+of\s+Reporting\s+Person(?:\(s\))?\s*[*{STAR}]?",
    "issuer": r"[23]\.\s*Issuer\s+Name\s+and\s+Ticker\s+or\s+Trading\s+Symbol",
    "foreign": r"[23]a\.\s*(?:Issuer\s+)?Foreign\s+Trading\s+Symbol",
    "period": r"(?:2\.\s*Date\s+of\s+Event\s+Requiring\s+Statement|3\.\s*Date\s+of\s+Earliest\s+Transaction"
    r"|3\.\s*Statement\s+for\s+Issuer['’]s\s+Fiscal\s+Year\s+Ended)(?:\s*\(Month/Day/Year\))?",
    "original": r"[45]\.\s*If\s+Amendment,\s+Date\s+(?:of\s+)?Original\s+(?:Filed|Submission)"
    r"(?:\s*\(Month/Day/Year\))?",
    "relationship": r"[45]\.\s*Relationship\s+of\s+Reporting\s+Person\(s\)\s+to\s+Issuer"
    r"(?:\s*\(Check\s+all\s+applicable\))?",
    "filers": r"6\.\s*Individual\s+or\s+Joint/Group\s+Filing(?:\s*\(Check\s+Applicable\s+Line\))?",
}
_ITEM = re.compile("|".join(f"(?P<{name}>(?<!\\S){words}(?!\\S))" for name, words in _ITEMS.items()), re.I)
_BOX = rf"(?:[{TICKED}{UNTICKED}]|(?<!\S)X(?!\S))?"
_RELATIONSHIP = re.compile(
    rf"\s*({_BOX})\s*Director\s*({_BOX})\s*10%\s*Owner\s*({_BOX})\s*Officer\s*\(give\s+title\s+below\)"
    rf"\s*({_BOX})\s*Other\s*\(specify\s+below\)(.*)",
    re.S | re.I,
)
_FILERS = re.compile(
    rf"\s*({_BOX})\s*Form\s+filed\s+by\s+One\s+Reporting\s+Person\s*"
    rf"({_BOX})\s*Form\s+filed\s+by\s+More\s+than\s+One\s+Reporting\s+Person\s*",
    re.S | re.I,
)
_TICK = re.compile(r"\[\s*[Xx]\s*\]|\(\s*[Xx]\s*\)|[☑✓✔✗✘⊠]")
_LONGEST = 4_000
_NO_TICK = re.compile(r"\[\s*\]|\(\s*\)|□|❏")
_NAME = re.compile(r"(.*?)\(Last\)\s*\(First\)\s*\(Middle\)(.*)\(Street\)(.*)\(City\)\s*\(State\)\s*\(Zip\)\s*", re.S)
# EDGAR's codes: states, territories, and a letter with a digit for the provinces of Canada and for countries
_STATE = re.compile(
    r"A[KLRSZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]"
    r"|W[AIVY]|XX|[A-Z]\d"
)
_ZIP = re.compile(r"(?=.*\d)[A-Z\d][A-Z\d #-]{0,9}", re.I)


@dataclass(frozen=True, slots=True)
class Item:
    """What stands behind the label of an item, and the line of the label."""

    name: str
    line: int
    text: str

    def misread(self, what: str) -> ParseError:
        """Return the error that the item cannot be read."""
        return ParseError(what, line=self.line, element=self.name, value=words(self.text))


def items(lines: list[Numbered]) -> list[Item]:
    """Return the items of a form that stand on the lines, in their order."""
    text = "\n".join(line for _, line in lines)
    found = list(_ITEM.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    if long := [match for match, end in zip(found, ends, strict=True) if end - match.end() > _LONGEST]:
        raise ParseError(f"longer than {_LONGEST:,} characters", line=lines[0][0], element=long[0].lastgroup)
    return [
        Item(match.lastgroup or "", lines[text.count("\n", 0, match.start())][0], text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


def owner(item: Item, issuer: str) -> tuple[PrintedOwner, bool]:
    """Return the owner of item 1, and whether its address was read whole."""
    match = _NAME.fullmatch(item.text)
    if match is None:
        if "\n" in item.text.strip() or not words(item.text) or "(" in item.text:
            raise item.misread("not a name and an address")
        return PrintedOwner(words(item.text)), True
    name, street, place = match.groups()
    if not words(name):
        raise item.misread("no name")
    street1, street2 = _street(street, issuer)
    city = _city(place)
    address = PrintedOwner(words(name), None, street1, street2)
    return (address, False) if city is None else (replace(address, city=city[0], state=city[1], zip=city[2]), True)


def _street(text: str, issuer: str) -> tuple[str | None, str | None]:
    """Return the lines of the street; on one line only the issuer's name tells where the first ends."""
    lines = [line for each in text.split("\n") if (line := words(each))]
    if len(lines) == 1:
        name = r"\s+".join(map(re.escape, issuer.rstrip(".").split()))
        match = re.match(rf"((?:C/O\s+)?{name}[.,]?)\s+(?=\S)", lines[0], re.I)
        lines = [match[1], lines[0][match.end() :]] if match else lines
    first, *rest = lines or [""]
    return first or None, " ".join(filter(None, rest)) or None


def _city(text: str) -> tuple[str | None, str | None, str | None] | None:
    """Return city, state and zip where they can be told apart in one way only."""
    parts = [words(part) for part in re.split(r"\s{2,}|[\n\t]", text.strip())]
    if len(parts) == 3 and _STATE.fullmatch(parts[1]):
        return parts[0], parts[1], parts[2]
    line = words(text).split(" ")
    if line == [""]:
        return None, None, None
    ways = [
        (" ".join(line[:at]) or None, line[at], code or None)
        for at in range(len(line))
        if _STATE.fullmatch(line[at]) and ((code := " ".join(line[at + 1 :])) == "" or _ZIP.fullmatch(code))
    ]
    return ways[0] if len(ways) == 1 else None


def symbol(item: Item) -> tuple[str, str | None]:
    """Return an issuer's name, and the trading symbol that stands behind it in brackets."""
    text = words(item.text)
    if not text.endswith("]"):
        if re.search(r"[\[\]]", text):
            raise item.misread("not a name and a trading symbol")
        return text, None
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0 and "[" not in text[:at]:
            return text[:at].strip(), text[at + 1 : -1].strip() or None
        if depth == 0:
            break
    raise item.misread("not a name and a trading symbol")


def ticked(text: str) -> str:
    """Return a text with every way to draw a box as one sign."""
    return _NO_TICK.sub(UNTICKED, _TICK.sub(TICKED, words(text)))


def is_ticked(sign: str) -> bool:
    """Whether what stands before a label is a ticked box."""
    return sign in (TICKED, "X", "x")


def relationship(item: Item, of: PrintedOwner) -> tuple[PrintedOwner, bool]:
    """Return the owner with the boxes of its relationship, and whether the texts below them were read."""
    match = _RELATIONSHIP.fullmatch(ticked(item.text))
    rest = match[5] if match else ""
    if match is None or re.search(rf"[{TICKED}{UNTICKED}]|^\s*X(?!\S)", rest):
        raise item.misread("not the four boxes of a relationship, each before its label")
    director, ten_percent, officer, other = (is_ticked(match[at]) for at in range(1, 5))
    if not (director or ten_percent or officer or other):
        raise item.misread("no box is ticked")
    texts = titles(words(rest), officer, other)
    title, text = texts or (None, None)
    return replace(of, director=director, officer=officer, ten_percent_owner=ten_percent, other=other,
                   officer_title=title, other_text=text), texts is not None  # fmt: skip


def is_joint(item: Item) -> bool | None:
    """Return whether item 6 says that several persons file; None where neither box is ticked."""
    match = _FILERS.match(ticked(item.text))
    if match is None:
        raise item.misread("not the two boxes of item 6, each before its label")
    one, more = is_ticked(match[1]), is_ticked(match[2])
    if one and more:
        raise item.misread("both boxes are ticked")
    return more if one or more else None
