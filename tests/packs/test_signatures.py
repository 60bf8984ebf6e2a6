"""What the pack `signatures` finds in filings made for it, and what it must not count."""

from collections.abc import Iterable
from typing import Any

import pytest

from examples.world.cast import ABARA, BRIGHTWATER, FAIRWEATHER, LINDQVIST, MABRY, MERROW, PRUITT, Party
from examples.world.compose import filing, owner, trade
from graphload.ask import ask, questions
from graphload.filing.values import Address, Filing, Issuer, Owner
from graphload.store import Store
from tests.packs.planting import asked, told

PACK = {question.name.partition("/")[2]: question for question in questions("signatures")}
HAND = "/s/ Ruth Q. Amory, attorney-in-fact"
LANE = Address("3 HEMLOCK LANE", None, "BANGOR", "ME", "04401")
EVERYBODY = [owner(each, director=True) for each in (LINDQVIST, ABARA, MABRY)]


def said(
    who: Owner | Iterable[Owner], number: int = 1, day: str = "2024-03-04", issuer: Issuer = BRIGHTWATER, **more: Any
) -> Filing:
    """Return a filing of a purchase."""
    given: dict[str, Any] = {"signed": HAND, **more}
    rows = given.pop("rows", [trade("P", day, 5, "10", 5, of="Preferred Stock")])
    return filing(f"0009999999-24-{number:06}", "4", issuer, who, day, rows, **given)


def found(world: Store, name: str, filings: Iterable[Filing], **given: Any) -> list[dict[str, Any]]:
    return told(world, filings, asked(PACK[name], **given)).get(f"signatures/{name}", [])


def test_every_question_is_tried() -> None:
    assert {*PACK} == {"attorneys", "addresses", "dates", "changes", "agents"}


def amory(world: Store, filings: list[Filing], **given: Any) -> list[tuple[Any, ...]]:
    columns = ("signatory", "owners", "issuers", "filings", "insider", "alike")
    rows = found(world, "attorneys", filings, **{"owners": 2, **given})
    return [tuple(row[column] for column in columns) for row in rows if "AMORY" in row["signatory"]]


def test_attorneys_sign_for_several(world: Store) -> None:
    apart = [said(each, number) for number, each in enumerate(EVERYBODY)]
    assert amory(world, apart) == [("RUTH Q AMORY", 3, 1, 3, False, [])]
    # one joint filing of many owners shows no practice
    assert amory(world, [said(EVERYBODY)]) == []
    assert amory(world, [said(EVERYBODY)], least=1) == [("RUTH Q AMORY", 3, 1, 1, False, [])]
    # nor does somebody who signs as anything else
    assert amory(world, [said(each, number, signed="/s/ Ruth Q. Amory") for number, each in enumerate(EVERYBODY)]) == []


def test_an_owner_who_signs_for_others_is_none_of_them(world: Store) -> None:
    hand = "/s/ Cornelius Mabry Jr, attorney-in-fact"
    both = [said([owner(MABRY, title="Treasurer"), EVERYBODY[0]], number, signed=hand) for number in (1, 2)]
    filings = [*both, said(EVERYBODY[1], 3, signed=hand)]
    rows = {least: found(world, "attorneys", filings, owners=least) for least in (2, 3)}
    assert not [row for row in rows[3] if row["signatory"] == "CORNELIUS MABRY JR"]
    (mabry,) = [row for row in rows[2] if row["signatory"] == "CORNELIUS MABRY JR"]
    assert (mabry["owners"], mabry["filings"], mabry["insider"]) == (2, 3, True)


def test_other_spellings_of_an_attorney_are_named(world: Store) -> None:
    short = "/s/ Ruth Amory, attorney-in-fact"
    filings = [said(each, number, signed=short if number else HAND) for number, each in enumerate(EVERYBODY)]
    assert amory(world, filings) == [("RUTH AMORY", 2, 1, 2, False, ["RUTH Q AMORY"])]


def at(world: Store, *owners: Owner, issuer: Issuer = BRIGHTWATER, **given: Any) -> list[tuple[Any, ...]]:
    filings = [said(each, number, issuer=issuer) for number, each in enumerate(owners)]
    rows = found(world, "addresses", filings, **given)
    return [
        (row["owners"], row["joint"], row["known"]) for row in rows if any("0009999999" in id for id in row["filings"])
    ]


def test_owners_share_an_address(world: Store) -> None:
    assert at(world, owner(LINDQVIST, at=LANE), owner(MABRY, at=LANE)) == [(2, 0, None)]
    assert at(world, owner(LINDQVIST, at=LANE), owner(MABRY, at=LANE), least=3) == []
    assert at(world, owner(LINDQVIST, at=LANE), owner(MABRY, at=LANE), agents=["HEMLOCK"]) == [(2, 0, "HEMLOCK")]


def test_the_address_of_the_issuer_is_left_out(world: Store) -> None:
    care = Address("C/O BRIGHTWATER INSTRUMENTS INC", "3 HEMLOCK LANE", "BANGOR", "ME", "04401")
    assert at(world, owner(LINDQVIST, at=care), owner(MABRY, at=care)) == []
    # 40 Beam Street is where most insiders of Brightwater say they are
    assert at(world, owner(PRUITT, at=LINDQVIST.address), owner(FAIRWEATHER, at=LINDQVIST.address)) == []
    # two of three owners of Brightwater, if it had no more
    assert at(world, owner(LINDQVIST, at=LANE), owner(MABRY, at=LANE), share=0.1) == []


