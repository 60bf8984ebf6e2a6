"""What the documentation site needs beyond its pages: pages of packs in the navigation, and examples in docstrings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import griffe
from mkdocs.config.defaults import MkDocsConfig

_QUESTIONS = "reference/questions/index.md"
_EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List the page of each pack below the page of all questions."""
    folder = Path(config.docs_dir, _QUESTIONS).parent
    for pages in _lists(config.nav):
        if pages[0] == _QUESTIONS:
            pages[1:] = sorted(
                f"reference/questions/{page.name}" for page in folder.glob("*.md") if page.stem != "index"
            )
    return config


def _lists(nav: Any) -> list[list[Any]]:
    """Return every list of pages in a navigation."""
    if isinstance(nav, dict):
        return [found for each in nav.values() for found in _lists(each)]
    return [nav, *(found for each in nav for found in _lists(each))] if isinstance(nav, list) else []


class Examples(griffe.Extension):
    """Examples in docstrings, as code."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Put the examples of a docstring into a block of code."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)
