"""Through what indirect rows are held, by their natures and the footnotes they cite."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.codes import Form, Source
from graphload.filing.document import Document
from graphload.filing.values import UNKNOWN, Filing, Footnote, FootnoteRef, Issuer, Owner, Row
from graphload.map.vehicles import Vehicle, vehicles
from graphload.read import read
from graphload.wording.natures import FOOTNOTE, NONE, SHAPE, STATED, nature


def row(text: str | None, *footnotes: FootnoteRef, place: int = 1) -> Row:
    return Row(place, "Common Stock", None, None, None, Decimal(10), None, False, text, footnotes)


def filing(*indirect: Row, notes: tuple[str, ...] = ()) -> Filing:
    owner = Owner("0000000002", "DOE JANE", True, False, False, False, None, None, None)
    return Filing(
        Source.XML, "x", UNKNOWN, Form.F4, date(2024, 1, 2), Issuer("0000000001", "Birch Motion Corp", "X"), (owner,),
        indirect, tuple(Footnote(f"F{n}", text) for n, text in enumerate(notes, 1)),
    )  # fmt: skip


def held(text: str | None, *cited: tuple[str, str]) -> Vehicle:
    indirect = row(text, *(FootnoteRef(cell, f"F{n}") for n, (cell, _) in enumerate(cited, 1)))
    return vehicles(filing(indirect, notes=tuple(text for _, text in cited)))[indirect.row_id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By ESOP Trust", Vehicle("esop", "esop", STATED, True)),
        ("By Birch Motion Corp. 401(k) Plan", Vehicle("birch motion corp 401 k plan", "plan401k", STATED, True)),
        ("By Elm Capital 401(k) Plan", Vehicle("elm capital 401 k plan", "plan401k", STATED, False)),
        ("Law Firm Pension Plan", Vehicle("law firm pension plan", "plan", STATED, False)),
        ("Spouse's 401(k)", Vehicle("spouse s 401 k", "plan401k", STATED, False)),
        ("By Elm, L.P.", Vehicle("elm lp", "partnership", STATED, False, ("Elm, L.P.",))),
        ("Elm Holdings", Vehicle("elm holdings", "company", SHAPE, False)),
        ("By EFGH", Vehicle("efgh", "other", NONE, False)),
    ],
)
def test_a_nature_names_its_vehicle(text: str, expected: Vehicle) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "note", "words"),
    [
        ("By: the ESOP Trust", None, "ESOP Trust"),
        ("See footnote", "These shares are held by Oak Hill Trust.", "Oak Hill Trust"),
        ("By LLC", "The shares are held by Elm Holdings LLC.", "Elm Holdings LLC"),
        ("By Trust", "The shares are held by Oak Hill Trust.", "Trust"),
        ("See footnote", "These were acquired in 2019.", "These were acquired in 2019."),
        ("See footnote", "Held by the reporting person's spouse.", "reporting person's spouse"),
        (None, None, "Indirect"),
    ],
)
def test_a_vehicle_is_called_in_the_words_of_its_filing(text: str | None, note: str | None, words: str) -> None:
    assert held(text, *([("nature", note)] if note else [])).words == words


@pytest.mark.parametrize(
    "text",
    ["Spouse", "By spouse", "by the Spouse", "Held by Spouse", "Shares held by spouse", "Owned through a spouse"],
)
def test_the_ways_to_say_by_are_one_vehicle(text: str) -> None:
    assert held(text) == Vehicle("spouse", "spouse", STATED, False)


@pytest.mark.parametrize(
    ("texts", "nature"),
    [
        (("By 401(k)", "401K", "Held in the Company's 401(k) Plan", "By 401-K Savings Plan and Trust"), "401 k plan"),
        (("ESOP", "By Employee Stock Ownership Plan", "By Company ESOP Trust"), "esop"),
        (("By Wife", "By his spouse", "Husband"), "spouse"),
        (("In an IRA", "By self IRAs", "Individual Retirement Account"), "ira"),
    ],
)
def test_what_a_person_has_one_of_is_one_vehicle_in_any_words(texts: tuple[str, ...], nature: str) -> None:
    assert {held(text).nature for text in texts} == {nature}


@pytest.mark.parametrize(
    "text", ["By Roth IRA", "By Spouse's IRA", "Supplemental 401(k) Plan", "By 401(k) of former employer"]
)
def test_another_account_is_another_vehicle(text: str) -> None:
    assert held(text).nature not in ("401 k plan", "ira", "spouse")


OAK = Vehicle("oak hill trust", "trust", FOOTNOTE, False, ("Oak Hill Trust",))
ELM = Vehicle("elm partners lp", "partnership", FOOTNOTE, False, ("Elm Partners, L.P.",))
SPOUSE = Vehicle("spouse", "spouse", FOOTNOTE, False)
PLAN = Vehicle("401 k plan", "plan401k", FOOTNOTE, True)


@pytest.mark.parametrize(
    ("text", "cited", "expected"),
    [
        ("See footnote", [("nature", "Shares held directly by the Oak Hill Trust.")], OAK),
        ("See footnote", [("nature", "The Oak Hill Trust dated May 1, 2003, of which he is trustee.")], OAK),
        ("See footnote", [("direct", "These are owned of record by Elm Partners, L.P. Elm GP LLC manages it.")], ELM),
        ("See footnote", [("shares_after", "After a gift."), ("nature", "Held by the Oak Hill Trust.")], OAK),
        ("See footnote", [("price", "Held by Elm Partners, L.P."), ("nature", "Held by the Oak Hill Trust.")], OAK),
        ("See footnote", [("nature", 'Held by EP. Elm LLC manages Elm Partners, L.P. ("EP").')], ELM),
        ("See footnote (1)", [("nature", "Shares are held by the reporting person's spouse.")], SPOUSE),
        ("See footnote", [("nature", "Reporting person's spouse. He disclaims beneficial ownership.")], SPOUSE),
        ("See footnote", [("nature", "Once held by the Issuer. Owned in the Issuer's 401(k) Plan.")], PLAN),
        ("Indirect", [("nature", "Held by the Oak Hill Trust.")], OAK),
        (None, [("shares_after", "Shares are held by the Oak Hill Trust.")], OAK),
        ("See footnote", [("nature", "Held by EFGH.")], Vehicle("efgh", "other", NONE, False)),
        (
            "See footnote",
            [("nature", "Held by the Estate of Ida Fenn, of which he is executor.")],
            Vehicle("estate of ida fenn", "other", NONE, False),
        ),
        ("See footnote", [("nature", "As told before.")], Vehicle("footnote: as told before", "footnote", NONE, False)),
        ("See footnote", [("price", "A range of prices.")], Vehicle("see footnote", "footnote", NONE, False)),
        (None, [("price", "A range of prices.")], Vehicle("", "other", NONE, False)),
    ],
)  # fmt: skip
def test_see_footnote_takes_its_name_from_the_footnotes_that_the_row_cites(
    text: str | None, cited: list[tuple[str, str]], expected: Vehicle
) -> None:
    assert held(text, *cited) == expected


def test_a_number_in_the_nature_cites_a_footnote_only_where_the_nature_says_so() -> None:
    note = ("Held by the Oak Hill Trust.",)
    assert vehicles(filing(row("See footnote 1"), notes=note))["NH1"] == OAK
    assert vehicles(filing(row("By Trust 1"), notes=note))["NH1"].names == ()


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        ("By LP", "Held by Elm Partners, L.P.", Vehicle("elm partners lp", "partnership", STATED, False, ELM.names)),
        (
            "By LLC",
            "Elm Fund, L.P. holds the shares.",
            Vehicle("elm fund lp", "fund", STATED, False, ("Elm Fund, L.P.",)),
        ),
        ("By Trust", "Held by the Oak Hill Trust.", Vehicle("trust", "trust", STATED, False, OAK.names)),
        ("By Trust", "Held by Elm Partners, L.P.", Vehicle("trust", "trust", STATED, False)),
        ("By Trust", "Does not include shares held by the Oak Hill Trust.", Vehicle("trust", "trust", STATED, False)),
        ("By Trust", "He votes the shares held by the Oak Hill Trust.", Vehicle("trust", "trust", STATED, False)),
        ("By Spouse", "Held by the Oak Hill Trust.", Vehicle("spouse", "spouse", STATED, False)),
    ],
)
def test_a_nature_that_tells_only_a_kind_takes_the_name_of_that_kind_which_its_footnote_gives(
    text: str, note: str, expected: Vehicle
) -> None:
    assert held(text, ("nature", note)) == expected


def test_a_short_name_takes_the_only_name_in_full_in_the_filing_that_begins_so() -> None:
    note = "Elm GP LLC manages Oak Principals Limited Partnership and Oak Fund, L.P."
    full = Vehicle(
        "oak principals limited partnership", "partnership", STATED, False, ("Oak Principals Limited Partnership",)
    )
    assert held("By Oak Principals", ("price", note)) == full
    assert held("By Oak", ("price", note)).names == ()
    assert held("See footnote", ("nature", "Held by Oak Principals."), ("price", note)).names == full.names
    assert held("By Ida Fenn", ("price", "The Ida Fenn Trust is new.")).names == ()


def test_a_row_of_several_holders_is_not_called_after_one_of_them() -> None:
    both = held("See footnote", ("nature", "Represents 100 shares held by Elm LP and 200 shares held by Oak LP."))
    assert both == Vehicle("elm lp and oak lp", "partnership", FOOTNOTE, False, ("Elm LP", "Oak LP"))
    assert held("See footnote", ("nature", "Held by Oak LP and Elm LP.")).nature == both.nature
    assert held("See footnote", ("nature", "Held by Elm LP and his spouse.")) == Vehicle(
        "elm lp and spouse", "partnership", FOOTNOTE, False
    )


def test_a_term_is_looked_up_in_all_footnotes_of_a_filing() -> None:
    notes = ("Held by the Funds.", 'Elm LLC manages Oak I LP ("Oak I") and Oak II LP (collectively, the "Funds").')
    cited = row("See footnote", FootnoteRef("nature", "F1"))
    assert vehicles(filing(cited, notes=notes))["NH1"].names == ("Oak I LP", "Oak II LP")
    assert held("See footnote", ("nature", notes[0])).names == ()


def test_of_notes_on_all_funds_and_on_one_the_one_on_the_row_counts() -> None:
    notes = ("The shares are held by Elm LP and Oak LP.", "Held by Oak LP.")
    cited = row("See footnotes", FootnoteRef("nature", "F1"), FootnoteRef("nature", "F2"))
    assert vehicles(filing(cited, notes=notes))["NH1"].names == ("Oak LP",)
    mentioned = (notes[0], "He disclaims beneficial ownership of the shares held by Oak LP.")
    assert vehicles(filing(cited, notes=mentioned))["NH1"].names == ("Elm LP", "Oak LP")


def test_a_holder_that_a_sentence_only_mentions_is_less_sure() -> None:
    note = "He may be deemed to own the shares held by Elm Partners, L.P."
    assert held("See footnote", ("nature", note)) == Vehicle("elm partners lp", "partnership", SHAPE, False, ELM.names)


def test_a_footnote_has_one_key_in_every_filing() -> None:
    one, other = (row("See footnote", FootnoteRef("nature", "F2"), place=n) for n in (1, 2))
    notes = ("A range of prices.", "These shares are held of record by Elm Partners, L.P. Elm GP LLC manages it.")
    first, second = vehicles(filing(one, notes=notes)), vehicles(filing(row("Spouse"), other, notes=("x", notes[1])))
    assert first["NH1"].nature == second["NH2"].nature == ELM.nature


def test_rows_of_one_nature_that_footnotes_tell_apart_are_held_by_several_vehicles() -> None:
    first, second, third = (row("Trust", FootnoteRef("nature", f"F{n}"), place=n) for n in (1, 2, 3))
    notes = ("Held by the Ida Fenn Trust.", "Held by a trust for his daughter.", "Held by a trust for his son.")
    apart = filing(first, second, third, row("Trust", place=4), notes=notes)
    assert [each.nature for each in vehicles(apart).values()] == [
        "ida fenn trust", "trust for his daughter", "trust for his son", "trust",
    ]  # fmt: skip
    assert [each.nature for each in vehicles(filing(second, notes=notes)).values()] == ["trust"]


def test_real_indirect_rows_are_held_through_vehicles_whose_kind_their_key_tells(shared: Path) -> None:
    found = [each for one in real(shared / "filings" / "xml") for each in vehicles(one).values()]
    assert {(each.nature, each.kind) for each in found if each.kind != "footnote"} == {
        (each.nature, nature(each.nature).kind) for each in found if each.kind != "footnote"
    }
    grades = Counter(each.grade for each in found)
    assert grades[FOOTNOTE] > 100
    assert grades[NONE] <= 0.03 * len(found)


def real(folder: Path) -> Iterator[Filing]:
    for document in documents([str(folder)]):
        if isinstance(document, Document):
            with suppress(FilingError):
                yield read(document).filing
