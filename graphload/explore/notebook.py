"""Pictures in a notebook: the page of `explore html`, in a frame."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from graphload.explore import MOST, drawn, page, subject
from graphload.store import Store

_HEIGHT = 620  # pixels of the frame


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A picture as a page of its own, which a notebook shows."""

    title: str
    html: str

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file."""
        Path(path).write_text(self.html, "utf-8")

    def __repr__(self) -> str:
        return f"<Picture of {self.title}: save(path) writes the page>"

    def _repr_html_(self) -> str:
        """Return the frame that a notebook shows. The page may run its scripts there, and reach nothing else."""
        style = f"width: 100%; height: {_HEIGHT}px; border: 1px solid #8886"
        return f'<iframe sandbox="allow-scripts allow-popups" style="{style}" srcdoc="{escape(self.html)}"></iframe>'


def picture(store: Store, who: str, *, on: date | None = None, owner: bool = False, most: int = MOST) -> Page:
    """Return the picture of an owner, an issuer or a filing, on a day or today.

    `who` is a name, a ticker, a CIK or an accession number. With `owner` a company that issues securities is drawn with
    what it holds itself. At most some `most` positions are drawn; the table beside the picture has all. Raises
    UsageError for a name that means none or several.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.picture(store, "Robert Maida")
    <Picture of Maida Robert P: save(path) writes the page>
    """
    about = subject(store, who, owner=owner)
    return Page(about.name, page(drawn(store, about, on, most)))
