"""Networks written by hand: a line is an owner, an issuer, the first and the last year."""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from graphload.analyze.links import ISSUER, ORGANIZATION, PERSON, Link, Network, Party


def network(*lines: str) -> Network:
    """Return a network: names in small letters are people, `@fund` is an organization, `ACME` an issuer."""
    links = tuple(link(*line.split()) for line in lines)
    return Network({id: party(id) for each in links for id in (each.owner, each.issuer)}, links)


def link(owner: str, issuer: str, first: str = "2000", last: str = "2010", role: str = "director") -> Link:
    """Return a link of whole years; its filing is `owner:issuer`."""
    years = date(int(first), 1, 1), date(int(last), 12, 31)
    return Link(owner, issuer, *years, (role,), f"{owner}:{issuer}")


def party(id: str) -> Party:
    """Return a party whose name is its `id` in capitals."""
    kind = ORGANIZATION if id.startswith("@") else ISSUER if id.isupper() else PERSON
    return Party(id, id.title() if kind == PERSON else id, kind)


def shuffled(made: Network, links: Iterable[Link]) -> Network:
    """Return the same network, told in another order."""
    order = tuple(links)
    ids = [id for each in order for id in (each.issuer, each.owner)]
    return Network({id: made.parties[id] for id in ids}, order)


_YEARS = st.tuples(st.integers(2000, 2009), st.integers(0, 5)).map(lambda years: (years[0], sum(years)))
_LINES = st.dictionaries(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("PQRSTU")), _YEARS, min_size=1)
NETWORKS = _LINES.map(
    lambda found: network(*(f"{owner} {issuer} {first} {last}" for (owner, issuer), (first, last) in found.items()))
)
