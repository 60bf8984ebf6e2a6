"""What a picture is drawn from: parties, what they hold, and the rows of filings that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from graphload.schema.keys import holder_root


class Kind(str, Enum):
    """What a picture is about: an owner, an issuer or one filing."""

    OWNER = "owner"
    ISSUER = "issuer"
    FILING = "filing"


@dataclass(frozen=True, slots=True)
class Subject:
    """The party or the filing that a picture is about."""

    kind: Kind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Party:
    """A person, an organization or an issuer."""

    id: str
    name: str
    kind: str
    ticker: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The owners of a joint filing; `members` are keys of parties, by name."""

    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vehicle:
    """What somebody holds through."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Security:
    """A class of an issuer's securities."""

    id: str
    title: str
    caption: str
    derivative: bool
    issuer: str


@dataclass(frozen=True, slots=True)
class Insider:
    """What an owner is to an issuer; `role` is in words: `director, Chief Executive Officer`."""

    party: str
    issuer: str
    role: str
    last_seen: date | None = None
    exited_on: date | None = None
    filing: str | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """A balance in shares, dollars, underlying shares or their value in dollars."""

    shares: float | None = None
    value: float | None = None
    underlying: float | None = None
    worth: float | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a bucket held from a day on, and the filing that states it."""

    as_of: date
    amounts: Amounts
    filing: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a holder has of a security, or in a picture of one filing a row. `ended` is since when it has none."""

    holder: str
    security: str
    caption: str
    amounts: Amounts
    as_of: date | None
    filing: str
    rows: tuple[str, ...]
    ended: date | None = None
    block: str | None = None
    unlisted_since: date | None = None
    unlisted_in: str | None = None
    history: tuple[Balance, ...] = ()

    @property
    def root(self) -> str:
        """The party or group that holds it, itself or through a vehicle."""
        return holder_root(self.holder)

    @property
    def size(self) -> float:
        """Shares, or what comes nearest to them, by which positions are ranked."""
        return max(self.amounts.shares or 0.0, self.amounts.underlying or 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a filing, as a card shows it: names and values of its cells, and the footnotes that they cite."""

    id: str
    cells: tuple[tuple[str, str], ...]
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A filing, with its address at EDGAR where an accession number is known."""

    id: str
    caption: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a picture shows, as of a day."""

    subject: Subject
    on: date
    positions: tuple[Position, ...]
    insiders: tuple[Insider, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    vehicles: Mapping[str, Vehicle] = field(default_factory=dict)
    securities: Mapping[str, Security] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    filings: Mapping[str, Statement] = field(default_factory=dict)
