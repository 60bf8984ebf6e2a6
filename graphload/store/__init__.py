"""The store of the graph: a Bolt client for every engine, the process of the embedded engine, addresses.

In: rows, derived facts, queries. Out: the graph in the embedded engine or in Neo4j, and what queries return. Never:
half a filing, or a write by a reader.
"""

from __future__ import annotations

from graphload.map.readings import Outcome
from graphload.store.bolt import Result, Store
from graphload.store.connect import open_store

__all__ = ["Outcome", "Result", "Store", "open_store"]
