"""Commands that query a store: `queries`, `ask`, `cypher`, `find`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from graphload.ask import Question, about, answer, bind, packs, parties, questions
from graphload.ask.binding import MissingError
from graphload.ask.cypher import returned
from graphload.ask.search import search
from graphload.cli import explained, names, options, output, shells
from graphload.cli.answered import show, tell_pending
from graphload.cli.given import by_name, json_value, pairs, with_missing
from graphload.errors import UsageError
from graphload.store import open_store
from graphload.visible import visible_lines

own_packs: options.Option = click.option(
    "--packs",
    "folder",
    metavar="FOLDER",
    is_eager=True,
    envvar="GRAPHLOAD_PACKS",
    type=click.Path(),
    help="A folder with packs of your own, each question as PACK/QUESTION.cypher. [default: GRAPHLOAD_PACKS]",
)

BEST = 10  # questions that a search shows to people


@click.command(
    epilog=options.examples(
        "queries",
        "queries trades",
        "queries --search 'sold under a plan'",
        "queries ownership/stake",
        "queries ownership/stake --cypher",
        "queries trades/purchases --visual",
        "queries --json",
    )
)
@click.argument("name", required=False, metavar="[PACK | PACK/QUESTION]", shell_complete=shells.questions)
@click.option("--checks", is_flag=True, help="List the checks that `verify` runs, instead of the questions.")
@click.option(
    "--search", "words", metavar="WORDS", help="List the questions about some words, the best first. A table has ten."
)
@click.option("--cypher", "as_cypher", is_flag=True, help="Print the Cypher of a question.")
@click.option("--visual", is_flag=True, help="Print Cypher that draws what a question finds, for Neo4j Browser.")
@own_packs
@output.options
def queries(
    name: str | None,
    checks: bool,
    words: str | None,
    as_cypher: bool,
    visual: bool,
    folder: str | None,
    shape: str,
) -> None:
    """List the questions, or explain one.

    PACK lists the questions of one pack. PACK/QUESTION explains a question: what it counts, its parameters with their
    types and defaults, the columns of the answer, and examples.
    """
    single = name if name and "/" in name else None
    if checks and name is not None:
        raise click.UsageError("--checks lists the checks: give no name with it.")
    if words is not None and single:
        raise click.UsageError("--search lists questions: give a pack or no name with it.")
    if (as_cypher or visual) and single is None:
        raise click.UsageError("--cypher and --visual print the Cypher of one question: give PACK/QUESTION.")
    if single is None:
        listed = packs.checks() if checks else packs.listed(name, folder, lambda error: output.tell(str(error)))
        found = search(listed, words) if words else listed
        if words and not found:
            output.tell(f"No question is about {words!r}: `graphload queries` lists all of them.")
        if words and shape == "table" and (more := found[BEST:]):
            output.tell(f"{len(more)} more have one of these words: --json lists them too.")
            found = found[:BEST]
        output.show(("question", "title"), [(each.name, each.title) for each in found], shape)
    elif as_cypher or visual:
        question = packs.question(single, folder)
        output.write([visible_lines(explained.visual(question) if visual else explained.cypher(question))])
    elif shape == "table":
        output.write([visible_lines(explained.page(packs.question(single, folder)))])
    else:
        parts = packs.question(single, folder).parts()
        output.show([*parts], [[*parts.values()]], shape)


class _Asking(click.Command):
    """A command that tells how a parameter of a question is given that was taken for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            name = error.option_name.lstrip("-")
            if not any(name == param.name for question in questions() for param in question.params):
                raise
            said = f"No such option '--{name}': it is a parameter. Give it as -p {name}=VALUE."
            raise click.NoSuchOption(error.option_name, said, ctx=ctx) from error