def odd(world: Store, **more: Any) -> list[tuple[Any, ...]]:
    rows = found(world, "dates", [said(EVERYBODY[0], **more)])
    return [(row["kind"], row["gap"]) for row in rows if row["filing"].startswith("0009999999")]


def test_signatures_are_dated_oddly(world: Store) -> None:
    friday = [trade("P", "2024-02-29", 5, "10", 5, of="Preferred Stock")]
    assert odd(world, rows=friday, signed_on="2024-03-05") == [("after filing", 1)]
    assert odd(world, rows=friday, signed_on="2024-03-04") == []
    assert odd(world, rows=friday, signed_on="2024-03-01") == []
    assert odd(world, rows=[], period="2024-02-29", signed_on="2024-02-29") == [("early", 4)]
    assert odd(world, rows=friday, signed_on="2024-02-28") == [("before transaction", 1)]


def changes(world: Store, *filings: Filing, **given: Any) -> list[tuple[Any, ...]]:
    rows = found(world, "changes", filings, **given)
    return [(row["what"], row["before"], row["after"], row["alternates"]) for row in rows
            if row["filings"][1].startswith("0009999999") and row["filings"][0].startswith("0009999999")]  # fmt: skip


STRANGER = Party("0009000999", "Amory Ruth Q", LANE)
DAYS = ("2024-03-04", "2024-04-02", "2024-05-06")


def signs(*hands: str, homes: tuple[Address, ...] = (LANE, LANE, LANE)) -> list[Filing]:
    """Return one owner's filings, each with who signs it and where the owner is."""
    return [said(owner(STRANGER, director=True, at=home), number, DAYS[number], signed=hand)
            for number, (hand, home) in enumerate(zip(hands, homes, strict=False))]  # fmt: skip


OTHER = "/s/ Ben Orr, attorney-in-fact"
SELF = "/s/ Ruth Q. Amory"
TURNS: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {
    "a new attorney": ((HAND, OTHER), [("signatory", "RUTH Q AMORY", "BEN ORR", False)]),
    "the same": ((OTHER, OTHER), []),
    "another spelling": ((SELF, "Ruth Amory", "By: /s/ RUTH AMORY"), []),
    "by turns": (
        (OTHER, SELF, OTHER),
        [("signatory", "RUTH Q AMORY", "BEN ORR", True), ("signatory", "BEN ORR", "RUTH Q AMORY", True)],
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_signatories_change(world: Store, name: str) -> None:
    hands, expected = TURNS[name]
    assert changes(world, *signs(*hands)) == expected
    assert changes(world, *signs(*hands), alternates=False) == [each for each in expected if not each[-1]]


def test_addresses_change(world: Store) -> None:
    moved = Address("9 ALDER COURT", None, "BANGOR", "ME", "04401")
    comma = Address("3 Hemlock Lane,", None, "Bangor", "ME", "04401-0001")
    assert changes(world, *signs(SELF, SELF, homes=(LANE, comma))) == []
    new = [("address", "3 HEMLOCK LANE, BANGOR, ME, 04401", "9 ALDER COURT, BANGOR, ME, 04401", False)]
    assert changes(world, *signs(SELF, SELF, homes=(LANE, moved))) == new
    assert changes(world, *signs(SELF, SELF, homes=(LANE, moved)), what="signatory") == []


def test_joint_filings_tell_no_change_of_signatory(world: Store) -> None:
    together = said([owner(STRANGER, director=True), EVERYBODY[0]], 5, DAYS[1], signed=[OTHER, SELF])
    assert changes(world, signs(SELF)[0], together) == []


def test_an_account_is_an_agent_or_a_party(world: Store) -> None:
    columns = ("prefix", "kind", "name", "filings", "issuers", "owners")
    rows = {row["prefix"]: tuple(row[each] for each in columns[1:]) for row in ask(world, "signatures/agents").dicts()}
    assert rows["0009000006"] == ("self", "Corvid Capital Corp", 8, 4, 2)
    assert rows["0009900003"] == ("agent", None, 19, 1, 8)
    # Brightwater's own account, of a filing about Quillfeather
    assert rows["0009000001"] == ("self", "Brightwater Instruments, Inc.", 1, 1, 1)
    agents = ask(world, "signatures/agents", kind="agent", issuers=2).dicts()
    assert [row["prefix"] for row in agents] == ["0009900002", "0009900001"]
    (merrow,) = ask(world, "signatures/agents", issuer=MERROW.cik).dicts()
    assert (merrow["prefix"], merrow["amendRate"], merrow["lateRate"]) == ("0009900003", 0.0526, 0.0)


def test_an_account_is_as_late_as_its_filings(world: Store) -> None:
    """Three of the eight filings that Corvid's account submits are late, as `lateness/repeat` says; none is amended."""
    rates = {row["prefix"]: row["lateRate"] for row in ask(world, "signatures/agents").dicts()}
    repeated = {row["name"]: row["rate"] for row in ask(world, "lateness/repeat", by="agent", least=1).dicts()}
    assert repeated["0009000006"] == 0.375
    assert {prefix: rate for prefix, rate in rates.items() if rate} == repeated


def test_an_issuer_that_submits_for_its_insiders_is_no_agent(world: Store) -> None:
    own = filing(
        f"{BRIGHTWATER.cik}-24-000007", "4", BRIGHTWATER, EVERYBODY[0], "2024-03-04",
        [trade("P", "2024-03-04", 5, "10", 5, of="Preferred Stock")], signed=HAND,
    )  # fmt: skip
    rows = found(world, "agents", [own], issuer=BRIGHTWATER.cik, kind="self")
    assert [row["filings"] for row in rows if row["prefix"] == BRIGHTWATER.cik] == [1]
