"""Asking from the command line, on each engine."""

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from graphload.ask import ask, checks, question, questions
from graphload.store import Store
from tests.conftest import on_embedded
from tests.helpers import Run


def rows(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_questions_are_listed(run: Run) -> None:
    listed = rows(run("queries", "--json"))
    assert listed == [{"question": each.name, "title": each.title} for each in questions()]
    assert rows(run("queries", "trades", "--json")) == [row for row in listed if row["question"].startswith("trades/")]


def test_the_checks_are_listed_apart(run: Run) -> None:
    listed = rows(run("queries", "--checks", "--json"))
    assert listed == [{"question": each.name, "title": each.title} for each in checks()]
    shown = run("queries", "checks/vehicle-unused", "--cypher").stdout
    assert shown.startswith("// graphload.schema.checks\nMATCH (n:Vehicle)\n")
    assert run("queries", "checks", "--checks").exit_code == 2


def test_a_file_that_is_no_question_is_told_and_the_others_are_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bad.cypher").write_text("RETURN 1 AS one\n", "utf-8")
    result = run("queries", "--packs", str(tmp_path), "--json")
    assert (result.exit_code, "own/bad" in result.stdout, str(tmp_path / "own") in result.stderr) == (0, False, True)
    assert "ownership/stake" in result.stdout


def test_a_question_is_explained(run: Run) -> None:
    page = run("queries", "ownership/stake").stdout
    assert page.startswith("ownership/stake: What somebody holds of each security on a day, and through whom.\n")
    assert "\n  person person, required  The person or organization.\n" in page
    assert "\n  issuer issuer = null     Only securities of this issuer.\n" in page
    assert "\n  shares float            Shares, or derivatives; absent where a filing gives none.\n" in page
    assert "\n  $ graphload ask ownership/stake -p person='Osgood Pruitt' -p on=2026-06-30\n" in page
    assert "MATCH" not in page


def test_the_cypher_of_a_question_is_printed_alone(run: Run) -> None:
    file, _, statement = run("queries", "ownership/stake", "--cypher").stdout.partition("\n")
    assert file.endswith("cypher/ownership/stake.cypher")
    assert statement == f"{question('ownership/stake').cypher}\n"
    assert run("queries", "evidence/central", "--cypher").stdout.splitlines()[0].endswith("by the function `central`")
    assert run("queries", "ownership", "--cypher").exit_code == 2
    assert "RETURN path" in run("queries", "ownership/stake", "--visual").stdout
    assert "cannot be drawn" in run("queries", "evidence/central", "--visual").stderr


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("the largest purchases of this week", "trades/top"),
        ("who at Tesla sold under a plan last year", "plans/shares"),
        ("when did Thiel's stake in Palantir fall below 10 million", "ownership/path"),
        ("who files late", "lateness/repeat"),
        ("who sits on two boards", "interlocks/seats"),
        ("options about to expire", "derivatives/expiring"),
        ("gifts to charity", "gifts/given"),
        ("how much tax was withheld", "compensation/withheld"),
        ("who really owns this block", "groups/who-really"),
        ("How did somebody's holdings change over time?", "ownership/path"),
        ("what did an amendment change", "amendments/changes"),
        ("family trusts", "groups/families"),
    ],
)
def test_questions_are_found_by_words(run: Run, words: str, best: str) -> None:
    assert rows(run("queries", "--search", words, "--json"))[0]["question"] == best


def test_a_search_without_a_match_lists_nothing(run: Run) -> None:
    nothing = run("queries", "--search", "zebra", "--json")
    assert rows(nothing) == []
    assert nothing.stderr == "No question is about 'zebra': `graphload queries` lists all of them.\n"
    assert rows(run("queries", "trades", "--search", "amendment", "--json")) == [
        row for row in rows(run("queries", "--search", "amendment", "--json")) if row["question"].startswith("trades/")
    ]
    assert run("queries", "trades/top", "--search", "sale").exit_code == 2


def test_people_are_shown_the_ten_best(run: Run) -> None:
    every = [row["question"] for row in rows(run("queries", "--search", "gifts", "--json"))]
    shown = run("queries", "--search", "gifts", "--columns", "question")
    assert [line.strip() for line in shown.stdout.splitlines()[2:]] == every[:10]
    assert shown.stderr == f"{len(every) - 10} more have one of these words: --json lists them too.\n"
    assert run("queries", "--search", "short-swing profit").stderr == ""


