"""What a reporting owner is to an issuer, over all filings.

Roles are those of the latest filing that tells them; the title is the latest, while the owner is an officer. A day is
the filing's `effectiveOn`. Leaving is known only from the box that a filer may tick. Joint filings tie
owners to a unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graphload.derive.components import components
from graphload.derive.facts import EdgeKey, FilingFacts, OwnerFacts
from graphload.filing.values import ROLES
from graphload.schema.rows import Props, camel


def insiders(issuer: str, filings: Iterable[FilingFacts]) -> dict[EdgeKey, Props]:
    """Return the edges INSIDER_OF to an issuer."""
    seen: dict[str, list[tuple[FilingFacts, OwnerFacts]]] = defaultdict(list)
    latest = sorted(filings, key=lambda each: (each.effective_on, each.amendment, each.id), reverse=True)
    for filing in latest:
        for owner in filing.owners:
            seen[owner.id].append((filing, owner))
    unit = components(filing.owner_ids for filing in latest)
    return {
        EdgeKey("INSIDER_OF", owner, issuer): _insider(found) | {"unit": unit[owner]} for owner, found in seen.items()
    }


def _insider(seen: list[tuple[FilingFacts, OwnerFacts]]) -> Props:
    told = [owner for _, owner in seen if any(getattr(owner, box) is not None for box in ROLES)]
    roles = [camel(box) for box in ROLES if told and getattr(told[0], box)]
    titles = [owner.officer_title for _, owner in seen if owner.officer_title is not None]
    latest = seen[0][0]
    return {
        "roles": roles or None,
        "title": titles[0] if titles and "officer" in roles else None,
        "firstSeen": seen[-1][0].effective_on,
        "lastSeen": latest.effective_on,
        "exitedOn": latest.effective_on if latest.exit else None,
        "filing": latest.id,
    }
