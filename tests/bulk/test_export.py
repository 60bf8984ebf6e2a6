"""An export has the graph that a load makes, and the same bytes whatever the order of the files."""

import dataclasses
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import write
from graphload.bulk import export as bulk
from graphload.bulk import files as bulk_files
from graphload.bulk import shuffle
from graphload.bulk.files import manifest
from graphload.errors import StoreError
from graphload.filing.codes import Source
from graphload.filing.values import UNKNOWN
from graphload.load import derive, export, exporting, load, parts
from graphload.map.mapping import rows
from graphload.store import Store
from graphload.store.folder import lock
from tests.conftest import examples, on_embedded
from tests.contents import contents
from tests.exported import graph, held
from tests.helpers import environment
from tests.load.test_big_issuers import MANY
from tests.load.test_derive import filings as made
from tests.load.test_load import filled, unnumbered, write_folder

ORIGIN = frozenset({"origin"})


def files(folder: Path) -> dict[str, bytes]:
    """Every file of an export."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_export_has_the_graph_of_a_load(store: Store, tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS)
    load(store, filings)
    report = export(filings, tmp_path / "graph")
    assert (report.loaded, report.finished, report.exit_code) == (len(FILINGS), True, 0)
    assert held(tmp_path / "graph", ORIGIN) == contents(store, ORIGIN)
    assert manifest(tmp_path / "graph")["filings"] == len(FILINGS)


@pytest.mark.slow
def test_the_same_filings_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS)
    some = [str(path) for path in filings.iterdir()]
    export(some, tmp_path / "one")
    export(random.Random(3).sample(some, len(some)), tmp_path / "two")
    export(some, tmp_path / "three", jobs=2)
    assert files(tmp_path / "one") == files(tmp_path / "two") == files(tmp_path / "three")
    assert {"manifest.json", "csv/Party.csv", "parquet/Filing-TRANSACTION-Security.parquet"} <= {
        *files(tmp_path / "one")
    }
    monkeypatch.setattr(shuffle, "_FILINGS", 4)
    export(some, tmp_path / "divided")
    assert held(tmp_path / "divided", ORIGIN) == held(tmp_path / "one", ORIGIN)


# an export needs no engine, and loads give the same graph on each
@on_embedded
def test_of_several_readings_the_one_stays_that_a_load_keeps(store: Store) -> None:
    nameless = [unnumbered(filing) for filing in FILINGS[::3]]
    poor = [
        dataclasses.replace(filing, source=Source.TEXT, remarks="Poorer.", rows=filing.rows[:1])
        for filing in FILINGS[::2]
    ]
    corrected = [dataclasses.replace(filing, remarks="Corrected.", origin="~") for filing in FILINGS[::5]]
    some = [*poor, *nameless, *FILINGS, *corrected, *FILINGS[:3]]
    exported = graph(map(rows, random.Random(5).sample(some, len(some))))
    assert exported == filled(store, sorted(some, key=lambda filing: filing.origin))
    alone = [unnumbered(filing) for filing in FILINGS[:9]]
    assert graph(map(rows, alone)) == filled(store, alone)


@on_embedded
def test_a_big_issuer_and_joint_filings_are_derived_as_in_parts(store: Store) -> None:
    store.prepare()
    store.replace([rows(each) for each in MANY])
    derive(store, size=20)
    assert graph(map(rows, MANY)) == contents(store)


@on_embedded
@settings(max_examples=examples(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_names_and_holders_are_told_as_a_load_tells_them(store: Store, data: st.DataObject) -> None:
    some = [data.draw(made(number)) for number in range(data.draw(st.integers(1, 8)))]
    some += [dataclasses.replace(each, envelope=UNKNOWN) for each in some[:2]]
    assert graph(map(rows, some)) == filled(store, some)


def test_a_bad_filing_is_set_aside_as_a_load_does(tmp_path: Path) -> None:
    write_folder(tmp_path / "filings", FILINGS[:2])
    bad = tmp_path / "filings" / "0000000000-00-000001.xml"
    bad.write_bytes(write(FILINGS[2]).replace(b"<periodOfReport>", b"<periodOfReport>x"))
    report = export(tmp_path / "filings", tmp_path / "graph")
    assert (report.loaded, report.exit_code) == (2, 3)
    assert report.set_aside[0].startswith(f"{bad}: line 5: periodOfReport: not a date: 'x")


def test_nothing_is_exported_over_what_is_there(tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS[:2])
    export(filings, tmp_path / "graph")
    before = files(tmp_path / "graph")
    with pytest.raises(StoreError, match="holds a complete export"):
        export(filings, tmp_path / "graph")
    with pytest.raises(StoreError, match="is there already"):
        export(filings, filings)
    assert files(tmp_path / "graph") == before


class CutOffError(Exception):
    """The end of a run."""


@pytest.fixture
def calm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files of an export that is not cut off, of parts of seven documents."""
    monkeypatch.setattr(parts, "DOCUMENTS", 7)
    filings = write_folder(tmp_path / "filings", FILINGS)
    (filings / "0-broken.xml").write_text("<ownershipDocument>")
    (filings / "0-notes.txt").write_text("nothing of the kind")
    report = export(filings, tmp_path / "calm")
    assert len(report.set_aside) == len(report.passed_over) == 1
    return files(tmp_path / "calm")


