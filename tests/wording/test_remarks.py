"""What remarks and footnotes of amendments say."""

import pytest

from graphload.wording.remarks import withdraws


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
