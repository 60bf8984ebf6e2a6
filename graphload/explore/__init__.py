"""Pictures of who owns what: facts from a store, a picture as a value, a page of its own.

In: a store. Out: pictures, pages, the kit for Neo4j Browser, tools for an agent. Never: a page that loads something
from elsewhere.
"""

from __future__ import annotations

from datetime import date

from graphload.explore.facts import Subject
from graphload.explore.folding import MOST
from graphload.explore.page import page
from graphload.explore.picture import Picture, picture
from graphload.explore.reading import read
from graphload.explore.subjects import subject
from graphload.store import Store

__all__ = ["MOST", "Picture", "Subject", "drawn", "page", "picture", "read", "subject"]


def drawn(store: Store, about: Subject, on: date | None = None, most: int = MOST) -> Picture:
    """Return the picture of a party or a filing, on a day or today, with some `most` positions drawn."""
    return picture(read(store, about, on or date.today()), most)
