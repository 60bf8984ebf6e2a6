"""Every question about people, companies and papers finds something in the example filings.

The numbers are those of the question catalogue.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from itertools import combinations, pairwise

import pytest

from examples.world import FILINGS
from examples.world.cast import BRIGHTWATER, HALCYON, INCORPORATED, MERROW, TIDEWELL
from graphload.filing.values import Address, Filing, Issuer
from tests.world import ISSUERS, ORIGINAL, OWNERS, breaks, ciks, filed, human, lines

Pair = tuple[str | None, str | None]

# (owner, issuer) → the days on which it is seen, and the titles in their order
SEEN: dict[Pair, list[date]] = defaultdict(list)
TITLES: dict[Pair, list[str]] = defaultdict(list)
HOMES: dict[str | None, set[Address | None]] = defaultdict(set)
for _filing, _owner in OWNERS:
    SEEN[_owner.cik, _filing.issuer.cik].append(filed(_filing))
    HOMES[_owner.cik].add(_owner.address)
    if _owner.officer_title:
        TITLES[_owner.cik, _filing.issuer.cik].append(_owner.officer_title)
PEOPLE = {owner.cik for _, owner in OWNERS if human(owner)}
STAKES = {(owner.cik, filing.issuer.cik) for filing, owner in OWNERS if owner.ten_percent_owner}
NATURES = {row.nature for filing in FILINGS for row in filing.rows if row.nature}
GROUPS = [filing for filing in FILINGS if len(filing.owners) > 1]
AMENDMENTS = [filing for filing in FILINGS if filing.form.amendment]
EXITS = [filing for filing in FILINGS if filing.exit]


def board(issuer: Issuer) -> set[str | None]:
    """The people who are, or were, directors of an issuer."""
    return {
        owner.cik for filing, owner in OWNERS if owner.director and filing.issuer.cik == issuer.cik and human(owner)
    }


def together(one: Pair, other: Pair) -> bool:
    return min(SEEN[one]) <= max(SEEN[other]) and min(SEEN[other]) <= max(SEEN[one])


def seats(person: str | None) -> set[str | None]:
    return {issuer for owner, issuer in SEEN if owner == person}


def originals(amendment: Filing) -> list[Filing]:
    """The filings that an amendment may be of."""
    parties = (ciks(amendment), amendment.issuer.cik, amendment.form.family)
    return [
        filing
        for filing in FILINGS
        if (ciks(filing), filing.issuer.cik, filing.form.value) == parties
        and filed(filing) == amendment.original_filed_on
    ]


def holdings(word: str) -> list[Filing]:
    """The filings with a row whose nature holds the word."""
    return [filing for filing in FILINGS if any(word in (row.nature or "") for row in filing.rows)]


def signers(word: str) -> set[Pair]:
    """The owners and issuers for which somebody signs."""
    return {
        (owner, filing.issuer.cik)
        for filing in FILINGS
        if any(word in (signature.text or "") for signature in filing.signatures)
        for owner in ciks(filing)
    }


HOLDS: dict[int, Callable[[], object]] = {
    1: lambda: len({owner for owner, issuer in SEEN if issuer == BRIGHTWATER.cik}) > 5,
    2: lambda: max(len(seats(person)) for person in PEOPLE) == 3,
    3: lambda: [filing for filing in FILINGS if filing.form == "3" and filed(filing) > date(2026, 3, 1)],
    4: lambda: max(len(set(titles)) for titles in TITLES.values()) == 3,
    5: lambda: [pair for pair, days in SEEN.items() if max(days) < date(2022, 1, 1)],
    6: lambda: {"LP", "LLC", "Trust", "Corp"} <= {each for _, owner in OWNERS for each in str(owner.name).split()},
    7: lambda: {"Former 10% Owner", "Member of 10% owner group"} <= {owner.other_text for _, owner in OWNERS},
    8: lambda: [person for person in PEOPLE if len(seats(person)) >= 2],
    9: lambda: [
        both
        for both in combinations(sorted(board(BRIGHTWATER) & board(HALCYON), key=str), 2)
        if all(together((person, BRIGHTWATER.cik), (person, HALCYON.cik)) for person in both)
    ],
    10: lambda: (
        [bool(board(one) & board(other)) for one, other in combinations((BRIGHTWATER, HALCYON, TIDEWELL), 2)]
        == [True, False, True]
    ),
    11: lambda: [
        (owner, one, other)
        for owner, one in STAKES
        for person in PEOPLE - {owner}
        for other in seats(person) - {one}
        if one in seats(person) and (owner, other) in STAKES
    ],
    12: lambda: [
        both
        for both in combinations(sorted(PEOPLE, key=str), 2)
        if len(seats(both[0]) & seats(both[1])) == 2 and not board(BRIGHTWATER) >= set(both)
    ],
    13: lambda: {"By ESOP", "401(k) Plan", "By Spouse"} <= NATURES,
    14: lambda: [filing for filing in GROUPS if filing.issuer == MERROW],
    15: lambda: all(
        holdings(word)
        for word in (
            "Trust",
            "ESOP",
            "401(k)",
            "Spouse",
            "Daughter",
            "LLC",
            "Limited Partnership",
            "Foundation",
            "UGMA",
            "IRA",
            "See footnote",
        )
    ),
    16: lambda: len({filing.issuer.cik for filing in [*holdings("ESOP"), *holdings("401(k)")]}) >= 3,
    17: lambda: NATURES & {f"By {owner.name}" for _, owner in OWNERS},
    18: lambda: [stake for stake in STAKES if stake[1] == BRIGHTWATER.cik],
    19: lambda: [
        owner
        for owner in PEOPLE
        if {"Class A Common Stock", "Class B Common Stock"}
        <= {row.title for filing in FILINGS if ciks(filing) == (owner,) for row in filing.rows}
    ],
    20: lambda: [row for filing in FILINGS for row in filing.rows if row.value_after],
    21: lambda: GROUPS,
    22: lambda: [group for group, times in Counter(map(ciks, GROUPS)).items() if times >= 2],
    23: lambda: [
        filing
        for filing in GROUPS
        for direct in filing.rows
        if direct.direct and sum(row.shares_after == direct.shares_after and not row.direct for row in filing.rows) >= 3
    ],
    24: lambda: {owner for owner, _ in SEEN} & ISSUERS,
    25: lambda: [(a, b, c) for a, b in STAKES for x, c in STAKES if b == x and a in ISSUERS and c != a],
    26: lambda: [a for a, b in STAKES for x, c in STAKES for y, z in STAKES if (b, c, a) == (x, y, z)],
    27: lambda: [
        both
        for both in combinations(FILINGS, 2)
        if both[0].rows
        and [row.shares_after for row in both[0].rows] == [row.shares_after for row in both[1].rows]
        and (both[0].issuer, filed(both[0])) == (both[1].issuer, filed(both[1]))
    ],
    56: lambda: max(Counter(originals(each)[0].origin for each in AMENDMENTS if originals(each)).values()) == 2,
    57: lambda: [
        row
        for each in AMENDMENTS
        for original in originals(each)
        for row in each.rows
        if row.trade and any(was.trade and was.shares_after == row.shares_after and was != row for was in original.rows)
    ],
    58: lambda: [
        each for each in AMENDMENTS for original in originals(each) if 0 < len(each.rows) < len(original.rows)
    ],
    59: lambda: [each for each in AMENDMENTS if not originals(each)],
    60: lambda: Counter(each.issuer.name for each in AMENDMENTS).most_common(1)[0] == ("Quillfeather Paper Co", 5),
    61: lambda: [each for each in AMENDMENTS if each.form == "4/A" and not any(row.trade for row in each.rows)],
    81: lambda: [len(set(each)) > 3 for each in zip(*signers("Tobias Wren"), strict=True)] == [True, True],
    82: lambda: [
        both
        for both in combinations(HOMES, 2)
        for at in HOMES[both[0]] & HOMES[both[1]]
        if at and "C/O" not in str(at.street1)
    ],
    83: lambda: (
        {
            (each.date > filed(filing)) - (each.date < filing.period_of_report)
            for filing in FILINGS
            for each in filing.signatures
            if each.date
        }
        == {-1, 0, 1}
    ),
    84: lambda: (
        [cik for cik, homes in HOMES.items() if len(homes) > 1 and cik in PEOPLE]
        and [cik for cik in PEOPLE if len({hand for hand, owner in _hands() if owner == cik}) > 1]
    ),
    85: lambda: len({str(filing.envelope.accession)[:10] for filing in FILINGS}) > 5,
    86: lambda: [
        pair
        for pair in SEEN
        if {"3", "4"} <= {filing.form.value for filing in _of(pair)} and any(filing.exit for filing in _of(pair))
    ],
    87: lambda: [each for each in EXITS if each.rows] and [each for each in EXITS if not each.rows],
    88: lambda: [
        pair
        for pair in SEEN
        if not _entries(pair) and any((line.owners, line.issuer) == (pair[:1], pair[1]) for line in lines("PS"))
    ],
    89: lambda: [
        pair
        for pair in SEEN
        for left in EXITS
        if left in _of(pair) and any(filed(each) > filed(left) for each in _entries(pair))
    ],
    90: lambda: [
        pair for pair in STAKES if any(owner.other_text for each in _of(pair) if each.exit for owner in each.owners)
    ],
    91: lambda: (
        {*breaks()}
        == {
            "0009900001-24-000019:NT1",  # split
            "0009900001-25-000004:NT1",  # split
            "0009900001-25-000007:NT1",  # split
            "0009900002-24-000007:NT1",  # a filing that was never made
            "0009900005-24-000009:NT1",  # the amended Form 3
        }
    ),
    92: lambda: max(Counter(issuer for _, issuer in SEEN).values()) > 12,
    93: lambda: len({frozenset(seats(person)) for person in PEOPLE if len(seats(person)) > 1}) >= 4,
    94: lambda: [
        both
        for both in combinations(sorted(PEOPLE, key=str), 2)
        if not seats(both[0]) & seats(both[1]) and _between(*both)
    ],
    95: lambda: max(len({ref.cell for ref in row.footnotes}) for filing in FILINGS for row in filing.rows) >= 3,
    96: lambda: (
        [each for each in FILINGS if _cited(each) < {note.id for note in each.footnotes}]
        and len({filing.schema_version for filing in FILINGS}) == 6
    ),
}


def _of(pair: Pair) -> list[Filing]:
    return [filing for filing in FILINGS if filing.issuer.cik == pair[1] and pair[0] in ciks(filing)]


def _entries(pair: Pair) -> list[Filing]:
    return [filing for filing in _of(pair) if filing.form == "3"]


def _hands() -> set[tuple[str | None, str | None]]:
    return {(each.text, cik) for filing in FILINGS for each in filing.signatures for cik in ciks(filing)}


def _between(one: str | None, other: str | None) -> bool:
    """Whether a third person sits with each of the two."""
    return any(seats(third) & seats(one) and seats(third) & seats(other) for third in PEOPLE)


def _cited(filing: Filing) -> set[str]:
    return {ref.footnote for row in filing.rows for ref in row.footnotes}


@pytest.mark.parametrize("question", HOLDS)
def test_the_world_answers(question: int) -> None:
    assert HOLDS[question]()


def test_what_companies_were_called() -> None:
    names = {(filing.issuer.cik, filing.issuer.name, filing.issuer.ticker) for filing in FILINGS}
    former = {cik for cik, times in Counter(cik for cik, _, _ in names).items() if times > 1}
    assert former >= {BRIGHTWATER.cik, HALCYON.cik}
    assert {"BSW", "BRWI", "NYSE: HHB", "N/A", "qfp", "TWMA, TWMB"} <= {ticker for _, _, ticker in names}
    assert {filing.issuer.foreign_ticker for filing in FILINGS} == {None, "LSE:KMAR"}


def test_what_kinds_of_owner_there_are() -> None:
    entities = [owner for _, owner in OWNERS if not human(owner)]
    assert {owner.cik in INCORPORATED for owner in entities} == {True, False}
    assert [owner for _, owner in OWNERS if owner.address and owner.address.country == "P7"]
    bare = [filing for filing in FILINGS if filing.form == "3" and not filing.rows]
    assert bare
    assert all(filing.no_securities_owned for filing in bare)


def test_the_days_are_working_days() -> None:
    assert [filing.origin for filing in FILINGS if filed(filing).weekday() > 4] == []
    assert [line for line in ORIGINAL if line.code in "PS" and line.on.weekday() > 4] == []
    assert all(one <= other for one, other in pairwise(filed(filing) for filing, _ in OWNERS))
