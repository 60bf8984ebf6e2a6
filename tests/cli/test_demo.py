from tests.helpers import Run


def test_the_demo_answers_three_questions_one_of_them_on_the_esop_trust(run: Run, address: str) -> None:
    first, second = (run("demo", "--store", address) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == second.stdout
    assert first.stdout.count("\n$ graphload ask ") == 3
    esop = first.stdout[first.stdout.index("$ graphload ask ownership/stake ") :]
    assert "By ESOP Trust" in esop
    assert " 4,275" in esop