@click.command(
    cls=_Asking,
    epilog=options.examples(
        "ask ownership/stake 'Robert Maida'",
        "ask insiders/roster -p issuer=BRWI -p on=2023-12-31",
        "ask trades/officer-purchases -p titles='CEO,Chief Executive' --csv",
        "ask trades/purchases --columns date,issuer,buyers,value -o purchases.csv",
        "ask evidence/filing https://www.sec.gov/Archives/edgar/data/46129/0001046568-22-000002.txt",
    ),
)
@click.argument("question", metavar="PACK/QUESTION", shell_complete=shells.questions)
@click.argument("value", nargs=-1, metavar="[VALUE]", shell_complete=shells.value)
@click.option(
    "-p",
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=shells.parameters,
    help="A parameter. A person or an issuer is given by name, ticker or CIK, a filing by its accession number, its "
    "address at EDGAR or the id of a row. May be repeated.",
)
@click.option("--about", "with_about", is_flag=True, help="Tell what the answer covers; with --json, in an object.")
@own_packs
@options.store
@options.timeout
@output.options
def ask(
    question: str,
    value: Sequence[str],
    given: Sequence[str],
    with_about: bool,
    folder: str | None,
    address: str | None,
    query_timeout: float,
    shape: str,
) -> None:
    """Answer a question.

    `graphload queries` lists the questions. `graphload queries PACK/QUESTION` explains the parameters and the answer.
    VALUE is the value of the one parameter that the question needs and -p does not give; it may be several words.
    """
    found = packs.question(question, folder)
    output.picked([column.name for column in found.columns])
    values = by_name(given)
    bound = _bound(found, with_missing(found, values, " ".join(value)) if value else values)
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        answered = answer(store, found, bound)
        covered = about(store, answered) if with_about else None
        tell_pending(store)
        names.keep_if_none(store)
    show(answered, bound, shape, covered)


def _bound(question: Question, given: dict[str, Any]) -> dict[str, Any]:
    """Bind the parameters; where one is missing, the error has an example."""
    try:
        return bind(question, given)
    except MissingError as error:
        raise UsageError(f"{error} For example: {explained.example(question)}") from None


@click.command(
    epilog=options.examples(
        "cypher 'MATCH (f:Filing) RETURN f.form AS form, count(*) AS filings ORDER BY form'",
        "cypher 'MATCH (p:Person) WHERE p.name STARTS WITH $start RETURN p.name LIMIT $n' -p start=P -p n=3 --jsonl",
    )
)
@click.argument("statement", metavar="CYPHER")
@click.option(
    "-p",
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help="A parameter, as JSON (3, true, [1, 2]) or as text. May be repeated.",
)
@options.store
@options.timeout
@output.options
def cypher(statement: str, given: Sequence[str], address: str | None, query_timeout: float, shape: str) -> None:
    """Run a read-only Cypher query.

    The engine refuses every statement that writes. `graphload schema` lists labels, relationship types and properties.
    A value such as 0001234567 is text. Put text that looks like JSON between quotation marks: '"1234567890"'.
    """
    parameters = {name: json_value(name, value) for name, value in pairs(given)}
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        table = store.read(statement, **parameters)
        tell_pending(store)
    # the embedded engine names no columns where there are no rows
    output.show(table.columns or returned(statement)[1], table.rows, shape)


@click.command(epilog=options.examples("find thistlewood", "find BRWI", "find 'maida robert' --json", "find 9000001"))
@click.argument("text", nargs=-1, required=True, shell_complete=shells.parties)
@options.store
@options.timeout
@output.options
def find(text: Sequence[str], address: str | None, query_timeout: float, shape: str) -> None:
    """Find people, organizations, issuers and vehicles by name, ticker or CIK.

    The best match comes first. Names match by words or parts of words, in any order and case. Former names and tickers
    of an issuer match too. A vehicle is a trust, a fund or a company that files nothing under its name: `holders` are
    the owners who hold through it.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        table = parties.find(store, " ".join(text))
        tell_pending(store)
        names.keep_if_none(store)
    if not table.rows:
        output.tell(f"Nothing in this store has a name, a ticker or a CIK like {' '.join(text)!r}.")
    output.show(table.columns, table.rows, shape)
