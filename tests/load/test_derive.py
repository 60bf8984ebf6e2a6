"""Derived facts do not depend on how filings come: their order, when facts are derived, what is taken out between."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphload.filing.codes import Basis, Form, Source, TransactionCode
from graphload.filing.values import Envelope, Filing, Footnote, FootnoteRef, Issuer, Owner, Row, Terms, Trade
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store
from tests.conftest import examples
from tests.contents import contents

# names that are called the same or change, and texts that name a filer, so that one filing bears on facts about others
ISSUERS = [Issuer(cik, name, "ELM") for cik in ("0000000001", "0000000002", None) for name in ("Elm Corp", "Oak Corp")]
OWNERS = [
    Owner(cik, name, False, False, True, False, None, None, None)
    for cik in ("0000000011", "0000000012", "0000000001", None)
    for name in ("Ash Fund LP", "Fir Fund LP")
]
NOTES = ["Held by Ash Fund LP.", "Held by Fir Fund LP.", "None."]
TITLES = ["Common Stock", "Common Stock, no par value", "Class A Common Stock"]
DAYS = [date(2024, 3, day) for day in (4, 5, 6)]

days = st.sampled_from(DAYS)
titles = st.sampled_from(TITLES)
shares = st.sampled_from([Decimal(0), Decimal(100), Decimal(200)])


def filing(number: int, issuer: Issuer, owners: Sequence[Owner], *table: Row, filed: date = DAYS[0]) -> Filing:
    return Filing(
        source=Source.XML,
        origin="made",
        envelope=Envelope(f"0000000000-24-{number:06}", Basis.HEADER, None, filed, Basis.HEADER),
        form=Form.F4,
        period_of_report=DAYS[0],
        issuer=issuer,
        owners=tuple(owners),
        rows=table,
        footnotes=tuple(Footnote(f"F{at}", text) for at, text in enumerate(NOTES, 1)),
    )


def holding(nature: str | None = None, note: str | None = None, title: str = TITLES[0], over: str | None = None) -> Row:
    terms = Terms(Decimal(5), None, None, over, Decimal(1), None) if over else None
    refs = (FootnoteRef("nature", note),) if note else ()
    return Row(1, title, None, None, terms, Decimal(100), None, nature is None, nature, refs)


@st.composite
def lines(draw: st.DrawFn, place: int) -> Row:
    """A row of either table, its holder perhaps named in its nature or in a footnote."""
    moved = Trade(draw(days), None, TransactionCode.S, False, None, False, draw(shares), None, Decimal(9))
    over = Terms(Decimal(5), None, None, draw(titles), draw(shares), None)
    terms = draw(st.sampled_from([None, over]))
    nature = draw(st.sampled_from([None, "By fund", "By Fir Fund LP", "See footnote", "ESOP"]))
    note = (FootnoteRef("nature", draw(st.sampled_from(["F1", "F2", "F3"]))),) if nature else ()
    title = draw(titles) if terms is None else "Option"
    return Row(
        place, title, "4", draw(st.sampled_from([None, moved])), terms, draw(shares), None, nature is None, nature, note
    )


@st.composite
def filings(draw: st.DrawFn, number: int) -> Filing:
    """A filing among few parties, perhaps without an accession number, perhaps an amendment."""
    issuer, form = draw(st.sampled_from(ISSUERS)), draw(st.sampled_from([Form.F4, Form.F4A]))
    owners = draw(st.lists(st.sampled_from(OWNERS), min_size=1, max_size=2, unique_by=lambda one: one.cik or one.name))
    table = [draw(lines(place)) for place in range(1, 1 + draw(st.integers(0, 3)))]
    made = filing(number, issuer, owners, *table, filed=draw(days))
    original = draw(days) if form.amendment else None
    return replace(made, form=form, period_of_report=draw(days), original_filed_on=original)


def put(store: Store, *some: Filing, size: int = 1000) -> None:
    store.replace([rows(each) for each in some])
    derive(store, size=size)


def held(store: Store, *some: Filing) -> Counter[str]:
    """What an empty store holds after these filings."""
    store.write("MATCH (n) DETACH DELETE n")
    store.prepare()
    if some:
        put(store, *some)
    return contents(store)


@pytest.mark.long_on_neo4j
@settings(max_examples=examples(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_when_facts_are_derived_does_not_matter(store: Store, data: st.DataObject) -> None:
    made = [data.draw(filings(number)) for number in range(data.draw(st.integers(2, 6)))]
    kept = data.draw(st.integers(1, len(made)))
    expected = held(store, *made[:kept])
    held(store)
    for each in data.draw(st.permutations(made)):
        put(store, each, size=1)
    store.remove([each.envelope.accession or "" for each in made[kept:]])
    derive(store, size=1)
    assert contents(store) == expected


ELM, OAK = ISSUERS[0], ISSUERS[3]
ASH = replace(OWNERS[0], cik="0000000013")
FIR = replace(OWNERS[1], cik="0000000014")
SAME_ASH = replace(ASH, cik="0000000015")
OWNER_ELM = replace(ASH, cik=ELM.cik, name=ELM.name)
UNNUMBERED = replace(ASH, cik=None)


@pytest.mark.parametrize(
    ("stays", "goes"),
    [
        pytest.param([filing(1, OAK, [OWNER_ELM])], [filing(2, ELM, [ASH])], id="ticker of an issuer"),
        pytest.param([], [filing(1, ELM, [ASH], holding("ESOP")), filing(2, ELM, [FIR], holding("ESOP"))], id="plan"),
        pytest.param(
            [filing(1, ELM, [ASH], holding(title="Option", over=TITLES[0]))],
            [filing(2, ELM, [ASH], holding(title=TITLES[1]))],
            id="security that another converts into by its class",
        ),
        pytest.param(
            [filing(1, ELM, [FIR], holding("By Ash Fund LP")), filing(2, OAK, [ASH])],
            [filing(3, OAK, [SAME_ASH])],
            id="one of two parties that a vehicle may be named after",
        ),
        pytest.param(
            [filing(1, ELM, [UNNUMBERED]), filing(2, ELM, [ASH])],
            [filing(3, replace(ELM, cik="0000000009"), [SAME_ASH])],
            id="one of two parties that another may be",
        ),
        pytest.param([filing(1, ELM, [ASH, FIR, FIR])], [filing(2, ELM, [ASH, FIR])], id="group with an owner twice"),
    ],
)
def test_what_is_taken_out_leaves_what_would_be_there_without_it(
    store: Store, stays: list[Filing], goes: list[Filing]
) -> None:
    expected = held(store, *stays)
    held(store, *stays, *goes)
    store.remove([each.envelope.accession or "" for each in goes])
    derive(store)
    assert contents(store) == expected


@pytest.mark.parametrize(
    "some",
    [
        pytest.param(
            [filing(1, ELM, [FIR], holding("By fund", "F1")), filing(2, OAK, [FIR], holding("By fund", "F2"))],
            id="vehicle that two issuers' filings name",
        ),
        pytest.param(
            [
                filing(1, ELM, [FIR], holding("By Ash Fund LP")),
                filing(2, OAK, [ASH]),
                filing(3, OAK, [SAME_ASH]),
                filing(4, OAK, [replace(SAME_ASH, name="Yew LP")], filed=DAYS[1]),
            ],
            id="a party that is called otherwise later",
        ),
        pytest.param(
            [filing(1, ELM, [FIR], holding(title=title)) for title in ("Common Stock Class (1)", "Common Stock Class")],
            id="a footnote's number in a title",
        ),
    ],
)
def test_one_by_one_is_as_all_at_once(store: Store, some: list[Filing]) -> None:
    some = [replace(each, envelope=replace(each.envelope, accession=f"1-{at}")) for at, each in enumerate(some)]
    expected = held(store, *some)
    for order in (some, some[::-1]):
        held(store)
        for each in order:
            put(store, each)
        assert contents(store) == expected
