"""The report of a load: counts, and the files that were set aside with their reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any

from graphload.filing.document import Skipped


@dataclass(slots=True)
class Report:
    """The outcome of a load, updated while it runs. `set_aside`, `passed_over` and `left_out` have one line each.

    `repaired` counts filings that were repaired: from the SEC's tables, with values that were moved to the right rows,
    and XML that is not well-formed. `left_out` has a line for each filing from these tables with values that were left
    out. `noted` has a line for each repair of XML, and for each contradiction between a filing and what is stated
    around it. `undated` counts filings without a filing date, `kinds` the files that were passed over, by kind.
    """

    loaded: int = 0
    unchanged: int = 0
    replaced: int = 0
    unread: int = 0
    passed_over: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    repaired: int = 0
    left_out: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    undated: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
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

    def pass_over(self, found: Skipped) -> None:
        """Count a file that holds no filing."""
        self.passed_over.append(str(found))
        self.kinds[found.counted_as] += 1

    def kept(self) -> dict[str, Any]:
        """Return the report for `restore`, as JSON has it."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def restore(self, told: dict[str, Any]) -> None:
        """Take over what an earlier run kept of its report."""
        for name, value in told.items():
            setattr(self, name, Counter(value) if name == "kinds" else value)

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
            "noted": self.noted,
            "undated": self.undated,
            "passedOverKinds": dict(self.kinds),
            "seconds": round(self.seconds, 3),
            "finished": self.finished,
        }
