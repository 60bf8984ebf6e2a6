"""A guide through the graph: for the classic Browser as HTML that it plays, for everybody else as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from graphload.ask import questions
from graphload.explore.favourites import Favourite, pictures

_TITLE = "graphload: who owns what"
_ABOUT = (
    "Forms 3, 4 and 5 as a graph: owners, what they hold through, securities and issuers, and the filings that say so."
    " Click a query to put it into the editor, then run it. Names and tickers at its beginning may be yours."
)
_EXPANDING = (
    "A double click on a node shows all its neighbours, and of a person these are all filings. Pictures are easier to"
    " read when they come from a query. Without the next line the Browser adds lines that a query did not ask for."
)
_ASKING = (
    "These questions have tables for answers. They are among the favourites, with the values filled in that they have"
    " by default; `graphload ask` takes names for parameters and explains each column."
)
_QUIET = ':config {"autoComplete": false}'


def html(style: str) -> str:
    """Return the guide as a deck of slides; `style` is the address of the style file."""
    slides = (
        _slide(_TITLE, _ABOUT, _runnable(f":style {style}")),
        _slide("Before you begin", _EXPANDING, _runnable(_QUIET)),
        *(_slide(each.name, each.about, _runnable(each.query)) for each in pictures()),
        *(_slide(f"Questions: {pack}", _ASKING, *map(_paragraph, titles)) for pack, titles in _packs()),
    )
    return (
        f"<title>{_TITLE}</title>"
        '<article class="guide" ng-controller="AdLibDataController"><carousel class="deck container-fluid">'
        f"{''.join(slides)}</carousel></article>"
    )


def _slide(title: str, about: str, *below: str) -> str:
    return (
        f'<slide class="row-fluid"><div class="col-sm-12"><h3>{escape(title)}</h3>{_paragraph(about)}'
        f"{''.join(below)}</div></slide>"
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _runnable(text: str) -> str:
    """Return a query or a command that a click puts into the editor."""
    return (
        '<figure><pre class="pre-scrollable programlisting cm-s-neo code runnable standalone-example"'
        f' data-lang="cypher">{escape(text.strip())}</pre></figure>'
    )


def _packs() -> Iterator[tuple[str, list[str]]]:
    every = questions()
    for pack in dict.fromkeys(each.pack for each in every):
        yield pack, [f"{each.name}: {each.title}" for each in every if each.pack == pack]


def markdown() -> str:
    """Return the guide as Markdown."""
    return "\n".join(
        (f"# {_TITLE}", "", _ABOUT, "", *map(_section, pictures()), "## Questions", "", _ASKING, "", *_lists())
    )


def _section(picture: Favourite) -> str:
    about = f"{picture.about}\n\n" if picture.about else ""
    return f"## {picture.name}\n\n{about}```cypher\n{picture.query.strip()}\n```\n"


def _lists() -> Iterator[str]:
    for pack, titles in _packs():
        yield from (f"### {pack}", "", *(f"* {title}" for title in titles), "")
