"""The committed pages are those that are generated, and the site is built from them without a warning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, generated, stale
from tests.servers import ROOT


def test_the_generated_pages_are_up_to_date() -> None:
    old = [name for name, text in generated().items() if (DOCS / name).read_text("utf-8") != text]
    assert old == [], "`make docs` brings the pages up to date"


def test_no_page_is_of_a_pack_that_is_gone() -> None:
    assert stale() == []


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    page = (tmp_path / "site" / "reference" / "python.html").read_text("utf-8")
    assert "graphload.open" in page
    assert '<span class="gp">&gt;&gt;&gt; </span>' in page, "the examples of docstrings are code"
    assert (tmp_path / "site" / "reference" / "questions" / "ownership.html").is_file()
