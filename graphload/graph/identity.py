"""When two filings mean the same party, security or address: the keys of the graph."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from graphload.filing.values import Postal, Terms

_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
_FOOTNOTE = re.compile(r"(?<=\w)\s*(?:\(\d{1,2}\)\s*)+$")
_ABBREVIATION = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")


def normal(text: str) -> str:
    """Return the words of a text in small letters, `L.P.` as `lp`, which is how texts are compared."""
    folded = _ABBREVIATION.sub("", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_WORD.findall(folded)) or " ".join(folded.split())


def party(cik: str | None, name: str | None) -> str:
    """Return the key of a party: its CIK, or its name where a document gives none."""
    return cik or f"name:{normal(name or '')}"


def security(issuer: str, title: str, terms: Terms | None) -> str:
    """Return the key of a security; derivatives of one title differ by exercise price and expiry.

    A number in brackets at the end of a title is a footnote's, typed by hand.
    """
    title = normal(_FOOTNOTE.sub("", title))
    if terms is None:
        return f"{issuer}:N:{title}"
    price = (
        "" if terms.exercise_price is None else f"{terms.exercise_price.normalize():f}" if terms.exercise_price else "0"
    )
    return f"{issuer}:D:{title}:{price}:{terms.expires_on or ''}"


def group(owners: Iterable[str]) -> str:
    """Return the key of the owners of a joint filing, in whichever order they stand."""
    return f"group:{hashlib.sha256('|'.join(sorted(owners)).encode()).hexdigest()[:32]}"


def holder_label(key: str) -> str:
    """Return the label of whoever holds a row, which the key tells."""
    return "Group" if key.startswith("group:") and "|" not in key else "Vehicle" if "|" in key else "Party"


def lines(address: Postal) -> dict[str, str]:
    """Return the lines of an address in capitals, less those that are not given."""
    given = {
        "street": " ".join(line for line in (address.street1, address.street2) if line),
        "city": address.city,
        "state": address.state or address.non_us_state or address.state_description,
        "country": address.country,
        "zip": address.zip,
    }
    return {name: line.upper() for name, line in given.items() if line}


_NO_SYMBOL = {"N/A", "NA", "N.A.", "NONE", "NOT APPLICABLE", "NULL", "TBD"}
_EXCHANGES = {
    "NYSE",
    "NASDAQ",
    "AMEX",
    "OTC",
    "OTCBB",
    "OTCQB",
    "OTCQX",
    "OTCPK",
    "ASX",
    "TSX",
    "TSXV",
    "CSE",
    "LSE",
    "ARCA",
    "BATS",
    "CBOE",
    "AND",
}
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:[.-][A-Z]{1,3}){0,2}")


def symbols(ticker: str | None) -> list[str]:
    """Return the trading symbols that the box plainly holds: KRC of `NYSE: KRC`, both of `BFA, BFB`, none of `N/A`."""
    raw = (ticker or "").upper().strip(" ()[]'\"")
    if raw in _NO_SYMBOL:
        return []
    if re.fullmatch(r"[A-Z](?: [A-Z]){1,5}", raw):
        raw = raw.replace(" ", "")
    found: list[str] = []
    for word in re.split(r"[\s,;:/&()\[\]'\"]+|-(?=NYSE|NASDAQ)", raw):
        if _SYMBOL.fullmatch(word) and word not in _EXCHANGES and word not in found:
            found.append(word)
    return (
        found
        if len(found) < 2 or " " not in raw or re.search("[,;/&]| AND ", raw)
        else [word for word in found if len(word) > 1]
    )
