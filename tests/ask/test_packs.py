"""Where questions are found."""

from pathlib import Path

import pytest

from graphload.ask.packs import question, questions
from graphload.errors import UsageError

OWN = "// Mine.\n//\n// Counts.\n//\n// @column n int How many.\nMATCH (f:Filing) RETURN count(*) AS n\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one question of the user's own."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "count.cypher").write_text(OWN, "utf-8")
    return tmp_path


def test_a_pack_of_the_users_own_stands_beside_ours(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [each.name for each in questions()]
    assert [each.name for each in questions(folder=str(own))] == sorted([*ours, "mine/count"])
    monkeypatch.setenv("GRAPHLOAD_PACKS", str(own))
    assert question("mine/count").title == "Mine."
    assert [each.name for each in questions("mine")] == ["mine/count"]


def test_a_pack_of_the_users_own_is_checked(own: Path) -> None:
    file = own / "mine" / "count.cypher"
    file.write_text(OWN.replace("RETURN", "DELETE f RETURN"), "utf-8")
    with pytest.raises(UsageError) as error:
        questions(folder=str(own))
    assert str(error.value) == f"{file}: line 6: DELETE writes, and a question only reads"


def test_a_file_that_changes_is_read_again(own: Path) -> None:
    lines = OWN.splitlines()
    columns = [line for line in lines if line.startswith("// @column")]
    shared = own / "mine" / "again.cypher"
    shared.write_text(
        "\n".join(["// Again.", "//", "// Counts.", "//", "// @rows mine/count", "// @finish standing", *columns, ""]),
        "utf-8",
    )
    assert question("mine/again", str(own)).cypher in OWN
    (own / "mine" / "count.cypher").write_text(OWN.replace("RETURN", "WITH f RETURN"), "utf-8")
    assert "WITH f RETURN" in question("mine/again", str(own)).cypher
    assert "WITH f RETURN" in question("mine/count", str(own)).cypher


def test_a_question_of_ours_is_not_replaced(own: Path) -> None:
    (own / "ownership").mkdir()
    file = own / "ownership" / "stake.cypher"
    file.write_text(OWN, "utf-8")
    with pytest.raises(UsageError) as error:
        questions(folder=str(own))
    assert str(error.value) == f"{file}: graphload has a question ownership/stake: give this one another name"


def test_a_folder_without_questions_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        questions(folder=str(tmp_path))
    assert str(error.value) == f"{tmp_path} holds no questions: a question is a file PACK/QUESTION.cypher below it"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ownership/steak", "there is no question 'ownership/steak': did you mean ownership/stake?"),
        ("stake", "there is no question 'stake': did you mean ownership/stake?"),
        ("holders/stake", "there is no question 'holders/stake': did you mean ownership/stake?"),
        ("x", "there is no question 'x': `graphload queries` lists what there is"),
    ],
)
def test_a_mistyped_question_suggests_the_nearest(name: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        question(name)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("trade", "there is no pack 'trade': did you mean trades?"),
        ("stake", "there is no pack 'stake': did you mean ownership/stake?"),
        ("weather", "there is no pack 'weather': `graphload queries` lists what there is"),
    ],
)
def test_a_mistyped_pack_suggests_the_nearest(name: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        questions(name)
    assert str(error.value) == said
