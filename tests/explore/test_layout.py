"""Where things stand in a picture: never one over another, and always in the same place."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphload.explore import picture
from graphload.explore.contents import contents
from graphload.explore.curves import curves
from graphload.explore.facts import Facts, Kind
from graphload.explore.folding import MOST
from graphload.explore.layout import Layout, Place, layout
from graphload.explore.measure import LINE, width, wrap
from graphload.explore.order import ordered
from graphload.explore.picture import Picture
from graphload.explore.settling import settled
from tests.conftest import examples
from tests.explore.made import HOSTILE, facts

shapes = st.builds(
    facts,
    st.sampled_from(Kind),
    owners=st.integers(0, 30),
    groups=st.integers(0, 5),
    members=st.integers(1, 8),
    vehicles=st.integers(0, 12),
    issuers=st.integers(1, 12),
    securities=st.integers(0, 8),
    bare=st.integers(0, 30),
    density=st.sampled_from([0.1, 0.5, 1.0]),
    seed=st.integers(0, 5),
    names=st.sampled_from([(), HOSTILE]),
)


def apart(one: Place, other: Place) -> bool:
    return (
        abs(one.x - other.x) * 2 >= one.width + other.width - 1
        or abs(one.y - other.y) * 2 >= one.height + other.height - 1
    )


def within(inner: Place, outer: Place) -> bool:
    return (
        abs(inner.x - outer.x) * 2 <= outer.width - inner.width + 1
        and abs(inner.y - outer.y) * 2 <= outer.height - inner.height + 1
    )


def check(drawn: Picture, placed: Layout) -> None:
    boxes = {box.id: box for box in drawn.boxes}
    assert placed.places.keys() == boxes.keys()
    for (one, a), (other, b) in combinations(placed.places.items(), 2):
        assert apart(a, b), (one, other)
    frames = {frame.issuer: frame for frame in placed.frames}
    for a, b in combinations([frame.place for frame in placed.frames], 2):
        assert apart(a, b)
    for id, place in placed.places.items():
        for issuer, frame in frames.items():
            inside = boxes[id].issuer == issuer
            assert within(place, frame.place) if inside else apart(place, frame.place), (id, issuer)
            # the title of a frame is above what it holds
            title = frame.place.y - frame.place.height / 2 + len(frame.lines) * LINE
            assert not inside or place.y - place.height / 2 >= title
    for box in boxes.values():
        assert max(map(width, box.lines)) <= placed.places[box.id].width
        assert len(box.lines) * LINE <= box.height


@pytest.mark.slow
@settings(max_examples=examples(60))
@given(shapes)
def test_nothing_stands_over_another(made: Facts) -> None:
    drawn = picture(made)
    check(drawn, layout(drawn))


@settings(max_examples=examples(30))
@given(shapes)
def test_the_same_facts_give_the_same_picture(made: Facts) -> None:
    shuffled = Facts(
        made.subject, made.on, made.positions, made.insiders, *(
            dict(reversed(each.items()))  # type: ignore[call-overload]
            for each in (made.parties, made.groups, made.vehicles, made.securities, made.rows, made.filings)
        )
    )  # fmt: skip
    one, other = contents(picture(made)), contents(picture(shuffled))
    for unordered in ("rows", "filings", "groups"):
        assert one.pop(unordered) == other.pop(unordered)
    assert one == other


@settings(max_examples=examples(30))
@given(shapes)
def test_lines_run_to_the_right_and_end_at_boxes(made: Facts) -> None:
    drawn = picture(made)
    placed = layout(drawn)
    places = placed.places | {f"issuer:{frame.issuer}": frame.place for frame in placed.frames}
    drawn_curves = curves(drawn.links, placed)
    assert len(drawn_curves) == len(drawn.links) > 0
    for curve in drawn_curves:
        assert curve.start[0] < curve.end[0], curve.link
        end = places[curve.link.end]
        assert abs(curve.end[1] - end.y) <= end.height / 2


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("owners", [1, 200])
def test_a_large_picture_stays_readable_and_says_what_is_left_out(kind: Kind, owners: int) -> None:
    made = facts(kind, owners=owners, vehicles=12, issuers=30 if kind is Kind.OWNER else 1, securities=6, bare=50)
    drawn = picture(made)
    amounts = [box for box in drawn.boxes if box.kind == "amount"]
    assert len(amounts) <= MOST + 1
    assert len(drawn.boxes) <= 4 * MOST
    assert f"of {len(made.positions):,} positions are drawn" in drawn.notes[0]


def test_what_is_left_out_is_counted_where_it_would_stand() -> None:
    drawn = picture(facts(owners=40, vehicles=3, securities=5, bare=30))
    texts = [box.name for box in drawn.boxes if box.kind == "more"]
    assert any(text.endswith("more holders") for text in texts)
    assert any(text.endswith("more insiders without a position") for text in texts)
    assert sum(text.endswith("more positions") for text in texts) == len(drawn.drawing.more)
    lines = [position for line in drawn.drawing.lines for position in line.positions]
    assert len(lines) < 40 * 4 * 5


def test_grants_of_one_title_are_one_box() -> None:
    drawn = picture(facts(owners=1, vehicles=0, securities=9))
    several = [box for box in drawn.boxes if box.name.endswith(", several")]
    assert {box.name for box in several} == {"Stock Option (right to buy), several", "Restricted Stock Units, several"}
    amounts = [box.name for box in drawn.boxes if box.kind == "amount"]
    assert sum(" in " in text for text in amounts) == 2


def test_who_holds_nothing_is_drawn_alone() -> None:
    nobody = picture(facts(Kind.OWNER, securities=0, issuers=1))
    assert {box.kind for box in nobody.boxes} == {"direct", "issuer", "person"}
    assert nobody.notes == ("No open position on 2026-06-30.",)
    empty = picture(facts(Kind.ISSUER, owners=0, securities=0))
    assert nobody.facts.subject.id in {box.key for box in nobody.boxes}
    assert {box.kind for box in empty.boxes} == {"issuer", "person"}
    check(empty, layout(empty))


def test_boxes_move_as_little_as_they_must() -> None:
    heights = dict.fromkeys("abc", 10.0)
    assert settled("abc", [0.0, 50.0, 100.0], heights, [5.0, 5.0]) == {"a": 0.0, "b": 50.0, "c": 100.0}
    assert settled("abc", [0.0, 0.0, 0.0], heights, [5.0, 5.0]) == {"a": -15.0, "b": 0.0, "c": 15.0}
    assert settled("", [], {}, []) == {}


@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=20))
def test_settled_boxes_keep_their_order(wanted: list[float]) -> None:
    ids = [str(at) for at in range(len(wanted))]
    found = settled(ids, wanted, dict.fromkeys(ids, 20.0), [4.0] * (len(ids) - 1))
    assert all(found[below] - found[above] >= 24 - 1e-6 for above, below in pairwise(ids))


def test_lines_that_need_not_cross_do_not() -> None:
    found = ordered([["p"], [], ["x", "y"], ["s", "t"]], [("p", "x"), ("p", "y"), ("x", "t"), ("y", "s")])
    assert found == (("p",), (), ("y", "x"), ("s", "t"))


def test_issuers_go_where_lines_to_them_need_not_cross() -> None:
    links = [("p", "x"), ("g", "y"), ("x", "t"), ("y", "s"), ("y", "r")]
    columns = [["p"], ["g"], ["x", "y"], ["s", "r", "t"]]
    units = {"s": "one", "r": "one", "t": "other"}
    assert ordered(columns, links, units)[2:] == (("x", "y"), ("t", "s", "r"))


def test_what_one_owner_holds_through_stands_together() -> None:
    links = [("p", "a"), ("p", "c"), ("g", "b"), ("g", "d"), ("a", "s"), ("b", "s"), ("c", "t"), ("d", "t")]
    (_, _, holders, _) = ordered([["p"], ["g"], ["a", "b", "c", "d"], ["s", "t"]], links)
    assert {*holders[:2]} in ({"a", "c"}, {"b", "d"})


@given(st.text(max_size=600), st.floats(40, 200), st.integers(1, 4))
def test_a_text_fits_its_lines(text: str, most: float, lines: int) -> None:
    found = wrap(text, most, lines)
    assert 1 <= len(found) <= lines
    assert all(width(line) <= most for line in found)


def test_a_text_that_fits_is_whole() -> None:
    assert wrap("The Doe Family Trust", 80) == ("The Doe", "Family Trust")
    assert wrap("\u202eabc\u0000 \u200fdef", 100) == ("abc def",)
    assert wrap("", 100) == ("…",)
    assert wrap("W" * 500, 100, 2)[1].endswith("…")
