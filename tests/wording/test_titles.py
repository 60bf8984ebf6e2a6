"""Titles of one security have one key; titles of two securities do not."""

import pytest

from graphload.wording.classes import share_class
from graphload.wording.titles import defined_term, title_key


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("common stock", [
            "Common Stock", "Common Shares", "common share", "Com Stock", "Com. Stk", "Common", "CommonStock",
            "Com Shs",
            "Shares of Common Stock", "Common Stock (2)", "COMMON STOCK, PAR VALUE $0.01 PER SHARE",
            "Common Stock, $.001 par value", "Common Stock ($0.0001 par value)", "Common Stock, no par value",
            "Common Shares, without par value", "Common Stock of $1 par value each", "Common Stock, par value $0.0",
            "Common Stock, par val", "Common Stock, par", "Common Stock, $.01 par", "Common Stock, $0.001 pa",
            "Common Stock, $0.01 par value per sh", "Common stock, par value of US$0.01 each (3)",
            "$1.25 Par Value Common",
            "Common Stock, par value 10 cents a share", 'Common Stock ("Common Stock")', "Common Stock (the “Shares”)",
            'Common Stock, "Common Shares"', "Common Stock, no-par", "Common Stock, $0.00",
            "Common Stock (no par value)",
            'Common Stock, par value $.05 per share ("Common Stock")(1)',
        ]),
        ("class a common stock", [
            "Class A Common Stock", "ClassA Common Stock", "Cl A Common", "Cl. A Common Shares",
            "Common Stock, Class A",
            "Class A Common Shares, par value $.10", "CLASSACOMMONSTOCK", 'Class A Common Stock (the "Class A Stock")',
            "Common Shares - Class A, no par value", "Common Class A", "Shares of Class A Common Stock",
        ]),
        ("ordinary share", ["Ordinary Shares", "Ordinary Share, nominal value NIS 0.1",
            "Ordinary shares of £0.05 par value"]),
        ("series b 2 preferred stock", ["Series B-2 Preferred Stock", "Preferred Shares, Series B2"]),
        ("non voting common stock", ["Non-Voting Common Stock", "Nonvoting Common Shares"]),
        ("stock option", ["Stock Options", "StockOption(right to buy)", "Stock Option (Rt to Buy)",
            "Stock option, right to buy",
                          "Stock Option (Right to Buy", "Stock Option (right to purchase) (4)"]),
        ("restricted stock unit", ["Restricted Stock Units", "Restricted Stock Unit (RSU)",
            'RestrictedStockUnits ("RSUs")']),
        ("warrant", ["Warrants", "Warrant (right to buy)"]),
        ("right to buy", ["Right to Buy", "Rights to buy"]),
        ("*", ["*"]),
    ],
)  # fmt: skip
def test_a_spelling_is_no_other_security(key: str, titles: list[str]) -> None:
    assert {title: title_key(title) for title in titles} == dict.fromkeys(titles, key)


@pytest.mark.parametrize(
    "titles",
    [
        ["Common Stock", "Class A Common Stock", "Class B Common Stock", "Common Stock, Class C",
            "Class A-1 Common Stock"],
        ["Common Stock", "Preferred Stock", "Ordinary Shares", "American Depositary Shares", "Common Units", "Stock"],
        ["Series A Preferred Stock", "Preferred Stock, Series B", "Series A-1 Preferred", "Class A Preferred Stock"],
        ["Voting Common Stock", "Non-Voting Common Stock", "Common Stock"],
        ["Common Stock", "Restricted Common Stock", "Restricted Stock", "Common Stock (restricted stock units)",
         "Common Stock (401(k) plan)", "Common Stock (right to buy)", "Common Stock Option", "Common Stock, p"],
        ["Stock Option (right to buy)", "Stock Option (right to sell)", "Incentive Stock Option",
         "Non-Qualified Stock Option", "Stock Option (obligation to buy)", "Stock Option (Performance)"],
        ["2019 Warrant", "2020 Warrants", "Warrants", "Warrants (2021)", 'Warrants ("Public Warrants")',
         'Warrants ("Private Warrants")'],
        ["5% Notes", "5.5% Notes", "6% Notes due 2030", "6% Notes due 2031", "Notes"],
        ['Preferred Stock ("Series D Preferred")', 'Preferred Stock ("Series E Preferred")', "Preferred Stock"],
        ["Common Stock of Par Pacific", "Par Technology Common Stock", "Common Stock"],
        ["Option, $5.00", "Option, $6.00"],
        ['Class "A" Common Stock', 'Class "B" Common Stock', 'Common Stock, Class "C"'],
        ["Class A par value $.01", "Class B, $.01 par value", "Class 2 par value $.01"],
        ["Warrant to buy Common Stock, Series A", "Warrant to buy Series A Common Stock"],
    ],
)  # fmt: skip
def test_another_security_has_another_key(titles: list[str]) -> None:
    assert len({title_key(title) for title in titles}) == len(titles)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Common Shares, Cl A, $.01 par", "class a common"),
        ("Preferred Shares, Series C2", "series c preferred"),
        ("Ordinary Shares", "ordinary"),
        ("Common Shares of Beneficial Interest, no par value", "beneficial interest"),
        ("Common Units", "units"),
    ],
)
def test_a_key_still_tells_the_class(title: str, expected: str) -> None:
    assert share_class(title_key(title)) == expected


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Class B common stock ('Common Stock')", "common stock"),
        ('Class C Shares, par value $1 (the "Class C Stock")', "class c stock"),
        ('Ordinary Shares "Shares"', "share"),
        ("Common Stock (restricted)", None),
        ("Common Stock", None),
    ],
)
def test_a_title_may_define_a_term(title: str, term: str | None) -> None:
    assert defined_term(title) == term
