"""Trading symbols as filers type them."""

import pytest

from graphload.wording.tickers import looks_like_symbol, spellings, symbols


@pytest.mark.parametrize(
    ("ticker", "found"),
    [
        ("AMOT", ["AMOT"]),
        ("fmbm", ["FMBM"]),
        ("NYSE: KRC", ["KRC"]),
        ("NYSE/TRN", ["TRN"]),
        ("NTIP-NYSE", ["NTIP"]),
        ("(SIRI)", ["SIRI"]),
        ("N O G", ["NOG"]),
        ("BIO BIOB", ["BIO", "BIOB"]),
        ("BFA, BFB", ["BFA", "BFB"]),
        ("Z AND ZG", ["Z", "ZG"]),
        ("GEF, GEF-B", ["GEF", "GEF-B"]),
        ("ACRG.A.U", ["ACRG.A.U"]),
        ("ALF A", ["ALF"]),
        ("A", ["A"]),
        ("WSO/B", ["WSO.B"]),
        ("WSO; WSO/B", ["WSO", "WSO.B"]),
        ("NYSE:BRK/B", ["BRK.B"]),
        ("NYSE/F", ["F"]),
        ("JUSH/JUSHF", ["JUSH", "JUSHF"]),
        ("2330.TW", ["2330.TW"]),
        ("U11.SI", ["U11.SI"]),
        ("PETR4", ["PETR4"]),
        ("TWSE: 2330", ["2330"]),
        ("Nasdaq Global Select Market: ABCD", ["ABCD"]),
        ("AMOT: NASDAQ", ["AMOT"]),
        ("CBOE", ["CBOE"]),
        ("NOTE", ["NOTE"]),
        ("NOT LISTED", []),
        ("No Ticker", []),
        ("N/A, N/A", []),
        ("unlisted", []),
        ("Acme Corp", []),
        ("SEE THE REMARKS", []),
        ("7203", []),
        ("N/A", []),
        ("[None]", []),
        ("-", []),
        ("NASDAQ", []),
        ("1314152", []),
        (None, []),
    ],
)
def test_symbols_are_what_the_box_plainly_holds(ticker: str | None, found: list[str]) -> None:
    assert [*symbols(ticker)] == found


@pytest.mark.parametrize(
    ("symbol", "written"),
    [("wso/b", ["WSO.B", "WSO-B", "WSOB"]), ("GEF-B", ["GEF.B", "GEF-B", "GEFB"]), ("2330.tw", ["2330.TW"])],
)
def test_a_symbol_of_a_class_is_written_in_several_ways(symbol: str, written: list[str]) -> None:
    assert spellings(symbol) == written


@pytest.mark.parametrize(
    ("text", "looks"),
    [("SHOP", True), ("Y", True), ("BRK/B", True), ("PETR4", True), ("Shop", False), ("9000001", False)],
)
def test_a_symbol_is_in_capitals(text: str, looks: bool) -> None:
    assert looks_like_symbol(text) == looks
