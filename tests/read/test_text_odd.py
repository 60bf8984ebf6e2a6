"""Texts that are odd: copied from a browser, converted from a page, and what was once read wrong or never ended."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from examples.render_text import markdown
from examples.world import FILINGS, allied
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Filing, FootnoteRef
from graphload.read import Reading, read
from graphload.read.scan import Unread
from tests.helpers import ends

GOOD = markdown(allied.FILINGS[0]).decode()
CIK = "/cgi-bin/browse-edgar?action=getcompany&amp;CIK="
OWNER, ISSUER = f"[Maida Robert P]({CIK}0001701212)", f"[ALLIED MOTION TECHNOLOGIES INC]({CIK}46129)"
# as a browser copies it: a tab between the cells of a row, lines below one another
COPIED = Path(__file__).with_name("copied.txt").read_text()


def reading(content: str) -> Reading:
    return read(Document(content.encode(), "f.txt"))


def taken(content: str) -> Filing:
    return reading(content).filing


def refused(content: str) -> str:
    with pytest.raises(FilingError) as caught:
        taken(content)
    return str(caught.value)


def changed(old: str, new: str, text: str = GOOD) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_what_a_browser_copies_is_read() -> None:
    found = reading(COPIED)
    filing, (owner,) = found.filing, found.filing.owners
    assert found.unread == ()
    assert (filing.plan10b51, filing.exit, filing.remarks) == (True, False, None)
    assert (owner.officer, owner.officer_title) == (True, "President / CEO")
    assert owner.address is not None
    assert (owner.address.street1, owner.address.street2) == ("C/O ACME INC.", "1 MAIN STREET")
    assert (owner.address.city, owner.address.state, owner.address.zip) == ("NEW YORK", "NY", "10001")
    sold, held, option = filing.rows
    assert sold.trade and option.trade and option.terms
    assert [sold.trade.shares, sold.trade.price, sold.shares_after, sold.nature] == [
        216,
        Decimal("33.85"),
        103663,
        None,
    ]
    assert [held.trade, held.shares_after, held.nature] == [None, 4275, "By ESOP Trust"]
    assert [option.terms.exercise_price, option.trade.acquired, option.trade.shares] == [10, False, 500]
    assert (sold.footnotes, option.footnotes) == (
        (FootnoteRef("shares", "F1"),),
        (FootnoteRef("exercisable_on", "F2"),),
    )
    assert [note.text for note in filing.footnotes] == ["Withheld for taxes.", "Exercisable now."]
    assert [(each.text, str(each.date)) for each in filing.signatures] == [("/s/ Ann Ardent", "2022-03-09")]


def test_an_editor_that_cuts_off_spaces_does_no_harm() -> None:
    assert taken("\n".join(line.rstrip() for line in COPIED.split("\n"))) == taken(COPIED)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\t\tF\t\t216", "\tF\t\t216", "Table I, row 1: after: not a number: 'D'"),
        ("\t\tF\t\t216(1)\tD", "\t\tF\t\t216(1)", "Table I, row 1: "),
        ("Code\tV\tAmount", "Code\tAmount", "the header has not the 11 columns of the form"),
        ("\tBy ESOP Trust", "", "Table I, row 2: nature: direct with a nature, or indirect without"),
    ],
)
def test_a_copied_row_that_lost_a_cell_is_refused(old: str, new: str, message: str) -> None:
    assert message in refused(changed(old, new, COPIED))


def test_links_give_the_parties_their_ciks() -> None:
    linked = changed("<u>Maida Robert P</u>", OWNER, changed("ALLIED MOTION TECHNOLOGIES INC \\[", f"{ISSUER} \\["))
    filing = taken(linked)
    assert (filing.issuer.cik, filing.issuer.name) == ("0000046129", "ALLIED MOTION TECHNOLOGIES INC")
    assert [(owner.cik, owner.name) for owner in filing.owners] == [("0001701212", "Maida Robert P")]
    anchor = changed(OWNER, f'<a href="{CIK}1701212">Maida Robert P</a>', linked)
    assert taken(anchor) == filing
    assert "links to some parties and not to others" in refused(changed("<u>Maida Robert P</u>", OWNER))
    assert "Maida Robert P: links to more than one CIK: '0000000009'" in refused(
        linked + OWNER.replace("0001701212", "9")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Name and Ticker", "Name **and** Ticker"),
        ("Name and Ticker", "Name <b>and</b> Ticker"),
        ("Table I - Non", "Table I – Non"),
        ("Senior VP and Group President", "_Senior VP and Group President_"),
        ("| Common Stock |", "| *Common Stock* |"),
    ],
)
def test_what_converters_make_of_a_page_says_the_same(old: str, new: str) -> None:
    assert taken(changed(old, new)) == taken(GOOD)


def test_a_title_and_a_text_on_one_line_are_left_out_and_reported() -> None:
    found = reading(
        changed(
            "Other (specify below) Senior VP", '<input type="checkbox" checked> Other (specify below) Chief / Senior VP'
        )
    )
    (owner,) = found.filing.owners
    assert (owner.officer, owner.other, owner.officer_title, owner.other_text) == (True, True, None, None)
    assert found.unread == (Unread("officer's title and text of Other", 11),)


def test_the_other_persons_of_a_joint_filing_have_no_boxes() -> None:
    joint = next(each for each in FILINGS if len(each.owners) > 1)
    first, *others = taken(markdown(joint).decode()).owners
    assert None not in (first.director, first.officer, first.ten_percent_owner, first.other)
    assert [replace(each, name=None, address=None) for each in others] == [type(first)(*[None] * 9)] * len(others)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Table I - ", "[X] Check this box if no longer subject to Section 16\n\nTable I - ", "a box below the items"),
        ("Table I - ", "Check this box to indicate that\n\nTable I - ", "a box below the items"),
        ("| 03/07/2022 |", "| 03/07/22 |", "not a date MM/DD/YYYY"),
        (r"\$33.85", r"\$", "Table I, row 1: price: not a number: '$'"),
        ("103,663", "(103,663)", "Table I, row 1: after: not a number: '(103,663)'"),
        ("103,663", "103.663,00", "Table I, row 1: after: not a number: '103.663,00'"),
    ],
)
def test_what_is_not_certain_is_refused(old: str, new: str, message: str) -> None:
    assert message in refused(changed(old, new))


@pytest.mark.parametrize("rest", ["", "1}", "[" * 100_000])
def test_a_file_that_begins_like_the_rows_of_a_table_is_none(rest: str) -> None:
    assert "not well-formed XML" in refused(f'{{"SUBMISSION": {rest}')


def test_a_second_form_behind_the_first_is_refused() -> None:
    cut = GOOD[: GOOD.index("** Signature")]
    assert "Name and Address of Reporting Person: stands twice" in refused(GOOD + cut)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Explanation of", f"<sup>{'1' * 200_000} Explanation of"),
        ("Explanation of", f"<a href={'a' * 200_000} Explanation of"),
        ("Explanation of Responses:\n", "Explanation of Responses:\n\n" + "- a\n\n" * 100_000),
        ("** Signature", "No securities are beneficially owned.\n" * 60_000 + "** Signature"),
        ("| Common Stock |", "| x\n" + "| y z\n" * 100_000 + "| Common Stock |"),
    ],
)
def test_no_text_takes_for_ever(old: str, new: str) -> None:
    with ends():
        assert refused(changed(old, new))


def test_an_item_is_no_longer_than_items_are() -> None:
    labels = "(Last) (First) (Middle) " * 800 + "(Street) " * 800 + "(City) " * 800
    item = f"1. Name and Address of Reporting Person*\nDoe Jane {labels}\n\n"
    with ends():
        assert "owner: longer than 4,000 characters" in refused(changed("Explanation of", f"{item}Explanation of"))


def test_the_seed_is_read_with_other_line_ends_and_a_mark_of_the_byte_order(shared: Path) -> None:
    seed = next((shared / "seed").iterdir()).read_text()
    assert taken("\ufeff" + seed.replace("\n", "\r\n")) == taken(seed)
    assert taken(re.sub("\n{2,}", "\n\n\n", seed)) == taken(seed)


def test_a_text_in_windows_1252_is_read_and_says_so() -> None:
    typed = COPIED.replace("Table I - Non", "Table I – Non").replace("Ardent Ann", "Ardént Ann")
    found = read(Document(typed.encode("windows-1252"), "f.txt"))
    assert found.filing.owners[0].name == "Ardént Ann"
    assert found.filing.rows == taken(typed).rows
    assert [(each.what, each.line) for each in found.repairs] == [
        ("bytes that are not UTF-8 are read as windows-1252", typed[: typed.index("é")].count("\n") + 1)
    ]
