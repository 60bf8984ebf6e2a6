"""Two files that bear one accession number and are of different filings."""

from __future__ import annotations

from collections import OrderedDict

from graphload.schema.rows import Rows

# filings that are remembered; files of one filing stand together
_LATEST = 10_000


class Accessions:
    """Remembers what the latest filings of a load say, by accession number."""

    def __init__(self) -> None:
        self._latest: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def contradiction(self, rows: Rows) -> str | None:
        """Return a line about a file whose accession number belongs to another filing than its content says."""
        id, (origin, *said) = rows.filing.id, _said(rows)
        other, *before = self._latest.setdefault(id, (origin, *said))
        self._latest.move_to_end(id)
        if len(self._latest) > _LATEST:
            self._latest.popitem(last=False)
        # where a page or a text gives no CIK, the others tell
        if all(one == two or "" in (one, two) for one, two in zip(said, before, strict=True)):
            return None
        return f"{origin}: its accession number {id} is that of {other} too, which is another filing: one is misplaced"


def _said(rows: Rows) -> tuple[str, ...]:
    """Return the file, form, period, issuer and owners of a filing; parties are empty where a CIK is not known."""
    filing = rows.filing.props
    issuers = [edge.end for edge in rows.edges if edge.type == "CONCERNS"]
    owners = sorted(edge.start for edge in rows.edges if edge.type == "FILED")
    parties = ("" if any(each.startswith("name:") for each in some) else " ".join(some) for some in (issuers, owners))
    return filing["origin"], filing["form"], str(filing["periodOfReport"]), *parties
