"""The kit in a real Neo4j Browser: the guide plays, the style applies, favourites arrive, a query draws."""

import base64
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from graphload.explore.favourites import favourites
from graphload.explore.grass import LOOKS
from graphload.explore.kit import kit, link, serving
from graphload.store import Store
from graphload.store.engine import attach
from tests.conftest import Engine
from tests.explore.test_page import CHROMIUM
from tests.servers import ROOT, MissingEngineError, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")
PATIENCE = 180_000  # milliseconds; on a busy machine the Browser needs minutes
DROPPED = """zip => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(zip), letter => letter.charCodeAt(0))], "favourites.zip"));
    return held;
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def unpacked(folder: Path) -> Iterator[str]:
    """Serve the Browser from its jar, as for those who have no Neo4j server."""
    jar = next(iter(sorted((ROOT / ".neo4j").glob("*/neo4j-browser-*.jar"))), None)
    if jar is None:
        pytest.skip("no Browser: `make neo4j` downloads it")
    with zipfile.ZipFile(jar) as archive:
        archive.extractall(folder)
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@contextmanager
def login(engine: Engine, server: "Server | MissingEngineError | None", folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the address of a Browser, and the bolt address, user and password to connect it with."""
    if isinstance(server, Server):
        yield f"http://localhost:{server.http}", f"localhost:{server.bolt}", "neo4j", server.password
        return
    with attach(Path(engine.address)) as running, unpacked(folder) as browser:
        bolt = f"localhost:{urlsplit(running.uri).port}"
        yield browser, bolt, running.writer.user, running.writer.password


def play(page: "Page", address: str, connection: tuple[str, ...]) -> None:
    """Open the Browser with the guide, and log in."""
    browser, bolt, user, password = connection
    page.set_default_timeout(PATIENCE)
    page.goto(link(browser, address))
    page.locator("pre.runnable").first.wait_for()
    page.locator("select").first.select_option(label="bolt://")
    for name, value in (("boltaddress", bolt), ("username", user), ("password", password)):
        page.get_by_test_id(name).fill(value)
    page.get_by_test_id("connect").click()
    page.get_by_test_id("disconnectedBannerCode").wait_for(state="detached")


def run(page: "Page", slide: int) -> None:
    """Go on by some slides of the guide, and run its query."""
    for _ in range(slide):
        page.get_by_test_id("nextSlide").last.click()
    page.locator("pre.runnable").last.click()
    page.get_by_test_id("editor-Run").click()


def stored(page: "Page", name: str, enough: Callable[[Any], bool]) -> Any:
    """Return what the Browser keeps under a name, once it is enough: it writes some time later."""
    for _ in range(PATIENCE // 200):
        kept = json.loads(page.evaluate(f"localStorage.getItem('neo4j.{name}')") or "null")
        if kept and enough(kept):
            break
        page.wait_for_timeout(200)
    return kept


@pytest.mark.every_engine
def test_the_browser_takes_the_kit(
    world: Store, engine: Engine, servers: "dict[str, Server | MissingEngineError]", chromium: "Browser",
    tmp_path: Path, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    del world
    server = servers.get(request.node.callspec.params["engine"])
    with serving() as address, login(engine, server, tmp_path) as connection:
        page = chromium.new_page(viewport={"width": 1400, "height": 900})
        play(page, address, connection)
        run(page, 0)
        style = stored(page, "grass", lambda kept: "node.Party" in kept)
        assert {name: style[f"node.{name}"]["color"] for name in LOOKS} == {
            name: look.color for name, look in LOOKS.items()
        }
        zip = page.evaluate_handle(DROPPED, base64.b64encode(kit(address)["favourites.zip"]).decode())
        for event in ("dragenter", "dragover", "drop"):
            page.dispatch_event("[data-testid=main]", event, {"dataTransfer": zip})
        texts = {each["content"] for each in stored(page, "documents", lambda kept: len(kept) > len(favourites()))}
        assert {each.text for each in favourites()} <= texts
        run(page, 2)
        page.locator("svg g.node").nth(3).wait_for()
        drawn = " ".join(page.locator("svg g.node").evaluate_all("nodes => nodes.map(node => node.textContent)"))
        assert "Maida" in drawn
        page.close()
