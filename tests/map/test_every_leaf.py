"""Every element of the SEC's schemas is in the graph, or is listed with the reason why it is not."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graphload.filing.document import Document
from graphload.map.mapping import rows
from graphload.read import read
from graphload.read.elements import CELLS, DROPPED, LEAVES
from graphload.read.xml.structure import CHILDREN, TEXTS
from graphload.schema.left_out import LEFT_OUT

XSD = "{http://www.w3.org/2001/XMLSchema}"
# a value for each element that takes no words, and what it is in the graph
CODES: dict[str, tuple[str, Any]] = {
    "documentType": ("5/A", "5/A"),
    "transactionCode": ("G", "G"),
    "transactionFormType": ("4", "4"),
    "transactionTimeliness": ("L", "L"),
    "transactionAcquiredDisposedCode": ("D", False),
    "directOrIndirectOwnership": ("I", False),
}


def elements(folder: Path) -> set[str]:
    """Return the names of the elements that the schemas declare."""
    return {
        str(element.get("name"))
        for file in folder.glob("*.xsd.xml")
        for element in etree.parse(str(file)).iter(f"{XSD}element")
    }


def test_every_element_is_known(shared: Path) -> None:
    declared = elements(shared / "spec")
    assert declared - TEXTS - CHILDREN.keys() == set()
    assert {*LEAVES, *CELLS, *DROPPED} - declared == set()


def _typed(name: str, number: int) -> tuple[str, Any]:
    """Return a value that no other element has, and what it is in the graph."""
    read = (LEAVES.get(name) or CELLS[name])[2]
    if name in CODES:
        return CODES[name]
    if read.__name__ == "day":
        return f"2020-{1 + number // 28:02}-{1 + number % 28:02}", f"2020-{1 + number // 28:02}-{1 + number % 28:02}"
    if read.__name__ == "number":
        return f"{number}.125", number + 0.125
    if read.__name__ == "cik":
        return f"{number:010}", f"{number:010}"
    return ("1", True) if read(" 1 ") is True else (f"Words {number:03}", f"Words {number:03}")


def _element(name: str, values: dict[str, Any], numbers: "count[int]") -> etree._Element:
    made = etree.Element(name)
    cell = name in CELLS and name != "transactionCoding"
    if cell or name in LEAVES:
        typed, values[name] = _typed(name, next(numbers))
        (etree.SubElement(made, "value") if cell else made).text = typed
    else:
        for child in sorted(CHILDREN.get(name, ())):
            if child not in ("footnoteId", "footnote", "nonDerivativeHolding", "derivativeHolding", *DROPPED):
                made.append(_element(child, values if name != "nonDerivativeTransaction" else {}, numbers))
    return made


def test_every_leaf_is_in_the_graph() -> None:
    """A filing with every element filled: each value stands in a property, but for those that are listed."""
    values: dict[str, Any] = {}
    document = _element("ownershipDocument", values, count(1))
    mapped = rows(read(Document(etree.tostring(document), "f.xml")).filing)
    parts = [part.props for part in (mapped.filing, *mapped.nodes)] + [edge.props for edge in mapped.edges]
    said = [str(value).upper() for part in parts for value in part.values()]
    names = {leaf: field for leaf, (_, field, _) in (LEAVES | CELLS).items()}
    absent = {leaf for leaf, value in values.items() if not any(str(value).upper() in each for each in said)}
    # it is in `Address.state` where there is no state of the US
    assert absent == {"rptOwnerNonUSStateTerritory"}, {leaf: names[leaf] for leaf in absent}
    boxes = [leaf for leaf, value in values.items() if value is True]
    true = sum(value is True for part in parts for value in part.values())
    assert true >= len(boxes), boxes


@pytest.mark.parametrize("element", LEFT_OUT)
def test_what_is_left_out_has_a_reason(element: str) -> None:
    assert element in TEXTS
    assert LEFT_OUT[element].endswith(".")
