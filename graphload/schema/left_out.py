"""What ownership XML says and the graph does not: each element with the reason."""

from __future__ import annotations

LEFT_OUT = {
    "rptOwnerCcc": "A password of the filer, which EDGAR removes before it publishes a filing.",
    "rptOwnerGoodAddress": "A flag of EDGAR's own check of the address; it says nothing of the filing.",
}
CHANGED = (
    "White space in texts is collapsed: footnotes and remarks have no paragraphs. Addresses are in capitals, as one"
    " place is typed in many ways; a `Signatory` too, and its edge has the signature as typed. Numbers are floats,"
    " which keep 15 digits: `Filing.inexact` names the cells that have more. A time zone behind a date is left out."
)
