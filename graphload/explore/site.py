"""The pages of a store: a search, parties as pictures, filings as the form prints them, questions as forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from importlib.resources import files
from typing import Any
from urllib.parse import quote, unquote, urlencode

from graphload.ask import Answer, Question, Type, answer, bind, find, packs
from graphload.ask.covering import filed
from graphload.ask.filings import filing, is_named, is_row, named
from graphload.check.counting import pending
from graphload.errors import GraphloadError, UsageError
from graphload.explore import drawn, page, printed, subject
from graphload.explore.markup import Markup, document, join, link, tag
from graphload.formats import readable
from graphload.schema.keys import ours
from graphload.store import Store

HTML, CSV = "text/html; charset=utf-8", "text/csv; charset=utf-8"
_STYLE = files("graphload.explore").joinpath("site.css").read_text("utf-8")
_SOUGHT = "A name, a ticker, a CIK"
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}|sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request is answered with."""

    body: str
    type: str = HTML
    status: HTTPStatus = HTTPStatus.OK


def reply(store: Store, path: str, given: Mapping[str, str]) -> Reply:
    """Answer a request for a path, with the parameters of its query. An error becomes a page with its sentence."""
    try:
        parts = [unquote(part) for part in path.strip("/").split("/")]
        match parts:
            case [""]:
                return Reply(_start(store, given.get("q", "")))
            case ["party", id]:
                return Reply(page(drawn(store, subject(store, id, owner="owner" in given)), home="/"))
            case ["filing", id]:
                return Reply(_page(*printed.filing(store, filing(store, id))))
            case ["picture", id]:
                return Reply(page(drawn(store, subject(store, id)), home=f"/filing/{quote(id, safe='')}"))
            case ["question", pack, name]:
                return _question(store, f"{pack}/{name}", given)
    except UsageError as error:
        return _failed(error, HTTPStatus.BAD_REQUEST)
    except GraphloadError as error:
        return _failed(error, HTTPStatus.INTERNAL_SERVER_ERROR)
    return _failed(UsageError(f"there is no page {path}: search above, or go to the first page"), HTTPStatus.NOT_FOUND)


def _failed(error: GraphloadError, status: HTTPStatus) -> Reply:
    return Reply(_page("No answer", join(tag("h1", "No answer"), tag("p", str(error), class_="error"))), HTML, status)


def _page(title: str, body: Markup, search: str = "") -> str:
    field = tag(
        "input", name="q", value=search, type="search", placeholder="A name, a ticker, a CIK", aria_label="Search"
    )
    form = tag("form", field, action="/", method="get")
    return document(title, _STYLE, tag("nav", link("/", "graphload"), form), body)


def _start(store: Store, text: str) -> str:
    _, first, last, undated = filed(store)
    covers = f"Filings from {first} to {last}" if first else "No filing with a filing date"
    said = [f"{covers}{f', and {undated:,} without a date' if undated else ''}.", pending(store)]
    found = join(tag("h2", f"Matches of “{text}”"), _matches(store, text)) if text.strip() else None
    body = join(*(tag("p", each) for each in said if each), found, tag("h2", "Questions"), *_questions())
    return _page(f"{text} · graphload" if text else "graphload", body, text)


def _matches(store: Store, text: str) -> Markup:
    if is_named(text):
        return tag("p", printed.filing_link(named(text), f"Filing {named(text)}"))
    rows = [dict(row) for row in find(store, text).dicts()]
    if not rows:
        return tag("p", "Nobody is called so. A part of a name is enough, in any order and case.")
    return tag("ul", *(tag("li", _match(row)) for row in rows))


def _match(row: Mapping[str, Any]) -> Markup:
    about = ", ".join(filter(None, [row["ticker"], *row["labels"], *row["formerly"]]))
    party = printed.party(row["id"], row["name"]) if ours("Party", row["id"]) else row["name"]
    owned = "Issuer" in row["labels"] and len(row["labels"]) > 1
    also = join(" ", link(f"/party/{quote(row['id'], safe='')}?owner=", "what it holds")) if owned else None
    return join(party, f" {row['id']} {about}", also)


