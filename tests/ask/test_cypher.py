"""Looking at Cypher: what writes is found, and what only looks like it is left alone."""

import pytest

from graphload.ask.cypher import faults, parameters, returned


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN 'CREATE (n)' AS text, \"it's a \\\" DELETE\" AS other",
        "// SET x\nRETURN 1 AS n /* MERGE\n DROP */",
        "MATCH (n:`CREATE`)-[:SET]->(m:A|Delete&!Remove) RETURN n.set AS set, {load: 2} AS map, n.`DROP` AS d",
        "WITH 1 AS filter RETURN $create AS n",
        "MATCH (id:Filing) WHERE id.id = $id RETURN id.use AS x",
        "MATCH (a) CALL (a) { RETURN 1 AS n } RETURN n, [x IN range(0, 3) | x.set] AS xs",
        "MATCH (a)((x)-[:OWNS]->(y)){1,3}(b) RETURN shortestPath((a)-[*..3]-(b)) AS path, size([1]) AS call",
    ],
)
def test_reading_is_left_alone(cypher: str) -> None:
    assert list(faults(cypher)) == []


@pytest.mark.parametrize(
    ("cypher", "what"),
    [
        *((f"MATCH (n)\n{clause}", f"{word} writes, and a question only reads") for word, clause in {
            "CREATE": "create (m)",
            "MERGE": "MERGE (m:A)",
            "SET": "SET n.x = 1",
            "DELETE": "DELETE n",
            "DETACH": "DETACH/**/DELETE n",
            "NODETACH": "NODETACH DELETE n",
            "REMOVE": "REMOVE n.x",
            "DROP": "DROP INDEX x",
            "INSERT": "INSERT (:A)",
            "FOREACH": "FOREACH (x IN [1] | SET n.x = x)",
            "LOAD": "LOAD CSV FROM 'x' AS row RETURN row",
            "TRANSACTIONS": "CALL (n) { RETURN 1 AS x } IN TRANSACTIONS OF 5 ROWS RETURN x",
        }.items()),
        ("MATCH (n)\nRETURN id(n) AS n", "id() differs between engines: use the property id"),
        ("MATCH (n)\nRETURN elementId (n) AS n", "elementId() differs between engines: use the property id"),
        ("MATCH (n)\nRETURN apoc.text.join([], '') AS n", "apoc is a library that not every engine has"),
        ("MATCH (n)\nWITH gds.similarity.jaccard([], []) AS x RETURN x", "gds is a library that not every engine has"),
        ("MATCH (n)\nCALL db.labels() YIELD label RETURN label", "procedure db is not in every engine"),
        ("MATCH (n)\nMATCH p = SHORTEST 1 (a)--(b) RETURN p", "SHORTEST is not in every engine"),
        ("//\nCYPHER 25 RETURN 1 AS n", "CYPHER is not in every engine"),
        ("MATCH (n)\nLET x = 1 RETURN x", "LET is not in every engine"),
        ("RETURN 1 AS n\n; RETURN 2 AS n", "one statement without `;`"),
        ("RETURN 1 AS n,\n'open AS m", "a string without end"),
        ("RETURN 1 AS n,\n`open AS m", "a name without end"),
        ("MATCH (n)\nRETURN '\\u0027' AS n", "write the character itself for the escape \\u"),
    ],
)  # fmt: skip
def test_a_fault_is_found_with_its_line(cypher: str, what: str) -> None:
    fault = next(faults(cypher))
    assert (fault.line, fault.what) == (2, what)


def test_parameters_are_found_where_they_are_used() -> None:
    found = parameters("RETURN $a AS a, '$text' AS b, // $comment\n$a + $`b` AS c /* $no */")
    assert found == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (a)\nRETURN DISTINCT a, max(a.x, 2) AS m, {k: [1, 2]} AS `a map` LIMIT 1", ["a", "m", "a map"]),
        ("CALL () { RETURN 1 AS x, 2 AS y }\nRETURN x", ["x"]),
        ("RETURN 1 AS a UNION ALL\nRETURN 2 AS a", ["a"]),
        ("WITH 1 AS x ORDER BY x\nRETURN x, x + 1, 'text'", ["x", "?", "?"]),
        ("MATCH (a)\nRETURN *", ["?"]),
    ],
)  # fmt: skip
def test_columns_are_found_in_the_last_return(cypher: str, columns: list[str]) -> None:
    assert returned(cypher) == (2, columns)
