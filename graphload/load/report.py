"""What a load did: counts, and each file that was set aside with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Report:
    """The outcome of a load, added up while it runs; `set_aside`, `passed_over` and `left_out` hold lines.

    Of the SEC's tables, `repaired` counts the filings with values that were handed to the right rows; `left_out` has a
    line for each with values that were left out.
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
        """How many filings were taken."""
        return self.loaded + self.unchanged + self.replaced

    @property
    def exit_code(self) -> int:
        """Return 0 if every document was taken or passed over, 3 if some were set aside."""
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
