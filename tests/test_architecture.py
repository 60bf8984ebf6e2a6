import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ROOT

# A module imports only from rows below its own; commas part the rows. `__init__` is graphload's own, and what it names.
ROWS = (
    "__main__, cli, __init__, spark, explore, check load, ask bulk, store, analyze, edgar, files read map derive,"
    " formats, filing wording schema, extras, errors phases shipped suggest, visible"
)
ROW = {part: number for number, parts in enumerate(ROWS.split(", ")) for part in parts.split()}
PLACES: dict[str, str | tuple[str, ...]] = {
    "arcadedb_embedded": "graphload/store/",
    "click": "graphload/cli/",
    "holidays": "graphload/filing/calendar.py",
    "httpx": "graphload/edgar/client.py",
    "lxml": "graphload/read/",
    "mcp": "graphload/explore/",
    "neo4j": "graphload/store/",
    "networkx": ("graphload/analyze/", "graphload/ask/network.py"),
    "pandas": "graphload/ask/",
    "polars": "graphload/ask/",
    "prompt_toolkit": "graphload/cli/",
    "pyrate_limiter": "graphload/edgar/rate_limit.py",
    "pyarrow": ("graphload/bulk/", "graphload/spark/"),
    "pyspark": "graphload/spark/",
    "rich": "graphload/cli/",
    "rustworkx": "graphload/analyze/",
    "tenacity": ("graphload/edgar/rate_limit.py", "graphload/store/contention.py"),
}
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "graphload").rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = file.parts[: len(file.parts) - node.level] if node.level else ()
            yield from (".".join((*base, *filter(None, [node.module]), alias.name)) for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_point_down(file: Path) -> None:
    part = file.with_suffix("").parts[1]
    parts = {name.split(".")[1] for name in imported(file) if name.startswith("graphload.")} - {part, "__version__"}
    assert [other for other in parts if ROW.get(other, ROW["__init__"]) <= ROW[part]] == []


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_third_party_package_is_imported_in_one_place(file: Path) -> None:
    packages = {name.split(".")[0] for name in imported(file)} - {"graphload", *sys.stdlib_module_names}
    assert [name for name in packages if not file.as_posix().startswith(PLACES.get(name, "nowhere"))] == []


@pytest.mark.parametrize(
    ("start", "light"),
    [
        ("import graphload", {*PLACES}),
        ("import graphload.ask", {*PLACES}),
        ("import graphload.cli; graphload.cli.main(['--help'], standalone_mode=False)", {*PLACES} - {"click"}),
    ],
)
def test_starting_imports_nothing_heavy(start: str, light: set[str]) -> None:
    code = f"{start}; import sys; print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert light.isdisjoint(run.stderr.split())
