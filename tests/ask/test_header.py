"""What the file of a question must be, and what is said of one that is not."""

from datetime import date
from pathlib import Path

import pytest

from graphload.ask.header import read
from graphload.ask.question import Column, Param, Type
from graphload.errors import UsageError

GOOD = """\
// Filings of a form.
//
// One row for each filing, that is
// all.
//
// Of every form.
//
// @param form  string = "4 or 5"  Form.
// @param since date = 2024-01-31  Earliest day.
// @param until date = null        Latest day.
// @param of    strings            Codes.
//
// @column id string The filing.
// @column n  int    How many.
MATCH (f:Filing) // $nothing here
WHERE f.form = $form AND f.filedOn >= $since AND f.filedOn <= $until AND f.x IN $of AND f.y <> '$nothing'
RETURN f.id AS id, 1 AS n
"""
TITLE = "the title should be one line of at most 80 characters, with a period: "
TYPES = "string, int, float, bool, date, strings, issuer, person, party, filing"
TAG = "not `@param name type [= default] what it is` or `@column name type what it is`: "


def question_file(folder: Path, text: str) -> Path:
    file = folder / "pack" / "question.cypher"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    return file


def test_the_header_is_documentation_and_signature(tmp_path: Path) -> None:
    question = read(question_file(tmp_path, GOOD), "pack/question")
    assert (question.pack, question.title) == ("pack", "Filings of a form.")
    assert question.prose == "One row for each filing, that is all.\n\nOf every form."
    assert question.params == (
        Param("form", Type.STRING, "Form.", required=False, default="4 or 5"),
        Param("since", Type.DATE, "Earliest day.", required=False, default=date(2024, 1, 31)),
        Param("until", Type.DATE, "Latest day.", required=False, default=None),
        Param("of", Type.STRINGS, "Codes.", required=True),
    )
    assert question.columns == (Column("id", Type.STRING, "The filing."), Column("n", Type.INT, "How many."))
    assert question.cypher == GOOD[GOOD.index("MATCH") : -1]


EXAMPLES = GOOD.replace("// @param form", "// @example of=P,S form='4 or 5'\n// @example of=P\n// @param form", 1)


def test_examples_are_as_on_a_command_line(tmp_path: Path) -> None:
    question = read(question_file(tmp_path, EXAMPLES), "pack/question")
    assert question.examples == ({"of": "P,S", "form": "4 or 5"}, {"of": "P"})
    assert question.parts()["examples"] == [*question.examples]


def test_a_function_may_finish(tmp_path: Path) -> None:
    text = GOOD.replace("// @param form", "// @finish central\n// @param form").replace("f.x IN $of", "true")
    question = read(question_file(tmp_path, text.replace("id string", "name string")), "pack/question")
    assert (question.finish, question.columns[0].name, question.params[-1].name) == ("central", "name", "of")


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("of=P\n", "\n", 9, "the example gives no of: '@example'"),
        ("of=P\n", "of=P by=x\n", 9, "there is no parameter by: '@example of=P by=x'"),
        ("of=P\n", "of=P x\n", 9, "an example is name=value …, quoted as in a shell: 'of=P x'"),
        ("'4 or 5'", "'4 or 5", 8, 'an example is name=value …, quoted as in a shell: "of=P,S form=\'4 or 5"'),
        ("@example of=P\n", "@finish magic\n", 9, "no function of this name, but "),
    ],
)
def test_what_is_wrong_with_an_example_is_named(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in EXAMPLES
    file = question_file(tmp_path, EXAMPLES.replace(old, new, 1))
    with pytest.raises(UsageError) as error:
        read(file, "pack/question")
    assert str(error.value).startswith(f"{file}: line {line}: {what}")


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        (GOOD, "", 1, f"{TITLE}''"),
        ("Filings of a form.", "Filings of a form", 1, f"{TITLE}'Filings of a form'"),
        ("Filings of a form", "x" * 80, 1, f"{TITLE}{'x' * 80 + '.'!r}"),
        (GOOD, "// @column n int How many.\nRETURN 1 AS n", 1, f"{TITLE}'@column n int How many.'"),
        (GOOD, "RETURN 1 AS n", 1, f"{TITLE}''"),
        ("//\n// One", "// One", 2, "a blank line and prose should follow the title: what is counted, and how"),
        (
            GOOD,
            "// Title.\n//\n// @column n int How many.\nRETURN 1 AS n",
            2,
            "a blank line and prose should follow the title: what is counted, and how",
        ),
        ("// @column id", "// Prose.\n// @column id", 13, "prose stands before the first @: 'Prose.'"),
        ("Form.\n", "\n", 8, f"{TAG}'@param form  string = \"4 or 5\"'"),
        ("The filing.", "", 13, f"{TAG}'@column id string'"),
        ("id string The", "id string = 1 The", 13, f"{TAG}'@column id string = 1 The filing.'"),
        ("@param until", "@parameter until", 10, f"{TAG}'@parameter until date = null        Latest day.'"),
        ("until date", "until day", 10, f"no type of {TYPES}: 'day'"),
        ("@param of ", "@param form", 11, "@param form stands twice"),
        ("@column n ", "@column id", 14, "@column id stands twice"),
        ("n  int ", "n  person", 14, "a column cannot be of type person: that is for parameters"),
        ("2024-01-31", "2024-02-31", 9, "the default of since should be a date like 2024-01-31: '2024-02-31'"),
        (GOOD[GOOD.index("\n// @column") : GOOD.index("\nMATCH")], "", 12, "no @column says what the answer holds"),
        (GOOD[GOOD.index("MATCH") :], "/* RETURN 1 */ // x\n", 14, "no Cypher follows the header"),
        ("f.id AS id, 1 AS n", "1 AS n, f.id AS id", 17, "declared are the columns id, n, returned n, id"),
        ("1 AS n", "1", 17, "declared are the columns id, n, returned id, ?"),
        ("f.x IN $of", "f.x IN $off", 16, "$off is not declared: add a line `// @param off …`"),
        ("f.x IN $of", "f.x IN ['$of']", 11, "@param of is not used: there is no $of in the Cypher"),
        ("RETURN f.id AS id", "SET f.id = 1 RETURN f.id AS id", 17, "SET writes, and a question only reads"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in GOOD
    file = question_file(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(UsageError) as error:
        read(file, "pack/question")
    assert str(error.value) == f"{file}: line {line}: {what}"


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    file = question_file(tmp_path, "")
    file.write_bytes(b"// Caf\xe9.")
    with pytest.raises(UsageError) as error:
        read(file, "pack/question")
    assert str(error.value) == f"{file} is not UTF-8: save it as UTF-8"
