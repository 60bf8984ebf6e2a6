"""What `evidence/coverage` counts, beside the example filings and filings made for it."""

from collections import Counter
from dataclasses import replace
from typing import Any

from examples.world import FILINGS
from examples.world.cast import PELL, QUIST, WREN
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import ask
from graphload.filing.codes import Source
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store
from tests.packs.planting import MILL
from tests.world import ciks, filed


def asked(store: Store, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, "evidence/coverage", **given).dicts()]


def test_coverage_is_of_all_the_example_filings(world: Store) -> None:
    rows = asked(world)
    days = Counter(f"{filed(each).year}q{(filed(each).month + 2) // 3}" for each in FILINGS)
    found: Counter[str] = Counter()
    for row in rows:
        found[row["quarter"]] += row["filings"]
    assert found == days
    entered = {(cik, each.issuer.cik) for each in FILINGS if each.form.family == "3" for cik in ciks(each)}
    without = [each for each in FILINGS if any((cik, each.issuer.cik) not in entered for cik in ciks(each))]
    assert sum(row["withoutForm3"] for row in rows) == len(without)
    assert sum(row["rowless"] for row in rows) == sum(not each.rows for each in FILINGS)
    assert {row["schema"] for row in rows} == {each.schema_version for each in FILINGS}


def test_what_is_lacking_is_counted(store: Store) -> None:
    bought = filing(
        "0009900091-24-000002", "4", MILL, [owner(QUIST, director=True), owner(PELL, director=True)], "2024-03-06",
        [trade("P", "2024-03-05", 100, "10", 100, notes={"price": "Cited."})], signed=WREN, uncited="Not cited.",
    )  # fmt: skip
    entry = filing(
        "0009900091-24-000001", "3", MILL, owner(QUIST, director=True), "2024-03-05", [holding(5)], signed=WREN
    )
    undated = replace(bought, envelope=replace(bought.envelope, accession="0009900091-24-000003", filed_on=None))
    tables = replace(bought, source=Source.TABLES)
    unsigned = replace(entry, owners=(), envelope=replace(entry.envelope, accession="0009900091-24-000004"))
    store.prepare()
    for each in (entry, tables, bought, undated, unsigned):  # one of them from the tables first, then in full
        store.replace([mapped(each)])
    derive(store)
    columns = ("form", "source", "filings", "ownerless", "undated", "rowless", "uncited", "withoutForm3")
    assert [tuple(row[column] for column in columns) for row in asked(store)] == [
        ("3", "xml", 2, 1, 0, 0, 0, 0),
        ("4", "xml", 2, 0, 1, 0, 2, 2),
    ]
