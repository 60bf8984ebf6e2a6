"""Tables with a tab between their cells, as browsers copy them: labels that span columns stand above their own."""

from __future__ import annotations

import re

from graphload.read.text.aligned import Numbered

# what spans several columns, and how many
_SPANNING = {
    r"Transaction Code": 2,
    r"Securities Acquired \(A\) or Disposed Of \(D\)": 3,
    r"Number of Derivative Securities Acquired": 2,
    r"Date Exercisable and Expiration Date": 2,
    r"Title and Amount of Securities Underlying": 2,
}


def tabbed(lines: list[Numbered], wide: int) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the labels of the columns, and every row's line and cells; a last cell that is empty may be cut off."""
    (_, upper), *rows = [(number, _cells(line)) for number, line in lines if line.strip()]
    lower = rows.pop(0)[1] if rows and any(_spanned(label, True) for label in upper) else []
    labels: list[str] = []
    for label in upper:
        count = _spanned(label, "Code" in lower)
        labels += lower[:count] if count else [label]
        lower = lower[count:]
    return labels + lower, [(number, [*cells, ""] if len(cells) == wide - 1 else cells) for number, cells in rows]


def _cells(line: str) -> list[str]:
    return [" ".join(cell.split()) for cell in line.split("\t")]


def _spanned(label: str, coded: bool) -> int:
    """Return how many columns a label spans, 0 for its own; that of the code spans none where V has no column."""
    found = (count for words, count in _SPANNING.items() if re.search(words, label, re.I))
    return next(found, 0) if coded or "Code" not in label else 0
