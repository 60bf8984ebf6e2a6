"""What footnotes say of a change of form, and what remarks say of a mistake or of something taken back."""

import pytest

from graphload.wording.remarks import changes_form, corrects, withdraws


@pytest.mark.parametrize(
    "text",
    [
        "A mere change in the form of ownership, exempt under Rule 16a-13.",
        "These shares were previously reported as directly owned.",
        "Shares that the owner transferred to the Heron Family Trust.",
        "Contributed to Willet Holdings LLC, which the owner controls.",
        "Formerly held by Heron GRAT No. 2.",
        "Previously listed in the name of the owner.",
        "On the end of the GRAT its shares were conveyed to the reporting person.",
        "Received by a pro rata distribution to the reporting person.",
    ],
)
def test_a_note_may_say_that_the_form_of_ownership_changed(text: str) -> None:
    assert changes_form(text)


@pytest.mark.parametrize(
    "text",
    [
        "The shares are held by the Heron Family Trust, of which the owner is the trustee.",
        "The options vest in four equal parts.",
        "With 400 shares previously reported on a Form 4.",
        "The grant was previously reported in Table II.",
        "Sold under a plan that was adopted on May 2, 2023.",
        "The owner disclaims beneficial ownership of these shares.",
        "",
    ],
)
def test_who_holds_shares_is_no_change_of_form(text: str) -> None:
    assert not changes_form(text)


@pytest.mark.parametrize(
    "text",
    [
        "This amendment corrects the number of shares in row 2.",
        "The original filing was incorrect as to the price.",
        "Owing to a clerical error the sale was reported twice.",
        "The balance was overstated by 300 shares.",
        "Fewer than were first reported.",
        "The date should have been March 4.",
        "The form mistakenly listed the option.",
    ],
)
def test_an_amendment_may_say_that_something_was_wrong(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize(
    "text",
    [
        "This amendment adds a holding that the original left out.",
        "Filed to add a reporting owner.",
        "Exhibit 24: power of attorney.",
        "Shares withheld to pay taxes.",
        "",
    ],
)
def test_an_amendment_that_only_adds_corrects_nothing(text: str) -> None:
    assert not corrects(text)


@pytest.mark.parametrize(
    "text",
    [
        "Filed to remove the grant of 250 shares, which was reported twice.",
        "The transaction reported on March 5 was cancelled and the grant rescinded.",
        "This amendment withdraws the Form 4, which was filed in error.",
        "The sale did not occur and should not have been reported.",
        "The original was a duplicate of an earlier filing.",
    ],
)
def test_something_reported_may_be_taken_back(text: str) -> None:
    assert withdraws(text)


@pytest.mark.parametrize(
    "text",
    ["", "Exhibit 24: power of attorney.", "Amended to add a second reporting person.", "See the original Form 4."],
)
def test_other_remarks_take_nothing_back(text: str) -> None:
    assert not withdraws(text)
