"""The explanation of a question as a page for people."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

import click

from graphload.ask.question import Param, Question, Type
from graphload.errors import UsageError
from graphload.formats import cell

_OF_THE_DEMO = {
    Type.ISSUER: "BRWI",
    Type.PERSON: "Robert Maida",
    Type.PARTY: "BRWI",
    Type.FILING: "0001046568-22-000002",
}


def page(question: Question) -> str:
    """Return a page about a question."""
    text = click.HelpFormatter(width=100)
    text.write_text(f"{question.name}: {question.title}")
    for paragraph in question.prose.split("\n\n"):
        text.write_paragraph()
        text.write_text(paragraph)
    if question.params:
        with text.section("Parameters"):
            text.write_dl([(f"{each.name} {each.type.value}{_default(each)}", each.doc) for each in question.params])
    with text.section("Columns"):
        text.write_dl([(f"{each.name} {each.type.value}", each.doc) for each in question.columns])
    examples = _examples(question)
    with text.section("Example" if len(examples) == 1 else "Examples"):
        for given in examples:
            text.write(f"  $ {asked(question, given)}\n")
    return text.getvalue()


def cypher(question: Question) -> str:
    """Return the Cypher of a question, below where it stands and what finishes it."""
    finished = f", finished by the function `{question.finish}`" if question.finish else ""
    return f"// {question.file}{finished}\n{question.cypher}\n"


def visual(question: Question) -> str:
    """Return Cypher that draws what a question finds, for Neo4j Browser. Raises UsageError where there is none."""
    from graphload.explore.favourites import visual as favourite_of

    if (favourite := favourite_of(question)) is None:
        raise UsageError(f"{question.name} cannot be drawn: its answers cite no filings, or Python finishes them")
    return favourite.text


def asked(question: Question, given: Mapping[str, str]) -> str:
    """Return the command that asks a question with some parameters."""
    return " ".join(
        ["graphload ask", question.name, *(f"-p {name}={shlex.quote(value)}" for name, value in given.items())]
    )


def example(question: Question) -> str:
    """Return a command that asks a question."""
    return asked(question, _examples(question)[0])


def _examples(question: Question) -> Sequence[Mapping[str, str]]:
    return question.examples or (_made_up(question),)


def _made_up(question: Question) -> dict[str, str]:
    return {each.name: _OF_THE_DEMO.get(each.type, "…") for each in question.params if each.required}


def _default(param: Param) -> str:
    if param.required:
        return ", required"
    return " = null" if param.default is None else f" = {cell(param.default) or '(none)'}"
