"""Repairs of ownership XML that is not well-formed, where nothing has to be guessed.

A document is first read strictly. One that is not well-formed is written anew here, tag by tag, with faults repaired
that change no number and no row: a bare `&`, an HTML entity, bytes of another encoding, a spoiled attribute, an end tag
whose place the order of the elements tells. Any other fault raises the error of the strict reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import NoReturn
from xml.sax.saxutils import escape

from graphload.read.cells import ParseError
from graphload.read.scan import Repair
from graphload.read.xml.encodings import decoded
from graphload.read.xml.structure import CHILDREN, KNOWN, TEXTS, complete

_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?.*?\?>|<!DOCTYPE[^>\[]*>"
    r"|<(?P<end>/?)(?:(?P<prefix>[A-Za-z_][\w.-]*):)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>(?:[\s/\"'][^<>]*)?)>|<",
    re.S,
)
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|&")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ATTRIBUTES = re.compile(r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*/?""")
_ID = re.compile(r"\bF\d{1,4}\b")
_BEGINS, _ENDS = (
    re.compile(r"<(?:[\w.-]+:)?ownershipDocument\b"),
    re.compile(r"</(?:[\w.-]+:)?ownershipDocument\b|<ownershipDocument[^<>]*/>"),
)
# elements around each other; a filing has seven
_DEEPEST = 50
# twenty times a large filing
_LARGEST = 1_000_000
_PLAIN = {"amp", "lt", "gt", "quot", "apos"}
_WRAPPERS = {"XML", "TEXT", "DOCUMENT"}
_OF_HTML = {
    "a", "b", "i", "u", "p", "br", "hr", "em", "strong", "sup", "sub", "font", "span", "div", "small", "center", "li",
    "ul", "ol", "td", "tr", "table",
}  # fmt: skip


def mended(content: bytes, error: ParseError) -> tuple[bytes, tuple[Repair, ...], bool]:
    """Return the document written anew, what was repaired, and whether end tags were put in.

    Raises the error where a fault leaves a number, a row or the place of an element in doubt.
    """
    if len(content) > _LARGEST:
        raise error
    text, repair = decoded(content)
    if text is None:
        raise error
    if "\0" in text or not _BEGINS.search(text):
        raise error
    if not _ENDS.search(text):
        raise ParseError("cut off: it has no </ownershipDocument>: download it again", line=error.line)
    mending = _Mending(text, error)
    if repair:
        mending.note(repair, 0)
    mending.run()
    if not mending.repairs():
        mending.note("faulty markup that changes no text is ignored", 0)
    return "".join(mending.written).encode(), mending.repairs(), mending.closed


