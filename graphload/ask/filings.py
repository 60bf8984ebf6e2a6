"""Which filing a text means: an accession number, an address at EDGAR, or the id of a filing or of one of its rows."""

from __future__ import annotations

import re

from graphload.errors import UsageError
from graphload.files.envelope import accession_in
from graphload.schema.keys import ours
from graphload.store import Store

_ROW = re.compile(r":[ND][TH][0-9]+$")
# tables show the first digits of a digest
_SHORT = re.compile(r"(sha256:[0-9a-f]{0,63})…?")
_STARTING = "MATCH (filing:Filing) WHERE filing.id STARTS WITH $start RETURN filing.id ORDER BY filing.id LIMIT 2"


def named(text: str) -> str:
    """Return the id of the filing that a text names, or the text itself if it names none."""
    text = _ROW.sub("", text.strip())
    if "/" in text or re.fullmatch(r"\d{18}", text):
        return accession_in(text) or text
    return text


def is_row(text: str) -> bool:
    """Whether a text is the id of a row, and not of a whole filing."""
    return _ROW.search(text.strip()) is not None


def is_named(text: str) -> bool:
    """Whether a text has the form of what names a filing."""
    return "://" in text or ours("Filing", named(text))


def filing(store: Store, text: str) -> str:
    """Return the `id` of the filing that a text means. Raises UsageError if there is none, or more than one."""
    id = named(text)
    if "://" in id:
        raise UsageError(f"{id} is not the address of a filing: copy one that ends in its documents or its index")
    if store.read("MATCH (filing:Filing {id: $id}) RETURN filing.id", id=id).rows:
        return id
    short = _SHORT.fullmatch(id)
    found = store.read(_STARTING, start=short[1]).rows if short else []
    if len(found) > 1:
        raise UsageError(f"several filings begin with {short[1] if short else id}: give more digits of the id")
    if not found:
        raise UsageError(f"there is no filing {text!r} in this store: check its accession number, or load it")
    return str(found[0][0])
