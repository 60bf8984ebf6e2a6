"""Facts for pictures of any shape and size, made without a store."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from graphload.explore.facts import (
    Amounts,
    Balance,
    Facts,
    Group,
    Insider,
    Kind,
    Party,
    Position,
    Row,
    Security,
    Statement,
    Subject,
    Vehicle,
)
from graphload.wording.amounts import held

ON = date(2026, 6, 30)
# what a name may be made of
HOSTILE = (
    "</script><script>alert(1)</script>", '" onload="alert(1)', "'; DROP TABLE party; --", "<!--<b>&amp;", "]]>",
    "\u202egnirts desrever\u202c", "\u200f\u05d0\u05d1\u05d2", "\u0000\u001b[31mred", "W" * 500, "公司" * 120, "", " ",
    "e\u0301" * 40, "\ud83d\ude00 smile".encode("utf-16", "surrogatepass").decode("utf-16"), "@@data@@", "\\u003c",
)  # fmt: skip


def person(number: int, name: str | None = None) -> Party:
    return Party(f"{number:010}", name if name is not None else f"Jane {'Q' * (number % 3)} Doe {number}", "person")


def facts(
    kind: Kind = Kind.ISSUER,
    *,
    owners: int = 3,
    groups: int = 0,
    members: int = 2,
    vehicles: int = 1,
    issuers: int = 1,
    securities: int = 2,
    bare: int = 0,
    density: float = 1.0,
    seed: int = 0,
    names: Sequence[str] = (),
) -> Facts:
    """Return so many owners who hold so many securities, directly and through so many vehicles each."""
    random = Random(seed)
    people = [person(1000 + at, names[at % len(names)] if names else None) for at in range(max(1, owners + bare))]
    companies = [
        Party(f"{at + 1:010}", names[-1] if names else f"Elm {at} Works Incorporated", "organization", f"ELM{at}")
        for at in range(issuers)
    ]
    ids = [each.id for each in people]
    joint = [
        Group(f"group:{at:032x}", f"joint filers {at}", tuple(random.sample(ids, min(members, len(ids)))))
        for at in range(groups)
    ]
    papers = [_paper(each, at) for each in companies for at in range(securities)]
    about = {Kind.OWNER: people[0].id, Kind.ISSUER: companies[0].id, Kind.FILING: "0000000001-24-000001"}[kind]
    if kind is Kind.OWNER:
        joint = [each for each in joint if about in each.members]
        roots = [about, *(each.id for each in joint)]
    else:
        roots = [*(each.id for each in people[:owners]), *(each.id for each in joint)]
    called = names or [f"The Doe Family Trust No. {at}" for at in range(vehicles)]
    keys = [(f"{root}|trust {at}", called[at % len(called)]) for root in roots for at in range(vehicles)]
    held_through = {key: Vehicle(key, name, "trust") for key, name in keys}
    positions = [
        _position(random, holder, paper, number)
        for number, (holder, paper) in enumerate((h, p) for h in (*roots, *held_through) for p in papers)
        if random.random() < density
    ]
    insiders = [
        Insider(each.id, company.id, "director, Chief Executive Officer", ON, None, "0000000001-24-000001")
        for each in (people if kind is not Kind.OWNER else people[:1])
        for company in companies
    ]
    return Facts(
        Subject(kind, about, "Form 4, 2024-03-05, Elm"),
        ON,
        tuple(positions),
        tuple(insiders),
        {each.id: each for each in (*people, *companies)},
        {each.id: each for each in joint},
        held_through,
        {each.id: each for each in papers},
        {row.id: row for each in positions for row in [Row(each.rows[0], (("shares", "1"),), (f"F1: {names[:1]}",))]},
        {"0000000001-24-000001": Statement("0000000001-24-000001", "Form 4, 2024-03-05", "https://www.sec.gov/x")},
    )


def _paper(company: Party, at: int) -> Security:
    """Two shares and, from the third on, options and units in turn, each with an expiry of its own."""
    titles = ["Common Stock", "Class B Common Stock", "Stock Option (right to buy)", "Restricted Stock Units"]
    title = titles[at if at < 2 else 2 + at % 2]
    derivative = at > 1
    caption = f"{title}, $5.00, to 20{at + 30}-01-31" if derivative else title
    return Security(f"{company.id}:{'D' if derivative else 'N'}:{at}", title, caption, derivative, company.id)


def _position(random: Random, holder: str, paper: Security, number: int) -> Position:
    shares = float(int(10 ** random.uniform(0, 9)))
    day = date(2020, 1, 1) + timedelta(random.randrange(2000))
    amounts = Amounts(None, None, shares, None) if random.random() < 0.1 else Amounts(shares)
    history = tuple(
        Balance(day - timedelta(100 * at), Amounts(shares * (at + 1)), "0000000001-24-000001") for at in (2, 1, 0)
    )
    return Position(
        holder,
        paper.id,
        held(amounts.shares, None, amounts.underlying, None) or "",
        amounts,
        day,
        "0000000001-24-000001",
        (f"0000000001-24-000001:NT{number + 1}",),
        unlisted_since=day if random.random() < 0.1 else None,
        unlisted_in="0000000001-24-000001",
        history=history,
    )
