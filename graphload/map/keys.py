"""When two filings mean the same party, security or address: the keys of the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from graphload.filing.values import Address, Terms
from graphload.wording.text import normal
from graphload.wording.titles import title_key


def party(cik: str | None, name: str | None) -> str:
    """Return the key of a party: its CIK, or its name where a document gives none."""
    return cik or f"name:{normal(name or '')}"


def security(issuer: str, title: str, terms: Terms | None) -> str:
    """Return the key of a security; derivatives of one title differ by exercise price and expiry.

    A price of 0 is none: forms put either where nothing is to be paid or a footnote tells the price.
    """
    key = title_key(title)
    if terms is None:
        return f"{issuer}:N:{key}"
    price = f"{terms.exercise_price.normalize():f}" if terms.exercise_price else ""
    return f"{issuer}:D:{key}:{price}:{terms.expires_on or ''}"


def group(owners: Iterable[str]) -> str:
    """Return the key of the owners of a joint filing, in whichever order they stand."""
    return f"group:{hashlib.sha256('|'.join(sorted(owners)).encode()).hexdigest()[:32]}"


def lines(address: Address) -> dict[str, str]:
    """Return the lines of an address in capitals, less those that are not given."""
    given = {
        "street": " ".join(line for line in (address.street1, address.street2) if line),
        "city": address.city,
        "state": address.state or address.non_us_state or address.state_description,
        "country": address.country,
        "zip": address.zip,
    }
    return {name: line.upper() for name, line in given.items() if line}
