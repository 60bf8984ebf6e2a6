"""The notebook of the examples: every cell runs, in a folder as a checkout is, and shows what it says."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.servers import ROOT

NOTEBOOK = ROOT / "examples" / "notebook.ipynb"


def shown(cells: list[str]) -> list[Any]:
    """Run cells one after another, and return the value of the last expression of each."""
    names: dict[str, Any] = {}
    values = []
    for cell in cells:
        *before, last = ast.parse(cell).body
        exec(compile(ast.Module(before, []), "cell", "exec"), names)
        assert isinstance(last, ast.Expr)
        values.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
    return values


@pytest.mark.slow
def test_every_cell_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    loaded, found, stake, filing, head, curve, picture, network, _ = shown(code)
    assert loaded[0] > 0
    assert loaded[1] == []
    assert found[0]["name"] == "Maida Robert P"
    assert len(stake) == 2
    assert len(filing) > 10
    assert len(head) == 5
    assert len(curve) > 3
    assert picture._repr_html_().startswith("<iframe sandbox=")
    assert (tmp_path / "brwi.html").read_text("utf-8") == picture.html
    assert network[0] > 20


def test_it_is_committed_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells)