def test_a_question_is_explained_to_programs(run: Run) -> None:
    (row,) = rows(run("queries", "trades/net-buyers", "--json"))
    assert row["parameters"][0] == {
        "name": "since", "type": "date", "required": False, "default": "2003-01-01", "is": "First transaction date.",
    }  # fmt: skip
    assert row["columns"][2] == {"name": "buyers", "type": "int", "is": "Distinct buyers."}


@on_embedded
@pytest.mark.parametrize("each", questions(), ids=lambda question: question.name)
def test_the_example_of_a_question_runs(world: Store, run: Run, each: Any) -> None:
    page = run("queries", each.name).stdout
    example = shlex.split(page.partition("$ graphload ")[2].partition("\n")[0])
    result = run(*example, "--store", world.address, "--json")
    assert result.exit_code == 0
    # the world has few faults, and nobody in it takes a filing back
    assert rows(result) or each.pack == "quality" or each.name == "amendments/withdrawals"


def test_an_answer_is_the_same_in_every_shape(world: Store, run: Run) -> None:
    columns = ask(world, "ownership/stake", person="Robert Maida").columns
    called = ("ask", "ownership/stake", "-p", "person=robert maida", "-p", "issuer=amot")
    as_json = rows(run(*called, "--json"))
    assert [list(row) for row in as_json] == [list(columns)] * 2
    assert [json.loads(line) for line in run(*called, "--jsonl").stdout.splitlines()] == as_json
    as_csv = list(csv.DictReader(io.StringIO(run(*called, "--csv").stdout)))
    assert [float(row["shares"]) for row in as_csv] == [row["shares"] for row in as_json]
    assert "108,047" in run(*called).stdout
    assert run(*called).stdout == run(*called, "--table").stdout


def test_a_parameter_may_be_given_several_times(world: Store, run: Run) -> None:
    called = ("ask", "trades/officer-purchases", "--store", world.address, "--json")
    twice = rows(run(*called, "-p", "titles=ceo", "-p", "titles=chief exec"))
    assert twice == rows(run(*called, "-p", "titles=ceo,chief exec"))
    assert 0 < len(twice) < len(rows(run(*called)))


@pytest.mark.parametrize(
    ("called", "said"),
    [
        (["queries", "ownership/steak"], "there is no question 'ownership/steak': did you mean ownership/stake?"),
        (["queries", "trade"], "there is no pack 'trade': did you mean trades?"),
        (["ask", "stake"], "there is no question 'stake': did you mean ownership/stake?"),
        (
            ["ask", "ownership/stake", "-p", "persn=x"],
            "ownership/stake has no parameter 'persn': did you mean person?",
        ),
        (
            ["ask", "ownership/stake", "-p", "person"],
            "-p takes NAME=VALUE, not 'person': write the name of the parameter and = before the value",
        ),
        (
            ["ask", "trades/purchases", "-p", "limit=many"],
            "trades/purchases: parameter limit takes a whole number, not 'many'",
        ),
        (
            ["ask", "trades/purchases", "-p", "limit=1", "-p", "limit=2"],
            "trades/purchases: parameter limit takes a whole number, not ['1', '2']",
        ),
        (
            ["ask", "ownership/stake"],
            "ownership/stake needs the parameter person (person): The person or organization."
            " For example: graphload ask ownership/stake -p person='Osgood Pruitt' -p on=2026-06-30",
        ),
        (
            ["ask", "ownership/stake", "Maida", "-p", "person=Quist"],
            "ownership/stake needs no other parameter: say which one 'Maida' is, as -p issuer=Maida or -p on=Maida",
        ),
        (
            ["ask", "short-swing/exposure", "Robert Maida"],
            "short-swing/exposure needs the parameters issuer, person, shares, price, on:"
            " say which one 'Robert Maida' is, as -p issuer='Robert Maida' or -p person='Robert Maida'",
        ),
        (
            ["ask", "ownership/stake", "Maida", "--columns", "shars"],
            "--columns: there is no column 'shars': did you mean shares?",
        ),
        (
            ["cypher", "RETURN $n AS n", "-p", "n=9223372036854775808"],
            "parameter n: no engine takes so large a number: 9223372036854775808;"
            " as a text it is n='\"9223372036854775808\"'",
        ),
    ],
)
def test_a_wrong_request_is_told_before_a_store_is_opened(
    run: Run, tmp_path: Path, called: list[str], said: str
) -> None:
    nowhere = [] if called[0] == "queries" else ["--store", tmp_path / "none"]
    result = run(*called, *nowhere)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"graphload: {said}\n")


