"""Amounts as captions have them, short enough to stand on a line of a picture."""

from __future__ import annotations

_UNITS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
_WHOLE = 10_000


def short(amount: float) -> str:
    """Return an amount in some three digits: `950`, `4,275`, `34.3M`."""
    if abs(amount) < _WHOLE:
        return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}".rstrip("0").rstrip(".")
    # 999,950 is 1.0M and not 1000.0k
    size, unit = next(each for each in _UNITS if abs(amount) >= each[0] * 0.9995)
    digits = 0 if abs(amount) >= size * 99.95 else 1
    return f"{amount / size:.{digits}f}{unit}"


def held(shares: float | None, value: float | None, underlying: float | None, worth: float | None) -> str | None:
    """Return a balance as a caption: shares, else dollars, else what underlies derivatives without an amount."""
    if shares is not None:
        return short(shares)
    if value is not None:
        return f"${short(value)}"
    if underlying is not None:
        return f"{short(underlying)} underlying"
    return None if worth is None else f"${short(worth)} underlying"