@dataclass(slots=True)
class _Mending:
    """A document that is written anew. `open` has each open element with the last element in it that ended."""

    text: str
    error: ParseError
    written: list[str] = field(default_factory=list)
    open: list[tuple[str, str | None]] = field(default_factory=list)
    over: bool = False
    closed: bool = False
    _found: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, what: str, at: int) -> None:
        """Count a repair."""
        first, count = self._found.get(what, (at, 0))
        self._found[what] = first, count + 1

    def repairs(self) -> tuple[Repair, ...]:
        """Return each kind of repair once."""
        return tuple(Repair(what, self.text.count("\n", 0, at) + 1, count) for what, (at, count) in self._found.items())

    def run(self) -> None:
        """Write the document."""
        at = 0
        for token in _TOKEN.finditer(self.text):
            self._words(self.text[at : token.start()], at)
            at = token.end()
            if token["name"]:
                self._tag(token)
            elif token["cdata"] is not None:
                self.written.append(escape(token["cdata"]))
            elif token[0] == "<":
                self._less(token.start())
            else:
                self.written.append("\n" * token[0].count("\n"))
        self._words(self.text[at:], at)
        if not self.over:
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise self.error

    def _words(self, words: str, at: int) -> None:
        if not self.open and words.strip():
            self.note("text around the document is left out", at)
            words = "\n" * words.count("\n")
        if "&" in words:
            words = _REFERENCE.sub(lambda found: self._reference(found, at), words)
        if "]]>" in words:
            self.note("a bare ]]> is read as text", at)
            words = words.replace("]]>", "]]&gt;")
        if _FORBIDDEN.search(words):
            self.note("a control character is read as a space", at)
            words = _FORBIDDEN.sub(" ", words)
        self.written.append(words)

    def _reference(self, found: re.Match[str], at: int) -> str:
        decimal, hexadecimal, name = found.groups()
        if decimal or hexadecimal:
            number = int(decimal) if decimal else int(hexadecimal, 16)
            if not number or number > 0x10FFFF:
                self._refuse()
            if _FORBIDDEN.match(chr(number)):
                self.note("a control character is read as a space", at)
                return " "
            return found[0].replace("X", "x")
        if name in _PLAIN:
            return found[0]
        if name and f"{name};" in html5:
            self.note("an entity of HTML is read as its character", at)
            return escape(html5[f"{name};"])
        self.note("a bare & is read as text", at)
        return f"&amp;{found[0][1:]}"

    def _less(self, at: int) -> None:
        """Write a `<` that begins no tag: it is text between words, and a fault elsewhere."""
        inside = self.open[-1][0] if self.open else ""
        name = re.match(r"/?(?:\w+:)?([\w.-]*)", self.text[at + 1 : at + 100])
        if inside not in TEXTS or self.text.startswith(("!", "?"), at + 1) or (name and name[1] in KNOWN):
            self._refuse()
        self.note("a bare < is read as text", at)
        self.written.append("&lt;")

    def _tag(self, token: re.Match[str]) -> None:
        name, ends = token["name"], bool(token["end"])
        inside = self.open[-1][0] if self.open else ""
        if name not in KNOWN and inside in TEXTS:
            self._in_words(token)
        elif not self.open and (name in _WRAPPERS or self.over):
            if name not in _WRAPPERS:
                self._refuse()
        elif not self.open and name != "ownershipDocument":
            raise ParseError("not an ownershipDocument", line=self.error.line, element=name)
        elif ends:
            self._end(name, token)
        else:
            self._begin(name, token)

    def _in_words(self, token: re.Match[str]) -> None:
        """Write a tag between words that is none of the form's."""
        if token["name"].lower() in _OF_HTML:
            self.note("tags of HTML between words are left out", token.start())
            self.written.append(" ")
        elif token["end"]:
            self._refuse()  # perhaps the end of an element, with a spoiled name
        else:
            self.note("a bare < is read as text", token.start())
            self.written.append(escape(token[0]))

    def _begin(self, name: str, token: re.Match[str]) -> None:
        while self.open and name in KNOWN and not self._takes(name):
            self._close(token.start())
        rest = token["rest"]
        if _ATTRIBUTES.fullmatch(rest) is None:
            self.note(f"a spoiled attribute of {name} is repaired", token.start())
        attribute = ""
        if name in ("footnote", "footnoteId"):
            ids = set(_ID.findall(rest))
            if len(ids) != 1:
                self._refuse()
            attribute = f' id="{ids.pop()}"'
        empty = rest.rstrip().endswith("/")
        self.written.append(f"<{name}{attribute}{'/' if empty else ''}>")
        if not empty:
            self.open.append((name, None))
            if len(self.open) > _DEEPEST:
                self._refuse()
        else:
            self._ended(name)

    def _takes(self, name: str) -> bool:
        """Whether the innermost open element may hold another."""
        inside = self.open[-1][0]
        return name in CHILDREN[inside] if inside in CHILDREN else inside not in TEXTS

    def _end(self, name: str, token: re.Match[str]) -> None:
        if self.open[-1][0] != name and name not in [each for each, _ in self.open]:
            self._refuse()
        while self.open[-1][0] != name:
            if name == "ownershipDocument" and self.open[-1][0] != "ownerSignature":
                self._refuse()  # what stands behind a table is missing, and perhaps rows are
            self._close(token.start())
        self.written.append(f"</{name}>")
        self.open.pop()
        self._ended(name)

    def _ended(self, name: str) -> None:
        if self.open:
            self.open[-1] = self.open[-1][0], name
        else:
            self.over = True

    def _close(self, at: int) -> None:
        """Put in an end tag that was lost, if the element lacks nothing else."""
        name, last = self.open.pop()
        if not complete(name, last) or (name in TEXTS and self.written[-1].rstrip().endswith(">")):
            self._refuse()  # words that end like a tag had a spoiled end tag
        self.note(f"an end tag of {name} is put in", at)
        self.closed = True
        self.written.append(f"</{name}>")
        self._ended(name)
