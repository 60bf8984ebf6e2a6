"""What the pack `groups` makes of what the example filings do not hold."""

from collections.abc import Iterable
from typing import Any

from examples.world import brightwater, corvid, quillfeather
from examples.world.cast import CORVID, CORVID_AS_OWNER, DRUMMOND, OMAHA, QUILLFEATHER, QUILLFEATHER_AS_OWNER, Party
from examples.world.compose import filing, holding, owner, terms, trade
from graphload.ask import ask
from graphload.filing.values import Filing, Issuer, Row
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store

LARCH = Issuer("0009000008", "Larch Locks, Inc.", "LRCH")
LINKS = [Party(f"00090002{number}", f"Link {chr(55 + number)} LLC", OMAHA) for number in range(10, 30)]
NINE = [Party(f"00090003{at:02}", f"Sorrel Fund {at} LP", OMAHA) for at in range(1, 10)]
BOUGHT, SOLD = [1_000 * at for at in range(1, 13)], [500 * at for at in range(1, 7)]
FIRST = 100_000
LAST = FIRST + sum(BOUGHT) - sum(SOLD)
CLASS_B = [7_000, 8_000]
WARRANTS = "Warrants"


def filled(store: Store, filings: Iterable[Filing]) -> Store:
    store.prepare()
    store.replace([mapped(each) for each in filings])
    derive(store)
    return store


def asked(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"groups/{name}", **given).dicts()]


def linked(one: Party, other: Party, number: int) -> Filing:
    who = [owner(one, ten=True), owner(other, ten=True)]
    accession = f"0009900008-24-{number:06}"
    return filing(accession, "3", LARCH, who, "2024-02-01", [holding(100)], signed="/s/ A. Larch")


def test_a_family_is_whole_however_long_the_way_through_it(store: Store) -> None:
    pairs = [(LINKS[at * 7 % 20], LINKS[(at + 1) * 7 % 20]) for at in range(19)]
    filled(store, (linked(*pair, number) for number, pair in enumerate(pairs)))
    (family,) = asked(store, "families", together=1)
    assert {*family["ciks"]} == {each.cik for each in LINKS}
    assert {row["steps"] for row in asked(store, "joint", owner=LINKS[0].cik)} == {0, 1, 2, 3, 4}
    assert {row["steps"] for row in asked(store, "joint", owner=LINKS[0].cik, steps=2)} == {0, 1, 2}


def test_who_files_with_too_many_links_nobody(store: Store) -> None:
    hub, *others = LINKS[:7]
    pairs = [*((hub, other) for other in others), (others[0], others[1]), (others[2], others[3])]
    filled(store, (linked(*pair, number) for number, pair in enumerate(pairs)))
    assert [row["size"] for row in asked(store, "families", together=1)] == [7]
    apart = asked(store, "families", together=1, hub=5)
    assert {frozenset(row["ciks"]) for row in apart} == {
        frozenset(each.cik for each in others[:2]),
        frozenset(each.cik for each in others[2:4]),
    }
    assert [row["hubs"] for row in apart] == [[hub.name]] * 2
    assert len(asked(store, "joint", owner=others[0].cik)) == 7
    near = asked(store, "joint", owner=others[0].cik, hub=5)
    assert {row["cik"] for row in near} == {others[0].cik, others[1].cik, hub.cik}
    assert len(asked(store, "joint", owner=hub.cik, hub=5)) == 7
    assert len(asked(store, "joint", filing="0009900008-24-000005", hub=5)) == 2


def test_a_ring_is_broken_when_a_stake_is_sold(store: Store) -> None:
    ring = [*brightwater.FILINGS, *corvid.FILINGS, *quillfeather.FILINGS]
    assert len(asked(filled(store, ring), "cycles")) == 1
    sale = filing(
        "0009000007-25-000001", "4", CORVID, owner(QUILLFEATHER_AS_OWNER, ten=True), "2025-02-04",
        [trade("S", "2025-02-03", -900_000, "12.00", 0)], signed="/s/ Enid Pulver",
    )  # fmt: skip
    assert asked(filled(store, [sale]), "cycles") == []
    assert asked(store, "paths", owner=QUILLFEATHER_AS_OWNER.cik) == []


def test_a_company_that_reports_its_own_stock_is_a_ring_of_one(store: Store) -> None:
    own = filing(
        "0009000006-25-000001", "3", CORVID, owner(CORVID_AS_OWNER, other="Issuer"), "2025-02-04",
        [holding(5_000)], signed="/s/ Cassius Drummond",
    )  # fmt: skip
    (ring,) = asked(filled(store, [own]), "cycles")
    assert (ring["companies"], ring["ciks"], ring["rows"]) == (1, [CORVID.cik], ["0009000006-25-000001:NH1"])


