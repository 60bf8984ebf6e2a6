"""Filings into the tables of a graph on a Spark cluster, by the functions that an export uses.

In: a Spark session, and paths that it reads. Out: a data frame of readings, one for each table of the graph, and these
in a Neo4j server. Never: another rule than that of an export, or a server of its own.
"""

from __future__ import annotations

from graphload.spark.connecting import write
from graphload.spark.deriving import derived
from graphload.spark.reading import rows

__all__ = ["derived", "rows", "write"]
