"""What questions make of amendments that the invented world does not have."""

from typing import Any

from examples.world.cast import DRUMMOND, LINDQVIST, PELL, QUILLFEATHER
from examples.world.compose import filing, holding, owner, trade
from graphload.filing.values import Filing, Owner
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store
from tests.helpers import cells as found

ORIGINAL, FIRST, SECOND = "0009900007-24-000001", "0009900007-24-000002", "0009900007-24-000003"
DIRECTOR = owner(PELL, director=True)
SOLD = [trade("S", "2024-03-04", -100, "10.00", 900), trade("S", "2024-03-05", -100, "11.00", 800)]


def form4(accession: str, filed: str, *traded: Any, who: Owner | list[Owner] = DIRECTOR, **more: Any) -> Filing:
    return filing(accession, "4/A" if "amends" in more else "4", QUILLFEATHER, who, filed, traded, signed="R", **more)


def filled(store: Store, *filings: Filing) -> Store:
    store.prepare()
    store.replace([rows(each) for each in filings])
    derive(store)
    return store


def test_a_late_amendment_does_not_bring_back_who_left(store: Store) -> None:
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *SOLD),
        form4(FIRST, "2024-05-02", who=owner(PELL, other="Former director"), period="2024-05-01", left=True),
        form4(SECOND, "2024-07-01", *SOLD, amends="2024-03-06"),
    )
    assert found(store, "insiders/roster", "insider", issuer="QFP") == []
    assert found(store, "insiders/roster", "roles", "filing", issuer="QFP", exited=True) == [(["other"], FIRST)]
    assert found(store, "insiders/roster", "filing", issuer="QFP", on="2024-04-30") == [(SECOND,)]
    changes = found(store, "insiders/titles", "roles", "exit", "filing", person=PELL.cik)
    assert changes == [(["director"], False, ORIGINAL), (["other"], True, FIRST)]


def test_an_amendment_may_restate_what_another_restated(store: Store) -> None:
    again = [trade("S", "2024-03-05", -100, "11.50", 800)]
    third = [trade("S", "2024-03-05", -100, "11.60", 800)]
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *SOLD),
        form4(FIRST, "2024-03-08", *again, amends="2024-03-06", period="2024-03-04"),
        form4(SECOND, "2024-03-12", *third, amends="2024-03-06", period="2024-03-04"),
    )
    changes = found(store, "amendments/changes", "against", "restates", "cell", "old", "new", filing=ORIGINAL)
    assert changes == [
        (ORIGINAL, f"{ORIGINAL}:NT2", "price", "11", "11.5"),
        (FIRST, f"{FIRST}:NT1", "price", "11.5", "11.6"),
    ]
    left = [f"{ORIGINAL}:NT1"]
    assert found(store, "amendments/partial", "filing", "leaves") == [(SECOND, left), (FIRST, left)]
    assert found(store, "amendments/lineage", "standing", filing=SECOND) == [(1,), (0,), (1,)]


def test_what_an_amendment_left_and_the_next_restated_was_left_all_the_same(store: Store) -> None:
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *SOLD),
        form4(FIRST, "2024-03-08", SOLD[0], amends="2024-03-06"),
        form4(SECOND, "2024-03-12", *SOLD, amends="2024-03-06"),
    )
    assert found(store, "amendments/partial", "filing", "leaves") == [(FIRST, [f"{ORIGINAL}:NT2"])]


def test_boxes_and_owners_are_cells_too(store: Store) -> None:
    officer, other = owner(PELL, director=True, title="Chair"), owner(LINDQVIST, director=True)
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *SOLD, who=[DIRECTOR, owner(DRUMMOND, ten=True)], uncited="A note."),
        form4(FIRST, "2024-03-08", *SOLD, who=[officer, other], amends="2024-03-06", plan=True, left=True),
    )
    changes = found(store, "amendments/changes", "part", "row", "cell", "old", "new", "oldFootnotes", filing=FIRST)
    assert changes == [
        ("filing", FIRST, "exit", "false", "true", []),
        ("filing", FIRST, "plan10b51", "false", "true", []),
        ("filing", FIRST, "footnotes", None, None, ["A note."]),
        ("owner", LINDQVIST.cik, "name", None, LINDQVIST.name, []),
        ("owner", LINDQVIST.cik, "director", None, "true", []),
        ("owner", PELL.cik, "officer", "false", "true", []),
        ("owner", PELL.cik, "officerTitle", None, "Chair", []),
        ("owner", DRUMMOND.cik, "name", DRUMMOND.name, None, []),
        ("owner", DRUMMOND.cik, "tenPercentOwner", "true", None, []),
    ]


def test_an_amendment_of_nothing_in_the_rows_is_the_same_or_empty(store: Store) -> None:
    noted = [trade("S", "2024-03-04", -100, "10.00", 900, notes={"price": "An average."}), SOLD[1]]
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *noted),
        form4(FIRST, "2024-03-08", *noted, amends="2024-03-06", remarks="Signed anew."),
        form4(SECOND, "2024-03-12", amends="2024-03-06", period="2024-03-04"),
    )
    kinds = found(store, "amendments/minor", "filing", "kind", "restates")
    assert kinds == [(SECOND, "empty", 0), (FIRST, "same", 2)]


def test_holdings_of_a_form_3_are_no_minor_matter(store: Store) -> None:
    def form3(accession: str, form: str, filed: str, shares: int, amends: str | None = None) -> Filing:
        held = [holding(shares)]
        return filing(
            accession, form, QUILLFEATHER, DIRECTOR, filed, held, signed="R", period="2024-03-01", amends=amends
        )

    filled(store, form3(ORIGINAL, "3", "2024-03-06", 10), form3(FIRST, "3/A", "2024-03-08", 20, "2024-03-06"))
    assert found(store, "amendments/minor", "filing") == []
    assert found(store, "amendments/changes", "cell", "old", "new", filing=FIRST) == [("sharesAfter", "10", "20")]
    assert found(store, "amendments/partial", "filing") == []


def test_a_text_that_points_to_the_remarks_is_told_by_them(store: Store) -> None:
    who = owner(PELL, other="See Remarks")
    filled(
        store,
        form4(ORIGINAL, "2024-03-06", *SOLD, who=who, remarks="Ms. Pell is an advisory director."),
        form4(FIRST, "2024-04-08", *SOLD, who=owner(PELL, other="Adviser"), remarks="Advisory director no more."),
    )
    columns = ("text", "remarks", "filing")
    told = ("See Remarks", "Ms. Pell is an advisory director.", ORIGINAL)
    assert found(store, "insiders/others", *columns) == [("Adviser", None, FIRST), told]
    assert found(store, "insiders/others", *columns, text="advisory") == [told]
