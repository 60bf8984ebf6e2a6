"""The report of a load: counts, and the files that were set aside with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Report:
    """The outcome of a load, updated while it runs. `set_aside`, `passed_over` and `left_out` have one line each.

    `repaired` counts filings from the SEC's tables with values that were moved to the right rows. `left_out` has a line
    for each filing from these tables with values that were left out.
    """

    loaded: int = 0
    unchanged: int = 0
    replaced: int = 0
    unread: int = 0
    passed_over: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    repaired: int = 0
    left_out: list[str] = field(default_factory=list)
    seconds: float = 0.0
    finished: bool = False

    @property
    def filings(self) -> int:
        """How many filings the store has from this load, unchanged ones among them."""
        return self.loaded + self.unchanged + self.replaced

    @property
    def exit_code(self) -> int:
        """Return 0 if no document was set aside, else 3."""
        return 3 if self.set_aside else 0

    def as_dict(self) -> dict[str, Any]:
        """Return the report for `--json`."""
        return {
            "loaded": self.loaded,
            "unchanged": self.unchanged,
            "replaced": self.replaced,
            "unreadElements": self.unread,
            "passedOver": self.passed_over,
            "setAside": self.set_aside,
            "repaired": self.repaired,
            "leftOut": self.left_out,
            "seconds": round(self.seconds, 3),
            "finished": self.finished,
        }
