"""Terms that footnotes define for entities."""

from graphload.wording.terms import terms


def test_a_term_stands_for_the_entity_that_it_follows() -> None:
    text = (
        'Elm GP LLC manages Elm Growth, LP ("EG") and Elm Principals Fund, LP (the "Fund"). Oak Fund, LP (OF) is new.'
    )
    assert terms(text) == {
        "EG": ("Elm Growth, LP",),
        "Fund": ("Elm Principals Fund, LP",),
        "OF": ("Oak Fund, LP",),
    }


def test_a_term_may_stand_in_single_quotes_or_be_told_by_a_sentence() -> None:
    assert terms("Held by Elm LLC ('Elm').") == {"Elm": ("Elm LLC",)}
    assert terms('"Fund" means Elm Fund V, L.P.') == {"Fund": ("Elm Fund V, L.P.",)}


def test_a_term_may_follow_a_date_if_its_clause_names_only_one_entity() -> None:
    text = 'Held by the Ida Fenn Trust dated May 1, 2003 for which she serves as trustee (the "Trust").'
    assert terms(text) == {"Trust": ("Ida Fenn Trust",)}
    assert terms('Elm LLC manages Oak LLC for its clients (the "Clients").') == {}


def test_a_term_may_stand_for_several() -> None:
    text = 'Held by Elm Fund, LP, Oak Fund, LP and Birch LLC (collectively, the "Funds").'
    assert terms(text) == {"Funds": ("Elm Fund, LP", "Oak Fund, LP", "Birch LLC")}


def test_a_plural_term_stands_for_several_and_the_last_of_two_terms_for_those_of_the_first_too() -> None:
    text = (
        'Elm GP LLC manages Elm A, LP, Elm B, LP (the "US Funds") and Oak, LP ("Oak" and'
        ' with the US Funds, together, the "All").'
    )
    assert terms(text) == {
        "US Funds": ("Elm A, LP", "Elm B, LP"),
        "Oak": ("Oak, LP",),
        "All": ("Elm A, LP", "Elm B, LP", "Oak, LP"),
    }


def test_no_more_of_a_text_is_read_than_fits_a_footnote() -> None:
    assert terms('Elm LLC ("E"). ' + "x" * 30_000 + ' Oak LLC ("O").') == {"E": ("Elm LLC",)}
