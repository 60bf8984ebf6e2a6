"""The signs that a text is written with: Markdown's escapes and entities, underlines, boxes, raised footnote marks."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from graphload.read.cells import ParseError

TICKED, UNTICKED, BREAK = "☒", "☐", "\u2028"
# a character behind a backslash or of an entity that could be taken for a sign waits here until the signs are read
_KEPT = 0xF0000
_SIGNS = "|<>&\\[]()*_-+#"
STAR = chr(_KEPT + ord("*"))
_MARKDOWN = re.compile(
    r"^[ \t]*(?:\|[ \t]*)?(?::?-+:?[ \t]*\|[ \t]*)+[:-]*[ \t]*$|<(?:u|sup|input|a)\b[^<>\n]*>", re.M | re.I
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_SUP = re.compile(r"<sup>([\s\d(),]{1,400})</sup>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?\bhref=[\"']?([^\"'<>\s]{1,300})[\"']?(?:\s[^<>]{0,300})?>([^<>\n]{1,300})</a>", re.I
)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(((?:https?:/)?/[^()\s]*)\)", re.I)
_CIK = re.compile(r"[?&](?:amp;)?CIK=(\d{1,10})(?!\d)", re.I)
_TAG = re.compile(r"</?(?:u|b|i|em|strong|small|font|sup|sub|span|p|div|center)(?:\s[^<>]*)?>", re.I)
_INPUT = re.compile(r"<input\b([^<>]*)>", re.I)
_CHECKED = re.compile(r"\bchecked\b(?!\s*=\s*[\"']?false)", re.I)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]*\S)\*\*")
_SLANTED = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\w*_])")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK = r"⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}⁾"
_MARKS = re.compile(rf"\s*{_MARK}(?:[\s,]*{_MARK}){{0,98}}\s*$")
_PLAIN_MARKS = re.compile(r"\s*\(\d{1,2}\)(?:[\s,]*\(\d{1,2}\)){0,98}\s*$", re.ASCII)
_DIGITS = re.compile(r"\d+")


def prepared(text: str) -> str:
    """Return a text with every box as one sign, every raised mark as `⁽¹⁾`, every link as `[words](target)`.

    What is escaped is out of their reach.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _MARKDOWN.search(text) is None:
        return text
    text = _ESCAPE.sub(lambda match: _keep(match[1]), text)
    text = _INPUT.sub(lambda match: TICKED if _CHECKED.search(match[1]) else UNTICKED, text)
    text = _SUP.sub(lambda match: "".join(f"⁽{each.translate(_RAISED)}⁾" for each in _DIGITS.findall(match[1])), text)
    text = _ANCHOR.sub(r"[\2](\1)", _TAG.sub("", _BREAK.sub(BREAK, text)))
    text = _SLANTED.sub(r"\2", _BOLD.sub(r"\1", text))
    return _ENTITY.sub(lambda match: _keep(html.unescape(match[0])), text)


def _keep(text: str) -> str:
    return "".join(chr(_KEPT + ord(each)) if each in _SIGNS else each for each in text)


def unlinked(text: str) -> tuple[str, dict[str, str]]:
    """Return prepared text with the words of its links alone, and the CIK that each name links to."""
    ciks: dict[str, str] = {}
    for match in _LINK.finditer(text):
        if cik := _CIK.search(words(match[2])):
            name, number = words(match[1]), cik[1].zfill(10)
            if ciks.setdefault(name, number) != number:
                line = text.count("\n", 0, match.start()) + 1
                raise ParseError("links to more than one CIK", line=line, element=name, value=number)
    return _LINK.sub(r"\1", text), ciks


def words(text: str) -> str:
    """Return what prepared text says, one space between its words."""
    back = (chr(ord(each) - _KEPT) if _KEPT < ord(each) < _KEPT + 128 else each for each in text)
    return " ".join("".join(back).split())


class Marked(NamedTuple):
    """The words of a table's cell, and the footnote marks behind them: raised ones, or plain ones as `(1)`."""

    words: str
    raised: tuple[str, ...]
    plain: tuple[str, ...]


def marked(text: str) -> Marked:
    """Return a cell of prepared text with its footnote marks apart."""
    text, raised = _split(_MARKS, text)
    text, plain = _split(_PLAIN_MARKS, text)
    return Marked(words(text), raised, plain)


def _split(marks: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    if (match := marks.search(text)) is None:
        return text, ()
    return text[: match.start()], tuple(_DIGITS.findall(match[0].translate(_LOWERED)))


def has_mark(text: str) -> bool:
    """Whether a raised footnote mark stands among the words."""
    return re.search(_MARK, text) is not None
