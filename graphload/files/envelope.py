"""The envelope of a filing, from submission headers, saved pages and file names. See `neighbours` for JSON files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from graphload.filing.codes import Basis
from graphload.filing.values import UNKNOWN, Envelope, HeaderParty

_ACCESSION = re.compile(r"(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)")
_SAVED = re.compile(
    rb"""(?:saved\ from\ url=[^\s>]*?|<base\s[^>]*?|rel=.?canonical[^>]*?|^(?:source|url)\W[^\n]{0,20}?)
        /Archives/edgar/data/\d+/([\d-]{18,20})(?![\d-])""",
    re.I | re.X | re.M,
)
_BEGINNING = 4000
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


def of_page(content: bytes) -> Envelope:
    """Return the envelope from the address that a browser or a tool writes into a page that it saves."""
    beginning = content[:_BEGINNING]
    if b"/edgar/data/" not in beginning.lower() or (saved := _SAVED.search(beginning)) is None:
        return UNKNOWN
    accession = accession_in(saved[1].decode("ascii"))
    return Envelope(accession=accession, accession_basis=Basis.PAGE) if accession else UNKNOWN


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
