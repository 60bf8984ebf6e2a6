"""A filing as the form prints it, from a store: boxes, both tables, each footnote at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from graphload.explore.markup import Markup, join, link, table, tag
from graphload.explore.rows import DOLLARS, statement
from graphload.formats import readable
from graphload.store import Store

_FILING = """MATCH (f:Filing {id: $id})-[c:CONCERNS]->(i:Party)
RETURN properties(f) AS filing, c.name AS issuer, c.ticker AS ticker, i.id AS issuerId, i.cik AS cik"""
_OWNERS = """MATCH (:Filing {id: $id})<-[r:FILED]-(p:Party)
RETURN p.id AS id, properties(r) AS box ORDER BY p.displayName, p.id"""
_ROWS = """MATCH (:Filing {id: $id})-[r:TRANSACTION|HOLDING]->(s:Security)
RETURN properties(r) AS row, s.derivative AS derivative ORDER BY r.place"""
_SIGNED = """MATCH (:Filing {id: $id})-[r:SIGNED_BY]->(:Signatory)
RETURN r.text AS text, r.date AS date ORDER BY text, date"""
_AMENDS = """MATCH (one:Filing)-[:AMENDS]->(other:Filing) WHERE one.id = $id OR other.id = $id
RETURN one.id AS one, other.id AS other ORDER BY one, other"""

# what a column of the form is called, and the properties of a row that stand in it
_TABLES = {
    False: {
        "1. Title": ("titleAsFiled",),
        "2. Date": ("date",),
        "2A. Deemed": ("deemedDate",),
        "3. Code": ("code",),
        "4. Amount": ("shares", "totalValue"),
        "(A) or (D)": ("acquired",),
        "Price": ("price",),
        "5. Owned following": ("sharesAfter", "valueAfter"),
        "6. Form": ("direct",),
        "7. Nature": ("nature",),
    },
    True: {
        "1. Title": ("titleAsFiled",),
        "2. Exercise price": ("exercisePrice",),
        "3. Date": ("date",),
        "3A. Deemed": ("deemedDate",),
        "4. Code": ("code",),
        "5. Number": ("shares", "totalValue"),
        "(A) or (D)": ("acquired",),
        "6. Exercisable": ("exercisableOn",),
        "Expires": ("expiresOn",),
        "7. Underlying": ("underlyingTitle",),
        "Shares": ("underlyingShares", "underlyingValue"),
        "8. Price": ("price",),
        "9. Owned following": ("sharesAfter", "valueAfter"),
        "10. Form": ("direct",),
        "11. Nature": ("nature",),
    },
}
_CAPTIONS = {False: "Table I: non-derivative securities", True: "Table II: derivative securities"}
_WORDS = {"acquired": {True: "A", False: "D"}, "direct": {True: "D", False: "I"}}
_BOXES = {
    "director": "Director", "officer": "Officer", "tenPercentOwner": "10% Owner", "other": "Other"
}  # fmt: skip
_ABOVE = {"periodOfReport": "Period of report", "filedOn": "Filed", "originalFiledOn": "Original filed"}
_TICKED = {
    "exit": "No longer subject to Section 16",
    "plan10b51": "Made under a Rule 10b5-1(c) plan",
    "noSecuritiesOwned": "No securities are owned",
    "form3HoldingsReported": "Form 3 holdings reported",
    "form4TransactionsReported": "Form 4 transactions reported",
}


def filing(store: Store, id: str) -> tuple[str, Markup]:
    """Return the title and the page of a filing that is in the store."""
    head = store.read(_FILING, id=id).dicts()[0]
    said = head["filing"]
    title = f"{said.get('caption') or id}, {head['issuer'] or head['issuerId']}"
    rows = store.read(_ROWS, id=id).dicts()
    marks = {note.partition(":")[0]: note.partition(":")[2].strip() for note in said.get("footnotes") or ()}
    tables = [_table(derivative, [each["row"] for each in rows if each["derivative"] is derivative], marks)
              for derivative in (False, True)]  # fmt: skip
    parts = [_above(head, said), _owners(store, id), *tables, _notes(marks), _below(store, id, said)]
    return title, join(tag("h1", title), *filter(None, parts))


def _above(head: Mapping[str, Any], said: Mapping[str, Any]) -> Markup:
    edgar = statement(said["id"], None, said.get("accession"), head["cik"]).link
    symbol = f" [{head['ticker']}]" if head["ticker"] else ""
    pairs: list[tuple[str, str]] = [
        ("Issuer", join(party(head["issuerId"], head["issuer"] or head["issuerId"]), symbol)),
        *((called, readable(said[name])) for name, called in _ABOVE.items() if said.get(name) is not None),
        ("Accession number", said.get("accession") or "not known"),
        *(("Box", called) for name, called in _TICKED.items() if said.get(name)),
    ]
    lines = (tag("tr", tag("th", name), tag("td", value)) for name, value in pairs)
    links = [link(f"/picture/{quote(said['id'], safe='')}", "As a picture")]
    links += [link(edgar, "The filing at EDGAR")] if edgar else []
    return join(tag("table", *lines), *(tag("p", each) for each in links))


def _owners(store: Store, id: str) -> Markup:
    rows: list[list[str | None]] = []
    for each in store.read(_OWNERS, id=id).dicts():
        box = each["box"]
        ticked = [called for name, called in _BOXES.items() if box.get(name)]
        titles = "; ".join(filter(None, (box.get("officerTitle"), box.get("otherText"))))
        rows.append([party(each["id"], box.get("name") or each["id"]), ", ".join(ticked), titles])
    return table(["Reporting owner", "Relationship", "Title"], rows)


def _table(derivative: bool, rows: Sequence[Mapping[str, Any]], marks: Mapping[str, str]) -> Markup | None:
    if not rows:
        return None
    columns = {
        name: props
        for name, props in _TABLES[derivative].items()
        if any(each.get(prop) is not None or _cited(each, prop) for each in rows for prop in props)
    }
    body: list[list[str | None]] = [
        [_row_name(each["id"]), *(_cell(each, some, marks) for some in columns.values())] for each in rows
    ]
    return join(tag("h2", _CAPTIONS[derivative]), table(["Row", *columns], body))


def _row_name(id: str) -> Markup:
    return tag("code", id.rpartition(":")[2], id=id)


def _cell(row: Mapping[str, Any], props: Iterable[str], marks: Mapping[str, str]) -> Markup:
    """Return the values of a cell, with the footnotes that it cites."""
    parts: list[str] = [_value(prop, row[prop]) for prop in props if row.get(prop) is not None]
    notes = dict.fromkeys(note for prop in props for note in _cited(row, prop))
    raised = [tag("sup", tag("a", f"({note[1:]})", href=f"#{note}", title=marks.get(note))) for note in notes]
    restated = row.get("superseded") if "titleAsFiled" in props else None
    if restated:
        raised.append(tag("small", " restated by ", filing_link(restated.rpartition(":")[0], restated)))
    return join(" ".join(parts), *raised)


def _cited(row: Mapping[str, Any], prop: str) -> list[str]:
    refs = (ref.rpartition(":") for ref in row.get("footnoteRefs") or ())
    return [note for cell, _, note in refs if cell == prop]


def _value(prop: str, value: Any) -> str:
    if prop in _WORDS:
        return _WORDS[prop][value]
    return f"${readable(value)}" if prop in DOLLARS else readable(value)


def _notes(marks: Mapping[str, str]) -> Markup | None:
    if not marks:
        return None
    notes = (tag("p", tag("b", f"({mark[1:]}) "), said, id=mark) for mark, said in marks.items())
    return join(tag("h2", "Explanation of responses"), *notes)


def _below(store: Store, id: str, said: Mapping[str, Any]) -> Markup:
    signed = [f"{each['text'] or ''} {each['date'] or ''}".strip() for each in store.read(_SIGNED, id=id).dicts()]
    others = [
        (f"Amends {each['other']}", each["other"]) if each["one"] == id else (f"Amended by {each['one']}", each["one"])
        for each in store.read(_AMENDS, id=id).dicts()
    ]
    return join(
        tag("p", tag("b", "Remarks: "), said["remarks"]) if said.get("remarks") else None,
        *(tag("p", tag("b", "Signed: "), each) for each in signed),
        *(tag("p", filing_link(other, text)) for text, other in others),
        *(tag("p", tag("b", "Repaired: "), each) for each in said.get("repaired") or ()),
    )


def party(id: str, name: str) -> Markup:
    """Return a link to the page of a party."""
    return link(f"/party/{quote(id, safe='')}", name)


def filing_link(id: str, text: str) -> Markup:
    """Return a link to the page of a filing."""
    return link(f"/filing/{quote(id, safe='')}", text)
