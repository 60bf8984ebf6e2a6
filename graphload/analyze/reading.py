"""The network of insiders, from the rows of a question about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphload.analyze.links import ISSUER, ORGANIZATION, PERSON, Link, Network, Party
from graphload.schema.keys import ours


def network(rows: Iterable[Mapping[str, Any]]) -> Network:
    """Return the network of rows with `owner`, `issuer`, `first`, `last`, `roles` and `filing`.

    A party without a CIK counts as the one that it seems to be: `ownerAs`, `issuerAs`. Nodes that are not graphload's
    are left out, and so are issuers that report about themselves.
    """
    rows = [row for row in rows if ours("Party", row["owner"]) and ours("Party", row["issuer"])]
    same = {row[end]: row[f"{end}As"] for row in rows for end in ("owner", "issuer") if row[f"{end}As"]}
    return Network(_parties(rows, same), tuple(_links(rows, same)))


def _parties(rows: Iterable[Mapping[str, Any]], same: Mapping[str, str]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    # what a party is called where its CIK is known comes last, and stays
    for row in sorted(rows, key=lambda row: row["owner"] not in same):
        id = same.get(row["owner"], row["owner"])
        found[id] = Party(id, row["name"], PERSON if row["kind"] == PERSON else ORGANIZATION)
    for row in sorted(rows, key=lambda row: row["issuer"] not in same):
        id = same.get(row["issuer"], row["issuer"])
        found[id] = Party(id, row["issuerName"], ISSUER, row["ticker"])
    return found


def _links(rows: Iterable[Mapping[str, Any]], same: Mapping[str, str]) -> Iterable[Link]:
    """Return one link for each owner and issuer, with the roles and the filing of the latest."""
    found: dict[tuple[str, str], Link] = {}
    for row in rows:
        owner, issuer = same.get(row["owner"], row["owner"]), same.get(row["issuer"], row["issuer"])
        if owner != issuer and row["first"] is not None and row["last"] is not None:
            link = Link(owner, issuer, row["first"], row["last"], tuple(row["roles"]), row["filing"] or "")
            found[owner, issuer] = _joined(found.get((owner, issuer), link), link)
    return found.values()


def _joined(one: Link, other: Link) -> Link:
    latest = max(one, other, key=lambda link: (link.last, link.filing))
    return Link(one.owner, one.issuer, min(one.first, other.first), latest.last, latest.roles, latest.filing)
