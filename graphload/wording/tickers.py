"""Trading symbols as filers type them."""

from __future__ import annotations

import re
from functools import lru_cache

_NO_SYMBOL = re.compile(
    r"(?:NONE|NULL|NIL|TB[AD]|TO BE (?:DETERMINED|ANNOUNCED|ASSIGNED)|PENDING|UNKNOWN|PRIVATE|UN-?(?:LISTED|TRADED)"
    r"|N[.]?A\.?|N[\\/]A\b.*|(?:NO|NOT|NONE|NON|PRIVATE|PRIVATELY|UNLISTED)[ -].*)"
)
_EXCHANGE = re.compile(
    r"NYSE|NASDAQ|AMEX|ARCA|MKT|AMERICAN|GLOBAL|SELECT|MARKET|BATS|OTC(?:BB|Q[BX]|PK)?|PINK|ASX|TSXV?|CSE|LSE"
    r"|HKEX|SEHK|HKSE|JPX|TYO|TWSE|TPEX|KRX|KOSPI|KOSDAQ|SGX|SZSE|BMV|BOVESPA|US|AND"
)
_NAME = re.compile(r" (?:INC|CORP|CORPORATION|COMPANY|LLC|LTD|LP|PLC|FUND|TRUST|BANK|BANCORP|HOLDINGS|GROUP)\b")
# `BRK.B`, `PETR4`, `2330.TW`
_SYMBOL = re.compile(r"(?=.*[A-Z])[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3}){0,2}")
# `WSO/B` is a class, `BFA/BFB` are two symbols
_CLASS = re.compile(r"\b([A-Z]{2,5})/([A-Z])\b")


@lru_cache(maxsize=1 << 13)
def symbols(ticker: str | None) -> tuple[str, ...]:
    """Return the trading symbols that the box plainly holds: KRC of `NYSE: KRC`, both of `BFA, BFB`, none of `N/A`."""
    raw = (ticker or "").upper().strip(" ()[]'\"$")
    if _NO_SYMBOL.fullmatch(raw) or _NAME.search(raw):
        return ()
    if re.fullmatch(r"[A-Z](?: [A-Z]){1,5}", raw):
        raw = raw.replace(" ", "")
    found = [symbol for part in re.split("[,;]", raw) for symbol in _symbols(part)]
    if len(found) > 1 and " " in raw and not re.search("[,;/&]| AND ", raw):
        found = [symbol for symbol in found if len(symbol) > 1] if len(raw.split()) == 2 else []
    return tuple(dict.fromkeys(found))


def spellings(symbol: str) -> list[str]:
    """Return how a symbol may be written: that of a class, `WSO/B`, as `WSO.B`, `WSO-B` and `WSOB` too."""
    raw = symbol.upper()
    of_class = re.fullmatch(r"([A-Z]+)[./-]([A-Z]{1,2})", raw)
    return [raw] if of_class is None else [mark.join(of_class.groups()) for mark in (".", "-", "")]


def looks_like_symbol(text: str) -> bool:
    """Tell whether a text in capitals may be a trading symbol."""
    return all(_SYMBOL.fullmatch(spelling) for spelling in spellings(text)) and text == text.upper()


def _symbols(text: str) -> list[str]:
    """Return the symbols in a part of the box: behind an exchange and a colon, if there are any."""
    exchange, colon, rest = text.partition(":")
    behind = _words(rest)
    if colon and re.fullmatch(r"\s*\d{4,6}\s*", rest) and _EXCHANGE.fullmatch(exchange.strip()):
        return [rest.strip()]
    return behind or _words(exchange)


def _words(text: str) -> list[str]:
    classes = _CLASS.sub(lambda found: found[0] if _EXCHANGE.fullmatch(found[1]) else f"{found[1]}.{found[2]}", text)
    words = re.split(r"[\s:/&()\[\]'\"]+|-(?=NYSE|NASDAQ)", classes)
    return [word for word in words if _SYMBOL.fullmatch(word) and not _EXCHANGE.fullmatch(word)]
