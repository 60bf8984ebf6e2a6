"""Guesses, and their record."""

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.analyze import guessing, record, scoring
from graphload.analyze.links import Network
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import ties
from graphload.errors import UsageError
from tests.analyze.networks import NETWORKS, network, shuffled
from tests.analyze.test_grouping import tied

# FAR and ACME share nobody, and both share people with BOLT and CORE; DUST is far from all
SQUARE = (
    "ann ACME",
    "ann BOLT",
    "bob ACME",
    "bob CORE",
    "cid FAR",
    "cid BOLT",
    "dot FAR",
    "dot CORE",
    *tied("DUST", "ECHO"),
)
LATER = ("eve ACME 2005 2009", "eve FAR 2005 2009")


def found(made: Network, **given: Any) -> Outcome:
    usual: dict[str, Any] = {"score": "adamic-adar", "least": 2, "cut": None, "hub": 20, "together": True, "limit": 20}
    outcome = guessing.compute(made, **(usual | given))
    return Outcome([*outcome.rows], outcome.notes)


def test_a_guess_is_shown_with_its_record() -> None:
    made = network(*SQUARE, *LATER)
    (row,) = found(made, cut=date(2004, 12, 31)).rows
    rank, one, other, score, common, ids, *proof = row
    assert found(made, cut=date(2004, 12, 31)).notes == (
        "The same guess on 2004-12-31: of the best 2 pairs 50% arrived later, of all pairs 10.00%; it ranks one of the"
        " 1 that arrived above one that did not in 94% of cases, where 50% is chance.",
    )
    # what is left to guess is BOLT and CORE, which both share people with ACME and FAR
    assert (rank, one, other, common, ids) == (1, "BOLT", "CORE", ["ACME", "FAR"], ["BOLT", "CORE"])
    assert score == pytest.approx(2 / math.log(3))
    # six issuers, five pairs, ten unlinked, of which two were guessed, and one came
    assert proof == [1 / 2, 1 / 10, pytest.approx(8.5 / 9), 1, date(2004, 12, 31)]


def test_the_allocation_index() -> None:
    made = network(*SQUARE, *LATER)
    (row,) = found(made, cut=date(2004, 12, 31), score="allocation").rows
    assert row[3] == pytest.approx(2 / 3)


def test_without_a_record_nothing_is_shown() -> None:
    outcome = found(network(*SQUARE))
    assert outcome.rows == []
    (note,) = outcome.notes
    assert note == "No pair arrived after 2000-01-01, so there is no record of such guesses, and none is shown."
    assert found(Network({}, ())).rows == []


def test_fewer_neighbours_in_common_guess_less() -> None:
    made = network(*SQUARE, *LATER)
    assert found(made, cut=date(2004, 12, 31), least=3).rows == []
    more = network(*SQUARE, *LATER, "gus CORE", "gus GRIT")
    fewer, many = ([row[4] for row in found(more, cut=date(2004, 12, 31), least=least).rows] for least in (2, 1))
    assert (fewer, len(many)) == ([["ACME", "FAR"]], 3)


def test_a_hub_is_left_out_and_named() -> None:
    made = network(*SQUARE, *LATER, *(f"hub {issuer}" for issuer in ("ACME", "BOLT", "FAR")))
    outcome = found(made, cut=date(2004, 12, 31), hub=2)
    assert len([*outcome.rows]) == 1
    assert outcome.notes[1] == "Left out, as they have more than 2 issuers: Hub (hub)."


def test_an_unknown_score_is_an_error() -> None:
    with pytest.raises(UsageError, match="there is no score 'jaccard': it is adamic-adar or allocation"):
        found(network(*SQUARE), score="jaccard")


@given(NETWORKS, st.data())
def test_the_order_in_which_a_network_is_told_does_not_matter(made: Network, data: st.DataObject) -> None:
    again = shuffled(made, data.draw(st.permutations(made.links)))
    assert found(made, least=1) == found(again, least=1)


@given(NETWORKS)
def test_every_pair_with_a_neighbour_in_common_is_guessed_once(made: Network) -> None:
    near = scoring.neighbours(ties(made, hub=99, together=False))
    pairs = [guess.pair for guess in scoring.guesses(near, scoring.SCORES["allocation"], 1)]
    expected = {(a, b) for a in near for b in near if a < b and b not in near[a] and near[a] & near[b]}
    assert sorted(pairs) == sorted(expected)


@given(
    st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), min_size=1),
    st.lists(st.sampled_from([0.5, 1.0, 2.0])),
    st.integers(1, 5),
)
def test_the_record_counts_each_right_one_against_each_wrong_one(
    right: list[float], wrong: list[float], unscored: int
) -> None:
    against = [*wrong, *[0.0] * unscored]
    wins = sum((score > other) + (score == other) / 2 for score in right for other in against)
    assert record._auc(right, sorted(wrong), unscored) == pytest.approx(wins / (len(right) * len(against)))