def test_a_parameter_that_is_given_as_an_option_is_told(run: Run) -> None:
    result = run("ask", "trades/purchases", "--limit", "8")
    assert result.exit_code == 2
    assert "No such option '--limit': it is a parameter. Give it as -p limit=VALUE.\n" in result.stderr
    other = run("ask", "trades/purchases", "--stor", "8").stderr
    assert "--store" in other and "parameter" not in other


@pytest.mark.parametrize("words", [["Robert Maida"], ["robert", "maida"]])
def test_a_value_needs_no_name_where_one_is_missing(world: Store, run: Run, words: list[str]) -> None:
    asked = rows(run("ask", "ownership/stake", *words, "--store", world.address, "--json"))
    assert asked == rows(run("ask", "ownership/stake", "-p", "person=Robert Maida", "--store", world.address, "--json"))
    named = rows(run("ask", "ownership/stake", *words, "-p", "issuer=AMOT", "--store", world.address, "--json"))
    assert named == asked


def test_an_ambiguous_name_is_told(world: Store, run: Run) -> None:
    result = run("ask", "ownership/stake", "-p", "person=thistlewood", "--store", world.address)
    assert result.exit_code == 2
    assert result.stderr.startswith("graphload: 'thistlewood' may mean Thistlewood Augusta (0009000131), ")


def test_whom_a_name_meant_is_told(world: Store, run: Run) -> None:
    asked = ("ask", "ownership/stake", "-p", "issuer=bsw", "-p", "person=thistlewood augusta", "--json")
    result = run(*asked, "--store", world.address)
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr == (
        "person 'thistlewood augusta': Thistlewood Augusta (0009000131), by name\n"
        "issuer 'bsw': Brightwater Instruments, Inc. (0009000001), by a former name or another ticker\n"
        "Nothing is found for person Thistlewood Augusta (0009000131), issuer Brightwater Instruments, Inc."
        " (0009000001), closed no, asFiled no. Other values may find more: issuer, closed, asFiled.\n"
    )


def test_what_an_answer_covers_is_told(world: Store, run: Run) -> None:
    asked = ("ask", "trades/purchases", "-p", "issuer=MRRW", "--about", "--store", world.address)
    told = run(*asked, "--csv")
    assert [line.partition(":")[0] for line in told.stderr.splitlines()] == [
        "issuer 'MRRW'", "store", "Merrow Therapeutics, Inc. (0009000003)",
    ]  # fmt: skip
    parts = json.loads(run(*asked, "--json").stdout)
    assert parts["meant"]["issuer"] == {"name": "Merrow Therapeutics, Inc.", "id": "0009000003", "how": "by ticker"}
    assert parts["covers"]["issuer"]["firstFiled"] == "2022-10-05"
    assert len(parts["rows"]) == len(told.stdout.splitlines()) - 1


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("3", 3),
        ("-1.5", -1.5),
        ("true", True),
        ("[1, 2]", [1, 2]),
        ("null", None),
        ('"3"', "3"),
        ("text", "text"),
        ("2024-01-31", "2024-01-31"),
        ("0001234567", "0001234567"),
        ("", ""),
    ],
)
def test_a_query_takes_parameters_as_json(world: Store, run: Run, given: str, value: object) -> None:
    called = ("cypher", "RETURN $n AS n", "-p", f"n={given}", "--store", world.address, "--json")
    assert rows(run(*called)) == [{"n": value}]


def test_a_query_without_rows_has_its_columns(world: Store, run: Run) -> None:
    called = ("cypher", "MATCH (f:Filing {id: 'none'}) RETURN f.id AS id, f.form AS form", "--store", world.address)
    assert run(*called, "--csv").stdout == "id,form\n"
    assert rows(run(*called, "--json")) == []


def test_a_query_does_not_write(world: Store, run: Run) -> None:
    result = run("cypher", "MATCH (p:Party) DETACH DELETE p", "--store", world.address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("graphload: only reading queries are answered, and this one writes")
    assert world.read("MATCH (p:Party) RETURN count(p)").rows[0][0] > 0


def test_finding(world: Store, run: Run) -> None:
    found = rows(run("find", "Augusta", "thistlewood", "--store", world.address, "--json"))
    assert [(row["id"], row["labels"]) for row in found[:1]] == [("0009000131", ["Person"])]
    (trust,) = found[1:]
    assert (trust["name"], trust["labels"], trust["holders"]) == (
        "Augusta Thistlewood Revocable Trust",
        ["Vehicle"],
        ["Augusta Thistlewood"],
    )
    nothing = run("find", "nobody", "--store", world.address, "--json")
    assert rows(nothing) == []
    assert nothing.stderr == "Nothing in this store has a name, a ticker or a CIK like 'nobody'.\n"
