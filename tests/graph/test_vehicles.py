"""What the nature of ownership says."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from graphload.filing.codes import Form, Source
from graphload.filing.values import UNKNOWN, Company, Filing, Footnote, FootnoteRef, Owner, Row
from graphload.graph.vehicles import Vehicle, kind, vehicle

KINDS = {
    "By ESOP Trust": "esop",
    "401KSOP": "esop",
    "Employee Stock Purchase Plan": "espp",
    "By 401(k) Plan": "plan401k",
    "401K": "plan401k",
    "By Savings Investment Plan": "plan401k",
    "By Spouse's IRA": "ira",
    "Roth I.R.A.": "ira",
    "By Deferred Compensation Plan": "plan",
    "By Stock Award II": "plan",
    "UTMA for son": "custodial",
    "As custodian for a child": "custodial",
    "The Miller Family Foundation": "foundation",
    "By Family Trust": "trust",
    "By GRAT12": "trust",
    "Bios Fund II, LP": "fund",
    "By Gould Investors L.P.": "partnership",
    "Through JT Enterprises, LLLP": "partnership",
    "By LLC": "company",
    "By LLCs": "company",
    "By wife": "spouse",
    "By Spouse.": "spouse",
    "by Son": "child",
    "Grandchildren": "child",
    "By parents": "family",
    "See footnote (3)": "footnote",
    "See FN": "footnote",
    "(1)": "footnote",
    "By BGLH": "other",
    "Indirect": "other",
}


@pytest.mark.parametrize("nature", KINDS)
def test_a_nature_names_a_kind(nature: str) -> None:
    assert kind(nature) == KINDS[nature]


def test_most_natures_of_a_quarter_name_a_kind(shared: Path) -> None:
    lines = (shared / "filings" / "natures.tsv").read_text("utf-8").splitlines()[1:]
    counted = [(int(count), nature) for count, nature in (line.split("\t", 1) for line in lines)]
    other = sum(count for count, nature in counted if kind(nature) == "other")
    assert other < 0.05 * sum(count for count, _ in counted)


def row(nature: str | None, *footnotes: FootnoteRef) -> Row:
    return Row(1, "Common Stock", None, None, None, Decimal(10), None, False, nature, footnotes)


def filing(indirect: Row, *footnotes: str) -> Filing:
    owner = Owner("0000000002", "DOE JANE", True, False, False, False, None, None, None)
    return Filing(
        Source.XML, "x", UNKNOWN, Form.F4, date(2024, 1, 2), Company("0000000001", "X", "X"), (owner,), (indirect,),
        tuple(Footnote(f"F{n}", text) for n, text in enumerate(footnotes, 1)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("nature", "cell", "note", "expected"),
    [
        ("By ESOP Trust", "nature", "Allocated to the account.", Vehicle("by esop trust", "esop", True)),
        ("Spouse's 401(k)", "nature", "Hers.", Vehicle("spouse s 401 k", "plan401k", False)),
        (
            "See footnote",
            "nature",
            "Shares held directly by the Oak Hill Trust.",
            Vehicle("oak hill trust", "trust", False),
        ),
        (
            "See footnote",
            "direct",
            "These are owned of record by Elm Partners, L.P.",
            Vehicle("elm partners lp", "partnership", False),
        ),
        ("See footnote", "nature", "As told before.", Vehicle("as told before", "footnote", False)),
        ("See footnote", "price", "A range of prices.", Vehicle("see footnote", "footnote", False)),
        (None, "shares_after", "Shares are held by Birch LLC.", Vehicle("birch llc", "company", False)),
        (None, "price", "A range of prices.", Vehicle("", "other", False)),
    ],
)
def test_see_footnote_takes_its_name_from_the_footnote_that_the_row_cites(
    nature: str | None, cell: str, note: str, expected: Vehicle
) -> None:
    indirect = row(nature, FootnoteRef(cell, "F1"))
    assert vehicle(filing(indirect, note), indirect) == expected
