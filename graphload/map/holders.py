"""Who holds a row, as the footnotes that it cites say it, in the full names that its filing gives."""

from __future__ import annotations

import re
from itertools import chain

from graphload.filing.values import Filing, Row
from graphload.map.notes import texts
from graphload.wording.entities import is_entity, is_proper, mentioned
from graphload.wording.holders import Holders, holders, united
from graphload.wording.listed import NAME
from graphload.wording.natures import STATED, nature
from graphload.wording.terms import terms
from graphload.wording.text import normal

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
# what a full name may add to a short one: `Limited Partnership` to `Oak Principals`, but not `Trust` to `Ida Fenn`
_ADDED = re.compile(r"(?!.*\b(?:trust|foundation|family|estate|gr[au]t|management|gp|advis[eo]rs?)\b)")


def bare(name: str) -> str:
    """Return a name without its article."""
    return _ARTICLE.sub("", name)


def told_by(filing: Filing, notes: tuple[str, ...], *, about: bool = True) -> Holders:
    """Return who holds by some footnotes together; of a note on all funds and one on a fund, the latter counts."""
    if not notes:
        return Holders()
    said = [_full(holders(note, about=about), filing) for note in notes]
    return united([one for one in said if not any(_narrower(other, one) for other in said)])


def _narrower(one: Holders, other: Holders) -> bool:
    return bool(one.who) and {*one.who} < {*other.who} and one.grade in (STATED, other.grade)


def _full(one: Holders, filing: Filing) -> Holders:
    full = (name for who in one.who for name in _in_full(bare(who), filing))
    return Holders(tuple(dict.fromkeys(full)), one.grade)


def _in_full(who: str, filing: Filing) -> tuple[str, ...]:
    """Return the entities that a filing defines a term for, or the one that begins with a short name."""
    for note in filing.footnotes:
        if names := terms(note.text).get(who):
            return names
    short = not is_entity(who) and NAME.fullmatch(who)
    return ((begun(who, filing) if short else None) or who,)


def begun(short: str, filing: Filing) -> str | None:
    """Return the only entity named in full in a filing that begins with a short name."""
    if not is_proper(short):
        return None
    words = normal(short) + " "
    said = (
        (note.text for note in filing.footnotes),
        (row.nature for row in filing.rows),
        (o.name for o in filing.owners),
    )
    named = {normal(name): name for text in chain(*said) for name in mentioned(text or "")}
    full = [name for key, name in named.items() if key.startswith(words) and _ADDED.match(key[len(words) :])]
    return full[0] if len(full) == 1 else None


def cited(filing: Filing, row: Row, cell: str) -> tuple[str, ...]:
    """Return the footnotes that a cell cites; `See footnote 2` in the nature cites the second without a mark, too."""
    ids = [ref.footnote for ref in row.footnotes if ref.cell == cell]
    if cell == "nature" and not ids and nature(row.nature or "").kind == "footnote":
        ids = [f"F{number}" for number in re.findall(r"\d+", row.nature or "")]
    return texts(filing, ids)
