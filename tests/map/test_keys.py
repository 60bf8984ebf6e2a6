"""When two filings mean the same, and when they do not."""

from datetime import date
from decimal import Decimal

import pytest

from examples.world import FILINGS
from graphload.filing.values import Address, Terms
from graphload.map import keys
from graphload.map.mapping import rows
from graphload.schema.graph import NODES
from graphload.schema.keys import ours


def test_a_party_is_its_cik_or_else_its_name() -> None:
    assert keys.party("0000000007", "Somebody") == "0000000007"
    assert keys.party(None, "DOE JANE Q.") == keys.party(None, "Doe  Jane Q") == "name:doe jane q"


def option(price: str | None, expires: date | None) -> str:
    terms = Terms(Decimal(price) if price else None, None, expires, None, None, None)
    return keys.security("0000000001", "Option", terms)


def test_derivatives_of_one_title_differ_by_price_and_expiry() -> None:
    ends = date(2030, 1, 31)
    assert option("12.50", ends) == option("12.5", ends) == "0000000001:D:option:12.5:2030-01-31"
    assert len({option("12.5", ends), option("12.6", ends), option("12.5", None), option(None, ends)}) == 4
    assert option("1200", None) == "0000000001:D:option:1200:"


def test_an_exercise_price_of_0_is_none() -> None:
    assert option("0", None) == option("0.00", None) == option(None, None) == "0000000001:D:option::"


def test_the_spelling_of_a_title_makes_no_other_security() -> None:
    titles = ("Class A Common Stock, $0.0001 par value", "Common Shares, Cl A", 'ClassA Common (the "Class A Shares")')
    assert {keys.security("7", title, None) for title in titles} == {"7:N:class a common stock"}


def test_a_group_is_its_owners_in_any_order() -> None:
    assert keys.group(["b", "a"]) == keys.group(["a", "b"]) != keys.group(["a", "c"])


def test_an_address_is_compared_in_capitals() -> None:
    assert keys.lines(Address("1 Main St", "Suite 2", "Troy", "ny", "12180")) == {
        "street": "1 MAIN ST SUITE 2",
        "city": "TROY",
        "state": "NY",
        "zip": "12180",
    }


def test_a_footnote_typed_into_a_title_makes_no_other_security() -> None:
    key = keys.security("0000000001", "Class B Common Stock", None)
    for title in ("Class B Common Stock (2)", "Class B Common Stock(2) (3)"):
        assert keys.security("0000000001", title, None) == key
    assert keys.security("0000000001", "Class B Common Stock 2", None) != key
    assert keys.security("0000000001", "Option (2021)", None) != keys.security("0000000001", "Option", None)


def test_every_node_has_a_key_by_which_it_is_known_as_ours() -> None:
    for mapped in map(rows, FILINGS):
        for node in (mapped.filing, *mapped.nodes):
            assert ours(node.label, node.id), node
            assert node.label != "Signatory" or node.props["name"] == node.id.upper()


@pytest.mark.parametrize("label", [node.label for node in NODES if node.label != "Signatory"])
@pytest.mark.parametrize("key", [None, 1234567890, ["0000000001"], "x", "0000000001 ", "group:1"])
def test_other_keys_are_somebody_elses(label: str, key: object) -> None:
    assert not ours(label, key)
