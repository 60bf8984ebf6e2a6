"""Data sets in a store."""

from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write_tables import write_tables
from graphload.ask import ask, checks
from graphload.cli.progress import words
from graphload.load import load
from graphload.map.mapping import rows
from graphload.store import Outcome, Store
from tests.servers import ROOT
from tests.tables import filings


@pytest.mark.long_on_neo4j
def test_the_real_quarter_is_loaded_and_what_is_repaired_left_out_and_absent_is_said(
    store: Store, shared: Path
) -> None:
    folder = shared / "filings/dataset/2024q3_form345"
    report = load(store, [str(folder)])
    assert (report.loaded, report.set_aside, report.repaired) == (2355, [], 75)
    assert [line.removeprefix(f"{folder}/") for line in report.passed_over] == [
        "REPORTINGOWNER.tsv: passed over: not there: reporting owners are not known",
        "NONDERIV_TRANS.tsv: passed over: not there: transactions of Table I are not known",
        "FOOTNOTES.tsv: passed over: not there: texts of footnotes are not known",
    ]
    unsure = "not certain which rows they are of, so left out"
    assert report.left_out == [
        f"{folder}#0000950170-24-086311: {unsure}: NH:shares_after, NH:value_after",
        f"{folder}#0001213900-24-080269: {unsure}: DT:shares, DT:total_value, DT:shares_after, DT:value_after",
        f"{folder}#0001493152-24-030284: {unsure}: DT:shares, DT:total_value, DT:shares_after, DT:value_after",
        f"{folder}#0001727689-24-000114: {unsure}: DH:shares_after, DH:value_after",
    ]
    said = [*words(report)]
    assert "Repaired 75 filings, as their property `repaired` says." in said
    left_out = "4 filings have cells left out, as the SEC's tables do not tell their rows."
    assert f"{left_out} Load their full submissions (.txt) to have them." in said
    assert store.read("MATCH (f:Filing) RETURN count(f.repaired), count(f.leftOut)").rows == [(75, 4)]
    natures = "MATCH (:Filing {id: $id})-[r:HOLDING]->() RETURN r.id, r.nature ORDER BY r.id"
    assert store.read(natures, id="0001437749-24-029474").rows == [
        ("0001437749-24-029474:NH1", None),
        ("0001437749-24-029474:NH2", "By ESOP"),
    ]
    assert [check.name for check in checks() if ask(store, check.name).rows] == []


@pytest.mark.parametrize("tables_first", [True, False])
def test_xml_stays_and_tables_give_way_whichever_comes_first(store: Store, tmp_path: Path, tables_first: bool) -> None:
    write_tables(FILINGS[:5], tmp_path, packed=True)
    told = {"xml": [*map(rows, FILINGS[:5])], "tables": [*map(rows, filings(tmp_path))]}
    store.prepare()
    order = ["tables", "xml"] if tables_first else ["xml", "tables"]
    assert store.replace(told[order[0]]) == [Outcome.LOADED] * 5
    assert store.replace(told[order[1]]) == [Outcome.REPLACED if tables_first else Outcome.UNCHANGED] * 5
    assert store.read("MATCH (f:Filing) RETURN f.source, count(f)").rows == [("xml", 5)]


def test_nodes_are_those_of_xml_less_what_an_address_has_since_2026(store: Store, tmp_path: Path) -> None:
    write_tables(FILINGS, tmp_path, packed=True)
    of_tables = nodes(store, tmp_path)
    store.write("MATCH (n) DETACH DELETE n")
    assert of_tables ^ nodes(store, ROOT / "examples/filings") == {
        ("Address", "MAASKADE 118|ROTTERDAM|||3071 NK"),
        ("Address", "MAASKADE 118|ROTTERDAM|ZUID-HOLLAND|P7|3071 NK"),
    }


def nodes(store: Store, folder: Path) -> set[tuple[str, ...]]:
    """Load a folder and return every node's labels and key."""
    assert load(store, [str(folder)]).loaded == len(FILINGS)
    return {(*labels, key) for labels, key in store.read("MATCH (n) RETURN labels(n), n.id").rows}
