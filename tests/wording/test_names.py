"""What a party's name tells, how people write it, and when two names are the same."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.wording.names import NameEvidence, compared, display, evidence_in

TYPED = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,'&/()-", max_size=40)


@pytest.mark.parametrize(
    "name",
    [
        "Example Growth Fund II LP",
        "EXAMPLE GROWTH FUND II, L.P.",
        "Example Sponsor L L C",
        "EXAMPLE INC /DE/",
        "Example Holdings Limited",
        "Example S.à r.l.",
        "DOE FAMILY TRUST",
        "Jane Q. Doe & John Roe Living Trust",
        "Doe Foundation",
        "Example Partners",
        "The Fund",
    ],
)
def test_a_legal_form_tells_of_an_organization(name: str) -> None:
    assert evidence_in(name) is NameEvidence.FORM


@pytest.mark.parametrize(
    "name",
    [
        "Example Capital",
        "DOE FAMILY OFFICE",
        "Bank of Nowhere",
        "Beispiel AG",
        "Exemple S.A.",
        "Example & Daughters",
        "2011 Example",
        "Example Retirement Plan",
    ],
)
def test_a_word_or_a_number_speaks_for_an_organization(name: str) -> None:
    assert evidence_in(name) is NameEvidence.WORD


@pytest.mark.parametrize(
    "name",
    ["DOE JANE Q", "Doe Jane Q.", "Doe, Jane Q.", "DOE JANE JR", "DOE JR JANE", "Doe Jane M.D.", "VAN DER DOE JAN P"],
)
def test_an_initial_or_a_suffix_tells_of_a_person(name: str) -> None:
    assert evidence_in(name) is NameEvidence.PERSON


@pytest.mark.parametrize(
    "name",
    [
        "DOE JANE",
        "TRUST JANE",
        "Fund Jane",
        "BANK JANE",
        "Capital, Jane",
        "Co Jane",
        "DOE SE JIN",  # a form of company only where it ends the name
        "DOE L P",  # initials
        "DOE A S",
        "DOE JANE 3RD",
        "EXAMPLE SERVICESOFT",
        "EXAMPLE GROWTH V",  # a numeral
        "",
    ],
)
def test_other_names_tell_nothing(name: str) -> None:
    assert evidence_in(name) is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DOE JANE Q", "Jane Q Doe"),
        ("Doe Jane Q.", "Jane Q. Doe"),
        ("Doe, Jane Q.", "Jane Q. Doe"),
        ("Doe Q Jane", "Q Jane Doe"),
        ("DOE", "Doe"),
        ("", ""),
        ("DOE JANE Q JR", "Jane Q Doe Jr"),
        ("DOE JR JANE Q", "Jane Q Doe Jr"),
        ("Doe, Jane Q., Jr.", "Jane Q. Doe Jr."),
        ("Doe Jr., Jane", "Jane Doe Jr."),
        ("Doe Jane, Jr.", "Jane Doe Jr."),
        ("Doe Roe, Jane", "Jane Doe Roe"),
        ("DOE JANE III", "Jane Doe III"),
        ("DOE JANE 3RD", "Jane Doe 3rd"),
        ("DOE JANE MD", "Jane Doe MD"),
        ("Doe Jane Ph.D.", "Jane Doe Ph.D."),
        ("DOE JANE DR", "Jane Doe"),
        ("DOE DR", "DR Doe"),
        ("DOE JANE MD ET AL", "Jane Doe MD"),
        ("VAN DER DOE JAN P", "Jan P Van Der Doe"),
        ("van der Doe Jan", "Jan van der Doe"),
        ("De La Doe Maria Luz", "Maria Luz De La Doe"),
        ("ST. DOE JANE", "Jane St. Doe"),
        ("VAN DOE J PAUL", "J Paul Van Doe"),
        ("VAN DOE J", "J Van Doe"),
        ("VAN HOA", "Hoa Van"),
        ("DOE VAN", "Van Doe"),
        ("LE HOA", "Hoa Le"),
        ("LE HOA T", "Hoa T Le"),
        ("LE DOE JEAN", "Jean Le Doe"),
        ("MCDOE JANE", "Jane McDoe"),
        ("MCA JANE", "Jane Mca"),
        ("McDoe JoAnn", "JoAnn McDoe"),
        ("O'DOE-ROE JANE", "Jane O'Doe-Roe"),
        ("DOE JOHN (JACK)", "John (Jack) Doe"),
        ("DOE FX", "FX Doe"),
        ("DOE AJ", "AJ Doe"),
        ("DOE AL", "Al Doe"),
        ("NG JANE", "Jane Ng"),
        ("DOE Jane KAY", "Jane KAY Doe"),
        ("DOE JANET Kay", "Janet Kay Doe"),
        ("Doe jane q", "Jane Q Doe"),
    ],
)
def test_a_person_is_shown_given_name_first(name: str, shown: str) -> None:
    assert display(name, True) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("EXAMPLE GROWTH FUND II-A, L.P.", "Example Growth Fund II-A, L.P."),
        ("Example  GROWTH Fund lp", "Example GROWTH Fund lp"),
        ("EXAMPLE SPONSOR LLC", "Example Sponsor LLC"),
        ("EXAMPLE CO., LTD.", "Example Co., Ltd."),
        ("BEISPIEL GMBH", "Beispiel GmbH"),
        ("XTG EXAMPLE INC/NEW/DE/", "XTG Example Inc /NEW/DE/"),
        ("THE BANK OF THE EXAMPLE", "The Bank of the Example"),
        ("MCEXAMPLE'S CORP", "McExample's Corp"),
        ("EX&T INC", "EX&T Inc"),
        ("22ND EXAMPLE 3D SA", "22nd Example 3D SA"),
    ],
)
def test_an_organization_keeps_its_words_and_capitals_become_a_title(name: str, shown: str) -> None:
    assert display(name, False) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EXAMPLE FUND II LP", "Example Fund II, L.P."),
        ("EXAMPLE FUND II L P", "Example Fund II Limited Partnership"),
        ("Example L.L.C.", "EXAMPLE LIMITED LIABILITY COMPANY"),
        ("Example Co Inc", "The Example Company, Incorporated"),
        ("Exemple S.à r.l.", "EXEMPLE SARL"),
        ("Doe's & Roe's Trust", "DOES AND ROES TRUST"),
        ("DOE JOSE", "Doe, José"),
        ("ROE-DOE JANE Q", "Roe Doe Jane Q."),
        ("DOE JANE ET AL", "Doe Jane"),
        ("Doe Revokable Trust", "DOE REVOCABLE TRUST"),
        (display("DOE JR JANE Q", True), "Jane Q. Doe, Jr."),
    ],
)
def test_one_name_in_two_spellings_is_the_same(one: str, other: str) -> None:
    assert compared(one) == compared(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Example Fund II LP", "Example Fund III LP"),
        ("Example LLC", "Example LP"),
        ("EXAMPLE BANCORP /PR/", "EXAMPLE BANCORP /NC/"),
        ("DOE JANE", "DOE JANE Q"),
        ("DOE L P", "DOE LP"),
        ("Sand Trust", "S Trust"),
    ],
)
def test_names_that_differ_in_more_than_spelling_are_others(one: str, other: str) -> None:
    assert compared(one) != compared(other)


@given(TYPED)
def test_an_organization_shown_is_the_same_organization(name: str) -> None:
    assert compared(display(name, False)) == compared(name)


@given(TYPED.filter(lambda name: not {"dr", "mr", "mrs", "ms", "prof", "al"} & {*words(name.replace(".", ""))}))
def test_no_word_of_a_person_is_lost(name: str) -> None:
    assert Counter(words(display(name, True))) == Counter(words(name))


def words(name: str) -> list[str]:
    return name.casefold().replace(",", " ").split()
