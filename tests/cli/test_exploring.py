"""`graphload explore html` and `graphload explore serve`."""

import http.client
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

import pytest

from graphload.store import Store
from tests.helpers import Run


def test_a_page_is_written(world: Store, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "maida.html"
    result = run("explore", "html", "Robert Maida", "-o", file, "--on", "2026-06-30", "--store", world.address)
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        f"Open {file} in a browser.\n'Robert Maida': Maida Robert P\n",
    )
    assert "<title>Robert P Maida: holdings</title>" in file.read_text("utf-8")
    again = run("explore", "html", "Robert Maida", "-o", "-", "--on", "2026-06-30", "--store", world.address)
    assert again.stdout == file.read_text("utf-8")


def test_fewer_positions_may_be_drawn(world: Store, run: Run, tmp_path: Path) -> None:
    called = ("explore", "html", "BRWI", "-o", tmp_path / "page.html", "--on", "2026-06-30", "--store", world.address)
    assert "positions are drawn, the most important ones" in run(*called, "--most", "3").stderr


@pytest.mark.parametrize(
    ("who", "file", "code", "said"),
    [
        ("nobody at all", "page.html", 2, "there is no issuer or reporting owner 'nobody at all'"),
        ("Gannet Street", "page.html", 2, "'Gannet Street' may mean"),
        ("Robert Maida", "none/page.html", 2, "/none; create it first"),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence(
    world: Store, run: Run, tmp_path: Path, who: str, file: str, code: int, said: str
) -> None:
    result = run("explore", "html", who, "-o", tmp_path / file, "--store", world.address)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert not (tmp_path / file).exists()


def test_the_command_serves_until_it_is_ended(world: Store, start: Callable[..., Popen[str]]) -> None:
    command = start("explore", "serve", "--store", world.address)
    assert command.stdout
    address = urlsplit(command.stdout.readline().removeprefix("Open ").strip())
    with closing(http.client.HTTPConnection("127.0.0.1", address.port or 0, timeout=60)) as connection:
        connection.request("GET", f"/?{address.query}")
        assert connection.getresponse().status == 303
    command.send_signal(signal.SIGTERM)
    assert command.communicate(timeout=120)[1] == "stopped\n"
    assert command.returncode == 130
