"""Answers as data frames of pandas and polars, where those are installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphload.ask.question import Column, Type
from graphload.extras import require

if TYPE_CHECKING:
    import pandas
    import polars

# a null makes no number a float and no truth value an object
_PANDAS = {
    Type.STRING: "string",
    Type.INT: "Int64",
    Type.FLOAT: "float64",
    Type.BOOL: "boolean",
    Type.DATE: "datetime64[s]",
    Type.STRINGS: "object",
}


def pandas_frame(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> pandas.DataFrame:
    """Return rows as a data frame of pandas; dates are datetimes at midnight."""
    require("pandas", "pandas")
    import pandas

    values = {column.name: [row[at] for row in rows] for at, column in enumerate(columns)}
    frame: pandas.DataFrame = pandas.DataFrame(
        {column.name: pandas.Series(values[column.name], dtype=_PANDAS[column.type]) for column in columns}
    )
    return frame


def polars_frame(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> polars.DataFrame:
    """Return rows as a data frame of polars; dates are dates, lists are lists."""
    require("polars", "polars")
    import polars

    types: dict[Type, Any] = {
        Type.STRING: polars.String,
        Type.INT: polars.Int64,
        Type.FLOAT: polars.Float64,
        Type.BOOL: polars.Boolean,
        Type.DATE: polars.Date,
        Type.STRINGS: polars.List(polars.String),
    }
    return polars.DataFrame(rows, schema={column.name: types[column.type] for column in columns}, orient="row")
