"""What an answer covers."""

import json
from datetime import date

from examples.world import FILINGS
from examples.world.cast import LINDQVIST, QUIST
from examples.world.compose import filing, owner, trade
from graphload.ask import about, ask
from graphload.filing.values import Issuer
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store

MILL, MINE = Issuer("0009000091", "Ossifrage Mills", "OSM"), Issuer("0009000092", "Ossifrage Mine", "OSN")


def test_the_store_and_each_party_that_is_named(world: Store) -> None:
    covered = about(world, ask(world, "trades/purchases", issuer="MRRW"))
    assert covered.store.filings == len(FILINGS)
    assert (covered.store.first, covered.store.last) == (date(2021, 2, 3), date(2026, 5, 14))
    merrow = [each for each in FILINGS if each.issuer.ticker == "MRRW"]
    assert covered.parties["issuer"].filings == len(merrow)
    assert [*covered.lines()][1].startswith(
        f"Merrow Therapeutics, Inc. (0009000003): {len(merrow)} filings, filed 2022-"
    )


def test_what_no_question_counts_is_counted(store: Store) -> None:
    store.prepare()
    told = [
        filing("0009900091-24-000001", "4", MILL, owner(QUIST, director=True), "2024-03-06", [
            trade("P", "2024-09-05", 100, "10", 100), trade("S", "2024-03-05", 100, "10", 200),
            trade("P", "2024-03-05", 100, "10", 300)], signed="/s/ Mabel Quist"),
        filing("0009900092-24-000002", "4", MINE, owner(LINDQVIST, director=True), "2024-05-06", [
            trade("P", "2024-05-05", 100, "10", 100)], signed="/s/ Per Lindqvist"),
    ]  # fmt: skip
    store.replace([mapped(each) for each in told])
    derive(store)
    store.write("MATCH (f:Filing {id: '0009900092-24-000002'})<-[r:FILED]-() DELETE r REMOVE f.filedOn")
    covered = about(store, ask(store, "trades/purchases", issuer="OSM", value=0))
    none = dict.fromkeys(["undated", "contradicted", "unlisted", "ownerless", "undatedFilings"], 0)
    assert covered.parties["issuer"].left_out == none | {"undated": 1, "contradicted": 1}
    every = none | {"undated": 1, "contradicted": 1, "ownerless": 1, "undatedFilings": 1}
    assert covered.store.left_out == every
    assert json.loads(json.dumps(covered.parts()))["covers"]["store"]["leftOut"] == every


def test_an_answer_without_rows_says_what_was_looked_for(world: Store) -> None:
    (note,) = ask(world, "trades/purchases", issuer="MRRW", value=10**9).notes
    assert note == (
        "Nothing is found for value 1,000,000,000, since 2003-01-01, issuer Merrow Therapeutics, Inc. (0009000003),"
        " derivatives no, asFiled no. Other values may find more: value, since, issuer, derivatives, asFiled."
    )
    assert ask(world, "trades/purchases", issuer="MRRW").notes == ()
