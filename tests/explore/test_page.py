"""The page of a picture: no text in it can do more than be shown, and a browser draws it."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from graphload.explore import page, picture
from graphload.explore.contents import contents
from graphload.explore.facts import Kind
from tests.explore.made import HOSTILE, facts
from tests.servers import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCRIPT = re.compile(r"<script(?P<type> [^>]*)?>(?P<text>.*?)</script>", re.DOTALL)


def scripts(text: str) -> list[tuple[str, str]]:
    return [(each["type"] or "", each["text"]) for each in SCRIPT.finditer(text)]


@pytest.mark.parametrize("kind", Kind)
def test_hostile_names_stay_text(kind: Kind) -> None:
    drawn = picture(facts(kind, owners=len(HOSTILE), vehicles=len(HOSTILE), names=HOSTILE, groups=2))
    text = page(drawn)
    found = scripts(text)
    assert [type for type, _ in found] == [' type="application/json" id="data"', "", ""]
    held = json.loads(json.dumps(contents(drawn)))
    assert json.loads(found[0][1]) == held
    assert "<" not in found[0][1]
    assert {box["name"] for box in held["boxes"]} & {*HOSTILE}
    assert text.count("<script") == 3


def test_a_page_loads_nothing_and_runs_only_its_own_scripts() -> None:
    text = page(picture(facts()))
    policy = unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[0])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    for _, script in scripts(text)[1:]:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy
    assert not re.search(r"<(?:link|iframe|img|script)[^>]+(?:src|href)=", text)
    assert "innerHTML" not in scripts(text)[2][1]


def test_the_library_is_the_one_that_is_named() -> None:
    folder = ROOT / "graphload" / "explore" / "vendor"
    digest = hashlib.sha256((folder / "cytoscape.min.js").read_bytes()).hexdigest()
    assert digest in (folder / "README.md").read_text("utf-8")
    assert (folder / "cytoscape.LICENSE").is_file()


def test_a_position_has_its_evidence() -> None:
    held = contents(picture(facts()))
    for position in held["positions"]:
        assert position["rows"][0] in held["rows"]
        assert position["filing"] in held["filings"]
        assert [day for day, *_ in position["history"]] == sorted(day for day, *_ in position["history"])
        assert len(position["history"]) == 3 or "underlying shares" in dict(position["amounts"])
    drawn = {position["line"] for position in held["positions"]} - {None}
    assert drawn == {int(box["key"]) for box in held["boxes"] if box["kind"] == "amount"}


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize(
    ("kind", "theme", "size"),
    [(Kind.OWNER, "light", "1400,900"), (Kind.ISSUER, "dark", "800,600"), (Kind.FILING, "dark", "1400,900")],
)
def test_a_browser_draws_it(kind: Kind, theme: str, size: str, tmp_path: Path) -> None:
    drawn = picture(facts(kind, owners=12, vehicles=3, groups=2, names=HOSTILE, bare=3))
    file = tmp_path / "page.html"
    file.write_text(page(drawn), "utf-8")
    ran = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
            "--enable-logging=stderr", "--virtual-time-budget=5000", f"--window-size={size}", "--dump-dom",
            f"{file.as_uri()}#theme={theme}&open=amount:0",
        ],
        check=True, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert f'data-theme="{theme}"' in ran.stdout[:200]
    ready = re.findall(r'data-ready="(\d+)"', ran.stdout)
    frames = {box.issuer for box in drawn.boxes} - {None}
    assert ready == [str(len(drawn.boxes) + len(frames))]
    assert "CONSOLE" not in ran.stderr, ran.stderr
    assert "Through time: 3 balances" in ran.stdout or kind is Kind.FILING or "underlying" in ran.stdout
