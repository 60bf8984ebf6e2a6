"""The cells and columns of the printed Tables I and II, which each form has its own of."""

from __future__ import annotations

from dataclasses import dataclass

# the columns of Table I and Table II by the form's number; a column has the name of its field, but for amounts
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "3": (
        ("title", "after", "direct", "nature"),
        ("title", "exercisable_on", "expires_on", "underlying_title", "underlying", "exercise_price", "direct",
         "nature"),
    ),
    "4": (
        ("title", "date", "deemed_date", "code", "timeliness", "amount", "acquired", "price", "after", "direct",
         "nature"),
        ("title", "exercise_price", "date", "deemed_date", "code", "timeliness", "amount acquired",
         "amount disposed of", "exercisable_on", "expires_on", "underlying_title", "underlying", "price", "after",
         "direct", "nature"),
    ),
}  # fmt: skip
# Form 5 has no column V
COLUMNS["5"] = (
    tuple(name for name in COLUMNS["4"][0] if name != "timeliness"),
    tuple(name for name in COLUMNS["4"][1] if name != "timeliness"),
)
# a column that holds shares, or dollars where a $ stands before the number
AMOUNTS: dict[str, tuple[str, str]] = {
    "amount": ("shares", "total_value"),
    "amount acquired": ("shares", "total_value"),
    "amount disposed of": ("shares", "total_value"),
    "after": ("shares_after", "value_after"),
    "underlying": ("underlying_shares", "underlying_value"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a printed table: its words, and the numbers of the footnotes marked in it."""

    text: str
    marks: tuple[str, ...] = ()


BLANK = Cell("")
