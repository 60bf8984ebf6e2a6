"""What footnotes say of prices: the range of an average, and prices that are not of one share."""

from decimal import Decimal

import pytest

from graphload.wording.prices import another_unit, price_range


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("An average price. The shares went at prices ranging from $41.200 to $42.195, inclusive.", "41.200", "42.195"),
        ("Bought in several lots at prices between $7.05 and $7.60.", "7.05", "7.60"),
        ("Average of trades in a range of $1,204.50 - $1,210.00.", "1204.50", "1210.00"),
        ("Trades ranged from $10.05-10.55 a share.", "10.05", "10.55"),
        ("The lowest price on that day was $12.50 and the highest price was $12.685.", "12.50", "12.685"),
        ("The high was $9.00 and the low was $8.75.", "8.75", "9.00"),
        ("Prices ranged from $98.32 to $97.30.", "97.30", "98.32"),
        ("Prices varied from $.98 to $1.02 per share.", "0.98", "1.02"),
        ("Sold at prices from US$4.10 through US$4.40.", "4.10", "4.40"),
        ("Of 16,883 shares, at prices ranging from $12.32 to $12.46, an average of $12.41.", "12.32", "12.46"),
    ],
)
def test_a_footnote_gives_the_range_of_its_price(text: str, low: str, high: str) -> None:
    assert price_range(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "The shares were bought in several transactions at $1.95.",
        "Some went at prices from $1.00 to $1.50. The others ranged from $2.00 to $3.00.",
        "The exercise price was reduced from $10.00 to $8.00.",
        "The price of $1.95 and warrants exercisable at $2.50.",
        "Translated at the rate of NT$32.366 to US$1.",
        "The company expects proceeds between $2 million and $3 million.",
        "The units vest between 2024 and 2026.",
        "Between 10.00 and 10.50 euros.",
    ],
)
def test_two_amounts_that_are_no_range_are_none(text: str) -> None:
    assert price_range(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The price reported is the aggregate purchase price.",
        "Aggregate purchase price of all notes.",
        "The amount in column 4 represents the total consideration that was paid.",
        "The price per ADS, each of which stands for 500 shares.",
    ],
)
def test_a_total_or_the_price_of_a_depositary_share_is_another_unit(text: str) -> None:
    assert another_unit("Ordinary Shares", text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Column 4 is a weighted average price. The total number of shares sold was 500.",
        "The number reported is the total number of shares sold on that day.",
        "The price reflects the aggregate weighted average price of the trades.",
        "The price is the total of several trades at an average price of $9.",
        "The price per common share was calculated from the price per ADS by their ratio.",
        "",
    ],
)
def test_an_average_or_a_number_of_shares_is_no_other_unit(text: str) -> None:
    assert not another_unit("Common Stock", text, "")


def test_the_price_of_a_depositary_share_is_its_own() -> None:
    assert not another_unit("American Depositary Shares", "The price per ADS.", "")
    assert another_unit("Ordinary Shares", "", "These shares are represented by ADSs; the price is that of an ADS.")
    assert not another_unit("Ordinary Shares", "", "These shares are represented by ADSs.")
