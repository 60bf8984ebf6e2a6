"""Files that hold no filing: exhibits, pictures, logs, notes. And pages that a server sent in place of a filing."""

from __future__ import annotations

import re
from pathlib import PurePath

from graphload.errors import FilingError
from graphload.visible import cut

# what a file is by its first bytes; those of archives are in `archives` and `read`
_BINARY = {
    b"%PDF-": "a PDF",
    b"%!PS": "a PostScript document",
    b"{\\rtf": "a document of a word processor",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\0": "a picture",
    b"MM\0*": "a picture",
    b"RIFF": "a picture or a recording",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
}
# zips that are one document: the name of the first member of Office's and OpenDocument's, and of a book's
_PACKED_DOCUMENT = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|mimetype)", re.S)
_XML_OTHER = {"stylesheet": "a style sheet", "transform": "a style sheet", "schema": "a schema", "svg": "a picture"}
_BY_NAME = {".csv": "a table", ".tsv": "a table", ".log": "a log", ".json": "JSON", ".jsonl": "JSON"}

_BOMS = (b"\xff\xfe", b"\xfe\xff")
_JSON = re.compile(rb"\{|\[\s*[\[{\"\d\]tfn-]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|center|div|table|p|pre|font)\b", re.I)
# tags of EDGAR's older documents, which are text and no XML
_SGML = re.compile(rb"<(?:PAGE|TEXT|S|C|CAPTION|PDF)>")
_ROOT = re.compile(rb"(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>]*>)*<(?:[\w.-]+:)?([\w.-]+)")
# traces of a filing: whatever has one is read, and set aside with the reason if it cannot be
_ELEMENT = re.compile(
    rb"&lt;ownershipDocument|</?(?:\w+:)?(?:ownershipDocument|issuer|reportingOwner|issuerCik|rptOwner|(?:nonD|d)erivative|ownerSignature)"
)
_SUBMISSION = re.compile(rb"<SEC-(?:DOCUMENT|HEADER)>|<IMS-(?:DOCUMENT|HEADER)>|^CONFORMED SUBMISSION TYPE:", re.M)
_TITLE = re.compile(rb"STATEMENT\s+OF\s+(?:CHANGES\s+(?:IN|OF)\s+)?BENEFICIAL\s+OWNERSHIP")
_FORM = re.compile(rb"\bOMB\b|\bTABLE\s+I\b|REPORTING\s+PERSON|SEC\s+FORM\s+[345]\b", re.I)

_SAID = re.compile(rb"<(title|h1|h2|code|message)\b[^>]*>\s*(.*?)\s*</\1>", re.I | re.S)
_FAILED = r"""(?:rate\ threshold|too\ many\ requests|access\ ?denied|forbidden|not\ found|nosuchkey|bad\ gateway
    |gateway\ time-?out|internal\ server\ error|bad\ request|unauthori[sz]ed|[\w\ ]{0,40}unavailable)"""
_TAG = re.compile(rb"<[^<>]*>")
# in a heading anywhere, and at the beginning of a text
_HEADED = re.compile(rf"{_FAILED}|undeclared\ automated|just\ a\ moment|^\W*error\b|^\W*[45]\d\d\b", re.I | re.X)
_BEGUN = re.compile(
    rf"""[\W_]*(?:(?:sec\.gov|request|message|error|code|status|http(?:/\d\.\d)?|the|your|request|page|file|service|[45]\d\d)[\W_]+)*
    (?:{_FAILED}|undeclared|rate\ limit)""",
    re.I | re.X,
)
_SHORT = 4000  # bytes; a page of an error in plain text has fewer
_BEGINNING = 100_000


def binary(head: bytes) -> str | None:
    """Return what a file is by its first bytes, if it is no filing and no archive of filings."""
    if _PACKED_DOCUMENT.match(head):
        return "a document of an office program"
    return next((kind for magic, kind in _BINARY.items() if head.startswith(magic)), None)


def foreign(content: bytes, name: str, origin: str) -> str | None:
    """Return what a file is that shows no trace of a filing, or None where it shows one.

    Raises FilingError for the error page of a server, and for a file named `.xml` that is none: a filing is missing.
    """
    plain = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if content.startswith(_BOMS):
        plain = content[2:].replace(b"\0", b"").lstrip()
    is_json = _JSON.match(plain) is not None
    if not is_json and (_ELEMENT.search(plain) or _SUBMISSION.search(plain[:_BEGINNING])):
        return None
    if _TITLE.search(plain) and _FORM.search(plain):
        return None
    if said := _error(plain, name):
        raise FilingError(origin, "an error page of a server, not a filing: download the file again", value=said)
    kind = "JSON" if is_json else _kind(plain, name)
    if kind and PurePath(name).suffix.lower() == ".xml" and kind not in _XML_OTHER.values():
        raise FilingError(origin, f"{kind}, not XML", value=cut(plain[:200].decode("utf-8", "replace")))
    return kind


def _kind(plain: bytes, name: str) -> str | None:
    if b"\0" in plain[:_BEGINNING]:
        return "binary data"
    if _HTML.match(plain):
        return "an HTML page that is no Form 3, 4 or 5"
    if plain.startswith(b"<") and not _SGML.match(plain):
        root = _ROOT.match(plain[:_BEGINNING])
        local = root[1].decode("ascii", "replace").lower() if root else ""
        if local == "html":
            return "an HTML page that is no Form 3, 4 or 5"
        return _XML_OTHER.get(local)
    return _BY_NAME.get(PurePath(name).suffix.lower(), "text that is no Form 3, 4 or 5")


def _error(plain: bytes, name: str) -> str | None:
    """Return what the error page of a server says. A log or JSON of one's own may tell of errors."""
    markup, short = plain.startswith(b"<"), len(plain) <= _SHORT
    heads = [match[2] for match in _SAID.finditer(plain[:20_000])] if markup else []
    if said := next(filter(_HEADED.search, map(_words, heads)), None):
        return cut(said)
    if not short or PurePath(name).suffix.lower() in _BY_NAME:
        return None
    said = _words(_TAG.sub(b" ", plain) if markup else plain)
    return cut(said) if _BEGUN.match(said) else None


def _words(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())
