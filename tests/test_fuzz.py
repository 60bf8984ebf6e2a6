"""A short run of `python -m tests.fuzz`."""

from tests.fuzz import run


def test_mutated_inputs_break_nothing() -> None:
    outcomes = run(120, 1)
    assert outcomes["inputs"] >= 120
    assert {"Mapped", "FilingError", "Skipped"} <= outcomes.keys()