def test_what_a_company_holds_jointly_and_through_another_is_its_own(store: Store) -> None:
    both = [owner(CORVID_AS_OWNER, ten=True), owner(DRUMMOND, ten=True)]
    stakes = [holding(50), holding(700, "By Rookery Holdings LLC", of="Class B")]
    joint = filing("0009900008-24-000001", "3", LARCH, both, "2024-02-01", stakes, signed="/s/ Cassius Drummond")
    filled(store, [*corvid.FILINGS, *quillfeather.FILINGS, joint])
    (row,) = asked(store, "company-owners", of="LRCH")
    assert (row["owner"], row["positions"], row["security"], row["shares"]) == (CORVID.name, 2, "Class B", 700)
    assert (row["joint"], row["kind"], row["rows"]) == (True, "company", ["0009900008-24-000001:NH2"])
    (path,) = asked(store, "paths", issuer="LRCH", depth=2)
    assert path["ciks"] == [QUILLFEATHER.cik, CORVID.cik, LARCH.cik]
    assert path["rows"] == ["0009000007-21-000004:NH1", "0009900008-24-000001:NH2"]


def alone(who: Party, number: int, *rows: Row, on: str = "2024-02-01") -> Filing:
    return filing(f"0009900008-24-{number:06}", "3", LARCH, owner(who, ten=True), on, rows, signed="/s/ A. Larch")


def test_a_block_of_deemed_owners_gives_way_to_whom_they_name(store: Store) -> None:
    fund, partner, manager = LINKS[:3]
    deemed = holding(5_000, f"By {fund.name}")
    own = alone(fund, 3, holding(5_100), on="2024-02-05")
    filled(store, [alone(partner, 1, deemed), alone(manager, 2, deemed), own])
    (row,) = asked(store, "double-counts")
    assert (row["naive"], row["once"], row["blocks"], row["named"]) == (15_100, 5_100, 5_000, 5_000)
    assert row["leftOut"] == ["0009900008-24-000001:NH1", "0009900008-24-000002:NH1"]
    found = [(each["basis"], each["counts"], each["shares"]) for each in asked(store, "blocks")]
    assert sorted(found) == [
        ("filings", False, 5_000),
        ("filings", False, 5_000),
        ("names", False, 5_000),
        ("names", False, 5_000),
        ("names", True, 5_100),
    ]


def test_who_names_itself_has_lots_and_no_block(store: Store) -> None:
    filled(store, [alone(LINKS[0], 1, holding(100), holding(40, f"By {LINKS[0].name}"))])
    assert store.read("MATCH (:Vehicle)-[:NAMES]->(named:Party) RETURN named.id AS id").rows == []
    assert asked(store, "blocks") == asked(store, "double-counts") == []


def thirty_rows() -> Filing:
    """Return a filing of nine owners: a block with eight deemed owners, traded; other stock, and warrants."""
    rows, balance = [], FIRST
    for at, shares in enumerate([*BOUGHT, *(-shares for shares in SOLD)], 1):
        balance += shares
        rows.append(trade("P" if shares > 0 else "S", f"2024-03-{at:02}", shares, "10.00", balance))
    rows += [holding(LAST, f"By {each.name}") for each in NINE[1:]]
    rows += [holding(shares, f"By Sorrel Trust {at}", of="Class B") for at, shares in enumerate(CLASS_B)]
    rows += [holding(50, of=WARRANTS, under=terms(price, None, "2030-01-01", 50)) for price in ("11", "12")]
    who = [owner(each, ten=True) for each in NINE]
    return filing("0009900008-24-000001", "4", LARCH, who, "2024-03-20", rows, signed="/s/ A. Sorrel")


def test_nine_owners_with_thirty_rows_hold_each_share_once(store: Store) -> None:
    joint = thirty_rows()
    assert (len(joint.owners), len(joint.rows)) == (9, 30)
    filled(store, [joint])
    of_owners = "MATCH (:Party)-[:FILED]->(:Filing)-[row:TRANSACTION {code: 'P'}]->(:Security) RETURN sum(row.shares)"
    assert store.read(of_owners).rows == [(9.0 * sum(BOUGHT),)]
    common, other = sorted(asked(store, "double-counts"), key=lambda row: -row["once"])
    assert (common["owners"], common["positions"], common["times"]) == (9, 9, 81)
    assert (common["naive"], common["once"]) == (81 * LAST, LAST)
    assert (common["joint"], common["blocks"]) == (8 * LAST, 72 * LAST)
    assert (other["naive"], other["once"]) == (9 * sum(CLASS_B), sum(CLASS_B))
    assert len(asked(store, "blocks")) == 9
    totals = {row["security"]: row["shares"] for row in ask(store, "ownership/holders", issuer="LRCH").dicts()}
    assert totals == {"Common Stock": LAST, "Class B": sum(CLASS_B)}
    for each in NINE:
        stake = ask(store, "ownership/stake", person=each.cik).dicts()
        assert {row["security"]: row["total"] for row in stake} == totals | {WARRANTS: 50}


