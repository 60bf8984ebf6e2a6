"""HTML that is safe by construction: text is escaped unless it is markup already."""

from __future__ import annotations

from html import escape

_VOID = frozenset({"input", "meta", "br"})


class Markup(str):
    """HTML that may stand in a page as it is."""

    __slots__ = ()


def tag(element: str, /, *inside: str | None, **attributes: str | None) -> Markup:
    """Return an element. `class_` is the attribute `class`; an attribute that is None is left out."""
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + (f'="{escape(value)}"' if value else "")
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{element}{given}>" if element in _VOID else f"<{element}{given}>{join(*inside)}</{element}>")


def join(*parts: str | None) -> Markup:
    """Return parts side by side, texts among them escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts if part is not None))


def link(address: str, text: str) -> Markup:
    """Return a link; one that leads elsewhere tells nobody where it was."""
    outside = {"rel": "noopener noreferrer", "target": "_blank"} if "://" in address else {}
    return tag("a", text, href=address, **outside)


def table(columns: list[str], rows: list[list[str | None]], **attributes: str | None) -> Markup:
    """Return a table with a head."""
    head = tag("thead", tag("tr", *(tag("th", column) for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag("table", head, body, **attributes)


def document(title: str, style: str, *body: str) -> str:
    """Return a whole page that loads nothing and runs no script."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(style)),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', *body), lang='en')}\n"
