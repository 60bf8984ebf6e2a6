"""The picture of graphload's folders, drawn from their imports, and a table of what each is for, from its docstring."""

import ast
import re

import networkx

from tests.docs.svg import Box, arrow, document
from tests.servers import ROOT
from tests.test_architecture import FILES, ROWS, imported

WIDE = 980
APART = 78  # from row to row
CONTRACT = re.compile(r"In: (.+)\. Out: (.+)\. Never: (.+)\.$")
ASIDE = 150  # of every other row, so that arrows are not hidden by boxes


def picture() -> str:
    """Return the picture as SVG. An import that others imply is not drawn."""
    rows = [[part for part in parts.split() if (ROOT / "graphload" / part).is_dir()] for parts in ROWS.split(", ")]
    boxes = {
        part: Box(WIDE * (at + 1) / (len(row) + 1) + aside(number, row), 40 + APART * number, (part,), 92)
        for number, row in enumerate(filter(None, rows))
        for at, part in enumerate(row)
    }
    arrows = [arrow(boxes[above], boxes[below]) for above, below in sorted(imports(boxes))]
    drawn = [part for box in boxes.values() for part in box.drawn()]
    return document(WIDE, max(box.y for box in boxes.values()) + 40, [*arrows, *drawn], "Folders and their imports")


def table() -> str:
    """Return a table of what goes into each folder, what comes out, and what it never does."""
    folders = [part for part in re.findall(r"\w+", ROWS) if (ROOT / "graphload" / part).is_dir()]
    lines = [f"| `{part}/` | {' | '.join(contract(part))} |" for part in reversed(folders)]
    return "\n".join(["| folder | goes in | comes out | never |", "|---|---|---|---|", *lines])


def contract(part: str) -> tuple[str, ...]:
    """Return what the docstring of a folder promises."""
    told = ast.get_docstring(ast.parse((ROOT / "graphload" / part / "__init__.py").read_text("utf-8"))) or ""
    found = CONTRACT.search(" ".join(told.split()))
    assert found, f"the docstring of graphload/{part} does not say `In: … Out: … Never: ….`"
    return found.groups()


def aside(number: int, row: list[str]) -> int:
    """Return how far a row is moved from the middle."""
    return ASIDE * (number % 3 - 1) if len(row) < 3 else 0


def imports(parts: dict[str, Box]) -> set[tuple[str, str]]:
    """Return the pairs of a folder and another that it imports, without those that follow from others."""
    graph = networkx.DiGraph()
    for file in FILES:
        part = file.parts[1]
        others = {name.split(".")[1] for name in imported(file) if name.startswith("graphload.")} - {part}
        graph.add_edges_from((part, other) for other in others if part in parts and other in parts)
    return {*networkx.transitive_reduction(graph).edges}
