"""The envelope of a filing, from submission headers, file names and `metadata.json`, most trusted first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from graphload.errors import FilingError
from graphload.filing.codes import Basis
from graphload.filing.values import UNKNOWN, Envelope, HeaderParty

METADATA = "metadata.json"
_ACCESSION = re.compile(r"(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)")
_PARTIES = {"ISSUER", "REPORTING-OWNER", "SUBJECT-COMPANY"}
_COMPANY_DATA = {"ASSIGNED-SIC", "STATE-OF-INCORPORATION", "IRS-NUMBER"}

Pair = tuple[str, str]


def accession_in(name: str) -> str | None:
    """Return the accession number in a file or folder name, with dashes, or None."""
    match = _ACCESSION.search(name)
    return "-".join(match.groups()) if match else None


def of_path(path: PurePath) -> Envelope:
    """Return the envelope from the name of a file or, if it has no accession number, of the nearest folder."""
    for name in reversed(path.parts):
        if (accession := accession_in(name)) is not None:
            return Envelope(accession=accession, accession_basis=Basis.PATH)
    return UNKNOWN


def of_metadata(content: bytes, origin: str) -> Envelope:
    """Return the envelope from a `metadata.json`. Raises FilingError if it is not the metadata of a submission."""
    try:
        known = json.loads(content)
        return of_pairs(_flat(known.get("submission", known)), Basis.METADATA)
    except (ValueError, AttributeError, RecursionError) as error:
        raise FilingError(origin, f"{METADATA} beside it is not the metadata of a submission: {error}") from None


def _flat(content: dict[str, Any]) -> Iterator[Pair]:
    for key, value in content.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield key, ""
                yield from _flat(each)
            elif each is not None:
                yield key, str(each)


def of_pairs(pairs: Iterator[Pair], basis: Basis) -> Envelope:
    """Return the envelope from the tags and values of a header, in their order."""
    known: dict[str, str] = {}
    parties: list[dict[str, str]] = []
    for key, value in pairs:
        if key in _PARTIES:
            parties.append({})
        elif value.strip():
            (parties[-1] if parties else known).setdefault(key, value.strip())
    accession, filed_on = accession_in(known.get("ACCESSION-NUMBER", "")), _day(known.get("FILING-DATE"))
    return Envelope(
        accession=accession,
        accession_basis=basis if accession else None,
        form=known.get("TYPE"),
        filed_on=filed_on,
        filed_on_basis=basis if filed_on else None,
        accepted_at=_time(known.get("ACCEPTANCE-DATETIME")),
        parties=tuple(_party(each) for each in parties if each.get("CIK", "").isdecimal()),
    )


def _party(known: dict[str, str]) -> HeaderParty:
    incorporated = any(known.get(key, "[]") != "[]" for key in _COMPANY_DATA)
    return HeaderParty(known["CIK"].zfill(10), known.get("CONFORMED-NAME"), incorporated)


def _day(raw: str | None) -> date | None:
    moment = _time(f"{raw}000000") if raw else None
    return moment.date() if moment else None


def _time(raw: str | None) -> datetime | None:
    try:
        return datetime.strptime(raw, "%Y%m%d%H%M%S") if raw else None
    except ValueError:
        return None


def join(*envelopes: Envelope) -> Envelope:
    """Return one envelope that has each fact from the first envelope with it."""
    found: dict[str, Any] = {}
    for envelope in envelopes:
        for each in fields(Envelope):
            found[each.name] = found.get(each.name) or getattr(envelope, each.name)
    return Envelope(**found)
