"""Which rows the evidence of a note covers: those that cite it from a fitting cell, of a fitting code."""

from typing import Any

from examples.world.cast import BRIGHTWATER, LINDQVIST
from examples.world.compose import OPTION, filing, holding, owner, terms, trade
from graphload.map.mapping import rows
from graphload.schema.filings import FILING
from graphload.wording.evidence_kinds import KINDS

PLAN = "Sold under a Rule 10b5-1 trading plan adopted on March 4, 2024."
DAY = "2024-06-10"


def told(*made: Any, **more: Any) -> tuple[list[str], dict[str, list[str]]]:
    """Return what a filing says, and what covers each row."""
    mapped = rows(filing(
        "0009999999-24-000001", "4", BRIGHTWATER, owner(LINDQVIST, director=True), DAY, made, signed="P", **more
    ))  # fmt: skip
    by_row = {
        edge.props["id"].rpartition(":")[2]: edge.props.get("said", [])
        for edge in mapped.edges
        if edge.type in ("TRANSACTION", "HOLDING")
    }
    return mapped.filing.props.get("said", []), by_row


def sale(**more: Any) -> Any:
    return trade("S", DAY, -100, "10", 900, **more)


def test_a_note_covers_the_rows_that_cite_it() -> None:
    plan = ["plan|F1|2024-03-04|adopted"]
    assert told(sale(notes={"code": PLAN}), sale()) == (plan, {"NT1": plan, "NT2": []})


def test_remarks_cover_all_rows() -> None:
    plan = ["plan|remarks|2024-03-04|adopted"]
    assert told(sale(), holding(100), remarks=PLAN) == (plan, {"NT1": plan, "NH1": plan})


def test_a_plan_is_told_of_a_filing_where_no_row_cites_it() -> None:
    assert told(sale(), uncited=PLAN) == (["plan|F1|2024-03-04|adopted"], {"NT1": []})


def test_an_average_is_told_of_a_price_alone() -> None:
    average = "A weighted average price."
    assert told(sale(notes={"price": average}))[0] == ["price|F1||average"]
    assert told(sale(notes={"shares": average})) == ([], {"NT1": []})


def test_a_gift_is_told_of_rows_that_give() -> None:
    to = {"shares": "To a charity."}
    given = trade("G", DAY, -100, "0", 900, notes=to)
    taken = trade("G", DAY, 100, "0", 900, notes=to)
    assert told(given, taken, sale(notes=to))[1] == {"NT1": ["gift|F1|charity|stated"], "NT2": [], "NT3": []}
    held = trade("G", DAY, -100, "0", 900, "By Trust", notes={"nature": "Given to the Heron Family Trust in 2019."})
    assert told(held)[1]["NT1"] == []


def test_shares_for_the_tax_are_withheld_or_sold_by_their_code() -> None:
    note = {"shares": "Shares sold or withheld to pay the tax on the vesting."}
    withheld = trade("F", DAY, -100, "10", 900, notes=note)
    said = told(withheld, sale(notes=note))[1]
    assert said == {"NT1": ["withheld|F1|tax|stated"], "NT2": ["cover|F1|tax|stated"]}


def test_the_sentences_stand_beside_what_they_say() -> None:
    made = filing(
        "0009999999-24-000001", "4", BRIGHTWATER, owner(LINDQVIST, director=True), DAY, [sale(notes={"code": PLAN})],
        signed="P", remarks="He disclaims ownership of these shares.",
    )  # fmt: skip
    props = rows(made).filing.props
    assert [*zip(props["said"], props["saidIn"], strict=True)] == [
        ("plan|F1|2024-03-04|adopted", PLAN.strip(".")),
        ("disclaims|remarks||stated", "He disclaims ownership of these shares"),
    ]
    docs = {prop.name: prop.doc for prop in FILING.props}
    assert "saidIn" in docs
    assert all(f"`{kind}`" in docs["said"] for kind in KINDS)


def test_code_c_of_a_class_is_a_conversion_and_of_an_option_none() -> None:
    def converted(title: str, price: str = "0") -> list[bool | None]:
        mapped = rows(filing(
            "0009999999-24-000001", "4", BRIGHTWATER, owner(LINDQVIST, director=True), DAY,
            [trade("C", DAY, 100, price, 900), trade("C", DAY, -100, "0", 0, of=title, under=terms("1", None, None))],
            signed="P",
        ))  # fmt: skip
        return [edge.props.get("conversion") for edge in mapped.edges if edge.type == "TRANSACTION"]

    assert converted("Class B Common Stock") == [True, True]
    assert converted(OPTION) == converted("Class B Common Stock", "5") == [None, None]
