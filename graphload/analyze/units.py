"""The trades of a unit: those who count as one when purchases are matched with sales, and what they traded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphload.analyze.matching import UNIT, Lot
from graphload.analyze.outcome import Row
from graphload.derive.components import components

# codes that Section 16(b) reaches; what the others report is exempt by the filer's word
BUYS, SALES = frozenset("PLO"), frozenset("SU")
OTHER = "J"
_FAMILY = frozenset({"spouse", "child"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts: code J, equity swaps, holdings of a spouse or a child."""

    other: bool
    swaps: bool
    spouse: bool


@dataclass(frozen=True, slots=True)
class Trades:
    """The rows of one unit in securities that match each other, sorted into those that count and those that do not."""

    rows: tuple[Row, ...]
    bought: tuple[Row, ...]
    sold: tuple[Row, ...]
    exempt: int
    unpriced: int
    contradicted: int
    becoming: int

    @property
    def ids(self) -> frozenset[str]:
        """The owners, by `id`."""
        return frozenset(id for row in self.rows for id in row["ids"])

    @property
    def owners(self) -> list[str]:
        """The owners, by name."""
        names = {id: name for row in self.rows for id, name in zip(row["ids"], row["owners"], strict=True)}
        return [name for name, _ in sorted((name, id) for id, name in names.items())]

    @property
    def titles(self) -> str:
        """The titles of the securities."""
        return "; ".join(sorted({row["title"] for row in self.rows}))

    @property
    def role(self) -> str:
        """What the unit is to the issuer, by all its filings."""
        if any(row["inside"] for row in self.rows):
            return "director or officer"
        return "10% owner only" if any(row["tenth"] for row in self.rows) else "other"


def units(rows: Sequence[Row], *, group: bool, classes: bool, rules: Rules) -> Iterator[Trades]:
    """Yield the trades of each unit at an issuer in each security, or in all classes of its common stock."""
    of = _tied(rows) if group else {row["row"]: "+".join(sorted(row["ids"])) for row in rows}
    apart: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["day"], row["row"])):  # no engine has to hold them all to sort them
        apart[row["issuerId"], _security(row, classes), of[row["row"]]].append(row)
    for _, found in sorted(apart.items()):
        yield _trades(found, rules)


def _security(row: Row, classes: bool) -> str:
    common = classes and str(row["class"] or "").endswith("common")
    return "common" if common else str(row["security"])


def _tied(rows: Sequence[Row]) -> dict[str, str]:
    """Return for each row its unit: owners tied by filings about one issuer, by a block, or by whom a vehicle names."""
    tied = ((*row["ids"], *filter(None, [row["named"]]), row["block"]) for row in rows)
    least = components([(row["issuerId"], each) for each in some] for row, some in zip(rows, tied, strict=True))
    return {row["row"]: least[row["issuerId"], row["ids"][0]][1] for row in rows}


def _trades(rows: Sequence[Row], rules: Rules) -> Trades:
    inside = any(row["inside"] for row in rows)
    kinds = [_sort(row, rules, inside=inside) for row in rows]
    counted = Counter(kinds)
    bought, sold = (
        tuple(row for row, kind in zip(rows, kinds, strict=True) if kind == wanted) for wanted in ("bought", "sold")
    )
    left = {why: counted[why] for why in ("exempt", "unpriced", "contradicted", "becoming")}
    return Trades(tuple(rows), bought, sold, **left)


def _sort(row: Row, rules: Rules, *, inside: bool) -> str:
    """Return what a row is: `bought`, `sold`, or why it is neither."""
    if row["block"] != row["row"]:
        return "repeated"
    code = row["code"]
    matched = code in BUYS or code in SALES or (code == OTHER and rules.other)
    family = not rules.spouse and row["kind"] in _FAMILY
    if not matched or family or (row["swap"] and not rules.swaps):
        return "exempt"
    buys = bool(row["acquired"])
    if row["contradicted"] or (code != OTHER and buys != (code in BUYS)):
        return "contradicted"
    if not row["shares"] or not row["price"]:
        return "unpriced"
    if buys and not inside and row["tenth"] and row["became"] is not None and row["day"] <= row["became"]:
        return "becoming"
    return "bought" if buys else "sold"


def lot(row: Row, price: str = "price") -> Lot:
    """Return a row as a lot, at its price or at an end of the range that its footnote gives."""
    return Lot(row["day"], whole(row[price] or row["price"]), whole(row["shares"]), row["row"])


def whole(number: float) -> int:
    """Return shares or a price in ten-thousandths."""
    return round(Decimal(str(number)) * UNIT)
