"""What a text means that is to be drawn: an owner, an issuer or a filing."""

from __future__ import annotations

from graphload.ask import Type
from graphload.ask.filings import filing, is_named
from graphload.ask.parties import resolve
from graphload.explore.facts import Kind, Subject
from graphload.store import Store

_CAPTION = """MATCH (f:Filing {id: $id})-[:CONCERNS]->(i:Party)
RETURN coalesce(f.caption, f.id) AS caption, coalesce(i.displayName, i.name, i.id) AS issuer"""


def subject(store: Store, text: str, *, owner: bool = False) -> Subject:
    """Return the one party or filing that a text means.

    A text is a name, a ticker, a CIK, or what names a filing: its accession number, its address at EDGAR, a row's id. A
    company that both issues and owns is drawn as an issuer or, with `owner`, with what it holds. Raises UsageError if
    there is no such party or filing, or more than one.
    """
    if is_named(text):
        id = filing(store, text)
        (found,) = store.read(_CAPTION, id=id).dicts()[:1]
        return Subject(Kind.FILING, id, f"{found['caption']}, {found['issuer']}")
    meant = resolve(store, Type.PARTY, text)
    issues, owns = "Issuer" in meant.labels, bool(meant.labels & {"Person", "Organization"})
    kind = Kind.OWNER if owns and (owner or not issues) else Kind.ISSUER
    return Subject(kind, meant.id, meant.name)
