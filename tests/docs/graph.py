"""The picture of the graph: its labels and relationship types, drawn from the schema."""

from graphload.schema.graph import EDGES, NODES
from tests.docs.svg import Box, arrow, document, label

# where each label is drawn
PLACES = {
    "Address": (110, 50), "Filing": (500, 50), "Signatory": (890, 50), "Party": (110, 250), "Security": (890, 250),
    "Group": (500, 350), "Plan": (110, 490), "Vehicle": (500, 490),
}  # fmt: skip
LAST = 590


def picture() -> str:
    """Return the picture as SVG. What is derived alone is dashed; edges of a label to itself are named in its box."""
    boxes = {name: Box(x, y, (name, *within(name)), 190) for name, (x, y) in places().items()}
    parts: list[str] = []
    for start, end in dict.fromkeys(tuple(sorted(pair)) for pair in pairs() if pair[0] != pair[1]):
        there, back = pairs().get((start, end), {}), pairs().get((end, start), {})
        begin, finish = (start, end) if there else (end, start)
        kind = " ".join(["both"] * bool(there and back) + ["dashed"] * all({**there, **back}.values()))
        parts.append(arrow(boxes[begin], boxes[finish], kind))
        parts += label(
            boxes[start],
            boxes[end],
            [*pointed(there, boxes[start], boxes[end]), *pointed(back, boxes[end], boxes[start])],
        )
    drawn = [part for box in boxes.values() for part in box.drawn()]
    return document(1000, LAST + 40, [*parts, *drawn], "Labels and relationship types")


def pointed(types: dict[str, bool], start: Box, end: Box) -> list[str]:
    """Return types with an arrow that tells where they lead."""
    if start.x == end.x:
        return [f"{name} {'↓' if end.y > start.y else '↑'}" for name in types]
    return [f"{name} →" if end.x > start.x else f"← {name}" for name in types]


def places() -> dict[str, tuple[float, float]]:
    """Return the place of every label but those of a Party; a label without a place of its own is in the last row."""
    labels = [node.label for node in NODES if not node.role]
    others = [name for name in labels if name not in PLACES]
    last = {name: (1000 * (at + 1) / (len(others) + 1), LAST) for at, name in enumerate(others)}
    return {name: PLACES.get(name) or last[name] for name in labels}


def pairs() -> dict[tuple[str, str], dict[str, bool]]:
    """Return the relationship types between two labels, and whether each is derived."""
    found: dict[tuple[str, str], dict[str, bool]] = {}
    for edge in EDGES:
        for start in edge.start:
            found.setdefault((start, edge.end), {})[edge.type] = edge.derived
    return found


def within(name: str) -> list[str]:
    """Return what a box tells below its label: labels of a Party, and edges to itself."""
    roles = " · ".join(node.label for node in NODES if node.role)
    loops = pairs().get((name, name), {})
    return [roles] * (name == "Party") + [f"↻ {' · '.join(loops)}"] * bool(loops)
