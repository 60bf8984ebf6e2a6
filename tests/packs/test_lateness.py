"""What `lateness` and `gifts/lateness` say of the example filings, and of filings made for their near misses."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from examples.world.cast import ACHTERBERG, BRIGHTWATER, FAIRWEATHER, LINDQVIST, MABRY, SALTMARSH, Party
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import ask, questions
from graphload.filing.codes import Timeliness
from graphload.filing.values import Filing, Owner, Row
from graphload.store import Store
from tests.packs.planting import told
from tests.world import late

QUESTIONS = {question.name: question for question in (*questions("lateness"), *questions("gifts"))}
LATE, REPEAT, DECLARED = (QUESTIONS[f"lateness/{name}"] for name in ("late", "repeat", "declared"))
FORM3, FORM5, FUTURE = (QUESTIONS[f"lateness/{name}"] for name in ("form3", "form5", "future"))
GIFTS = QUESTIONS["gifts/lateness"]
ONE, OTHER = owner(LINDQVIST, director=True), owner(MABRY, title="Treasurer")
EARLY = Timeliness.EARLY
Found = list[dict[str, Any]]


def report(
    filed: str,
    *rows: Row,
    form: str = "4",
    who: Owner | Iterable[Owner] = ONE,
    period: str | None = None,
    amends: str | None = None,
    number: int = 1,
    signed_on: str | None = None,
) -> Filing:
    """Return a filing about Brightwater; the amendments of an original have other numbers."""
    return filing(
        f"0009999999-{filed[2:4]}-{number:06}", form, BRIGHTWATER, who, filed, rows, period=period, amends=amends,
        signed="Per Lindqvist", signed_on=signed_on,
    )  # fmt: skip


def sold(on: str, price: str = "10", after: int = 100, **more: Any) -> Row:
    return trade("S", on, -10, price, after, **more)


def undated(made: Filing) -> Filing:
    """Return a filing whose filing date nothing tells."""
    return replace(made, envelope=replace(made.envelope, filed_on=None))


def made_up(found: dict[str, Found], name: str) -> Found:
    """Return the rows of an answer that are of filings made here."""
    return [row for row in found.get(name, []) if str(row["filing"]).startswith("0009999999")]


def lateness(store: Store, *filings: Filing) -> list[tuple[str, int, str | None]]:
    rows = made_up(told(store, filings, LATE), LATE.name)
    return sorted((row["row"].split(":")[-1], row["late"], row["by"]) for row in rows)


TUESDAY = "2024-05-07"
ADDED = report("2024-05-31", sold(TUESDAY, "11", 90), form="4/A", amends="2024-05-09", number=2)
# what is filed, and the rows that are late: place, business days, and whether an amendment added it
STORIES: dict[str, tuple[list[Filing], list[tuple[str, int, str | None]]]] = {
    "on Friday, filed on Tuesday": ([report("2024-05-07", sold("2024-05-03"))], []),
    "on Friday, filed on Wednesday": ([report("2024-05-08", sold("2024-05-03"))], [("NT1", 1, None)]),
    "before 4 July": ([report("2024-07-08", sold("2024-07-03"))], []),
    "before 4 July, a day later": ([report("2024-07-09", sold("2024-07-03"))], [("NT1", 1, None)]),
    "before Columbus Day": ([report("2024-10-16", sold("2024-10-11"))], []),
    "before Good Friday": ([report("2024-04-01", sold("2024-03-27"))], [("NT1", 1, None)]),
    "on a Sunday": ([report("2024-05-07", sold("2024-05-05"))], []),
    "one row of two": (
        [report("2024-05-10", sold(TUESDAY), sold("2024-05-08", after=90))],
        [("NT1", 1, None)],
    ),
    "deemed on the third business day": ([report("2024-05-14", sold(TUESDAY, deemed="2024-05-10"))], []),
    "deemed later still": ([report("2024-05-14", sold(TUESDAY, deemed="2024-05-13"))], [("NT1", 3, None)]),
    "a deemed date that repeats the date": (
        [report("2024-05-10", sold(TUESDAY, deemed=TUESDAY))],
        [("NT1", 1, None)],
    ),
    "voluntary": ([report("2024-05-31", sold(TUESDAY, form="5", mark=EARLY))], []),
    "on a Form 5": (
        [report("2025-02-13", sold(TUESDAY), trade("L", TUESDAY, 5, "10", form="5"), form="5", period="2024-12-31")],
        [("NT1", 188, None)],
    ),
    "a gift made": ([report("2024-05-31", trade("G", TUESDAY, -10, "0", 100))], [("NT1", 15, None)]),
    "a gift made before the rule": ([report("2023-03-31", trade("G", "2023-02-24", -10, "0", 100))], []),
    "a gift received": ([report("2024-05-31", trade("G", TUESDAY, 10, "0", 100))], []),
    "filed on no known day": ([undated(report("2024-05-31", sold(TUESDAY)))], []),
    "an amendment that restates": (
        [
            report("2024-05-09", sold(TUESDAY)),
            report("2024-05-31", sold(TUESDAY, "10.10"), form="4/A", amends="2024-05-09", number=2),
        ],
        [],
    ),
    "an amendment that adds": ([report("2024-05-09", sold(TUESDAY)), ADDED], [("NT1", 15, "amendment")]),
    "an amendment that takes an earlier date": (
        [
            report("2024-05-10", sold("2024-05-08")),
            report("2024-05-31", sold("2024-05-06"), form="4/A", amends="2024-05-10", number=2),
        ],
        [("NT1", 2, None)],
    ),
    "an amendment without its original": ([ADDED], []),
    "an amendment of what was late": (
        [report("2024-05-13", sold(TUESDAY), form="4/A", amends="2024-05-10")],
        [("NT1", 1, None)],
    ),
    "before somebody was an insider": (
        [
            report("2024-06-05", sold(TUESDAY), who=owner(ACHTERBERG, director=True)),
            report("2024-06-05", form="3", who=owner(ACHTERBERG, director=True), period="2024-06-03", number=2),
        ],
        [],
    ),
    "by an insider who has come again": (
        [
            report("2024-06-05", sold(TUESDAY), who=owner(ACHTERBERG, director=True)),
            report("2024-06-05", form="3", who=owner(ACHTERBERG, director=True), period="2024-06-03", number=2),
            report("2022-06-08", form="3", who=owner(ACHTERBERG, director=True), period="2022-06-03"),
        ],
        [("NT1", 18, None)],
    ),
    "by an insider without a Form 3": (
        [report("2024-06-05", sold(TUESDAY), who=owner(ACHTERBERG, director=True))],
        [("NT1", 18, None)],
    ),
    "a block in one filing": (
        [
            report(
                "2024-05-31",
                trade("P", TUESDAY, 500, "10", 1500, of="Preferred Stock"),
                trade("P", TUESDAY, 500, "10", 1500, "By Fund", of="Preferred Stock"),
                who=(owner(SALTMARSH, ten=True), owner(FAIRWEATHER, ten=True)),
            )
        ],
        [("NT1", 15, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_only_the_late_are_late(world: Store, name: str) -> None:
    filings, expected = STORIES[name]
    assert lateness(world, *filings) == expected


def test_the_late_of_the_example_filings(world: Store) -> None:
    found = ask(world, "lateness/late").dicts()
    on_form_4 = {row["filing"] for row in found if row["declared"] is None}
    assert on_form_4 == {each.envelope.accession for each in late()}
    assert [(row["owners"], row["late"], row["calendar"]) for row in found if row["declared"] == "L"] == [
        (["Mabel Quist"], 85, 129),
        (["Augusta Thistlewood"], 40, 61),
    ]


def test_late_rows_are_asked_for_by_days_person_and_as_filed(world: Store) -> None:
    def rows(**given: Any) -> list[str]:
        return [row["filing"] for row in ask(world, "lateness/late", **given).dicts()]

    drummond = ["0009000006-23-000002", "0009000006-23-000006", "0009000006-22-000014"]
    assert rows(person="Cassius Drummond") == rows(issuer="QFP") == drummond
    assert rows(issuer="QFP", days=5) == drummond[:2]
    assert rows(issuer="QFP", until="2022-12-31") == drummond[2:]
    assert rows(issuer="QFP", asFiled=True) == drummond
    assert rows(person="Mabel Quist", issuer="QFP") == []


def three(who: Party | None = None) -> list[Filing]:
    """Return three late filings, one of them with three late rows, and one in time."""
    people: Any = ONE if who is None else (ONE, owner(who, ten=True))
    return [
        report("2024-05-10", sold(TUESDAY), sold(TUESDAY, "11", 90), sold(TUESDAY, "12", 80), who=people),
        report("2024-06-06", sold("2024-06-03", after=70), who=people, number=2),
        report("2024-07-08", sold("2024-07-02", after=60), who=people, number=3),
        report("2024-08-06", sold("2024-08-05", after=50), who=people, number=4),
    ]


def repeated(store: Store, filings: Iterable[Filing]) -> list[tuple[Any, ...]]:
    found = told(store, filings, REPEAT)[REPEAT.name]
    return [
        (row["name"], row["late"], row["worst"], row["median"], row["which"])
        for row in found
        if any(each.startswith("0009999999") for each in row["which"])
    ]


def test_a_filing_is_late_once(world: Store) -> None:
    filings = three()
    which = [filing.envelope.accession for filing in filings[:3]]
    assert repeated(world, filings) == [("Per Anders Lindqvist", 3, 1, 1.0, which)]
    assert repeated(world, filings[1:]) == []


def test_a_late_joint_filing_counts_for_each_owner(world: Store) -> None:
    names = {name for name, *_ in repeated(world, three(SALTMARSH))}
    assert names == {"Per Anders Lindqvist", "Saltmarsh Partners LP"}


def test_an_amendment_that_adds_makes_its_original_late(world: Store) -> None:
    filings = three()[1:]
    first = report("2024-05-09", sold(TUESDAY))
    assert repeated(world, [*filings[:2], first]) == []
    later = replace(ADDED, envelope=replace(ADDED.envelope, accession="0009999999-24-000009"))
    ((name, number, worst, *_),) = repeated(world, [*filings[:2], first, later])
    assert (name, number, worst) == ("Per Anders Lindqvist", 3, 15)


def test_late_filings_are_counted_by_issuer_and_by_agent(world: Store) -> None:
    issuers = ask(world, "lateness/repeat", by="issuer", least=2).dicts()
    assert [(row["name"], row["late"]) for row in issuers] == [("Quillfeather Paper Co", 3)]
    agents = ask(world, "lateness/repeat", by="agent", least=3).dicts()
    assert [(row["name"], row["cik"], row["late"]) for row in agents] == [("0009000006", None, 3)]
    assert ask(world, "lateness/repeat", rate=0.61).rows == ()


def test_a_form_5_reports_what_belonged_on_an_earlier_form(world: Store) -> None:
    made = report(
        "2025-02-13", sold(TUESDAY), trade("L", TUESDAY, 5, "10", form="5"), trade("G", TUESDAY, 5, "0", form="5"),
        holding(40, "By Spouse", form="3"), holding(50, "By Trust"), form="5", period="2024-12-31",
    )  # fmt: skip
    found = made_up(told(world, [made], FORM5), FORM5.name)
    assert [(row["kind"], row["row"].split(":")[1], row["late"]) for row in found] == [
        ("holding", "NH1", None),
        ("transaction", "NT1", 188),
    ]


def test_a_mark_is_contradicted_by_the_dates(world: Store) -> None:
    made = [
        report("2024-05-08", sold(TUESDAY, mark=EARLY)),  # what belongs on Form 4 is never early
        report("2024-05-08", sold(TUESDAY, form="5", mark=EARLY), number=2),
        report("2024-05-09", sold(TUESDAY, mark=Timeliness.LATE), number=3),
        report("2024-05-10", sold(TUESDAY, mark=Timeliness.LATE), number=4),
        report("2024-05-10", sold(TUESDAY), number=5),
        undated(report("2024-05-10", sold(TUESDAY, mark=Timeliness.LATE), number=6)),
    ]
    found = made_up(told(world, made, DECLARED), DECLARED.name)
    assert [(int(row["filing"][-2:]), row["declared"], row["computed"]) for row in found] == [
        (1, "E", "in time"),
        (3, "L", "in time"),
        (5, None, "late"),
    ]
    marked = ask(world, "lateness/declared", unmarked=False).dicts()
    assert [(row["owners"], row["declared"], row["late"]) for row in marked] == [(["Imogen Tallis"], "L", 0)]


def test_a_first_report_is_late_after_ten_days(world: Store) -> None:
    made = [
        report("2024-05-13", form="3", period="2024-05-02"),  # due on a Sunday
        report("2024-05-14", form="3", period="2024-05-02", who=OTHER, number=2),
        report("2024-05-01", form="3", period="2024-05-02", number=3),
        report("2024-07-01", form="3/A", period="2024-05-02", amends="2024-05-13", number=4),
        undated(report("2024-07-01", form="3", period="2024-05-02", number=5)),
    ]
    found = made_up(told(world, made, FORM3), FORM3.name)
    assert [(row["filing"][-1], row["late"], row["calendar"], row["roles"]) for row in found] == [
        ("2", 1, 1, ["officer"])
    ]
    esop = ask(world, "lateness/form3").dicts()
    assert [(row["filing"], row["late"], row["atOnce"]) for row in esop] == [("0009900001-22-000002", 26, False)]


def test_three_first_reports_of_a_new_issuer_were_due_at_once(world: Store) -> None:
    offered = replace(BRIGHTWATER, cik="0009000099", name="Fresh Offering Inc.", ticker="FRSH")
    people = (ONE, OTHER, owner(ACHTERBERG, director=True))
    made = [
        replace(report("2024-05-20", form="3", period="2024-05-06", who=who, number=number), issuer=offered)
        for number, who in enumerate(people, 1)
    ]
    assert [row["atOnce"] for row in made_up(told(world, made, FORM3), FORM3.name)] == [True] * 3
    assert [row["atOnce"] for row in made_up(told(world, made[1:], FORM3), FORM3.name)] == [False] * 2


def test_a_date_after_the_filing_is_in_the_future(world: Store) -> None:
    made = [
        report("2024-05-06", sold(TUESDAY)),
        report("2024-05-06", sold(TUESDAY, form="5", mark=EARLY), number=2),
        report("2024-05-08", sold(TUESDAY), signed_on="2024-05-01", number=3),
        undated(report("2024-05-03", sold(TUESDAY), number=4)),
        report("2024-05-06", sold("0024-05-07"), number=5),
    ]
    found = made_up(told(world, made, FUTURE), FUTURE.name)
    assert [(row["filing"][-1], row["ahead"], row["filedOn"] is None) for row in found] == [
        ("1", 1, False),
        ("4", 4, True),
    ]


def gift(filed: str, on: str, shares: int = -10, number: int = 1, **more: Any) -> Filing:
    return report(filed, trade("G", on, shares, "0", 100, **more), number=number)


ANNUAL = report("2023-02-10", trade("L", "2022-05-03", 5, "10", form="5"), form="5", period="2022-12-31", number=9)
# a gift, and what a Form 5 of another insider for the year tells of it
GIVEN = {
    "made, in time": (gift("2024-05-09", TUESDAY), "in time", "in time"),
    "made, late": (gift("2024-05-10", TUESDAY), "late", "late"),
    "made, and called voluntary": (gift("2024-05-10", TUESDAY, form="5", mark=EARLY), "late", "late"),
    "received": (gift("2024-05-10", TUESDAY, 10), "early", "early"),
    "before the rule": (gift("2022-11-15", "2022-11-01"), "early", "early"),
    "before the rule, two months after": (gift("2023-01-10", "2022-11-01"), None, "early"),
    "before the rule, and after the Form 5 was due": (gift("2023-02-15", "2022-11-01"), None, "late"),
    "before the rule, of another year": (gift("2022-02-15", "2021-12-01"), None, None),
}


@pytest.mark.parametrize("name", GIVEN)
def test_gifts_are_due_by_the_rule_of_their_day(world: Store, name: str) -> None:
    made, alone, beside = GIVEN[name]
    for filings, verdict in (([made], alone), ([made, ANNUAL], beside)):
        (row,) = made_up(told(world, filings, GIFTS), GIFTS.name)
        assert row["verdict"] == verdict
        assert row["regime"] == ("4" if name.startswith("made") else "5")
