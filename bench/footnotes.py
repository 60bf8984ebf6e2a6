"""Invented footnotes: the few short ones of most filings, and long ones, no two alike, as real filings have them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from graphload.filing.values import Footnote

SHORT = (
    "The price is a weighted average; the shares were sold in several transactions on the same day.",
    "The units vest in four equal parts on the anniversaries of the grant.",
    "The reporting person disclaims beneficial ownership except to the extent of a pecuniary interest therein.",
    "Held by a trust of which the reporting person is a trustee.",
)
LONG = (
    "The price reported in Column 4 is a weighted average price. These shares were sold in multiple transactions at"
    " prices ranging from ${low} to ${high}, inclusive. The reporting person undertakes to provide to the issuer, any"
    " security holder of the issuer, or the staff of the Securities and Exchange Commission, upon request, full"
    " information regarding the number of shares sold at each separate price within the range set forth in this"
    " footnote.",
    "The sales reported on this form were effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting"
    " person on {day}, during an open trading window.",
    "The shares are held directly by the {name} Family Trust dated {day}, of which the reporting person and the"
    " reporting person's spouse are co-trustees. The reporting person disclaims beneficial ownership of these shares"
    " except to the extent of any pecuniary interest therein.",
    'The shares are held of record by {name} Capital Partners {number}, L.P. (the "Fund"). {name} Management {number},'
    " LLC is the general partner of the Fund and may be deemed to share voting and dispositive power over the shares"
    " held by the Fund. The reporting person is a managing member of the general partner and disclaims beneficial"
    " ownership except to the extent of a pecuniary interest therein.",
    "Each restricted stock unit represents a contingent right to receive one share of the issuer's common stock. The"
    " restricted stock units vest in {number} equal quarterly installments beginning on {day}, subject to the reporting"
    " person's continued service with the issuer on each vesting date.",
    "The option, representing a right to purchase a total of {shares} shares, vests as to one quarter on {day} and as"
    " to the remainder in {number} equal monthly installments thereafter.",
)


MOST_SHORT = 3


def short(random: Random) -> tuple[Footnote, ...]:
    """Return up to three short footnotes."""
    return _numbered(random.sample(SHORT, random.randrange(MOST_SHORT + 1)))


def long(random: Random, day: date, names: Sequence[str]) -> tuple[Footnote, ...]:
    """Return five to nine long footnotes with names, days and prices of their own."""
    return _numbered([_filled(random, day, names) for _ in range(random.randrange(5, 10))])


def _filled(random: Random, day: date, names: Sequence[str]) -> str:
    low = random.randrange(100, 30_000) / 100
    return random.choice(LONG).format(
        low=f"{low:.2f}",
        high=f"{low + random.randrange(1, 100) / 100:.2f}",
        day=f"{day - timedelta(random.randrange(900)):%B %d, %Y}",
        name=random.choice(names),
        number=random.randrange(2, 17),
        shares=f"{random.randrange(1000, 90_000):,}",
    )


def _numbered(texts: Sequence[str]) -> tuple[Footnote, ...]:
    return tuple(Footnote(f"F{number}", text) for number, text in enumerate(texts, 1))
