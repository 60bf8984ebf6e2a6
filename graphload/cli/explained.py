"""The explanation of a question as a page for people."""

from __future__ import annotations

import shlex

import click

from graphload.ask.question import Param, Question, Type
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
    needed = "".join(
        f" -p {each.name}={shlex.quote(_OF_THE_DEMO.get(each.type, '…'))}" for each in question.params if each.required
    )
    with text.section("Example"):
        text.write(f"  $ graphload ask {question.name}{needed}\n")
    return f"{text.getvalue()}\nCypher, in {question.file}:\n\n{question.cypher}\n"


def _default(param: Param) -> str:
    if param.required:
        return ", required"
    return " = null" if param.default is None else f" = {cell(param.default) or '(none)'}"
