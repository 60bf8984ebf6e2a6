"""Tables of a graph into a Neo4j server, a cluster or Aura, by the Neo4j Connector for Spark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyspark.sql import DataFrame
from pyspark.sql.functions import array, coalesce, col, concat, lit
from pyspark.sql.types import TimestampNTZType

from graphload.bulk.columns import END, LABELS, START
from graphload.bulk.output import TABLES
from graphload.errors import UsageError
from graphload.schema.tables import Table

_CONNECTOR = "org.neo4j.spark.DataSource"
_TRIES = "spark.task.maxFailures"


def write(tables: Mapping[str, DataFrame], server: Mapping[str, str]) -> None:
    """Create all nodes and relationships of the tables in a database that has only the constraints of graphload.

    `tables` are those of `derived`, or the same read from Parquet. `server` has the options of the connector that tell
    where the database is, such as `url`, `authentication.basic.username` and `authentication.basic.password`. Raises
    UsageError if Spark would try a task again, as that would create its relationships twice.
    """
    _once(next(iter(tables.values())))
    for edges in (False, True):
        for name, frame in tables.items():
            if bool(TABLES[name].edge) is edges:
                for options, rows in _writes(TABLES[name], _timed(frame)):
                    mode = "append" if edges else "overwrite"  # a node that is there is changed, and not made again
                    rows.write.format(_CONNECTOR).mode(mode).options(**server, **options).save()


def _writes(table: Table, frame: DataFrame) -> Iterator[tuple[dict[str, str], DataFrame]]:
    """Yield options of the connector, each with rows that are written by them."""
    if table.edge:
        yield _edge(table), frame.coalesce(1)  # tasks side by side would lock each other's nodes
        return
    more = coalesce(col(LABELS), array().cast("array<string>"))
    for (labels,) in frame.select(more.alias(LABELS)).distinct().collect():
        these = array(*map(lit, labels)).cast("array<string>")
        yield {"labels": _labels(*table.labels, *labels), "node.keys": "id"}, frame.where(more == these).drop(LABELS)


def _timed(frame: DataFrame) -> DataFrame:
    """Return the rows with times as the connector takes them: it writes an instant as the local time of UTC."""
    times = [each.name for each in frame.schema if isinstance(each.dataType, TimestampNTZType)]
    return frame.withColumns({name: concat(col(name).cast("string"), lit("Z")).cast("timestamp") for name in times})


def _edge(table: Table) -> dict[str, str]:
    start, end = table.labels
    return {
        "relationship": str(table.edge),
        "relationship.save.strategy": "keys",
        "relationship.source.save.mode": "Match",
        "relationship.source.labels": _labels(start),
        "relationship.source.node.keys": f"{START}:id",
        "relationship.target.save.mode": "Match",
        "relationship.target.labels": _labels(end),
        "relationship.target.node.keys": f"{END}:id",
        "relationship.properties": ",".join(prop.name for prop in table.props),
    }


def _labels(*labels: str) -> str:
    return "".join(f":{label}" for label in labels)


def _once(frame: DataFrame) -> None:
    session = frame.sparkSession
    local = str(session.conf.get("spark.master")).startswith("local")
    if not local and session.conf.get(_TRIES, "4") != "1":
        raise UsageError(f"set {_TRIES} to 1: a task that is tried again creates its relationships twice")
