"""Who a party is, and whom a name means."""

from graphload.derive.facts import EdgeKey
from graphload.derive.names import Called, NamesakeFacts, named, namesakes
from graphload.derive.parties import NameFacts, PartyFacts, party
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
    assert named(["Oak Fund LP", "OAK FUND, L.P."]) == "oak fund lp"
    assert named(["Oak Fund LP", "Elm Fund LP"]) is None
    assert named([]) is None


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
