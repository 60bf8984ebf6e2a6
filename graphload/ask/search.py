"""Which questions are about some words: Okapi BM25 over what the files of the questions say."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from graphload.ask.question import Question

# the usual constants: how soon a word that is repeated counts no more, and how much a long text weighs less
_K, _B = 1.2, 0.75
_OFTEN = {"name": 6, "title": 5, "prose": 1, "columns": 1, "params": 1}
# one word for what people call by several
_MEANS = {
    word: meant
    for meant, words in {
        "sale": "sell sold selling seller sale",
        "purchase": "buy bought buying buyer purchase purchaser",
        "gift": "give gave given giving donate donation gift giver",
        "insider": "insider owner director officer somebody",
        "issuer": "issuer company firm stock",
        "holding": "hold held holding own owned stake position",
        "late": "late lateness delay overdue deadline due",
        "option": "option derivative warrant",
        "plan": "plan 10b5 10b5-1",
        "profit": "profit recoverable disgorge",
        "sign": "sign signed signature signatory attorney",
        "leave": "leave left leaving exit quit resign",
        "connect": "connect connected connection link linked bridge tie tied interlock",
        "seat": "seat sit sits sat board",
        "change": "change changed fall fell fallen rise rose risen grow grew drop dropped increase decrease",
        "claim": "claim confirm verify check true",
        "expire": "expire expiry expiring expiration",
        "tax": "tax withhold withheld withholding",
    }.items()
    for word in words.split()
}
_OFTEN_USED = """
a about above all an and any are as at be before below between by did do does for from had has have how i in is it its
last many me million more most much my of on one or show so some than that the their them there they this to under was
were what when where which who whom whose with would year"""
_STOP = frozenset(_OFTEN_USED.split())


def search(questions: Sequence[Question], text: str) -> list[Question]:
    """Return the questions about the words of a text, the best first; none if no question has one of them."""
    counts = [_counted(question) for question in questions]
    mean = sum(count.total() for count in counts) / max(1, len(counts))
    wanted = sorted({*_words(text)})
    rare = {word: _rarity(sum(word in count for count in counts), len(counts)) for word in wanted}
    scores = [sum(rare[word] * _weight(count, word, mean) for word in wanted) for count in counts]
    found = sorted(zip(scores, questions, strict=True), key=lambda pair: (-pair[0], pair[1].name))
    return [question for score, question in found if score > 0]


def _counted(question: Question) -> Counter[str]:
    parts = {
        "name": [question.name],
        "title": [question.title],
        "prose": [question.prose],
        "columns": [f"{column.name} {column.doc}" for column in question.columns],
        "params": [f"{param.name} {param.doc}" for param in question.params],
    }
    counted: Counter[str] = Counter()
    for part, texts in parts.items():
        for word in _words(" ".join(texts)):
            counted[word] += _OFTEN[part]
    return counted


def _rarity(having: int, of: int) -> float:
    return math.log(1 + (of - having + 0.5) / (having + 0.5))


def _weight(count: Counter[str], word: str, mean: float) -> float:
    often = count[word]
    return often * (_K + 1) / (often + _K * (1 - _B + _B * count.total() / mean))


def _words(text: str) -> Iterable[str]:
    for word in re.findall(r"[a-z0-9]+(?:-[0-9]+)?", re.sub(r"'s\b", "", text.lower())):
        if word not in _STOP and not word.isdecimal():
            yield _stem(word)


def _stem(word: str) -> str:
    """Return what a word and its plain other forms have in common."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in _MEANS:
            return _MEANS[form]
    stem = re.sub(r"(?:ies|y)$", "i", word) if len(word) > 3 else word
    return re.sub(r"(?<=\w{3})(?:ings?|ed|es|s|e)$", "", stem)
