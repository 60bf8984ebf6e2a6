"""Who the stale parties are: their names, and whether they are persons or organizations."""

from __future__ import annotations

from typing import Any

from graphload import shipped
from graphload.schema.statements import touch
from graphload.store.replacing import Run
from graphload.wording.kinds import kind
from graphload.wording.names import compared, display

_SET = """UNWIND $rows AS row MATCH (p:Party {id: row.id})
SET p.name = row.name, p.displayName = row.displayName, p.nameKey = row.nameKey,
    p.kind = row.kind, p.kindBasis = row.kindBasis"""

# whom a name means depends on all who are called so
_CALLED = f"UNWIND $names AS name MATCH (p:Party {{nameKey: name}}) SET {touch('p')}"


def parties(run: Run, ids: list[str]) -> None:
    """Write anew what these parties are called and what they are; who is called as one was before becomes stale."""
    found = run(shipped.cypher("derive/read/parties"), ids=ids)
    before = {row["id"]: row.pop("before") for row in found}
    rows = [_party(**row) for row in found]
    run(_SET, rows=rows)
    lost = {before[row["id"]] for row in rows if before[row["id"]] != row.get("nameKey")}
    run(_CALLED, names=sorted(filter(None, lost)))


def _party(id: str, names: list[str], incorporated: bool, role: bool, issuer: bool) -> dict[str, Any]:
    what, basis = kind(set(names), incorporated=incorporated, issuer=issuer, role=role)
    party: dict[str, Any] = {"id": id, "kind": what, "kindBasis": basis}
    if names:
        shown = display(names[0], what == "person")
        party |= {"name": names[0], "displayName": shown, "nameKey": compared(shown)}
    return party
