"""When two texts are the same."""

import pytest

from graphload.wording.text import normal, sentences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Common Stock", "COMMON  STOCK"),
        ("Stock Option (Right to Buy)", "Stock option, right to buy"),
        ("Fund II, L.P.", "FUND II LP"),
        ("Class A Common Stock", "Class A Common Stock."),
        ("5.00% Notes", "5.00 % notes"),
    ],
)
def test_the_same_words_are_the_same_text(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Class A", "Class B"), ("Series A-1", "Series A-2"), ("5.0% Notes", "5.5% Notes"), ("*", "**")]
)
def test_other_words_are_another_text(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_text_is_split_into_sentences_but_not_at_initials_and_legal_forms() -> None:
    text = "Held by J. Doe and Elm, L.P. Oak, L.P. II, Inc. Common Stock is new. Mr. Doe runs Fir, Ltd. 5 shares stay"
    assert sentences(text) == [
        "Held by J. Doe and Elm, L.P.",
        "Oak, L.P. II, Inc. Common Stock is new",
        "Mr. Doe runs Fir, Ltd.",
        "5 shares stay",
    ]
