"""A page of its own, in one file: everything that it needs is in it, and it asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from importlib.resources import files

from graphload.explore.contents import contents
from graphload.explore.picture import Picture

_PLACE = files("graphload.explore")


def page(picture: Picture, home: str | None = None) -> str:
    """Return the page of a picture, as HTML. One that is served has a link to `home`, and links to pages of filings.

    The page may run the two scripts that are in it, which it names by their hashes, and load nothing.
    """
    held = contents(picture) | ({"home": home} if home else {})
    library, script = _text("vendor/cytoscape.min.js"), _text("page/page.js")
    parts = {
        "title": escape(held["title"]),
        "policy": f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src 'unsafe-inline';"
        " img-src data: blob:; base-uri 'none'; form-action 'none'",
        "style": _text("page/page.css"),
        "data": _json(held),
        "library": library,
        "script": script,
    }
    text = _text("page/page.html")
    return "".join(parts[part] if number % 2 else part for number, part in enumerate(text.split("@@")))


def _text(name: str) -> str:
    return _PLACE.joinpath(name).read_text("utf-8")


def _hash(script: str) -> str:
    """Return the source by which a policy allows a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _json(value: object) -> str:
    """Return JSON that no text in it can end: `<` is spelled, and so is all that a page may not hold."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
