"""Boxes and arrows as SVG, on a background of its own: a picture is readable on light and on dark pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

HIGH = 34
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#123}.small{font-size:11px}.box{fill:#e5f1ef;stroke:#0b7a6f}"
    ".line{stroke:#567;fill:none;marker-end:url(#head)}.both{marker-start:url(#head)}.dashed{stroke-dasharray:5 4}"
    ".under{fill:#fff}"
)
HEAD = (
    '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    ' orient="auto-start-reverse">'
    '<path d="M0 0 8 4 0 8z" fill="#567"/></marker>'
)


@dataclass(frozen=True, slots=True)
class Box:
    """A box with a text in its middle, and smaller lines below that text."""

    x: float
    y: float
    lines: tuple[str, ...]
    wide: float = 110

    @property
    def high(self) -> float:
        """The height, which grows with the lines."""
        return HIGH + 15 * (len(self.lines) - 1)

    def border(self, x: float, y: float) -> tuple[float, float]:
        """Return where a line from the middle of the box to a point crosses the border."""
        across, down = x - self.x, y - self.y
        part = min(self.wide / 2 / abs(across) if across else 1, self.high / 2 / abs(down) if down else 1)
        return self.x + across * part, self.y + down * part

    def drawn(self) -> Iterator[str]:
        """Yield the elements of the box."""
        left, top = self.x - self.wide / 2, self.y - self.high / 2
        yield f'<rect class="box" x="{left:g}" y="{top:g}" width="{self.wide:g}" height="{self.high:g}" rx="5"/>'
        yield from texts(self.x, self.y, self.lines)


def texts(x: float, y: float, lines: Sequence[str], small: int = 1) -> Iterator[str]:
    """Yield centred lines of text; those from `small` on are smaller."""
    top = y - 7.5 * (len(lines) - 1) + 4.5
    for at, line in enumerate(lines):
        kind = ' class="small"' if at >= small else ""
        yield f'<text{kind} x="{x:g}" y="{top + 15 * at:g}" text-anchor="middle">{escape(line)}</text>'


def arrow(start: Box, end: Box, kind: str = "") -> str:
    """Return an arrow from one box to another; `kind` adds classes of the style."""
    (x1, y1), (x2, y2) = start.border(end.x, end.y), end.border(start.x, start.y)
    return f'<path class="line {kind}" d="M{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}"/>'.replace(' "', '"', 1)


def label(start: Box, end: Box, lines: Sequence[str]) -> Iterator[str]:
    """Yield a text on the middle of an arrow."""
    (x1, y1), (x2, y2) = start.border(end.x, end.y), end.border(start.x, start.y)
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    wide, high = 7.2 * max(map(len, lines)) + 6, 15 * len(lines) + 2
    yield f'<rect class="under" x="{x - wide / 2:.1f}" y="{y - high / 2:.1f}" width="{wide:.1f}" height="{high}"/>'
    yield from texts(x, y, lines, small=0)


def document(wide: float, high: float, parts: Sequence[str], title: str) -> str:
    """Return the parts as one picture."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" role="img">'
    ground = f'<rect width="{wide:g}" height="{high:g}" rx="8" fill="#fff"/>'
    return "\n".join(
        [head, f"<title>{escape(title)}</title>", f"<style>{STYLE}</style>", HEAD, ground, *parts, "</svg>\n"]
    )
