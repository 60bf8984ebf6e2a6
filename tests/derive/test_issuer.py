"""What follows from the filings about an issuer: insiders, titles, underlying securities, blocks of transactions."""

from datetime import date

from graphload.derive.facts import EdgeKey, OwnerFacts, SecurityFacts, Written
from graphload.derive.insiders import insiders
from graphload.derive.securities import conversions, titles
from tests.derive.made import DAY, amending, day, derived, filing, held, traded

JANE = EdgeKey("INSIDER_OF", "jane", "X")


def test_roles_are_those_of_the_latest_filing_that_tells_them() -> None:
    chief = OwnerFacts("jane", False, True, False, False, "Chief")
    director = OwnerFacts("jane", True, False, False, False, None)
    silent = OwnerFacts("jane")
    first, second, third = (filing(id, at=at) for id, at in (("a", 2), ("b", 9), ("c", 20)))
    found = insiders("X", [first._replace(owners=(chief,)), second._replace(owners=(director,))])[JANE]
    assert (found["roles"], found["title"], found["filing"]) == (["director"], None, "b")
    assert (found["firstSeen"], found["lastSeen"], found["exitedOn"]) == (day(2), day(9), None)
    last = third._replace(owners=(silent,), exit=True)
    left = insiders("X", [first._replace(owners=(chief,)), last])[JANE]
    assert (left["roles"], left["title"], left["exitedOn"]) == (["officer"], "Chief", day(20))


def test_an_amendment_counts_from_the_day_of_its_original() -> None:
    found = insiders("X", [filing("b", at=5), amending("a", of=2, at=30)])[JANE]
    assert (found["firstSeen"], found["lastSeen"], found["filing"]) == (day(2), day(5), "b")


def test_who_files_jointly_is_one_unit_however_many_filings_lie_between() -> None:
    filings = [filing("a", owners="jane max"), filing("b", owners="max eve"), filing("c", owners="eve adam")]
    apart = [filing("d", owners="zoe"), filing("e", owners="jane")]
    found = {key.start: props["unit"] for key, props in insiders("X", [*filings, *apart]).items()}
    assert found == {"jane": "adam", "max": "adam", "eve": "adam", "adam": "adam", "zoe": "zoe"}


def test_the_title_is_the_latest_row_s_before_one_that_only_names_it() -> None:
    named = Written(False, day(9), "b:DT1", "Common")
    first, last = Written(True, DAY, "a:NT1", "COMMON STOCK"), Written(True, day(2), "b:NT1", "Common Stock")
    for written, title in (((named, first, last), "Common Stock"), ((named,), "Common")):
        security = SecurityFacts("X:N:common stock", False, None, None, True, written)
        assert titles([security]) == {("Security", security.id): {"title": title, "caption": title}}


def test_the_caption_of_a_derivative_tells_price_and_expiry() -> None:
    written = (Written(True, DAY, "a:DT1", "Option"),)
    option = SecurityFacts("X:D:option:5:2026-01-31", True, None, date(2026, 1, 31), True, written, 5.0)
    (found,) = titles([option]).values()
    assert found == {"title": "Option", "caption": "Option, $5.00, to 2026-01-31"}


def stock(name: str, share_class: str | None, *, reported: bool) -> SecurityFacts:
    return SecurityFacts(name, False, share_class, None, reported)


OPTION = SecurityFacts("option", True, None, None, True)


def method(*securities: SecurityFacts) -> dict[str, str]:
    found = conversions([OPTION, *securities], {("option", "common")})
    return {key.end: str(props["method"]) for key, props in found.items()}


def test_an_underlying_security_is_known_by_title_or_by_the_only_one_of_its_class() -> None:
    named = stock("common", "common", reported=False)
    assert method(stock("common", "common", reported=True)) == {"common": "title"}
    assert method(named) == {"common": "named"}
    assert method(named, stock("common stock", "common", reported=True)) == {"common": "named", "common stock": "class"}
    two = stock("one", "common", reported=True), stock("other", "common", reported=True)
    assert method(named, *two) == {"common": "named"}


def test_a_row_of_an_amendment_adds_or_restates() -> None:
    first = filing("o", traded(5, 95))
    later = amending("a", traded(5, 95, price=11.0), traded(4, 91), of=1)
    orphan = amending("b", traded(5, 95), of=20)
    adds = {id: row["adds"] for id, row in derived(first, later, orphan).rows.items()}
    assert adds == {"o:NT1": None, "a:NT1": None, "a:NT2": True, "b:NT1": None}


def test_one_trade_that_several_report_is_one_block_of_rows() -> None:
    deemed = traded(49, 500, holder="group:1|fund"), traded(49, 500, holder="group:1")
    joint = filing("a", *deemed, owners="fund gp")
    large = joint._replace(owners=(OwnerFacts("fund", ten_percent_owner=True), OwnerFacts("gp")))
    blocks = {id: row["block"] for id, row in derived(large).rows.items()}
    assert blocks == {"a:NT1": "a:NT2", "a:NT2": "a:NT2"}
    assert {row["block"] for row in derived(joint).rows.values()} == {None}


def test_spouses_who_report_each_other_s_shares_report_two_blocks() -> None:
    ada = filing("a", held(100, holder="ada"), held(900, holder="ada|spouse"), owners="ada")
    bob = filing("b", held(900, holder="bob"), held(100, holder="bob|spouse"), owners="bob")
    found = {
        (key.start, props["block"], props["blockBasis"]) for key, props in derived(ada, bob).edges.items() if key.rows
    }
    assert found == {
        ("ada", "a:NH1", "spouses"), ("bob|spouse", "a:NH1", "spouses"),
        ("bob", "b:NH1", "spouses"), ("ada|spouse", "b:NH1", "spouses"),
    }  # fmt: skip
    stranger = filing("b", held(900, holder="bob"), held(101, holder="bob|spouse"), owners="bob")
    assert {props["block"] for key, props in derived(ada, stranger).edges.items() if key.rows} == {None}
