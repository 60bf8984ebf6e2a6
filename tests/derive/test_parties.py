"""Who a party is, and whom a name means."""

from graphload.derive.facts import EdgeKey
from graphload.derive.groups import caption
from graphload.derive.names import Called, NamesakeFacts, namesakes
from graphload.derive.parties import NameFacts, PartyFacts, party
from graphload.derive.vehicles import Worded, vehicle
from graphload.schema.rows import Props


def told(*names: NameFacts) -> Props:
    return party(PartyFacts("0000000001", names)).nodes["Party", "0000000001"]


def test_the_latest_name_and_the_first_of_its_symbols_stand() -> None:
    old = NameFacts("ACORN HOLDINGS INC", True, "2020-01-02 a", symbols=("ACRN", "ACRNW"))
    found = told(old, NameFacts("OAK HOLDINGS INC", True, "2023-01-02 b", symbols=("OAK",)))
    assert (found["name"], found["formerNames"]) == ("OAK HOLDINGS INC", ["ACORN HOLDINGS INC"])
    assert (found["ticker"], found["formerTickers"]) == ("OAK", ["ACRN", "ACRNW"])
    assert (found["kind"], found["labels"]) == ("organization", ["Issuer"])


def test_a_symbol_stays_where_the_latest_filing_gives_none() -> None:
    found = told(
        NameFacts("OAK INC", True, "2020-01-02 a", symbols=("OAK",)), NameFacts("OAK INC", True, "2023-01-02 b")
    )
    assert (found["ticker"], found["formerTickers"]) == ("OAK", None)


def test_an_owner_is_labelled_by_its_kind() -> None:
    assert told(NameFacts("DOE JANE Q", False, "2020-01-02 a", insider=True))["labels"] == ["Person"]
    assert told(NameFacts("OAK FUND LP", False, "2020-01-02 a"))["labels"] == ["Organization"]
    both = NameFacts("OAK FUND LP", False, "2020-01-02 a"), NameFacts("OAK FUND LP", True, "2020-01-02 a")
    assert told(*both)["labels"] == ["Issuer", "Organization"]


def test_who_is_named_by_nobody_has_no_labels() -> None:
    assert told() == {"kind": "person", "kindBasis": "default", "labels": [], "formerNames": None}


def test_one_name_of_several_rows_names_a_vehicle() -> None:
    older, newer = Worded("2024-03-01 a", "LLC", ("Oak Fund LP",)), Worded("2024-03-02 b", "Fund", ("OAK FUND, L.P.",))
    assert vehicle([older, newer]) == {
        "named": "oak fund lp",
        "name": "OAK FUND, L.P.",
        "displayName": "Oak Fund, L.P.",
    }
    assert vehicle([newer, older._replace(latest="2024-03-03 c")])["name"] == "Oak Fund LP"


def test_a_vehicle_of_several_names_is_called_in_the_words_of_the_latest_row() -> None:
    oak, elm = Worded("2024-03-01 a", "trust", ("Oak Trust",)), Worded("2024-03-02 b", "Family Trust", ("Elm Trust",))
    for rows in ([oak, elm], [elm, oak]):
        assert vehicle(rows) == {"named": None, "name": "Family Trust", "displayName": "Family Trust"}
    assert vehicle([Worded("2024-03-01 a", "spouse")])["displayName"] == "Spouse"
    both = Worded("2024-03-01 a", "See footnote", ("Oak Fund LP", "Elm Fund LP"))
    assert vehicle([both])["name"] == "Oak Fund LP and Elm Fund LP"
    assert vehicle([Worded("2024-03-01 a", None)]) == {"named": None, "name": None, "displayName": None}


def test_a_group_is_called_by_its_first_members() -> None:
    assert caption(["Jane Doe", "Ash Fund LP"], 2) == "Ash Fund LP and Jane Doe"
    assert caption(["Jane Doe", "Ash Fund LP", "Elm LLC"], 3) == "Ash Fund LP, Elm LLC and Jane Doe"
    assert caption(["D", "C", "B", "A"], 4) == "A, B and 2 more"
    assert (caption(["A"], 2), caption([], 2)) == ("A and 1 more", "2 owners")


OAK = Called("0000000009", True, "OAK", frozenset({"0000000007"}), frozenset({"called jane doe"}))


def edges(*parties: Called, vehicles: tuple[str, ...] = ()) -> dict[EdgeKey, Props]:
    return namesakes(NamesakeFacts("oak", parties, vehicles)).edges


def test_an_unnumbered_party_is_the_only_numbered_one_that_agrees() -> None:
    for other, method in (
        (Called("name:oak", False, owns=frozenset({"0000000007"})), "name and issuer"),
        (Called("name:oak", False, "OAK"), "name and ticker"),
        (Called("name:oak", False, owned_by=frozenset({"called jane doe"})), "name and insider"),
    ):
        assert edges(OAK, other) == {EdgeKey("SAME_AS", "name:oak", OAK.id): {"method": method}}
        assert edges(OAK, OAK._replace(id="0000000008"), other) == {}
    assert edges(OAK, Called("name:oak", False)) == {}


def test_a_vehicle_names_the_only_numbered_party() -> None:
    assert edges(OAK, vehicles=(f"{OAK.id}|oak",)) == {}
    assert edges(OAK, vehicles=("jane|oak",)) == {EdgeKey("NAMES", "jane|oak", OAK.id): {}}
    assert edges(OAK, OAK._replace(id="0000000008"), vehicles=("jane|oak",)) == {}
    assert edges(Called("name:oak", False), vehicles=("jane|oak",)) == {}
