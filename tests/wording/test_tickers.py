"""Trading symbols as filers type them."""

import pytest

from graphload.wording.tickers import symbols


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
