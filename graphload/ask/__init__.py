"""Questions kept in packs, checked and bound; their answers; and finding whom a name means.

In: a question and its parameters. Out: an answer, with whom each name meant. Never: a write, or a party guessed among
several.
"""

from __future__ import annotations

from graphload.ask.answers import Answer, answer, ask
from graphload.ask.binding import bind
from graphload.ask.covering import About, about
from graphload.ask.packs import checks, question, questions
from graphload.ask.parties import find
from graphload.ask.question import Column, Param, Question, Type

__all__ = [
    "About",
    "Answer",
    "Column",
    "Param",
    "Question",
    "Type",
    "about",
    "answer",
    "ask",
    "bind",
    "checks",
    "find",
    "question",
    "questions",
]
