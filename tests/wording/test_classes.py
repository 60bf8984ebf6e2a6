"""Titles of one class have one class; titles of two classes do not."""

import csv
from pathlib import Path

import pytest

from graphload.wording.classes import derivative_kind, share_class
from graphload.wording.text import normal
from graphload.wording.titles import title_key


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Common Stock", "COMMON STOCK, $0.01 PAR VALUE", "Common Shares, no par value"], "common"),
        (["Class A Common Stock", "Common Stock, Class A", "Cl. A Common, par value $.01"], "class a common"),
        (["Class C Capital Stock"], "class c common"),
        (["Non-Voting Common Stock", "Nonvoting common stock"], "non-voting common"),
        (["Ordinary Shares", "Ordinary shares, nominal value 0.01 pounds"], "ordinary"),
        (["American Depositary Shares", "ADS (each of 2 ordinary shares)"], "depositary"),
        (["Series B Preferred Stock", "Preferred Stock, Series B"], "series b preferred"),
        (["Common Units", "Units of limited partnership"], "units"),
        (["Common Shares of Beneficial Interest"], "beneficial interest"),
        (["Phantom Stock", "Class A and Class B Common Stock", "Deferred shares", ""], None),
    ],
)  # fmt: skip
def test_a_title_means_a_class(titles: list[str], expected: str | None) -> None:
    assert {share_class(normal(title)) for title in titles} == {expected}


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("call", ["Stock Option (right to buy)", "Call Options", "Warrants", "Restricted Stock Units", "Class B Common",
                  "Convertible Notes", "Shortfall Units", "Forwarding Co. Warrant", "Input Rights", "Writ Options"]),
        ("put", ["Put Option (right to sell)", "PUTS", "Right to Sell", "Listed put option"]),
        ("written put", ["PUT (obligation to buy)", "Short put", "Put (Obligation to Purchase)", "Puts written"]),
        ("written call", ["Call Option (obligation to sell)", "Covered Calls", "Short Call Option", "Call options sold",
                          "3% Debentures due 2040 (obligation to sell)"]),
        ("collar", ["Zero-cost collar", "Put and Call Options", "Call/Put Option"]),
        ("forward", ["Prepaid Variable Forward Sale Contract", "Forward sale contract (obligation to sell)",
                     "Single Stock Futures", "Futures Contract"]),
        ("swap", ["Cash-Settled Total Return Swap", "Equity Swaps (obligation to sell)"]),
    ],
)  # fmt: skip
def test_a_title_makes_a_derivative_of_a_kind(kind: str, titles: list[str]) -> None:
    assert {title: derivative_kind(title_key(title)) for title in titles} == dict.fromkeys(titles, kind)


def test_most_real_titles_of_table_1_mean_a_class(shared: Path) -> None:
    (file,) = (shared / "filings" / "dataset").rglob("NONDERIV_HOLDING.tsv")
    with file.open(encoding="utf-8", newline="") as lines:
        titles = [row["SECURITY_TITLE"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    meant = [title for title in titles if share_class(normal(title))]
    assert len(meant) > 0.97 * len(titles) > 0
