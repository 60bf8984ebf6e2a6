"""A server of the Model Context Protocol: an agent looks up names, asks questions and reads filings of one store."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

from graphload import __version__
from graphload.ask import ask, find, question, questions
from graphload.ask.covering import filed
from graphload.check.counting import pending
from graphload.errors import GraphloadError
from graphload.formats import jsonable
from graphload.schema import render

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from graphload.store import Store

MOST = 200
_INSTRUCTIONS = f"""SEC Forms 3, 4 and 5 as a graph of who owns what. Look up a name with `find`. Choose a question with
`list_questions` and read what it counts with `explain_question`; then `ask` it. Cite the columns `filing` and `rows` of
an answer: `filing` shows all that a filing says, with its footnotes. An answer has at most {MOST} rows; `total` counts
all. An absent value is unknown, not zero. `notes` says whom a name meant, and what may be out of date."""

P = ParamSpec("P")
T = TypeVar("T")


class Tools(NamedTuple):
    """What an agent may do with a store. Every tool only reads."""

    store: Store

    def find(self, text: str) -> dict[str, Any]:
        """Look up people, organizations and issuers by name, ticker or CIK, the best match first."""
        found = find(self.store, text)
        return self._answer(found.columns, found.rows)

    def list_questions(self, pack: str | None = None) -> dict[str, str]:
        """List the questions that can be asked, all or those of one pack, each with what it answers."""
        return {each.name: each.title for each in questions(pack)}

    def explain_question(self, question_name: str) -> dict[str, Any]:
        """Explain a question such as `ownership/stake`: what it counts, its parameters, its columns, its Cypher."""
        return question(question_name).parts()

    def ask(self, question_name: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """Answer a question. A person or an issuer is given by name, ticker or CIK; a date as 2024-01-31."""
        answer = ask(self.store, question_name, **(parameters or {}))
        meant = [f"{name}: {party}, {party.how}" for name, party in answer.meant.items()]
        used = {name: jsonable(value) for name, value in answer.parameters.items()}
        return self._answer(answer.columns, answer.rows, [*meant, *answer.notes]) | {"parameters": used}

    def filing(self, accession: str) -> dict[str, Any]:
        """List all that one filing says, with its footnotes; by accession number, EDGAR address or the id of a row."""
        answer = ask(self.store, "evidence/filing", filing=accession)
        return self._answer(answer.columns, answer.rows)

    def read_cypher(self, cypher: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run a query in Cypher that only reads. The resource graphload://schema describes the graph."""
        result = self.store.read(cypher, **(parameters or {}))
        return self._answer(result.columns, result.rows)

    def _answer(
        self, columns: Sequence[str], rows: Sequence[Sequence[Any]], notes: Sequence[str] = ()
    ) -> dict[str, Any]:
        _, first, last, undated = filed(self.store)
        covers = {"firstFiled": jsonable(first), "lastFiled": jsonable(last), "undated": undated}
        told = [*notes, *filter(None, [pending(self.store)])]
        return {"rows": _rows(columns, rows), "total": len(rows), "notes": told, "covers": covers}


def server(store: Store) -> MCPServer:
    """Return the server of a store, with its tools and resources."""
    from mcp.server import MCPServer

    app = MCPServer("graphload", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    tools = Tools(store)
    for tool in (tools.find, tools.list_questions, tools.explain_question, tools.ask, tools.filing, tools.read_cypher):
        app.tool()(_told(tool))
    app.resource("graphload://schema", mime_type="text/markdown", description="Labels, relationships, properties.")(
        render.markdown
    )
    app.resource("graphload://questions", mime_type="text/markdown", description="All questions, a line each.")(_listed)
    return app


def _listed() -> str:
    return "".join(f"* `{each.name}`: {each.title}\n" for each in questions())


def _told(tool: Callable[P, T]) -> Callable[P, T]:
    """Return a tool whose errors reach the agent as sentences."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def run(*args: P.args, **given: P.kwargs) -> T:
        try:
            return tool(*args, **given)
        except GraphloadError as error:
            raise ToolError(str(error)) from None

    return run


def _rows(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Return the first rows as JSON has them, without absent values."""
    found = (zip(columns, map(jsonable, row), strict=True) for row in rows[:MOST])
    return [{name: value for name, value in row if value not in (None, [])} for row in found]
