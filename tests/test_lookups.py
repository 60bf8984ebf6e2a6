"""No statement looks a node up by a value that may be null: the embedded engine answers that by a scan of the label."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphload.ask import checks
from graphload.ask.header import parse
from graphload.errors import UsageError
from graphload.schema.statements import delete_unused, put_edges, put_nodes
from tests.servers import ROOT

# a node with a label and properties, and one of its properties with the value
_NODE = re.compile(r"\(\s*\w*\s*:[\w|&:]+\s*\{([^{}]*)\}\s*\)")
_CALL = r"\w+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"  # of which arguments may be calls, too
_VALUE = re.compile(rf"(\w+)\s*:\s*((?:'[^']*'|{_CALL}|[^,()])+)")
_PLAIN = re.compile(r"'[^']*'|\d+|true|false")
_PYTHON = re.compile(r'"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', re.DOTALL)
_FOLDERS = ("store", "load", "check")


def may_be_null(cypher: str, optional: frozenset[str] = frozenset()) -> list[str]:
    """Return the lookups of a statement by a value that may be null; `optional` are parameters without a value."""
    found = []
    for node in _NODE.finditer(cypher):
        for property, value in _VALUE.findall(node[1]):
            if not _is_there(value.strip(), cypher, optional):
                found.append(f"{property}: {value.strip()}")
    return found


def _is_there(value: str, cypher: str, optional: frozenset[str]) -> bool:
    """Whether a value is never null: a literal, `coalesce`, a parameter, a row of one, or what is asked to be there."""
    if _PLAIN.fullmatch(value) or value.startswith("coalesce("):
        return True
    if value.startswith("$"):
        return value[1:] not in optional
    if re.search(rf"\b{re.escape(value)} IS NOT NULL\b", cypher):
        return True
    name, _, key = value.partition(".")
    if re.search(rf"\bUNWIND (\$\w+|\[('[^']*'(, )?)+\]) AS {name}\b", cypher):
        return True
    if key == "id":  # a node that a pattern has to match has its key
        return not re.search(rf"OPTIONAL MATCH[^\n]*\({name}\b", cypher)
    given = re.findall(rf"(coalesce\(.*\)|[\w.$]+) AS {name}\b", cypher)
    made = [each for each in given if each.rpartition(".")[2] != name]  # not what a map only carries
    return bool(made) and all(_is_there(each, cypher, optional) for each in made)


def statements() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield every statement of the packs, the checks and the code: where it is, its text, its optional parameters."""
    for file in sorted((ROOT / "cypher").rglob("*.cypher")):
        text = file.read_text("utf-8")
        yield str(file.relative_to(ROOT)), _code(text), _optional(text, file)
    for check in checks():
        yield check.name, check.cypher, frozenset()
    for folder in _FOLDERS:
        for file in sorted((ROOT / "graphload" / folder).rglob("*.py")):
            for found in _PYTHON.finditer(file.read_text("utf-8")):
                text = (found[1] or found[2] or "").replace("{{", "{").replace("}}", "}")
                if "MATCH" in text or "MERGE" in text:
                    yield f"{file.relative_to(ROOT)}: {text[:60]}", text, frozenset()
    for label in ("Filing", "Party", "Security"):
        yield f"put_nodes({label})", put_nodes(label), frozenset()
    yield "delete_unused", delete_unused("Vehicle"), frozenset()
    yield "put_edges", put_edges("ISSUED", "Party", "Security"), frozenset()


def _code(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))


def _optional(text: str, file: Path) -> frozenset[str]:
    try:
        question = parse(text, file.stem, str(file))
    except UsageError:
        return frozenset()
    return frozenset(param.name for param in question.params if not param.required and param.default is None)


STATEMENTS = [*statements()]


@pytest.mark.parametrize(("place", "cypher", "optional"), STATEMENTS, ids=[place for place, *_ in STATEMENTS])
def test_no_statement_looks_up_by_a_value_that_may_be_null(place: str, cypher: str, optional: frozenset[str]) -> None:
    assert may_be_null(cypher, optional) == [], place


@pytest.mark.parametrize(
    ("cypher", "lookups"),
    [
        ("MATCH (p:Party {id: $person}) RETURN p", ["id: $person"]),
        ("MATCH ()-[r:HOLDING]->() WITH r.holder AS holder MATCH (v:Vehicle {id: holder}) RETURN v", ["id: holder"]),
        ("MATCH (f:Filing)-[r:HOLDING]->() WITH r MATCH (v:Vehicle {id: r.holder}) RETURN v", ["id: r.holder"]),
        ("MATCH (p:Party) WHERE EXISTS { MATCH (q:Party {nameKey: p.nameKey}) } RETURN p", ["nameKey: p.nameKey"]),
        ("OPTIONAL MATCH (o:Party)-[:FILED]->() MATCH (p:Party {id: o.id}) RETURN p", ["id: o.id"]),
        ("MATCH (p:Party {id: null}) RETURN p", ["id: null"]),
        ("MATCH (f:Filing {id: $filing, form: f.form}) RETURN f", ["form: f.form"]),
        ("MATCH (p:Party {id: $other}) RETURN p", []),
        ("MATCH (p:Party {id: coalesce($person, '')}) RETURN p", []),
        ("UNWIND $rows AS row MATCH (p:Party {id: row.start}) RETURN p", []),
        ("MATCH ()-[r]->() WITH r.at AS at WHERE at IS NOT NULL MATCH (v:Vehicle {id: at}) RETURN v", []),
        ("UNWIND ['3/A', '4/A'] AS form MATCH (f:Filing {form: form}) RETURN f", []),
        ("MATCH ()-[r]->() WITH coalesce(r.holder, '') AS holder MATCH (v:Vehicle {id: holder}) RETURN v", []),
        ("MATCH (p:Party)-[:FILED]->() MATCH (q:Party {id: p.id}) RETURN q", []),
        ("MATCH (s:Security {derivative: true}) RETURN s", []),
    ],
)  # fmt: skip
def test_what_may_be_null_is_told(cypher: str, lookups: list[str]) -> None:
    assert may_be_null(cypher, frozenset({"person"})) == lookups
