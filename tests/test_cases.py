"""Small inputs that went wrong, with the right answers; `cases/` beside the checkout has the files."""

from pathlib import Path

from graphload.load import load
from graphload.store import Store
from tests.conftest import on_embedded

OPEN = """MATCH (:Party {cik: $issuer})-[:ISSUED]->(:Security)<-[owns:OWNS]-()
WHERE NOT owns.closed AND coalesce(owns.until > date("2026-01-01"), true)
RETURN owns.shares AS shares ORDER BY shares"""
STANDS = """MATCH (:Party {cik: $issuer})<-[:CONCERNS]-(:Filing)-[row:TRANSACTION]->(:Security)
WHERE row.superseded IS NULL RETURN row.shares AS shares ORDER BY row.date, row.sharesAfter DESC"""


@on_embedded
def test_spelling_opens_no_second_position(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/positions/ghosts")])
    for issuer, shares in (("0009860000", 18_000.0), ("0009860001", 4_000.0), ("0009860004", 5_618_079.0)):
        assert store.read(OPEN, issuer=issuer).rows == [(shares,)]


@on_embedded
def test_a_short_name_and_other_joint_filers_go_on(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/positions")])
    for issuer, shares in (("0009860003", []), ("0000900001", [(40_000.0,), (900_000.0,)])):
        assert store.read(OPEN, issuer=issuer).rows == shares
    greylock = """MATCH (v:Vehicle)-[owns:OWNS]->(security:Security) WHERE v.nature STARTS WITH 'greylock 15 principals'
RETURN security.derivative AS derivative, owns.shares ORDER BY derivative"""
    assert store.read(greylock).rows == [(False, 0.0), (True, 352_425.0)]


@on_embedded
def test_an_option_that_has_expired_is_not_held(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/positions/real-expired_options_CSK")])
    expired = """MATCH ()-[owns:OWNS]->(security:Security) WHERE security.expiresOn < date('2015-01-01')
AND NOT owns.closed AND coalesce(owns.until > date('2015-01-01'), true) RETURN count(*)"""
    assert store.read("MATCH (s:Security) WHERE s.expiresOn < date('2015-01-01') RETURN count(s) > 0").rows == [(True,)]
    assert store.read(expired).rows == [(0,)]


@on_embedded
def test_a_form_5_is_of_the_end_of_the_fiscal_year(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/positions/real-form5_TSLA")])
    assert (172_608_251.0,) in store.read(OPEN, issuer="0001318605").rows


@on_embedded
def test_an_exercise_price_of_zero_and_none_are_one_security(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/positions/real-price0_none_ZNGA")])
    assert sum(shares for (shares,) in store.read(OPEN, issuer="0001439404").rows) == 3_896_550.0


@on_embedded
def test_an_amendment_may_add_a_further_sale(store: Store, shared: Path) -> None:
    folder = shared / "cases/amendments"
    load(store, [str(folder / f"0000900001-24-00000{number}") for number in (3, 4)])
    assert store.read(STANDS, issuer="0000900001").rows == [(100.0,), (100.0,)]
    assert store.read(OPEN, issuer="0000900001").rows == [(800.0,)]


@on_embedded
def test_people_on_whom_edgar_keeps_company_data_are_people(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/people-with-company-data")])
    people = store.read("MATCH (p:Person) RETURN p.displayName ORDER BY p.displayName").rows
    assert people == [("Augusta E Pellington",), ("Tobias R Hargrove",)]


@on_embedded
def test_a_warrant_goes_on_under_a_shorter_title(store: Store, shared: Path) -> None:
    load(store, [str(shared / "filings/xml"), str(shared / "filings/submission")])
    found = store.read("""MATCH ()-[owned:OWNED]->(:Security) WHERE owned.continuedBy IS NOT NULL
RETURN owned.rows[0] AS row, owned.continuedBy, owned.continuedHow""").rows
    assert ("0001181431-10-034759:DH8", "0001181431-10-035864:DT6", "spelling") in found
