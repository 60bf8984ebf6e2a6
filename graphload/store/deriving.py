"""Update or compare the derived facts of a batch of issuers, parties or names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphload.derive.facts import Derived
from graphload.derive.issuer import issuer
from graphload.derive.names import namesakes
from graphload.derive.parties import party
from graphload.schema.statements import touch
from graphload.store import facts
from graphload.store import part as parts
from graphload.store import parties as people
from graphload.store.differences import Change, Differences, changes, differences, write
from graphload.store.replacing import Run

# parties of one name depend on each other
_CALLED = f"UNWIND $names AS name MATCH (p:Party {{nameKey: name}}) {touch('p')}"
_LABEL = "UNWIND $ids AS id MATCH (p:Party {{id: id}}) WHERE {there} p:{first} {verb} {labels}"
# a write keeps others who derive the same from it until the transaction ends
_LOCK = "UNWIND $ids AS id MATCH (p:Party {id: id}) SET p.stale = true"
_HOLD = "UNWIND $ids AS id MATCH (p:Party {id: id}) SET p.id = id"
_HOLD_GROUPS = "UNWIND $ids AS id MATCH (g:Group {id: id}) SET g.id = id"
_AGAIN = f"UNWIND $ids AS id MATCH (p:Party {{id: id}}) {touch('p')}"


def issuers(run: Run, ids: Sequence[str]) -> None:
    """Bring what follows from the filings about these issuers up to date."""
    run(_LOCK, ids=ids)
    write(run, map(_differences, facts.issuers(run, ids)))


def part(run: Run, id: str, owners: Sequence[str]) -> None:
    """Bring what follows from the filings about a big issuer up to date, as far as these owners bear on it."""
    run(_LOCK, ids=[id])
    write(run, [_differences(parts.part(run, id, owners))])


def _differences(state: facts.State) -> Differences:
    derived, edges = parts.of_part(issuer(state.facts), state)
    return differences(derived, state.nodes, state.rows, edges)


def parties(run: Run, ids: Sequence[str]) -> None:
    """Bring names, kinds and labels of these parties up to date; who is called as one was before becomes stale."""
    run(_LOCK, ids=ids)
    lost: set[str | None] = set()
    some: list[Differences] = []
    labels: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for state in people.parties(run, ids):
        found = differences(party(state.facts), {("Party", state.facts.id): state.props}, {}, ())
        for props in found.nodes.values():
            if "labels" in props:
                labels[_relabelling(state.props["labels"], props.pop("labels"))].append(state.facts.id)
            if "nameKey" in props:
                lost.add(state.props.get("nameKey"))
        some.append(found)
    write(run, some)
    _relabel(run, labels)
    run(_CALLED, names=sorted(filter(None, lost)))


def _relabelling(there: list[str], wanted: list[str]) -> tuple[str, ...]:
    """Return `REMOVE` or `SET`, and the labels to remove or set."""
    gone = tuple(label for label in there if label not in wanted)
    return ("REMOVE", *gone) if gone else ("SET", *(label for label in wanted if label not in there))


def _relabel(run: Run, labels: Mapping[tuple[str, ...], list[str]]) -> None:
    """Change labels. ArcadeDB can do that once for a node in a transaction, so a node that loses one stays stale."""
    for (verb, *some), ids in labels.items():
        there = "" if verb == "REMOVE" else "NOT"
        run(_LABEL.format(there=there, first=some[0], verb=verb, labels=":".join(("p", *some))), ids=ids)
        if verb == "REMOVE":
            run(_AGAIN, ids=ids)


def names(run: Run, ids: Sequence[str]) -> None:
    """Bring up to date whom the names of these parties, and of what they hold through, mean."""
    run(_LOCK, ids=ids)
    found = _names(people.names(run, ids))
    groups = sorted(id for label, id in found.nodes if label == "Group")
    if found.new or groups:
        # others may be about to put in the same relationships, or to name members of the same groups: once the parties
        # and the groups are held, look again
        run(_HOLD, ids=sorted({key.end for key in found.new}))
        run(_HOLD_GROUPS, ids=groups)
        found = _names(people.names(run, ids))
    write(run, [found])


def _names(state: people.NameState) -> Differences:
    derived = Derived(state.nodes, {}, {})
    for each in state.namesakes:
        derived.edges.update(namesakes(each).edges)
    return differences(derived, state.before, {}, state.edges)


def compared(run: Run, ids: Sequence[str]) -> Iterator[Change]:
    """Yield the changes that an update of these parties, also as issuers, would write. Writes nothing."""
    for about in facts.issuers(run, ids):
        yield from changes(_differences(about), about.nodes, about.rows)
    for state in people.parties(run, ids):
        props: dict[tuple[str, str], dict[str, Any]] = {("Party", state.facts.id): state.props}
        yield from changes(differences(party(state.facts), props, {}, ()), props, {})
    named = people.names(run, ids)
    yield from changes(_names(named), named.before, {})
