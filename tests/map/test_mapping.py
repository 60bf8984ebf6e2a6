"""From a filing to the rows of the graph."""

import dataclasses
from datetime import date
from decimal import Decimal

from hypothesis import given

from examples.world import FILINGS
from graphload.filing.codes import Basis, Form, Source, TransactionCode
from graphload.filing.values import (
    UNKNOWN,
    Address,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    HeaderParty,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)
from graphload.map.mapping import rows
from graphload.map.readings import fullness
from graphload.schema.graph import EDGES, NODES
from graphload.schema.rows import Rows
from tests.strategies import filings

JANE = Owner(
    "0000000002", "DOE JANE", True, True, False, False, "CEO", None, Address("1 Main St", None, "Troy", "NY", "12180")
)
FUND = Owner("0000000003", "FUND LP", False, False, True, False, None, None, None)
SALE = Trade(date(2024, 1, 2), None, TransactionCode.S, False, None, False, Decimal("10.5"), None, None)
OPTION = Terms(Decimal("5"), None, date(2030, 1, 1), "Common Stock", Decimal("100"), None)
ROWS = (
    Row(1, "Common Stock", "4", SALE, None, Decimal("90"), None, True, None, (FootnoteRef("price", "F1"),)),
    Row(1, "Common Stock", None, None, None, Decimal("0"), None, False, "By ESOP", (FootnoteRef("title", "F1"),)),
    Row(1, "Option", None, None, OPTION, Decimal("100"), None, True, None),
)
ENVELOPE = Envelope(
    "0000000009-24-000001",
    Basis.HEADER,
    "4",
    date(2024, 1, 3),
    Basis.HEADER,
    parties=(HeaderParty("0000000003", "FUND LP", True),),
)
FILING = Filing(
    Source.XML,
    "a/file.xml",
    ENVELOPE,
    Form.F4,
    date(2024, 1, 2),
    Issuer("0000000001", "X CORP", "NYSE: XC"),
    (JANE,),
    ROWS,
    (Footnote("F1", "A range."),),
    (Signature("/s/ Anna Clerk, attorney-in-fact for Jane Doe", date(2024, 1, 3)),),
)  # fmt: skip


def edge(found: Rows, type: str, number: int = 0) -> dict[str, object]:
    return [each.props for each in found.edges if each.type == type][number]


def test_a_row_says_what_is_filed_and_missing_is_absent() -> None:
    assert edge(rows(FILING), "TRANSACTION") == {
        "id": "0000000009-24-000001:NT1",
        "titleAsFiled": "Common Stock",
        "formType": "4",
        "date": date(2024, 1, 2),
        "code": "S",
        "equitySwap": False,
        "acquired": False,
        "shares": 10.5,
        "sharesAfter": 90.0,
        "direct": True,
        "footnoteRefs": ["price:F1"],
        "holder": "0000000002",
        "place": 1,
        "current": True,
        "original": True,
        "asOf": date(2024, 1, 2),
        "tradedOn": date(2024, 1, 2),
        "dueOn": date(2024, 1, 4),
        "daysLate": 0,
    }


def test_zero_is_kept_and_an_indirect_row_is_held_by_its_vehicle() -> None:
    holding = edge(rows(FILING), "HOLDING")
    assert holding["sharesAfter"] == 0.0
    assert holding["holder"] == "0000000002|0000000001|esop"
    assert holding["footnoteRefs"] == ["titleAsFiled:F1"]


def test_an_employee_plan_is_the_issuers_and_the_account_the_holders() -> None:
    found = {(each.type, each.start, each.end) for each in rows(FILING).edges}
    assert {
        ("HOLDS_THROUGH", "0000000002", "0000000002|0000000001|esop"),
        ("ACCOUNT_IN", "0000000002|0000000001|esop", "0000000001|esop"),
        ("SPONSORS", "0000000001", "0000000001|esop"),
    } <= found


def test_a_derivative_converts_into_the_security_that_it_names() -> None:
    option = edge(rows(FILING), "HOLDING", 1)
    assert option["underlying"] == "0000000001:N:common stock"
    assert ("CONVERTS_INTO", "0000000001:D:option:5:2030-01-01", option["underlying"]) in {
        (each.type, each.start, each.end) for each in rows(FILING).edges
    }


