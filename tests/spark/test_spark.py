"""The tables of a graph by Spark: those that an export writes, whatever the files are and wherever they lie."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import parquet

from examples.world import FILINGS
from examples.write_tables import write_tables
from graphload.bulk.output import TABLES
from graphload.errors import UsageError
from graphload.load import export, load
from graphload.store import open_store
from tests.contents import contents
from tests.packed import zipped
from tests.servers import ROOT, MissingEngineError, Server, find_java

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
EXAMPLES = ROOT / "examples" / "filings"
CONNECTOR = ROOT / ".neo4j" / "spark"
# joint filings, amendments, a vehicle that is a filer, and one that another issuer's filings name too
FOLDERS = ("0009900005-24-000001", "0009900005-24-000002", "0009900003-22-000009", "0001046568-22-000002")
ZIPPED = ("0009900002-21-000001", "0009900002-21-000002")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[SparkSession]":
    pytest.importorskip("pyspark", reason="pyspark is not installed: `make spark` does it")
    try:
        home = Path(find_java("Spark", (17, 21))).parents[1]
    except MissingEngineError as error:
        pytest.skip(str(error))
    from pyspark.sql import SparkSession

    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "768m",
        "spark.jars": ",".join(map(str, CONNECTOR.glob("*.jar"))),
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.ui.enabled": "false",
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_HOME", str(home))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])))
        builder = SparkSession.builder.master("local[2]")
        for name, value in settings.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def filed(folder: Path) -> Path:
    """Write filings of several kinds, and what is none, into a folder."""
    for name in FOLDERS:
        shutil.copytree(EXAMPLES / name, folder / name)
    (folder / FOLDERS[0] / "metadata.json").write_text('{"filingDate": "2024-02-01"}', "utf-8")
    content = {f"{name}/ownership.xml": (EXAMPLES / name / "ownership.xml").read_bytes() for name in ZIPPED}
    (folder / "some.zip").write_bytes(zipped(content))
    write_tables(FILINGS[-3:], folder / "tables")
    (folder / "broken.xml").write_text("<ownershipDocument><issuer>", "utf-8")
    (folder / "notes.txt").write_text("Read me later.", "utf-8")
    return folder


def ordered(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)


def test_spark_makes_the_tables_of_an_export(spark: "SparkSession", tmp_path: Path) -> None:
    from graphload.spark import derived, rows
    from graphload.spark.reading import PASSED_OVER, READ, SET_ASIDE

    folder = filed(tmp_path / "filings")
    report = export([str(folder)], tmp_path / "export")
    readings = rows(spark, str(folder)).cache()
    told = {(row["outcome"], row["origin"]) for row in readings.select("outcome", "origin").collect()}
    assert {origin for outcome, origin in told if outcome == SET_ASIDE} == {f"{folder}/broken.xml"}
    assert f"{folder}/notes.txt" in {origin for outcome, origin in told if outcome == PASSED_OVER}
    assert sum(outcome == READ for outcome, _ in told) == report.loaded + report.replaced + report.unchanged == 9
    tables = derived(readings)
    assert tables.keys() == TABLES.keys()
    for name, table in tables.items():
        written = parquet.read_table(tmp_path / "export" / "parquet" / f"{name}.parquet")
        assert table.columns == written.column_names
        assert ordered(table.toArrow().to_pylist()) == ordered(written.to_pylist()), name


@pytest.mark.skipif(
    not CONNECTOR.exists(), reason="the Neo4j Connector for Spark is not there: `make spark` fetches it"
)
@pytest.mark.neo4j
def test_the_connector_writes_the_graph_of_a_load(
    spark: "SparkSession", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphload.spark import write

    folder = filed(tmp_path / "filings")
    export([str(folder)], tmp_path / "export")
    tables = {name: spark.read.parquet(str(tmp_path / "export" / "parquet" / f"{name}.parquet")) for name in TABLES}
    monkeypatch.setenv("GRAPHLOAD_STORE", str(tmp_path / "loaded.graph"))
    with open_store() as store:
        load(store, str(folder))
        loaded = contents(store, frozenset({"origin"}))
    server = Server("neo4j-2026", tmp_path / "server")
    try:
        server.wait()
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        login = {"authentication.basic.username": "neo4j", "authentication.basic.password": server.password}
        with open_store(server.address) as store:
            store.prepare()
            write(tables, {"url": server.address, "authentication.type": "basic", **login})
            assert contents(store, frozenset({"origin"})) == loaded
            report = load(store, str(folder))
            assert (report.loaded, report.replaced) == (0, 0)
    finally:
        server.stop()


def test_a_cluster_that_tries_tasks_again_is_refused() -> None:
    connecting = pytest.importorskip("graphload.spark.connecting", reason="pyspark is not installed")
    settings = {"spark.master": "spark://cluster:7077"}
    frame = SimpleNamespace(sparkSession=SimpleNamespace(conf=settings))
    with pytest.raises(UsageError, match=re.escape("set spark.task.maxFailures to 1")):
        connecting._once(frame)
    settings["spark.task.maxFailures"] = "1"
    connecting._once(frame)
