"""What an export holds is what a store holds that was filled with it; a load goes on from there."""

import dataclasses
import subprocess
import sys
import time
from pathlib import Path

import pytest

from examples.world import FILINGS
from graphload.bulk import admin
from graphload.bulk.creating import create
from graphload.check import status
from graphload.check.recompute import differences
from graphload.errors import StoreError
from graphload.filing.values import Filing, Footnote
from graphload.load import export, load
from graphload.store import Store, open_store
from tests.bulk.test_export import ORIGIN
from tests.conftest import VARIABLES, without
from tests.contents import contents
from tests.exported import held
from tests.helpers import environment
from tests.load.test_load import write_folder
from tests.servers import RELEASES, SHORT_LIVED, MissingEngineError, Server

# what CSV may spoil: quotes, delimiters, letters beyond ASCII
TEXTS = ('"Held", by; the \\ "trust" | of O’Brien', "Ünïcödé 股份 🙂", ",,,", "''", '"', "\\", ";")


def odd(filing: Filing) -> Filing:
    """Return a filing with such texts, and with owners for whom no box is ticked."""
    return dataclasses.replace(
        filing,
        envelope=dataclasses.replace(filing.envelope, accession="0009999999-24-000001"),
        footnotes=tuple(Footnote(f"F{number}", text) for number, text in enumerate(TEXTS, 1)),
        owners=tuple(
            dataclasses.replace(owner, cik=f"99{owner.cik[2:]}", director=False, officer=False, ten_percent_owner=False)
            for owner in filing.owners
            if owner.cik
        ),
        remarks=TEXTS[0],
    )


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of filings, and its export."""
    folder = tmp_path_factory.mktemp("bulk")
    filings = write_folder(folder / "filings", [*FILINGS, odd(FILINGS[0])])
    export(filings, folder / "graph")
    return filings, folder / "graph"


def goes_on(store: Store, filings: Path, graph: Path) -> None:
    """Check that a store has the graph of an export, and that a load adds to it and leaves the rest."""
    assert contents(store, ORIGIN) == held(graph, ORIGIN)
    again = load(store, filings)
    assert (again.loaded, again.replaced) == (0, 0)
    assert contents(store, ORIGIN) == held(graph, ORIGIN)
    assert (status(store).stale, status(store).missing_constraints) == (0, ())
    assert [*differences(store)] == []


@pytest.mark.slow
def test_a_new_store_has_the_graph_of_an_export(exported: tuple[Path, Path], tmp_path: Path) -> None:
    filings, graph = exported
    assert create(graph, tmp_path / "new.graph") == len(FILINGS) + 1
    with open_store(str(tmp_path / "new.graph")) as store:
        goes_on(store, filings, graph)
    with pytest.raises(StoreError, match="is there already"):
        create(graph, tmp_path / "new.graph")
    with pytest.raises(StoreError, match="no complete export"):
        create(filings, tmp_path / "other.graph")


@pytest.mark.slow
def test_an_import_that_was_killed_leaves_no_store(exported: tuple[Path, Path], tmp_path: Path) -> None:
    graph, store = exported[1], tmp_path / "new.graph"
    command = [sys.executable, "-m", "graphload", "import", str(graph), "--store", str(store)]
    child = subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL)
    while child.poll() is None and not (tmp_path / "new.graph.unfinished" / "databases").exists():
        time.sleep(0.002)
    child.kill()
    assert child.wait() != 0
    assert not store.exists()
    create(graph, store)
    assert {path.name for path in tmp_path.iterdir()} == {"new.graph"}
    with open_store(str(store)) as opened:
        assert contents(opened, ORIGIN) == held(graph, ORIGIN)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.neo4j, getattr(pytest.mark, name)]) for name in RELEASES]
)
def test_neo4j_imports_the_graph_of_an_export(
    exported: tuple[Path, Path], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filings, graph = exported
    try:
        server = Server(name, tmp_path / "server", lambda home: admin.run(graph, home, "neo4j"), SHORT_LIVED)
    except MissingEngineError as error:
        without(error)
    try:
        server.wait()
        for variable in VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        with open_store(server.address) as store:
            goes_on(store, filings, graph)
    finally:
        server.stop()
