"""From what is given to what is declared."""

from datetime import date, datetime
from typing import Any

import pytest

from graphload.ask.binding import bind, convert
from graphload.ask.question import Param, Question, Type
from graphload.errors import UsageError

QUESTION = Question(
    "pack/question",
    "Title.",
    "Prose.",
    (
        Param("person", Type.PERSON, "Whose."),
        Param("since", Type.DATE, "Earliest.", required=False, default=date(2003, 1, 1)),
        Param("value", Type.FLOAT, "Smallest.", required=False, default=None),
    ),
    (),
    "RETURN 1",
    "question.cypher",
)


@pytest.mark.parametrize(
    ("type", "given", "bound"),
    [
        (Type.STRING, " a ", " a "),
        (Type.INT, "-12", -12),
        (Type.INT, 7, 7),
        (Type.FLOAT, "1e6", 1e6),
        (Type.FLOAT, 3, 3.0),
        (Type.BOOL, "Yes", True),
        (Type.BOOL, False, False),
        (Type.DATE, "2024-02-29", date(2024, 2, 29)),
        (Type.DATE, datetime(2024, 2, 29, 12), date(2024, 2, 29)),
        (Type.STRINGS, "P, S,,", ["P", "S"]),
        (Type.STRINGS, ("P", "S"), ["P", "S"]),
        (Type.STRINGS, "", []),
        (Type.ISSUER, 320193, "320193"),
        (Type.PERSON, " Cook ", "Cook"),
    ],
)
def test_values_become_those_of_the_type(type: Type, given: object, bound: object) -> None:
    converted = convert(type, given)
    assert (converted, converted.__class__) == (bound, bound.__class__)


@pytest.mark.parametrize(
    ("type", "given", "takes"),
    [
        (Type.STRING, 5, "a text"),
        (Type.INT, "1.0", "a whole number"),
        (Type.INT, True, "a whole number"),
        (Type.INT, "9223372036854775808", "a whole number"),
        (Type.FLOAT, "nan", "a number"),
        (Type.FLOAT, "1,000", "a number"),
        (Type.FLOAT, [], "a number"),
        (Type.BOOL, "1", "true or false"),
        (Type.DATE, "2023-02-29", "a date like 2024-01-31"),
        (Type.DATE, "20240131", "a date like 2024-01-31"),
        (Type.STRINGS, [1], "texts with commas between them"),
        (Type.ISSUER, "", "an issuer's ticker, name or CIK"),
        (Type.PERSON, True, "an owner's name or CIK"),
        (Type.FILING, 1.5, "an accession number, an address at EDGAR or the id of a row"),
    ],
)
def test_a_value_of_another_type_is_refused(type: Type, given: object, takes: str) -> None:
    with pytest.raises(ValueError, match=f"^{takes}$"):
        convert(type, given)


def test_defaults_fill_what_is_not_given() -> None:
    assert bind(QUESTION, {"person": "x"}) == {"person": "x", "since": date(2003, 1, 1), "value": None}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "pack/question needs the parameter person (person): Whose."),
        ({"person": "x", "sinse": "x"}, "pack/question has no parameter 'sinse': did you mean since?"),
        ({"person": "x", "q": "x"}, "pack/question has no parameter 'q': it has person, since, value"),
        ({"person": "x", "since": "May"}, "pack/question: parameter since takes a date like 2024-01-31, not 'May'"),
    ],
)
def test_what_cannot_be_bound_is_named(given: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as error:
        bind(QUESTION, given)
    assert str(error.value) == said
