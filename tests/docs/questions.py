"""The page of each pack: its questions with their parameters, columns and an answer about the example filings."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphload.ask import Param, Question
from graphload.ask import questions as all_questions
from graphload.cli.explained import asked
from graphload.formats import readable
from tests.servers import ROOT

ANSWERS = ROOT / "tests" / "answers"
ROWS = 4  # of an answer
ROOM = 92  # characters in a row of an answer
LONGEST = 40  # characters in a cell
PART = re.compile(r"(?<=\.) (?=Counts:? |Does not see:? )")


def pages() -> dict[str, str]:
    """Return the text of the page of each pack by its name, and of their index."""
    packs: dict[str, list[Question]] = {}
    for question in all_questions():
        packs.setdefault(question.pack, []).append(question)
    return {"index": index(packs), **{name: page(name, pack) for name, pack in packs.items()}}


def index(packs: Mapping[str, Sequence[Question]]) -> str:
    """Return the page that lists every question."""
    told = (
        f"graphload has {sum(map(len, packs.values()))} questions in {len(packs)} packs. `graphload queries --search"
        " WORDS` searches them, `graphload queries PACK/QUESTION` explains one, and `graphload ask PACK/QUESTION`"
        " answers it."
    )
    lists = [f"## [{name}]({name}.md)\n\n{table(pack, f'{name}.md')}" for name, pack in packs.items()]
    return "\n\n".join(["# Questions", told, *lists]) + "\n"


def table(pack: Sequence[Question], page: str = "") -> str:
    """Return a line for each question, with a link to its part of the page."""
    lines = [f"| [`{each.name}`]({page}#{anchor(each.name)}) | {escaped(each.title)} |" for each in pack]
    return "\n".join(["| question | what it answers |", "|---|---|", *lines])


def page(name: str, pack: Sequence[Question]) -> str:
    """Return the page of one pack."""
    return "\n\n".join([f"# {name}", table(pack), *(part for each in pack for part in told(each))]) + "\n"


def told(question: Question) -> Iterator[str]:
    """Yield the parts of a page that explain one question."""
    yield f"## {question.name}"
    yield f"**{escaped(question.title)}**"
    yield escaped(PART.sub("\n\n", question.prose))
    yield from example(question)
    if question.params:
        rows = [
            f"| `{each.name}` | {each.type.value} | {default(each)} | {escaped(each.doc)} |" for each in question.params
        ]
        yield "\n".join(["| parameter | type | default | |", "|---|---|---|---|", *rows])
    rows = [f"| `{each.name}` | {each.type.value} | {escaped(each.doc)} |" for each in question.columns]
    columns = "\n".join(["| column | type | |", "|---|---|---|", *rows])
    yield f'<details markdown="1"><summary>Columns</summary>\n\n{columns}\n\n</details>'


def example(question: Question) -> Iterator[str]:
    """Yield the command of the first example, and the first rows of its answer."""
    if question.examples:
        yield f"```sh\n{asked(question, question.examples[0])}\n```"
    file = ANSWERS / f"{question.name}.json"
    rows = json.loads(file.read_text("utf-8")) if file.is_file() else []
    if rows:
        yield from sample(rows)
    elif not file.is_file():
        yield "The example filings hold nothing that this question finds."


def sample(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the first rows and columns of an answer as a table, and a line about the others."""
    first = rows[:ROWS]
    filled = [name for name in rows[0] if any(row[name] not in (None, "", []) for row in first)]
    shown = [*fitting(filled, first)]
    yield "\n".join(
        [
            "| " + " | ".join(shown) + " |",
            "|" + "|".join("---:" if numeric(first, name) else "---" for name in shown) + "|",
            *("| " + " | ".join(shortened(row[name]) for name in shown) + " |" for row in first),
        ]
    )
    more = len(rows) - len(first)
    left = [f"`{name}`" for name in filled if name not in shown]
    said = [f"{more} more row{'s' * (more > 1)}"] * bool(more) + [f"more columns: {', '.join(left)}"] * bool(left)
    if said:
        yield f"*Not shown: {'; '.join(said)}.*"


def fitting(names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the first columns that a page has room for."""
    room = ROOM
    for name in names:
        room -= max(len(name), *(len(shortened(row[name])) for row in rows)) + 2
        if room < 0:
            return
        yield name


def numeric(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    """Whether a column holds numbers."""
    values = [row[name] for row in rows if row[name] is not None]
    return all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in values)


def shortened(value: Any) -> str:
    """Return a value as people read it, cut if it is long."""
    text = readable(value)
    return escaped(text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…")


def default(param: Param) -> str:
    """Return the default of a parameter."""
    if param.required:
        return "*required*"
    return "" if param.default is None else f"`{readable(param.default)}`" if readable(param.default) else ""


def anchor(name: str) -> str:
    """Return the anchor of a heading, as GitHub and the site make it."""
    return name.replace("/", "")


def escaped(text: str) -> str:
    """Return a text of which Markdown leaves everything as it is, but for code."""
    parts = text.split("`")
    return "`".join(part if at % 2 else plain(part) for at, part in enumerate(parts)).replace("|", "\\|")


def plain(text: str) -> str:
    """Return a text without anything that Markdown reads."""
    for mark in ("\\", "*", "_", "[", "]"):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("<", "&lt;")
