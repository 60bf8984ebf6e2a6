"""What titles mean: the class of securities of Table I, and the kind of derivatives of Table II."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTER = re.compile(r"\b(class|cl|series) ([a-z]|[ivx]+|\d{1,2})(?: \d)?\b")
# the first that matches decides: depositary shares are of common or ordinary shares, and not the same
_KINDS = {
    "depositary": r"\b(?:depositary|ads|adss|adr|adrs)\b",
    "preferred": r"\b(?:preferred|preference|pfd)\b",
    "units": r"\bunits?\b",
    "ordinary": r"\bordinary\b",
    "beneficial interest": r"\bbeneficial interests?\b",
    "common": r"\b(?:common|capital stock|comm stk)\b",
}
# of derivatives, again the first; EDGAR's own words are `Put Option (obligation to buy)`
_SHORT = r"(?:written|writing|short|sold|covered)"
_DERIVATIVES = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "swap": r"\bswap\b",
        "collar": r"\bcollars?\b|\bputs?\b.*\bcalls?\b|\bcalls?\b.*\bputs?\b",
        "forward": r"\bforwards?\b|\b(?:security|stock|share|equity) future\b|\bfuture contract\b",
        "written put": rf"\bobligation to (?:buy|purchase)\b|\b{_SHORT} puts?\b|\bputs?\b.*\b{_SHORT}\b",
        "written call": rf"\bobligation to (?:sell|deliver)\b|\b{_SHORT} calls?\b|\bcalls?\b.*\b{_SHORT}\b",
        "put": r"\bright to sell\b|\bputs?\b",
    }.items()
}
_FOUND = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


@lru_cache(maxsize=1 << 14)
def share_class(title: str) -> str | None:
    """Return the class that a normalised title means: `class a common` of `common stock class a`; None if unclear.

    Par value, the issuer's name and the like are left out, so that titles of one class have one class.
    """
    kind = next((kind for kind, pattern in _FOUND.items() if pattern.search(title)), None)
    letters = {f"{'series' if word == 'series' else 'class'} {letter}" for word, letter in _LETTER.findall(title)}
    if kind is None or len(letters) > 1:
        return None
    vote = "non-voting" if re.search(r"\bnon ?voting\b", title) else None
    return " ".join(filter(None, (vote, *letters, kind)))


@lru_cache(maxsize=1 << 14)
def derivative_kind(title: str) -> str:
    """Return what a normalised title makes a derivative: `put`, `written call`, `swap` and the like; else `call`.

    A call is whatever gains with the price and may add shares: options, warrants, units, what converts.
    """
    return next((kind for kind, pattern in _DERIVATIVES.items() if pattern.search(title)), "call")
