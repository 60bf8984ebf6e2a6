"""The reader of texts: the filing that the project began with, the ways to write a form, what is refused and why."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from examples.render_text import markdown
from examples.world.allied import FILINGS
from graphload.cli import main
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Address, Filing, FootnoteRef, Signature
from graphload.read import read
from graphload.read.text import reader as text

GOOD = markdown(FILINGS[0]).decode()
ROW = next(line for line in GOOD.split("\n") if "216 ⁽¹⁾" in line)


def taken(content: str) -> Filing:
    return read(Document(content.encode(), "f.txt")).filing


def refused(content: str) -> str:
    with pytest.raises(FilingError) as caught:
        taken(content)
    return str(caught.value)


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.fixture
def seed(shared: Path) -> Path:
    return next((shared / "seed").iterdir())


def test_the_filing_that_the_project_began_with(seed: Path) -> None:
    reading = read(Document(seed.read_bytes(), "seed.txt"))
    filing = reading.filing
    assert reading.unread == ()
    assert (filing.form.value, filing.period_of_report) == ("4", date(2022, 3, 7))
    assert (filing.issuer.name, filing.issuer.ticker) == ("ALLIED MOTION TECHNOLOGIES INC", "AMOT")
    (owner,) = filing.owners
    assert (owner.name, owner.officer, owner.officer_title) == ("Maida Robert P", True, "Senior VP and Group President")
    assert not (owner.director or owner.ten_percent_owner or owner.other)
    assert owner.address == Address("ALLIED MOTION TECHNOLOGIES INC.", "495 COMMERCE DRIVE", "AMHERST", "NY", "14228")
    expected = "/s/ Michael C. Donlon, attorney-in-fact for Robert P. Maida"
    assert filing.signatures == (Signature(expected, date(2022, 3, 9)),)


def test_its_rows_are_those_of_the_example(seed: Path) -> None:
    filing = read(Document(seed.read_bytes(), "seed.txt")).filing
    assert filing.rows == FILINGS[0].rows
    assert [note.id for note in filing.footnotes] == ["F1", "F2", "F3"]
    assert [row.footnotes for row in filing.rows[:3]] == [(FootnoteRef("shares", f"F{at}"),) for at in (1, 2, 3)]


def test_it_is_loaded_and_found_by_name(seed: Path, address: str) -> None:
    done = CliRunner().invoke(main, ["load", str(seed.parent), "--store", address])
    assert done.exit_code == 0, done.output
    query = (
        "MATCH (p:Person)-[r:FILED]->(f:Filing)-[t:TRANSACTION|HOLDING]->(s:Security)<-[:ISSUED]-(i:Issuer) "
        "RETURN p.id AS person, r.officerTitle AS title, i.name AS issuer, i.ticker AS ticker, t.code AS code, "
        "t.acquired AS acquired, t.shares AS shares, t.price AS price, t.sharesAfter AS after, t.direct AS direct, "
        "t.nature AS nature, t.footnoteRefs AS notes, f.source AS source ORDER BY t.id"
    )
    found = CliRunner().invoke(main, ["cypher", query, "--json", "--store", address])
    assert found.exit_code == 0, found.output
    rows = json.loads(found.stdout)
    assert {(row["person"], row["title"], row["ticker"], row["source"]) for row in rows} == {
        ("name:maida robert p", "Senior VP and Group President", "AMOT", "text")
    }
    cells = ("code", "acquired", "shares", "price", "after", "nature")
    assert [tuple(row[cell] for cell in cells) for row in rows] == [
        (None, None, None, None, 4275, "By ESOP Trust"),
        ("F", False, 216, 33.85, 103663, None),
        ("A", True, 2192, 34.39, 105855, None),
        ("A", True, 2192, 34.39, 108047, None),
    ]
    assert [row["notes"] for row in rows[1:]] == [["shares:F1"], ["shares:F2"], ["shares:F3"]]
    signed = "MATCH (:Filing)-[s:SIGNED_BY]->(g:Signatory) RETURN g.name AS name, s.onBehalfOf AS whom, s.date AS date"
    answer = json.loads(CliRunner().invoke(main, ["cypher", signed, "--json", "--store", address]).stdout)
    assert answer == [{"name": "MICHAEL C DONLON", "whom": "Robert P. Maida", "date": "2022-03-09"}]
    person = CliRunner().invoke(main, ["find", "Maida", "--json", "--store", address])
    assert [row["id"] for row in json.loads(person.stdout)] == ["name:maida robert p"]


def test_it_is_shown_as_it_is_read(seed: Path) -> None:
    shown = json.loads(CliRunner().invoke(main, ["show", str(seed), "--json"]).stdout)
    assert shown["source"] == "text"
    assert [row["shares_after"] for row in shown["rows"]] == [103663, 105855, 108047, 4275]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("216 ⁽¹⁾", "216 <sup>(1)</sup>"),
        ("216 ⁽¹⁾", "216<sup>1</sup>"),
        ("216 ⁽¹⁾", "216 (1)"),
        (r"\$33.85", "$33.85"),
        (r"\$33.85", "33.85"),
        ('<input checked="" type="checkbox" />', "<input type='checkbox' checked>"),
        ('<input checked="" type="checkbox" />', "[X]"),
        ('<input checked="" type="checkbox" />', r"\[x\]"),
        ('<input checked="" type="checkbox" />', "☒"),
        ('<input checked="" type="checkbox" />', "X"),
        ("Director", "[ ] Director"),
        ("Table I -", "**Table I -"),
        ("Explanation of Responses:", "## Explanation of Responses:"),
        ("Maida Robert P", "Maida  Robert&nbsp;P"),
        (ROW, ROW.replace("| F |", "| F\n|")),
        (ROW, ROW + "\n\n"),
        ("| Code |", "|   Code   |"),
        ("6. Individual or Joint/Group Filing (Check Applicable Line) [X] Form filed by One Reporting Person [ ] "
         "Form filed by More than One Reporting Person", ""),
    ],
)  # fmt: skip
def test_spellings_that_say_the_same(old: str, new: str) -> None:
    assert taken(changed(old, new)) == taken(GOOD)


def test_footnotes_may_have_numbers_and_signatures_may_be_wrapped() -> None:
    numbers = iter("123")
    assert taken(re.sub("^- ", lambda _: f"{next(numbers)}. ", GOOD, flags=re.M)) == taken(GOOD)
    assert taken(changed("attorney-in-fact for Robert", "attorney-in-fact\nfor Robert")) == taken(GOOD)
    note = FILINGS[0].footnotes[0].text
    assert taken(changed(note, "\n".join(note.split()))) == taken(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (ROW, ROW.replace("| F |", ""), "Table I, row 1: 9 cells below 11 columns"),
        ("216 ⁽¹⁾", "2l6 ⁽¹⁾", "Table I, row 1: amount: not a number: '2l6'"),
        ("216 ⁽¹⁾", "-216 ⁽¹⁾", "Table I, row 1: amount: not a number: '-216'"),
        ("216 ⁽¹⁾", "216", "footnote 1: no cell cites it"),
        ("216 ⁽¹⁾", "216 ⁽⁴⁾", "Table I, row 1: amount: there is no footnote 4"),
        ("216 ⁽¹⁾", "216 ⁽¹⁾⁽¹⁾", "Table I, row 1: amount: footnote marks that cannot be told apart"),
        ("| 03/07/2022 |", "| 13/07/2022 |", "Table I, row 1: date: not a date of the calendar: '13/07/2022'"),
        ("| 103,663 |", "| |", "Table I, row 1: after: missing"),
        ("| 4,275 | I |", "| 4,275 | D |", "Table I, row 4: nature: direct with a nature, or indirect without"),
        ("| 2A. Deemed", "| Deemed 2A. | 2A. Deemed", "Table I: the header has not the 11 columns of the form"),
        ("Table II -", "Table 2 -", "Table II: missing"),
        ("** Signature", "** Signed", "Signature of Reporting Person: missing"),
        (" 03/09/2022", "", "Signature: not a signature with its date"),
        ("FORM 4", "FORM 3", "form: not the title of one form: '3, 4'"),
        ("[ ] Form filed by More", "[X] Form filed by More", "filers: both boxes are ticked"),
        ('<input checked="" type="checkbox" />', "", "relationship: no box is ticked"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_refused_with_its_place(old: str, new: str, message: str) -> None:
    assert message in refused(changed(old, new))


def test_a_refusal_names_the_line() -> None:
    at = GOOD.split("\n").index(ROW) + 1
    assert refused(changed("216 ⁽¹⁾", "2l6 ⁽¹⁾")).startswith(f"f.txt: line {at}: ")


@pytest.mark.parametrize(
    "content",
    [
        "# Forms\n\nAbout the STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP and its Table I - Non-Derivative.\n",
        'LABELS = {"name": "1. Name and Address of Reporting Person", "issuer": "2. Issuer Name and Ticker"}\n'
        'TITLE = "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP"\nTABLE = "Table I - Non-Derivative"\n',
        "2022-03-09 12:00:00 INFO 1. Name and Address of Reporting Person: not found\n",
        f"<html><pre>{GOOD}</pre></html>",
        f"<?xml version='1.0'?><a>{GOOD}</a>",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "",
        "\0" + GOOD,
    ],
)
def test_other_texts_are_not_claimed(content: str) -> None:
    assert not text.recognises(content.encode())


def test_no_file_of_the_project_is_claimed() -> None:
    root = Path(__file__).parents[2]
    files = [path for kind in ("py", "md", "toml", "cypher", "xml") for path in root.glob(f"[!.]*/**/*.{kind}")]
    assert len(files) > 200
    assert [path for path in (*files, root / "README.md") if text.recognises(path.read_bytes())] == []
