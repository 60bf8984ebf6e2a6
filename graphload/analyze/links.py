"""The network of insiders as a frozen value: parties, and what each owner is to an issuer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

PERSON, ORGANIZATION, ISSUER = "person", "organization", "issuer"


@dataclass(frozen=True, slots=True)
class Party:
    """A person, an organization or an issuer; an issuer that also reports as an owner is an issuer."""

    id: str
    name: str
    kind: str
    ticker: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An owner's relationship to an issuer, from the first filing that shows it to the last."""

    owner: str
    issuer: str
    first: date
    last: date
    roles: tuple[str, ...]
    filing: str


class Span(NamedTuple):
    """The days that two links have in common, both ends included; none if it ends before it begins."""

    since: date
    until: date

    @property
    def empty(self) -> bool:
        """Whether the two were never seen on one day."""
        return self.since > self.until

    def __str__(self) -> str:
        return "never at once" if self.empty else f"{self.since} to {self.until}"


@dataclass(frozen=True, slots=True)
class Network:
    """Parties by `id`, and the links between them; both are kept sorted, so that no answer depends on their order."""

    parties: Mapping[str, Party]
    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "parties", dict(sorted(self.parties.items())))
        object.__setattr__(self, "links", tuple(sorted(self.links)))


def within(network: Network, since: date | None, until: date | None, roles: Iterable[str] | None = None) -> Network:
    """Return the network of the links that are seen on or after a day, on or before a day, with one of some roles.

    A link that began by `until` ends there at the latest.
    """
    kept = network.links
    if roles is not None:
        wanted = {*roles}
        kept = tuple(link for link in kept if not wanted.isdisjoint(link.roles))
    if since is not None:
        kept = tuple(link for link in kept if link.last >= since)
    if until is not None:
        kept = tuple(_cut(link, until) for link in kept if link.first <= until)
    return Network(network.parties, kept)


def _cut(link: Link, until: date) -> Link:
    if link.last <= until:
        return link
    return Link(link.owner, link.issuer, link.first, until, link.roles, link.filing)


def overlap(one: Link, other: Link) -> Span:
    """Return the days that two links have in common."""
    return Span(max(one.first, other.first), min(one.last, other.last))


def of_people(network: Network) -> tuple[Link, ...]:
    """Return the links of people; organizations never tie issuers to each other."""
    return tuple(link for link in network.links if network.parties[link.owner].kind == PERSON)


def hubs(network: Network, most: int) -> frozenset[str]:
    """Return the people who are linked to more than so many issuers."""
    issuers = Counter(link.owner for link in of_people(network))
    return frozenset(person for person, count in issuers.items() if count > most)


def named(network: Network, ids: Iterable[str], most: int = 10) -> str:
    """Return the names of parties, with the CIK of each; of many, the first."""
    listed = sorted(f"{network.parties[id].name} ({id})" for id in ids)
    more = [f"{len(listed) - most:,} more"] if len(listed) > most else []
    return ", ".join(listed[:most] + more)
