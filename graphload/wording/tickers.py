"""Trading symbols as filers type them."""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=1 << 13)
def symbols(ticker: str | None) -> tuple[str, ...]:
    """Return the trading symbols that the box plainly holds: KRC of `NYSE: KRC`, both of `BFA, BFB`, none of `N/A`."""
    raw = (ticker or "").upper().strip(" ()[]'\"")
    if raw in _NO_SYMBOL:
        return ()
    if re.fullmatch(r"[A-Z](?: [A-Z]){1,5}", raw):
        raw = raw.replace(" ", "")
    found: list[str] = []
    for word in re.split(r"[\s,;:/&()\[\]'\"]+|-(?=NYSE|NASDAQ)", raw):
        if _SYMBOL.fullmatch(word) and word not in _EXCHANGES and word not in found:
            found.append(word)
    if len(found) > 1 and " " in raw and not re.search("[,;/&]| AND ", raw):
        found = [word for word in found if len(word) > 1]
    return tuple(found)