def test_a_joint_filings_rows_are_its_groups_whatever_the_order_of_owners() -> None:
    joint = rows(dataclasses.replace(FILING, owners=(JANE, FUND)))
    other = rows(dataclasses.replace(FILING, owners=(FUND, JANE)))
    assert str(edge(joint, "TRANSACTION")["holder"]).startswith("group:")
    assert edge(joint, "TRANSACTION") == edge(other, "TRANSACTION")
    assert [each.start for each in joint.edges if each.type == "MEMBER_OF"] == ["0000000002", "0000000003"]
    assert edge(joint, "FILED", 1)["incorporated"] is True
    assert "incorporated" not in edge(joint, "FILED", 0)


def test_identical_tranches_stay_apart() -> None:
    twice = (ROWS[0], dataclasses.replace(ROWS[0], place=2))
    found = rows(dataclasses.replace(FILING, rows=twice))
    assert [each.props["id"] for each in found.edges if each.type == "TRANSACTION"] == [
        "0000000009-24-000001:NT1",
        "0000000009-24-000001:NT2",
    ]


def test_the_signature_keeps_its_text() -> None:
    assert edge(rows(FILING), "SIGNED_BY") == {
        "text": "/s/ Anna Clerk, attorney-in-fact for Jane Doe",
        "date": date(2024, 1, 3),
        "attorneyInFact": True,
        "onBehalfOf": "Jane Doe",
    }


def test_without_an_accession_number_the_key_is_what_the_filing_says() -> None:
    nameless = dataclasses.replace(FILING, envelope=UNKNOWN)
    elsewhere = dataclasses.replace(nameless, origin="another/copy.xml")
    changed = dataclasses.replace(nameless, rows=ROWS[:2])
    assert rows(nameless).filing.id.startswith("sha256:")
    assert rows(nameless).filing.id == rows(elsewhere).filing.id != rows(changed).filing.id


def test_the_hash_is_of_the_content_and_not_of_the_place() -> None:
    elsewhere = rows(dataclasses.replace(FILING, origin="b.xml")).filing.props["contentHash"]
    changed = rows(dataclasses.replace(FILING, remarks="Other.")).filing.props["contentHash"]
    assert rows(FILING).filing.props["contentHash"] == elsewhere != changed


def test_a_fuller_reading_is_told_from_a_poorer_one() -> None:
    page = dataclasses.replace(FILING, source=Source.HTML)
    bare = dataclasses.replace(FILING, envelope=Envelope("0000000009-24-000001", Basis.PATH))
    full, from_page, from_bare = (fullness(rows(each).filing.props) for each in (FILING, page, bare))
    assert full > from_bare > from_page


@given(filings())
def test_every_row_and_every_property_is_declared_and_its_ends_are_there(filing: Filing) -> None:
    holds(rows(filing), filing)


def test_the_world_holds_to_the_schema() -> None:
    assert FILINGS
    for filing in FILINGS:
        holds(rows(filing), filing)


def holds(found: Rows, filing: Filing) -> None:
    node_props = {node.label: {prop.name for prop in node.props if not prop.derived} for node in NODES}
    edge_types = {edge.type: edge for edge in EDGES}
    keys = {(node.label, node.id) for node in found.nodes} | {("Filing", found.filing.id)}
    assert len(keys) == len(found.nodes) + 1
    for node in (found.filing, *found.nodes):
        assert set(node.props) <= node_props[node.label]
        assert None not in node.props.values()
    for each in found.edges:
        declared = edge_types[each.type]
        assert each.start_label in declared.start and each.end_label == declared.end
        assert set(each.props) <= {prop.name for prop in declared.props}
        assert {(each.start_label, each.start), (each.end_label, each.end)} <= keys
    held = [each.props for each in found.edges if each.type in ("TRANSACTION", "HOLDING")]
    assert [props["id"] for props in held] == [f"{found.filing.id}:{row.row_id}" for row in filing.rows]
    assert {props["holder"] for props in held} <= {key for label, key in keys if label in ("Party", "Group", "Vehicle")}


def test_a_term_that_one_title_defines_means_that_title_in_the_others() -> None:
    def keys(*titles: str) -> list[str]:
        listed = [
            dataclasses.replace(FILING.rows[0], place=place, title=title) for place, title in enumerate(titles, 1)
        ]
        found = rows(dataclasses.replace(FILING, rows=tuple(listed))).edges
        return [edge.end.partition(":N:")[2] for edge in found if edge.type == "TRANSACTION"]

    assert keys('Class B Common Stock ("Common Stock")', "Common Stock") == ["class b common stock"] * 2
    assert keys("Class B Common Stock", "Common Stock") == ["class b common stock", "common stock"]
    apart = keys('Class A Stock ("Common Stock")', 'Class B Stock ("Common Stock")', "Common Stock")
    assert apart[2] == "common stock"
