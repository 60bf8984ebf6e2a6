"""Contradictions between a filing and its envelope, which a header, a name or a file beside it states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphload.filing.codes import Basis
from graphload.filing.values import Envelope, Filing

_BESIDE = (Basis.METADATA, Basis.INDEX)


def contradicted(filing: Filing) -> tuple[Filing, tuple[str, ...]]:
    """Return a filing and its contradictions, in words. The filing itself is believed.

    What a file beside it states of another issuer is left out.
    """
    notes = tuple(_contradictions(filing))
    envelope = filing.envelope
    if _of_another(filing) and envelope.accession_basis is not Basis.HEADER:
        kept = Envelope() if envelope.accession_basis in _BESIDE else replace(envelope, accepted_at=None, parties=())
        if kept.filed_on_basis in _BESIDE:
            kept = replace(kept, filed_on=None, filed_on_basis=None)
        return replace(filing, envelope=kept), (f"{notes[-1]}: left out",)
    return filing, notes


def _of_another(filing: Filing) -> bool:
    parties = {party.cik for party in filing.envelope.parties}
    return bool(parties and filing.issuer.cik and filing.issuer.cik not in parties)


def _contradictions(filing: Filing) -> Iterator[str]:
    envelope, issuer = filing.envelope, filing.issuer.cik
    if envelope.form not in (None, filing.form.value):
        yield f"the filing is a form {filing.form.value}, and stated around it is a form {envelope.form}"
    if _of_another(filing):
        yield f"its issuer {issuer} is none of the parties stated around it, which are those of another filing"
        return
    parties = {party.cik for party in envelope.parties}
    owners = {owner.cik for owner in filing.owners}
    # tools that leave metadata beside filings lose parties
    if parties and None not in (*owners, issuer) and envelope.accession_basis is Basis.HEADER:
        if missing := sorted(map(str, owners - parties)):
            yield f"its owners {', '.join(missing)} are not among the parties stated around it"
        if more := sorted(parties - owners - {issuer}):
            yield f"the parties stated around it have {', '.join(more)}, who is no owner in the filing"
