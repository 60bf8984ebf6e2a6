"""What bash, zsh and fish complete: questions, parameters, columns, and names that a store is known to have.

No engine is started and no server asked. Where something is wrong, nothing is completed and nothing is said.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
from collections.abc import Callable, Iterable
from typing import TypeAlias

import click
from click.shell_completion import CompletionItem, FishComplete, add_completion_class

from graphload.ask import Question, packs
from graphload.ask.question import Type
from graphload.cli import names

Completer: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_MOST = 100  # names that are listed


def _quietly(complete: Completer) -> Completer:
    """Return a function that completes nothing where another one fails."""

    @functools.wraps(complete)
    def completed(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return complete(context, param, incomplete)
        except Exception:
            return []

    return completed


class _Fish(FishComplete):
    """What click writes for fish, which ends a completion at its first comma, without that fault."""

    source_template = FishComplete.source_template.replace('string split "," ', 'string split -m 1 "," ')


def prepare_fish() -> None:
    """Have completions in fish keep their commas, as in `Brightwater Instruments, Inc.` and in lists of columns."""
    add_completion_class(_Fish)


@_quietly
def questions(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a question, and that of a pack where one may be given."""
    known = packs.listed(None, context.params.get("folder"), str)
    found = [CompletionItem(each.name, help=each.title) for each in known]
    whole = [CompletionItem(pack) for pack in sorted({each.pack for each in known})] if param.name == "name" else []
    return [item for item in (*whole, *found) if item.value.startswith(incomplete)]


@_quietly
def parameters(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a parameter, and after its `=` the name of a party."""
    del param
    known = {each.name: each for each in _question(context).params}
    name, equals, typed = incomplete.partition("=")
    if equals:
        return _items(context, known[name].type, typed, before=f"{name}=")
    return [CompletionItem(f"{each.name}=", help=each.doc) for each in known.values() if each.name.startswith(name)]


@_quietly
def value(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a party as the value of the parameter that the question needs."""
    del param
    question, words = _question(context), [*(context.params.get("value") or ())]
    given = {each.partition("=")[0] for each in context.params.get("given") or ()}
    if words[-1:] == ["="] or incomplete == "=":  # bash parts `-p person=Peter` into three words
        last = (context.params.get("given") or ("",))[-1]
        types = {each.name: each.type for each in question.params}
        return _items(context, types[last], incomplete.lstrip("="))
    (missing,) = (each for each in question.params if each.required and each.name not in given)
    return _items(context, missing.type, incomplete, words)


@_quietly
def parties(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of any party."""
    words = context.params.get(str(param.name))
    return _items(context, Type.PARTY, incomplete, words if isinstance(words, tuple) else ())


@_quietly
def columns(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a column of a question, after those that are given."""
    del param
    before, comma, typed = incomplete.rpartition(",")
    known = [each for each in _question(context).columns if each.name.startswith(typed)]
    return [CompletionItem(f"{before}{comma}{each.name}", help=each.doc) for each in known]


def _question(context: click.Context) -> Question:
    # click leaves arguments where they are before an option that has no value yet
    named = context.params.get("question") or "".join(context.args[:1])
    return packs.question(named, context.params.get("folder"))


def _items(
    context: click.Context, type: Type, typed: str, words: Iterable[str] = (), before: str = ""
) -> list[CompletionItem]:
    """Return names that begin with the words and with what is typed of the next, as the shell takes them."""
    done = "".join(f"{word} " for word in words)
    found = _found(context, type, f"{done}{typed}")
    return [CompletionItem(f"{before}{_quoted(name[len(done) :])}") for name in found]


def _found(context: click.Context, type: Type, beginning: str) -> list[str]:
    """Return names that begin with a text in any case; if some are spelled as it is, only these.

    Where they spell it differently, they begin as it is typed: bash and zsh would cut it to what all have in common.
    """
    if not beginning:
        return []
    known = names.kept(context.params.get("address"), type)
    found = [name for name in known if name.lower().startswith(beginning.lower())]
    if exact := [name for name in found if name.startswith(beginning)]:
        found = exact
    elif len({name[: len(beginning)] for name in found}) > 1:
        found = [beginning + name[len(beginning) :] for name in found]
    return found[:_MOST]


def _quoted(text: str) -> str:
    """Return a text as bash takes it for one word; the other shells quote for themselves."""
    if not os.environ.get("_GRAPHLOAD_COMPLETE", "").startswith("bash"):
        return text
    try:
        shlex.split(os.environ.get("COMP_WORDS", ""))
    except ValueError:  # somebody has opened a quotation mark
        return text
    # click's script for bash reads each line in a way that takes one of two backslashes
    return re.sub(r"([^\w./:,@%+=-])", r"\\\\\1", text)
