"""What the pack `quality` finds in filings that the example world does not hold."""

from datetime import date
from typing import Any

from examples.world.cast import LINDQVIST, MABRY, Party
from examples.world.compose import filing, holding, owner, terms, trade
from graphload.ask import ask
from graphload.filing.values import Issuer, Row
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store

ONE = owner(LINDQVIST, director=True)
LARCH = Issuer("0009000008", "Larch Locks, Inc.", "LRCH")


def asked(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"quality/{name}", **given).dicts()]


def filled(store: Store, *rows: list[Row], who: Any = ONE) -> Store:
    """Put one Form 4 of Larch's for each list of rows into a store."""
    store.prepare()
    days = ("2024-03-20", "2024-06-20", "2024-09-20", "2024-12-20")
    filings = [
        filing(
            f"0009900008-24-{at:06}", "4", LARCH, who, days[at - 1], each, signed="/s/ A. Larch", period=days[at - 1]
        )
        for at, each in enumerate(rows, 1)
    ]
    store.replace([mapped(each) for each in filings])
    derive(store)
    return store


def test_a_total_in_the_price_box_is_listed_though_there_is_no_other_trade(store: Store) -> None:
    option = trade("P", "2024-03-18", 20_000, "1000000", 20_000, of="Option", under=terms("9", None, None))
    told = trade("P", "2024-03-18", 100, None, 20_100, notes={"price": "At prices from $9.00 to $9.50 per share."})
    filled(store, [trade("P", "2024-03-18", 20_000, "1000000", 20_000), told, option])
    (row,) = asked(store, "prices")
    assert (row["id"], row["because"], row["price"], row["each"], row["high"]) == (
        "0009900008-24-000001:NT1", "bound", 1_000_000, 50, None,
    )  # fmt: skip
    assert asked(store, "prices", bound=2_000_000) == []


def test_a_price_is_compared_with_those_of_its_quarter(store: Store) -> None:
    def sold(price: str, on: str, shares: int = 100) -> Row:
        return trade("S", on, -shares, price, 500)

    filled(
        store,
        [sold("10.00", "2024-03-18"), sold("11.00", "2024-03-19"), sold("5000", "2024-03-19", 500)],
        [sold("210.00", "2024-06-18")],
        # so dear a share is no total
        [sold("600000", "2024-09-18"), sold("610000", "2024-09-19")],
    )
    found = asked(store, "prices")
    assert [(row["id"], row["because"], row["high"], row["each"]) for row in found] == [
        ("0009900008-24-000001:NT3", "others", 11, 10)
    ]
    assert asked(store, "prices", times=1000) == []
    assert asked(store, "prices", issuer="LRCH") == found


def test_a_price_outside_the_range_of_its_footnote_is_listed(store: Store) -> None:
    def sold(price: str) -> Row:
        return trade("S", "2024-03-18", -10, price, 500, notes={"price": "Prices ranged from $10.00 to $10.40."})

    filled(store, [sold("10.20"), sold("10.44"), sold("9.96"), sold("10.60"), sold("9.80")])
    assert [(row["id"], row["because"], row["low"], row["high"]) for row in asked(store, "prices")] == [
        ("0009900008-24-000001:NT4", "range", 10.0, 10.4),
        ("0009900008-24-000001:NT5", "range", 10.0, 10.4),
    ]


def test_a_continuation_names_both_holders(store: Store) -> None:
    filled(
        store,
        [trade("P", "2024-03-18", 100, "10", 1000, "By Heron 15 Principals Limited Partnership")],
        [trade("S", "2024-06-18", -400, "11", 600, "By Heron 15 Principals")],
    )
    (row,) = asked(store, "continuations")
    assert (row["id"], row["newRow"], row["how"], row["confidence"], row["shares"]) == (
        "0009900008-24-000001:NT1", "0009900008-24-000002:NT1", "spelling", "high", 1000,
    )  # fmt: skip
    assert (row["oldNature"], row["newNature"]) == (
        "heron 15 principals limited partnership",
        "heron 15 principals",
    )
    assert row["oldOwners"] == row["newOwners"] == ["Per Anders Lindqvist"]
    assert asked(store, "continuations", how="owners") == []


def test_what_a_later_filing_leaves_out_is_listed_from_its_day(store: Store) -> None:
    bought = trade("P", "2024-03-18", 100, "10", 1000)
    filled(store, [bought, holding(70, "By Spouse")], [trade("P", "2024-06-18", 100, "10", 1100)])
    (row,) = asked(store, "unlisted", on="2024-07-18")
    assert (row["id"], row["unlistedSince"], row["days"], row["shares"]) == (
        "0009900008-24-000001:NH1", date(2024, 6, 18), 30, 70,
    )  # fmt: skip
    assert (row["nature"], row["unlistedIn"]) == ("spouse", "0009900008-24-000002")
    assert asked(store, "unlisted", on="2024-06-01") == []


def test_an_option_is_expired_on_the_day_after(store: Store) -> None:
    option = trade("A", "2024-03-18", 100, "0", 100, of="Option", under=terms("9", None, "2025-03-18"))
    filled(store, [option])
    assert asked(store, "expired", on="2025-03-18") == []
    (row,) = asked(store, "expired", on="2025-03-19")
    assert (row["id"], row["expiresOn"], row["shares"]) == ("0009900008-24-000001:DT1", date(2025, 3, 18), 100)


def test_an_issuer_that_is_its_own_owner_is_listed(store: Store) -> None:
    own = Party("0009000008", "Larch Locks, Inc.", MABRY.address)
    filled(
        store, [trade("P", "2024-03-18", 100, "10", 100)], who=[owner(own, ten=True), owner(LINDQVIST, director=True)]
    )
    (row,) = asked(store, "self-owned")
    assert (row["id"], row["roles"], row["owners"], row["rows"], row["cik"]) == (
        "0009900008-24-000001", ["tenPercentOwner"], 2, 1, "0009000008",
    )  # fmt: skip
