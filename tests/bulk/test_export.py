"""An export has the graph that a load makes, and the same bytes whatever the order of the files."""

import dataclasses
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import write
from graphload.bulk import shuffle
from graphload.bulk.files import manifest
from graphload.errors import StoreError
from graphload.filing.codes import Source
from graphload.filing.values import UNKNOWN
from graphload.load import derive, export, load
from graphload.map.mapping import rows
from graphload.store import Store
from tests.conftest import on_embedded
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
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@pytest.mark.slow
def test_an_export_that_was_killed_leaves_nothing_that_is_taken_for_one(tmp_path: Path) -> None:
    filings = write_folder(tmp_path / "filings", FILINGS)
    export(filings, tmp_path / "calm")
    command = [sys.executable, "-m", "graphload", "export", str(filings), "--to", str(tmp_path / "graph")]
    for stage in ("readings", "nodes.buckets"):
        child = subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL)
        while child.poll() is None and not (tmp_path / "graph.unfinished" / "parts" / stage).exists():
            time.sleep(0.002)
        child.send_signal(signal.SIGKILL)
        killed = child.wait() != 0
        assert killed and not (tmp_path / "graph").exists()
        with pytest.raises(StoreError, match="no complete export"):
            manifest(tmp_path / "graph.unfinished")
    export(filings, tmp_path / "graph")
    assert not (tmp_path / "graph.unfinished").exists()
    assert files(tmp_path / "graph") == files(tmp_path / "calm")
