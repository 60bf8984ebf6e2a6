"""How the file of a question is read: a header of `//` lines that is its documentation and its signature, then Cypher.

The header is a title, prose, and a line for each parameter and each column:
`@param name type [= default] what it is` and `@column name type what it is`. A default of `null` means that nothing is
chosen; one of several words stands between quotation marks. A line `@example [name=value …]` gives parameters with
which the example filings have an answer; quotation marks are as in a shell. A line `@finish name` names the function
that makes the answer from the rows of the Cypher; then the columns are those of the answer. A line `@rows
pack/question` in place of Cypher takes that of another question.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import lru_cache
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from graphload.analyze.finishing import FINISHERS
from graphload.ask.binding import convert
from graphload.ask.cypher import faults, parameters, returned, tokens
from graphload.ask.question import Column, Param, Question, Type
from graphload.errors import UsageError

LONGEST_TITLE = 80

_EXAMPLE = re.compile(r"@example(?:\s+(.*))?")
_ROWS = re.compile(r"^// @rows\s+([\w-]+/[\w-]+)$", re.MULTILINE)
_FINISH = re.compile(r"@finish\s+(\w+)")
_OTHER = re.compile(r"@(?:example|finish|rows)\b.*")
_TAG = re.compile(r'@(param|column)\s+([a-z]\w*)\s+(\w+)(?:\s*=\s*("[^"]*"|[^\s"]\S*))?\s+([^\s=].*)')


class _HeaderLine(NamedTuple):
    number: int
    text: str


class _Tag(NamedTuple):
    """A line for a parameter or a column."""

    line: int
    what: str
    name: str
    type: Type
    default: str | None
    doc: str


class _Wrong(Exception):
    """What is wrong, and in which line."""

    def __init__(self, line: int, what: str) -> None:
        self.line, self.what = line, what


def read(file: Path, name: str) -> Question:
    """Read the question in a file. Raises UsageError, with file and line, if the file breaks a rule."""
    text = _text(file)
    if shared := _ROWS.search(text):
        other = file.parents[1] / f"{shared[1]}.cypher"
        if not other.is_file():
            raise UsageError(
                f"{file}: there is no file {other}, which it takes its rows from: add it, or correct the name"
            )
        text = f"{text}{_statement(_text(other))}"
    return parse(text, name, str(file))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8: save it as UTF-8") from None


def _statement(text: str) -> str:
    return "".join(dropwhile(lambda line: line.startswith("//"), text.splitlines(keepends=True)))


@lru_cache(maxsize=256)
def parse(text: str, name: str, file: str) -> Question:
    """Return the question that a text holds. Raises UsageError, with file and line, if the text breaks a rule."""
    try:
        return _question(text.splitlines(), name, file)
    except _Wrong as wrong:
        raise UsageError(f"{file}: line {wrong.line}: {wrong.what}") from None


def _question(lines: list[str], name: str, file: str) -> Question:
    commented = takewhile(lambda line: line.startswith("//"), lines)
    header = [_HeaderLine(number, line[2:].strip()) for number, line in enumerate(commented, 1)]
    title, prose = _told(header)
    tags = _tags(header)
    params = tuple(_param(tag) for tag in tags if tag.what == "param")
    columns = tuple(_column(tag) for tag in tags if tag.what == "column")
    if not columns:
        raise _Wrong(len(header), "no @column says what the answer holds")
    statement, finish = "\n".join(lines[len(header) :]), _finish(header)
    _check(statement, len(header), {tag.name: tag.line for tag in tags if tag.what == "param"}, finish)
    line, names = returned(statement)
    if finish is None and names != (declared := [column.name for column in columns]):
        raise _Wrong(len(header) + line, f"declared are the columns {', '.join(declared)}, returned {', '.join(names)}")
    examples = tuple(_examples(header, params))
    return Question(name, title, prose, params, columns, statement, file, examples, finish)


def _told(header: list[_HeaderLine]) -> tuple[str, str]:
    """Return the title, and the prose with a blank line between paragraphs."""
    title = header[0].text if header else ""
    if not title.endswith(".") or len(title) > LONGEST_TITLE or title.startswith("@"):
        _wrong(1, f"the title should be one line of at most {LONGEST_TITLE} characters, with a period", title)
    first_tag = next((line.number for line in header if line.text.startswith("@")), len(header) + 1)
    for line in header[first_tag:]:
        if line.text and not line.text.startswith("@"):
            _wrong(line.number, "prose stands before the first @", line.text)
    prose = "\n".join(line.text for line in header[1 : first_tag - 1]).strip()
    if not prose or header[1].text:
        raise _Wrong(2, "a blank line and prose should follow the title: what is counted, and how")
    return title, re.sub(r"(?<=\S)\n(?=\S)", " ", prose)


def _tags(header: list[_HeaderLine]) -> list[_Tag]:
    tags: list[_Tag] = []
    for line in header:
        if not line.text.startswith("@") or _OTHER.fullmatch(line.text):
            continue
        match = _TAG.fullmatch(line.text)
        if match is None or (match[1] == "column" and match[4]):
            _wrong(
                line.number,
                "not `@param name type [= default] what it is` or `@column name type what it is`",
                line.text,
            )
        if match[3] not in {type.value for type in Type}:
            _wrong(line.number, f"no type of {', '.join(type.value for type in Type)}", match[3])
        if any((tag.what, tag.name) == (match[1], match[2]) for tag in tags):
            raise _Wrong(line.number, f"@{match[1]} {match[2]} stands twice")
        tags.append(_Tag(line.number, match[1], match[2], Type(match[3]), match[4], match[5]))
    return tags


def _examples(header: list[_HeaderLine], params: tuple[Param, ...]) -> Iterator[dict[str, str]]:
    """Yield the parameters of each example, as they are given on a command line."""
    names = {param.name for param in params}
    for line in header:
        if match := _EXAMPLE.fullmatch(line.text):
            given = _given(line.number, match[1] or "")
            if missing := [param.name for param in params if param.required and param.name not in given]:
                _wrong(line.number, f"the example gives no {', '.join(missing)}", line.text)
            if strange := given.keys() - names:
                _wrong(line.number, f"there is no parameter {', '.join(sorted(strange))}", line.text)
            yield given


def _given(line: int, text: str) -> dict[str, str]:
    try:
        pairs = [each.partition("=") for each in shlex.split(text)]
    except ValueError:
        pairs = [("", "", "")]
    if not all(name and equals for name, equals, _ in pairs):
        _wrong(line, "an example is name=value …, quoted as in a shell", text)
    return {name: value for name, _, value in pairs}


def _finish(header: list[_HeaderLine]) -> str | None:
    for line in header:
        if match := _FINISH.fullmatch(line.text):
            if match[1] not in FINISHERS:
                _wrong(line.number, f"no function of this name, but {', '.join(sorted(FINISHERS))}", line.text)
            return match[1]
    return None


def _param(tag: _Tag) -> Param:
    if tag.default is None:
        return Param(tag.name, tag.type, tag.doc)
    return Param(tag.name, tag.type, tag.doc, required=False, default=_default(tag, tag.default))


def _default(tag: _Tag, text: str) -> Any:
    if text == "null":
        return None
    try:
        return convert(tag.type, text.strip('"'))
    except ValueError as error:
        return _wrong(tag.line, f"the default of {tag.name} should be {error}", text)


def _column(tag: _Tag) -> Column:
    if tag.type.named:
        raise _Wrong(tag.line, f"a column cannot be of type {tag.type.value}: that is for parameters")
    return Column(tag.name, tag.type, tag.doc)


def _check(statement: str, above: int, declared: dict[str, int], finish: str | None) -> None:
    """Compare the parameters of a statement with the declared ones, and refuse what a question may not hold.

    A parameter that the Cypher does not use is one of the function that finishes.
    """
    if not any(tokens(statement)):
        raise _Wrong(above, "no Cypher follows the header")
    for fault in faults(statement):
        raise _Wrong(above + fault.line, fault.what)
    used = parameters(statement)
    for name, line in used.items():
        if name not in declared:
            raise _Wrong(above + line, f"${name} is not declared: add a line `// @param {name} …`")
    for name, line in declared.items():
        if name not in used and finish is None:
            raise _Wrong(line, f"@param {name} is not used: there is no ${name} in the Cypher")


def _wrong(line: int, what: str, value: str) -> NoReturn:
    raise _Wrong(line, f"{what}: {value!r}")
