"""Asking a store, on each engine: whom a name means, and what an answer is."""

import json

import pytest

import graphload
from graphload import extras
from graphload.ask import Answer, Type, ask, find, question
from graphload.ask.parties import resolve
from graphload.errors import UsageError
from graphload.store import Store


@pytest.mark.parametrize(
    ("type", "text", "id"),
    [
        (Type.ISSUER, "BRWI", "0009000001"),
        (Type.ISSUER, "brwi", "0009000001"),
        (Type.ISSUER, "bsw", "0009000001"),
        (Type.ISSUER, "Brightwater Scale Works Inc", "0009000001"),
        (Type.ISSUER, "9000001", "0009000001"),
        (Type.ISSUER, "merrow", "0009000003"),
        (Type.ISSUER, "paper", "0009000007"),
        (Type.PERSON, "Maida Robert P", "0009000161"),
        (Type.PERSON, "robert maida", "0009000161"),
        (Type.PERSON, "CRVD", "0009000006"),
        (Type.PERSON, "northlight ventures iv lp", "0009000021"),
        (Type.PARTY, "BRWI", "0009000001"),
        (Type.PARTY, "MAIDA ROBERT", "0009000161"),
        (Type.PARTY, "paper", "0009000007"),
        (Type.PARTY, "CRVD", "0009000006"),
    ],
)
def test_a_name_means_one_node(world: Store, type: Type, text: str, id: str) -> None:
    assert resolve(world, type, text).id == id


@pytest.mark.parametrize(
    ("type", "text", "said"),
    [
        (
            Type.PERSON,
            "Quist Mable",
            "there is no reporting owner 'Quist Mable' in this store: did you mean Quist Mabel (0009000112)?",
        ),
        (
            Type.PERSON,
            "Gannet Street",
            "'Gannet Street' may mean Gannet Street GP LLC (0009000032), Gannet Street Partners LP (0009000031): "
            "give the CIK, which stands in parentheses",
        ),
        (
            Type.ISSUER,
            "Haylcon",
            "there is no issuer 'Haylcon' in this store: `graphload find` looks for names",
        ),
        (
            Type.ISSUER,
            "Merow Therapeutics",
            "there is no issuer 'Merow Therapeutics' in this store: "
            "did you mean Merrow Therapeutics, Inc. (0009000003)?",
        ),
        (
            Type.ISSUER,
            "PAPER",
            "there is no issuer 'PAPER' in this store: did you mean Quillfeather Paper Co (0009000007)?",
        ),
        (
            Type.PARTY,
            "PAPER",
            "there is no issuer or reporting owner 'PAPER' in this store: "
            "did you mean Quillfeather Paper Co (0009000007)?",
        ),
        (Type.ISSUER, "Rob Maida", "there is no issuer 'Rob Maida' in this store: `graphload find` looks for names"),
    ],
)  # fmt: skip
def test_a_name_that_does_not_mean_one_is_an_error(world: Store, type: Type, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve(world, type, text)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Corvid", ["Corvid Capital Corp"]),
        ("qfp", ["Quillfeather Paper Co"]),
        ("9000131", ["Thistlewood Augusta"]),
        ("thistle aug", ["Thistlewood Augusta", "Augusta Thistlewood Revocable Trust"]),
        ("pell", ["Pell Rosamund"]),
        ("gannet GP", ["Gannet Street GP LLC"]),
        ("nobody at all", []),
        ("", []),
    ],
)
def test_finding(world: Store, text: str, names: list[str]) -> None:
    assert [row["name"] for row in find(world, text).dicts()] == names


def test_the_best_comes_first(world: Store) -> None:
    found = find(world, "Brightwater Instruments Inc").dicts()
    assert [row["id"] for row in found] == ["0009000001", "0009000011"]
    assert found[0] == {
        "name": "Brightwater Instruments, Inc.",
        "labels": ["Issuer", "Organization"],
        "ticker": "BRWI",
        "id": "0009000001",
        "formerly": ["Brightwater Scale Works, Inc.", "BSW"],
        "holders": None,
    }


def test_an_answer_is_rows_by_declared_columns(world: Store) -> None:
    given = ask(world, "ownership/stake", person="Robert Maida", issuer="AMOT")
    chosen = {name: value for name, value in given.parameters.items() if value}
    assert chosen == {"person": "0009000161", "issuer": "0000046129"}
    assert given.parameters["closed"] is False
    assert given.columns == tuple(column.name for column in given.question.columns)
    assert len(given) == 2 == len(list(given))
    assert given.dicts()[1]["shares"] == 4275
    assert json.loads(given.to_json())[1] == {**given.dicts()[1], "asOf": "2022-03-08"}
    assert given.to_csv().splitlines()[0] == ",".join(given.columns)


def test_it_is_there_as_graphload_ask(world: Store) -> None:
    assert graphload.ask(world, "ownership/stake", person="0009000161").dicts()[0]["shares"] == 108047


def test_an_answer_without_rows_has_its_columns(world: Store) -> None:
    empty = ask(world, "trades/purchases", value=1e15)
    assert (len(empty), empty.dicts(), empty.to_json()) == (0, [], "[]\n")
    assert empty.to_csv() == ",".join(column.name for column in empty.question.columns) + "\n"


def test_a_data_frame_has_the_types_of_the_columns(world: Store) -> None:
    given = ask(world, "ownership/stake", person="0009000161")
    pandas, polars = given.to_pandas(), given.to_polars()
    assert list(pandas.columns) == polars.columns == list(given.columns)
    assert pandas["asOf"].dtype.kind == "M"
    assert pandas["asOf"].dt.date.tolist() == polars["asOf"].to_list() == [row["asOf"] for row in given.dicts()]
    assert pandas["shares"].sum() == polars["shares"].sum() == sum(row["shares"] or 0 for row in given.dicts())
    assert polars["rows"].to_list() == pandas["rows"].tolist() == [row["rows"] for row in given.dicts()]


def test_an_answer_says_in_a_line_what_it_is(world: Store) -> None:
    said = repr(ask(world, "ownership/stake", person="0009000161"))
    assert said.startswith("<Answer to ownership/stake: 2 rows of issuer, ")
    assert repr(world) == f"<Store {world.address}>"


def test_a_notebook_shows_a_table_and_runs_nothing() -> None:
    shown = Answer(question("insiders/roster"), ("<b>",), ((1234.5,), ("<script>",), *((n,) for n in range(120))), {})
    html = shown._repr_html_()
    assert html.startswith("<table><caption>Who an issuer&#x27;s insiders are")
    assert "<th>&lt;b&gt;</th>" in html
    assert '<tr><td style="text-align: right">1,234.5</td></tr><tr><td>&lt;script&gt;</td></tr>' in html
    assert html.count("<tr>") == 101
    assert html.endswith("<p>and 22 more rows</p>")


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_frame_without_its_package_says_how_to_get_it(
    world: Store, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ask(world, "ownership/stake", person="0009000161")
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == package else name)
    with pytest.raises(UsageError, match=f"this needs {package}, which is not installed: pip install {package}"):
        getattr(given, f"to_{package}")()
