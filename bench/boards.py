"""Who sits where in an invented network, always the same one: people with boards, funds, and advisers who are hubs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from graphload.analyze.links import ISSUER, ORGANIZATION, PERSON, Link, Network, Party

# boards of a person, and how many of a hundred people have so many
BOARDS = {1: 78, 2: 12, 3: 5, 4: 2, 5: 1, 6: 1, 8: 1}
# one for so many people, and the least and most issuers of each
FUNDS, HOLDINGS = 500, (30, 200)
ADVISERS, MANDATES = 2000, (25, 60)
NEAR = 25  # issuers to either side, among which most further seats of a person are
FIRST_DAY, DAYS, SHORTEST = date(2005, 1, 3), 7300, 90


@dataclass(frozen=True, slots=True)
class Seat:
    """An owner at an issuer, both by number; every twelfth owner is a fund."""

    owner: int
    issuer: int
    first: date
    last: date


def is_fund(owner: int) -> bool:
    """Whether the owner of this number is a fund."""
    return owner % 12 == 0


def seats(people: int, issuers: int) -> Iterator[Seat]:
    """Yield the seats of so many people, and of a fund for every 500 of them."""
    random = Random(7)
    for person in range(people):
        owner = person + person // 11 + 1
        if person % ADVISERS == ADVISERS - 1:
            yield from _spread(random, owner, random.randint(*MANDATES), issuers)
        else:
            several = random.choices([*BOARDS], [*BOARDS.values()])[0]
            yield from _near(random, owner, several, issuers)
    for fund in range(-(-people // FUNDS)):
        yield from _spread(random, 12 * fund, random.randint(*HOLDINGS), issuers)


def seated(people: int, issuers: int) -> dict[int, list[Seat]]:
    """Return the seats at each issuer."""
    found: dict[int, list[Seat]] = defaultdict(list)
    for seat in seats(people, issuers):
        found[seat.issuer].append(seat)
    return found


def network(people: int, issuers: int) -> Network:
    """Return the network of these seats, as a store would give it."""
    links = tuple(
        Link(_owner(seat.owner), _issuer(seat.issuer), seat.first, seat.last, _roles(seat.owner), f"{number:018}")
        for number, seat in enumerate(seats(people, issuers))
    )
    parties = {link.issuer: Party(link.issuer, f"Issuer {link.issuer}", ISSUER) for link in links}
    for link in links:
        kind = ORGANIZATION if link.roles == ("tenPercentOwner",) else PERSON
        parties[link.owner] = Party(link.owner, f"{kind} {link.owner}".title(), kind)
    return Network(parties, links)


def _owner(number: int) -> str:
    return f"{2_000_000 + number:010}"


def _issuer(number: int) -> str:
    return f"{1_000_000 + number:010}"


def _roles(owner: int) -> tuple[str, ...]:
    return ("tenPercentOwner",) if is_fund(owner) else ("director",)


def _near(random: Random, owner: int, several: int, issuers: int) -> Iterator[Seat]:
    """Yield the seats of a person: the first anywhere, most others at issuers of the same trade."""
    first = _any(random, issuers)
    found = {first: None}
    for _ in range(several - 1):
        near = (first + random.randint(-NEAR, NEAR)) % issuers
        found[near if random.random() < 0.6 else _any(random, issuers)] = None
    return (_seat(random, owner, issuer) for issuer in found)


def _spread(random: Random, owner: int, several: int, issuers: int) -> Iterator[Seat]:
    found = dict.fromkeys(_any(random, issuers) for _ in range(several))
    return (_seat(random, owner, issuer) for issuer in found)


def _any(random: Random, issuers: int) -> int:
    """Return an issuer; a few are those of many."""
    return int(random.random() ** 1.5 * issuers)


def _seat(random: Random, owner: int, issuer: int) -> Seat:
    first = random.randrange(DAYS - SHORTEST)
    last = min(DAYS, first + random.randint(SHORTEST, 3600))
    return Seat(owner, issuer, FIRST_DAY + timedelta(first), FIRST_DAY + timedelta(last))