def _questions() -> list[Markup]:
    found: dict[str, list[Question]] = {}
    for each in packs.listed(None, None, str):
        found.setdefault(each.pack, []).append(each)
    return [
        tag("details", tag("summary", pack), tag("ul", *(tag("li", link(_path(each), each.title)) for each in some)))
        for pack, some in found.items()
    ]


def _path(question: Question) -> str:
    return f"/question/{quote(question.name)}"


def _question(store: Store, name: str, given: Mapping[str, str]) -> Reply:
    """Return a question's form, with the answer if its parameters are given; CSV if the name ends so."""
    question = packs.question(name.removesuffix(".csv"))
    values = {param.name: given[param.name] for param in question.params if given.get(param.name, "").strip()}
    if name.endswith(".csv"):
        return Reply(answer(store, question, bind(question, values)).to_csv(), CSV)
    ask = "ask" in given or not any(param.required for param in question.params)
    result, status = None, HTTPStatus.OK
    if ask:
        try:
            result = _answered(answer(store, question, bind(question, values)), values)
        except UsageError as error:  # the form stays, to be filled in better
            result, status = tag("p", str(error), class_="error"), HTTPStatus.BAD_REQUEST
    prose = (tag("p", each) for each in question.prose.split("\n\n"))
    cypher = tag("details", tag("summary", "Cypher"), tag("pre", question.cypher))
    return Reply(
        _page(question.title, join(tag("h1", question.title), *prose, _form(question, values), result, cypher)),
        HTML,
        status,
    )


def _form(question: Question, values: Mapping[str, str]) -> Markup:
    fields = [
        tag(
            "label",
            f"{param.name} ({_TYPES.get(param.type, param.type.value)}{', needed' if param.required else ''}) ",
            tag(
                "input",
                name=param.name,
                value=values.get(param.name, ""),
                type="date" if param.type is Type.DATE else "text",
                placeholder="" if param.default is None else readable(param.default),
                required="" if param.required else None,
            ),
            tag("small", param.doc),
        )
        for param in question.params
    ]
    button = tag("button", "Ask", name="ask", value="yes")
    return tag("form", *fields, button, action=_path(question), method="get")


_TYPES = {
    Type.PERSON: "name, ticker or CIK", Type.ISSUER: "name, ticker or CIK", Type.PARTY: "name, ticker or CIK",
    Type.FILING: "accession number", Type.STRINGS: "texts, with commas between", Type.BOOL: "true or false",
}  # fmt: skip


def _answered(found: Answer, values: Mapping[str, str]) -> Markup:
    meant = [tag("p", f"{name}: {party}, {party.how}") for name, party in found.meant.items()]
    meant += [tag("p", note) for note in found.notes]
    csv = link(f"{_path(found.question)}.csv?{urlencode(values)}", "CSV")
    count = tag("p", f"{len(found):,} {'row' if len(found) == 1 else 'rows'}. ", csv if len(found) else None)
    head = tag("thead", tag("tr", *(tag("th", each.name, title=each.doc) for each in found.question.columns)))
    body = tag("tbody", *(tag("tr", *map(_cell, row)) for row in found.rows))
    return join(*meant, count, tag("div", tag("table", head, body), class_="wide") if len(found) else None)


def _cell(value: Any) -> Markup:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return tag("td", readable(value), class_="number")
    if isinstance(value, (list, tuple)):
        return tag("td", *(join("; " if at else "", _cited(each)) for at, each in enumerate(value)))
    return tag("td", _cited(value), class_="whole" if isinstance(value, date) else None)


def _cited(value: Any) -> str:
    """Return a value, the id of a filing or of a row as a link to it."""
    text = readable(value)
    id, _, row = text.rpartition(":") if is_row(text) else (text, "", "")
    if not isinstance(value, str) or not _ACCESSION.fullmatch(id):
        return text
    return link(f"/filing/{quote(id, safe='')}{f'#{quote(text)}' if row else ''}", text)
