"""The tables of the graph as Arrow has them, rendered from the schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphload import extras
from graphload.schema.tables import Table
from graphload.schema.types import Kind

if TYPE_CHECKING:
    import pyarrow as pa

# columns beside the properties: labels of a party, and keys of the nodes at the ends of a relationship
LABELS, START, END = "labels", "start", "end"


def require() -> None:
    """Raise UsageError if pyarrow is not installed."""
    extras.require("pyarrow", "'graphload[bulk]'")


@cache
def schema(table: Table) -> pa.Schema:
    """Return the columns of a table."""
    import pyarrow as pa

    kinds = {
        Kind.STRING: pa.string(),
        Kind.STRINGS: pa.list_(pa.string()),
        Kind.DATE: pa.date32(),
        Kind.TIME: pa.timestamp("us"),
        Kind.BOOLEAN: pa.bool_(),
        Kind.INTEGER: pa.int64(),
        Kind.FLOAT: pa.float64(),
    }
    own = [(prop.name, kinds[prop.kind]) for prop in table.props]
    if table.edge:
        return pa.schema([(START, pa.string()), (END, pa.string()), *own])
    return pa.schema([*own, (LABELS, pa.list_(pa.string()))])
