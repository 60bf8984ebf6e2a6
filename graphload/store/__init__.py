"""The store of the graph: a Bolt client for every engine, the process of the embedded engine, addresses."""

from __future__ import annotations

from graphload.store.bolt import Result, Store
from graphload.store.connect import open_store
from graphload.store.replacing import Outcome

__all__ = ["Outcome", "Result", "Store", "open_store"]