def test_nine_owners_with_thirty_rows_trade_each_share_once(store: Store) -> None:
    filled(store, [thirty_rows()])
    (net,) = ask(store, "trades/net-buyers").dicts()
    assert (net["buyers"], net["sellers"]) == (1, 1)
    assert (net["sharesBought"], net["sharesSold"]) == (sum(BOUGHT), sum(SOLD))
    assert (net["valueBought"], net["valueSold"]) == (10 * sum(BOUGHT), 10 * sum(SOLD))
    bought = ask(store, "trades/purchases", value=0).dicts()
    assert [len(row["buyers"]) for row in bought] == [9] * len(BOUGHT)
    assert (sum(row["shares"] for row in bought), sum(row["value"] for row in bought)) == (
        sum(BOUGHT),
        10 * sum(BOUGHT),
    )
    codes = {row["code"]: row for row in ask(store, "trades/codes", market=True).dicts()}
    assert (codes["P"]["acquired"], codes["S"]["disposed"]) == (sum(BOUGHT), sum(SOLD))
    assert (codes["P"]["rows"], codes["P"]["insiders"]) == (len(BOUGHT), 1)
    sizes = ask(store, "trades/sizes", percent=0).dicts()
    assert sum(row["shares"] for row in sizes) == sum(BOUGHT) + sum(SOLD)
    top = ask(store, "trades/top", until="2024-03-20").dicts()
    assert sum(row["shares"] for row in top) == sum(BOUGHT) + sum(SOLD)


def test_spouses_who_report_each_other_are_two_blocks(store: Store) -> None:
    one, other = LINKS[:2]
    both = [
        filing(f"0009900008-24-{at:06}", "3", LARCH, owner(who, director=True), "2024-02-01", rows, signed="A. Larch")
        for at, (who, rows) in enumerate(
            [
                (one, [holding(700), holding(300, "By Spouse")]),
                (other, [holding(300), holding(700, "By Spouse")]),
            ],
            1,
        )
    ]  # fmt: skip
    filled(store, both)
    found = asked(store, "blocks", basis="spouses")
    assert [(row["counts"], row["direct"], row["shares"], row["owners"]) for row in found] == [
        (True, True, 700, [one.name]),
        (False, False, 700, [other.name]),
        (True, True, 300, [other.name]),
        (False, False, 300, [one.name]),
    ]
    (row,) = asked(store, "double-counts")
    assert (row["naive"], row["once"], row["blocks"]) == (2_000, 1_000, 1_000)


def test_a_block_is_of_a_day(store: Store) -> None:
    fund, manager = LINKS[:2]
    deemed = filing(
        "0009900008-24-000002", "3", LARCH, owner(manager, ten=True), "2024-02-01", [holding(900, "By Fund")],
        signed="/s/ A. Larch",
    )  # fmt: skip
    sold = filing(
        "0009900008-24-000003", "4", LARCH, owner(fund, ten=True), "2024-05-03",
        [trade("S", "2024-05-02", -100, "9.00", 800)], signed="/s/ A. Larch",
    )  # fmt: skip
    filled(store, [alone(fund, 1, holding(900)), deemed, sold])
    then = asked(store, "blocks", on="2024-03-01")
    assert [(row["basis"], row["counts"], row["shares"]) for row in then] == [
        ("filings", True, 900),
        ("filings", False, 900),
    ]
    # the fund has moved on, and what is left of the block counts by itself
    assert asked(store, "blocks", on="2024-06-01") == asked(store, "blocks", on="2023-06-01") == []
    (row,) = asked(store, "double-counts", on="2024-03-01")
    assert (row["naive"], row["once"], row["leftOut"]) == (1_800, 900, ["0009900008-24-000002:NH1"])
    assert asked(store, "double-counts", on="2024-06-01") == []


def test_a_link_is_of_a_day_and_may_be_unconfirmed(store: Store) -> None:
    filled(store, [*brightwater.FILINGS, *corvid.FILINGS, *quillfeather.FILINGS])
    (ring,) = asked(store, "cycles", on="2025-01-01")
    assert ring["unlisted"] == 0
    assert asked(store, "cycles", on="2021-06-01") == []
    store.transact(
        lambda run: run(
            "MATCH (:Party)-[o:OWNS]->(:Security) WHERE o.rows[0] = $row SET o.unlistedSince = date('2024-05-02')",
            row=ring["rows"][0],
        )
    )
    assert [each["unlisted"] for each in asked(store, "cycles", on="2025-01-01")] == [1]
