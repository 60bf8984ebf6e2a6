"""What is rendered from the schema."""

from importlib.metadata import version

import pytest

from graphload.filing import calendar
from graphload.filing.codes import TransactionCode
from graphload.schema import graph as schema
from graphload.schema import render
from graphload.schema.statements import constraints
from graphload.schema.types import Kind
from graphload.store import Store

pytestmark = pytest.mark.every_engine


def test_every_label_but_the_roles_has_one_constraint_on_its_key() -> None:
    assert [statement.split("(n:")[1].split(")")[0] for statement in constraints()] == [
        node.label for node in schema.NODES if not node.role
    ]


def test_every_node_states_its_key_first() -> None:
    assert {node.props[0].name for node in schema.NODES} == {"id"}


def test_every_caption_is_a_text_of_its_own() -> None:
    for declared in (*schema.NODES, *schema.EDGES):
        if declared.caption and not getattr(declared, "role", False):
            (prop,) = [prop for prop in declared.props if prop.name == declared.caption]
            assert prop.kind is Kind.STRING


def test_the_reference_names_every_property() -> None:
    reference = render.markdown()
    for declared in (*schema.NODES, *schema.EDGES):
        for prop in declared.props:
            assert f"| `{prop.name}` | `{prop.kind.cypher}` | {prop.doc}" in reference


def test_the_diagram_has_every_relationship() -> None:
    diagram = render.mermaid()
    assert all(f" {edge.type} " in diagram for edge in schema.EDGES)
    assert "Party -. INSIDER_OF .-> Party" in diagram


def test_import_headers_type_every_column() -> None:
    headers = render.import_headers()
    assert headers["Signatory.csv"] == "id:ID(Signatory){id-type:string},name:string,:LABEL"
    assert headers["Group-HOLDS_THROUGH-Vehicle.csv"] == ":START_ID(Group),:END_ID(Vehicle)"
    assert headers["Party-FILED-Filing.csv"].startswith(
        ":START_ID(Party),:END_ID(Filing),name:string,director:boolean,"
    )


def test_what_is_rendered_is_what_a_store_has(store: Store) -> None:
    store.prepare()
    store.prepare()
    found = {
        (label, prop)
        for labels, props in store.read(
            "SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties"
        ).rows
        for label in labels or ()
        for prop in props or ()
    }
    keys = {(node.label, "id") for node in schema.NODES}
    looked_up = {
        (node.label, prop.name) for node in schema.NODES for prop in node.props if prop.indexed or prop.searched
    } | {(edge.type, prop.name) for edge in schema.EDGES for prop in edge.props if prop.indexed}
    assert keys | looked_up <= found


def test_the_meanings_of_codes_are_there_once(store: Store) -> None:
    store.prepare()
    store.prepare()
    found = store.read("MATCH (code:TransactionCode) RETURN code.id, code.meaning").rows
    assert sorted(found) == sorted((code.value, code.meaning) for code in TransactionCode)


def test_the_calendar_of_due_days_can_be_cited(store: Store) -> None:
    store.prepare()
    store.prepare()
    columns = ("id", "source", "digest", "first", "last", "closed")
    (found,) = store.read(f"MATCH (c:Calendar) RETURN {', '.join(f'c.{column}' for column in columns)}").rows
    id, source, digest, first, last, closed = found
    assert (id, digest, first, last) == ("EDGAR", calendar.digest(), calendar.FIRST, calendar.LAST)
    assert f"holidays {version('holidays')}" in source
    assert {"2024-06-19", "2024-12-24", "2025-01-09"} < {*closed}
