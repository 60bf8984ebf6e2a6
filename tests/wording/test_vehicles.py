"""What vehicles and amounts are called."""

import pytest

from graphload.wording.amounts import held, short
from graphload.wording.vehicles import called, listed, noted, shown


@pytest.mark.parametrize(
    ("nature", "name"),
    [
        ("By ESOP Trust", "ESOP Trust"),
        ("By: the  Elm Family Trust", "Elm Family Trust"),
        ("by spouse", "spouse"),
        ("Held by Elm LLC", "Elm LLC"),
        ("Shares held indirectly through a trust", "trust"),
        ("In trust", "trust"),
        ("Bystander LLC", "Bystander LLC"),
        ("Inland Western LP", "Inland Western LP"),
        ("The", "The"),
        ("By", "By"),
        ("", "Indirect"),
        ("I", "Indirect"),
        ("-", "Indirect"),
    ],
)
def test_a_vehicle_is_called_as_its_nature_says(nature: str, name: str) -> None:
    assert called(nature) == name


def test_a_footnote_gives_its_beginning() -> None:
    assert noted("The shares are of Elm LLC.") == "The shares are of Elm LLC."
    long = noted("The reporting person disclaims beneficial ownership, except to the extent of any pecuniary interest.")
    assert long == "The reporting person disclaims beneficial ownership, except to the extent of …"
    assert noted("x" * 100) == "x" * 80 + " …"


def test_names_are_shown_as_people_write_them() -> None:
    assert (shown("spouse"), shown("RIVENDELL 7 LLC"), shown("iShares Fund")) == (
        "Spouse",
        "Rivendell 7 LLC",
        "iShares Fund",
    )
    assert (listed(("A",)), listed(("A", "B")), listed(("A", "B", "C"))) == ("A", "A and B", "A, B and C")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0.0, "0"), (950.0, "950"), (4275.0, "4,275"), (12.345, "12.35"), (0.5, "0.5"), (10_000.0, "10.0k"),
        (335_000.0, "335k"), (999_499.0, "999k"), (999_950.0, "1.0M"), (34_260_451.0, "34.3M"), (2.5e9, "2.5B"),
        (1.2e12, "1.2T"), (5e15, "5000T"), (-34_260_451.0, "-34.3M"),
    ],
)  # fmt: skip
def test_an_amount_is_short(amount: float, text: str) -> None:
    assert short(amount) == text


def test_a_balance_says_what_it_counts() -> None:
    assert held(1e6, 5.0, None, None) == "1.0M"
    assert held(None, 1.2e6, None, None) == "$1.2M"
    assert held(None, None, 335_000.0, None) == "335k underlying"
    assert held(None, None, None, 5.0) == "$5 underlying"
    assert held(None, None, None, None) is None
