"""Which texts may be two ways to write one holder or one security, and which near-misses are not."""

import pytest

from graphload.wording.spelling import one_security, one_vehicle
from graphload.wording.titles import title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ostler 15 principals", "ostler 15 principals limited partnership"),
        ("by trust", "heron family trust"),
        ("by family trust 1", "by trust 1"),
        ("by llc", "willet holdings llc"),
        ("spouse", "by wife"),
        ("401 k plan", "by savings plan"),
        ("ira", "by roth ira"),
        ("see footnote 2", "heron trust"),
        ("heron trust", "2012 heron trust"),
        ("by fund gp llc", "fund gp"),
        ("osprey ventures iv lp", "osprey ventures iv"),
        ("corvane capital llc", "corvane capital"),
    ],
)
def test_two_natures_may_be_of_one_vehicle(one: str, other: str) -> None:
    assert one_vehicle(one, other)
    assert one_vehicle(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by trust a", "by trust b"),
        ("heron trust", "osprey trust"),
        ("heron grat 1", "heron grat 2"),
        ("heron 2012 trust", "heron 2015 trust"),
        ("willet investments llc", "willet investments vii llc"),
        ("ostler fund lp", "ostler fund ii lp"),
        ("fund one lp", "fund two lp"),
        ("alder fund lp", "alder offshore fund lp"),
        ("alder capital llc", "alder capital partners llc"),
        ("trust", "spouse trust"),
        ("by son", "by daughter"),
        ("by llc", "by trust"),
        ("by llc", "by limited partnership"),
        ("osprey ventures iv lp", "osprey ventures v"),
        ("heron family trust", "heron family llc"),
        ("spouse", "ira"),
        ("ira", "by spouse ira"),
        ("401 k plan", "401 k plan by spouse"),
        ("roth ira", "traditional ira"),
    ],
)
def test_two_vehicles_stay_apart(one: str, other: str) -> None:
    assert not one_vehicle(one, other)
    assert not one_vehicle(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Common Stock", "Common Shares, no par value"),
        ("Stock Option (Right to Buy)", "Employee Stock Option (right to buy)"),
        ("Restricted Stock Units", "RSUs"),
        ("Restricted Stock Units", "Stock Units"),
        ("Class A Common Stock", "Class A Common Stock of Heron"),
        ("Warrants", "Common Stock Warrants"),
        ("Series D Preferred Stock Warrants (right to buy)", "Series D Warrants"),
    ],
)
def test_two_titles_may_be_of_one_security(one: str, other: str) -> None:
    assert one_security(title_key(one), title_key(other))
    assert one_security(title_key(other), title_key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Class A Common Stock", "Class B Common Stock"),
        ("Common Stock", "Class A Common Stock"),
        ("Common Stock", "Preferred Stock"),
        ("Series A Preferred Stock", "Series B Preferred Stock"),
        ("Series A-1 Preferred Stock", "Series A-2 Preferred Stock"),
        ("Stock Option (right to buy) at 12.50", "Stock Option (right to buy) at 15.00"),
        ("2019 Warrants", "2021 Warrants"),
        ("Restricted Stock", "Restricted Stock Units"),
        ("Restricted Stock Units", "Performance Stock Units"),
        ("Phantom Stock", "Common Stock"),
        ("Common Stock", "Common Stock Warrants"),
    ],
)
def test_two_securities_stay_apart(one: str, other: str) -> None:
    assert not one_security(title_key(one), title_key(other))
    assert not one_security(title_key(other), title_key(one))
