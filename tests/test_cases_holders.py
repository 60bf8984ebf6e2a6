"""Small footnotes that name holders and others, with the right answers; `cases/` beside the checkout has the files."""

from pathlib import Path

import pytest

from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.map.vehicles import Vehicle, vehicles
from graphload.read import read

RIGHT = {
    1: ("Corvane Fund, L.P.",),
    2: ("Corvane Fund, L.P.",),
    3: (),
    5: (),
    6: ("Tarrow Family Trust",),
    8: ("Willet LLC",),
    9: (),
    11: ("Ashlar Master Fund, Ltd.",),
    14: ("Fund One LP", "Fund Two LP"),
    15: (),
    17: ("Corvane Partners LP",),
    19: ("Heron Trust",),
    20: (),
    21: ("Ostler Fund V, L.P.",),
}
NOT_HOLDERS = ("corvane capital", "alder", "birch", "cedar", "quill", "such entities", "ostler")


def vehicle(shared: Path, number: int) -> Vehicle:
    path = shared / f"cases/holders/0009700030-24-{number:06}.xml"
    (document,) = (each for each in documents([str(path)]) if isinstance(each, Document))
    (found,) = vehicles(read(document).filing).values()
    return found


@pytest.mark.parametrize("number", RIGHT)
def test_a_row_names_who_holds_and_nobody_else(shared: Path, number: int) -> None:
    assert vehicle(shared, number).names == RIGHT[number]


@pytest.mark.parametrize("number", [number for number, names in RIGHT.items() if not names])
def test_a_vehicle_is_not_called_after_somebody_who_does_not_hold(shared: Path, number: int) -> None:
    found = vehicle(shared, number)
    assert found.kind == "footnote" or not any(name in found.nature for name in NOT_HOLDERS)


def test_a_vehicle_of_two_holders_is_called_after_both(shared: Path) -> None:
    assert vehicle(shared, 14).nature == "fund one lp and fund two lp"
