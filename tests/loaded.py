"""A store that holds the example filings, for tests that only read it."""

from collections.abc import Iterator

import pytest

from graphload.load import load
from graphload.store import Store, open_store
from tests.conftest import VARIABLES, Engine
from tests.servers import ROOT


@pytest.fixture(scope="module")
def world(engine: Engine) -> Iterator[Store]:
    """The example filings on each engine, loaded once for all such tests in a row; GRAPHLOAD_STORE names the store."""
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        for name, value in {**engine.variables, "GRAPHLOAD_STORE": engine.address}.items():
            patch.setenv(name, value)
        with open_store() as store:
            if not engine.has_world:
                engine.empty()
                load(store, [str(ROOT / "examples" / "filings")])
                engine.has_world = True
            yield store