def cut_off(tmp_path: Path, patched: Any, name: str, at: int) -> int:
    """Export until a function is called for the last time of so many, then again; return how often the second time."""
    calls = 0

    def counted(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            raise CutOffError
        return work(*given, **named)

    work = getattr(patched, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patched, name, counted)
        with pytest.raises(CutOffError):
            export(tmp_path / "filings", tmp_path / "graph")
        assert not (tmp_path / "graph").exists()
        calls = at
        report = export(tmp_path / "filings", tmp_path / "graph")
    assert (report.loaded, report.exit_code, report.finished) == (len(FILINGS), 3, True)
    assert len(report.set_aside) == len(report.passed_over) == 1
    return calls - at


@pytest.mark.parametrize(("at", "read_before"), [(1, 0), (7, 0), (8, 7), (29, 28), (len(FILINGS) + 2, len(FILINGS))])
def test_an_export_that_was_cut_off_while_reading_goes_on(
    tmp_path: Path, calm: dict[str, bytes], at: int, read_before: int
) -> None:
    again = cut_off(tmp_path, exporting, "map_document", at)
    assert again == len(FILINGS) + 2 - read_before // 7 * 7
    assert files(tmp_path / "graph") == calm


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6])
def test_an_export_that_was_cut_off_in_a_stage_goes_on(tmp_path: Path, calm: dict[str, bytes], at: int) -> None:
    assert cut_off(tmp_path, bulk, "_bucket", at) == 7 - at
    assert files(tmp_path / "graph") == calm


def test_an_export_that_was_cut_off_while_it_divides_or_writes_goes_on(tmp_path: Path, calm: dict[str, bytes]) -> None:
    for number, (patched, name) in enumerate([(shuffle, "_divide"), (bulk_files, "_table")] * 2):
        cut_off(tmp_path, patched, name, 3 + number)
        assert files(tmp_path / "graph") == calm
        shutil.rmtree(tmp_path / "graph")


def test_what_is_unfinished_has_no_manifest_while_it_is_written(
    tmp_path: Path, calm: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished = tmp_path / "graph.unfinished"
    unfinished.mkdir()  # as of a run that was cut off before the folder got its place
    (unfinished / "manifest.json").write_bytes(calm["manifest.json"])
    monkeypatch.setattr(bulk_files, "_table", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        export(tmp_path / "filings", tmp_path / "graph")
    with pytest.raises(StoreError, match="no complete export"):
        manifest(unfinished)


@pytest.mark.parametrize("change", ["added", "changed", "removed"])
def test_an_export_of_other_files_than_those_that_were_read_begins_anew(
    tmp_path: Path, calm: dict[str, bytes], change: str
) -> None:
    filings = tmp_path / "filings"
    with pytest.MonkeyPatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(exporting, "write", lambda *_: 1 // 0)
        export(filings, tmp_path / "graph")
    first = min(filings.rglob("ownership.xml"))
    if change == "removed":
        first.unlink()
    elif change == "changed":
        first.write_bytes(first.read_bytes().replace(b"Common", b"Ordinary"))
    else:
        (filings / "0000000000-00-000001.xml").write_bytes(write(FILINGS[0]))
    export(filings, tmp_path / "graph")
    assert files(tmp_path / "graph") != calm
    export(filings, tmp_path / "fresh")
    assert files(tmp_path / "graph") == files(tmp_path / "fresh")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_an_export_without_room_says_so_and_goes_on_later(tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS)
    command = [sys.executable, "-m", "graphload", "export", str(filings), "--to", str(tmp_path / "graph")]
    full = subprocess.run(command, env=environment(), capture_output=True, text=True, preexec_fn=_small, check=False)
    said = f"graphload: {tmp_path / 'graph.unfinished'} cannot be written: File too large; make room, then run the same"
    assert (full.returncode, full.stderr.splitlines()[-1][: len(said)]) == (1, said)
    subprocess.run(command, env=environment(), capture_output=True, check=True)
    export(filings, tmp_path / "calm")
    assert files(tmp_path / "graph") == files(tmp_path / "calm")


def _small() -> None:
    """Limit the size of files below that of the largest of an export."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_two_exports_into_one_folder_are_kept_apart(tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS[:2])
    (tmp_path / "graph.unfinished").mkdir()
    with lock(tmp_path / "graph.unfinished") as ours:
        assert ours
        with pytest.raises(StoreError, match="another command is exporting to"):
            export(filings, tmp_path / "graph")
    export(filings, tmp_path / "graph")
    assert {each.name for each in (tmp_path / "graph").iterdir()} == {"csv", "parquet", "manifest.json"}


KILLED = """
import os, signal, sys
from graphload.bulk.output import Output
from graphload.cli import main
point, write = sys.argv.pop(), Output.write
def cut(out, name, batch):
    write(out, name, batch)
    if (out._folder / name).match(point):
        os.kill(os.getpid(), signal.SIGKILL)
Output.write = cut
main()
"""


@pytest.mark.slow
def test_an_export_that_was_killed_leaves_nothing_that_is_taken_for_one(tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS)
    export(filings, tmp_path / "calm")
    for point in ("parts/readings", "nodes.unfinished/*"):  # while it reads, and while it divides
        command = [sys.executable, "-c", KILLED, "export", str(filings), "--to", str(tmp_path / "graph"), point]
        killed = subprocess.run(command, check=False, env=environment(), stderr=subprocess.DEVNULL)
        assert killed.returncode == -signal.SIGKILL
        assert not (tmp_path / "graph").exists()
        with pytest.raises(StoreError, match="no complete export"):
            manifest(tmp_path / "graph.unfinished")
    export(filings, tmp_path / "graph")
    assert not (tmp_path / "graph.unfinished").exists()
    assert files(tmp_path / "graph") == files(tmp_path / "calm")
