"""`graphload mcp`, by the official client over stdio."""

import asyncio
import json
import os
import sys
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from graphload.ask import questions
from graphload.explore.agent import MOST, server
from graphload.schema import render
from graphload.store import Store

TOOLS = ["ask", "explain_question", "filing", "find", "list_questions", "read_cypher"]


def called(store: Store, tool: str, **given: Any) -> Any:
    """Return what a tool answers, or its error."""

    async def call() -> Any:
        async with Client(server(store)) as client:
            result = await client.call_tool(tool, given)
        return getattr(result.content[0], "text", None) if result.is_error else result.structured_content

    return asyncio.run(call())


def test_an_agent_finds_asks_and_cites(world: Store) -> None:
    (found,) = called(world, "find", text="Maida Robert")["rows"]
    answer = called(world, "ask", question_name="ownership/stake", parameters={"person": found["name"]})
    assert answer["notes"] == ["person: Maida Robert P (0009000161), by name"]
    assert answer["parameters"]["person"] == found["id"]
    assert answer["total"] == len(answer["rows"]) == 2
    assert all(None not in row.values() for row in answer["rows"])
    assert answer["covers"]["firstFiled"] < answer["covers"]["lastFiled"]
    cited = called(world, "filing", accession=answer["rows"][0]["filing"])
    asked = called(world, "ask", question_name="evidence/filing", parameters={"filing": answer["rows"][0]["filing"]})
    assert cited["rows"] == asked["rows"] != []


def test_questions_are_listed_and_explained(world: Store) -> None:
    assert called(world, "list_questions") == {each.name: each.title for each in questions()}
    assert set(called(world, "list_questions", pack="trades")) == {each.name for each in questions("trades")}
    for each in questions():
        assert called(world, "explain_question", question_name=each.name) == json.loads(json.dumps(each.parts()))


def test_an_answer_is_cut_and_says_how_long_it_is(world: Store) -> None:
    answer = called(world, "read_cypher", cypher="UNWIND range(1, $n) AS n RETURN n", parameters={"n": MOST + 1})
    assert (len(answer["rows"]), answer["total"]) == (MOST, MOST + 1)


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("ask", {"question_name": "ownership/stakes"}, "there is no question 'ownership/stakes': did you mean"),
        ("ask", {"question_name": "ownership/stake"}, "ownership/stake needs the parameter person"),
        ("ask", {"question_name": "ownership/stake", "parameters": {"person": "SHOP"}}, "there is no reporting owner"),
        ("filing", {"accession": "0001046568-22-000003"}, "there is no filing '0001046568-22-000003' in this store"),
        ("read_cypher", {"cypher": "CREATE (n:Person)"}, "read_cypher: "),
        ("read_cypher", {"cypher": "RETURN"}, "the query is not understood"),
    ],
)
def test_an_error_reaches_the_agent_as_a_sentence(world: Store, tool: str, given: dict[str, Any], said: str) -> None:
    before = world.read("MATCH (n) RETURN count(n)").rows
    error = called(world, tool, **given)
    assert isinstance(error, str)
    assert said in error
    assert world.read("MATCH (n) RETURN count(n)").rows == before


def test_it_speaks_over_standard_input_and_output(world: Store) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "graphload", "mcp", "--store", world.address], env={**os.environ}
    )

    async def talk() -> None:
        async with Client(command) as client:
            assert sorted(tool.name for tool in (await client.list_tools()).tools) == TOOLS
            (schema,) = (await client.read_resource("graphload://schema")).contents
            assert getattr(schema, "text", None) == render.markdown()
            (listed,) = (await client.read_resource("graphload://questions")).contents
            assert "`ownership/stake`" in getattr(listed, "text", "")
            answer = await client.call_tool(
                "ask", {"question_name": "insiders/roster", "parameters": {"issuer": "AMOT"}}
            )
            assert answer.structured_content is not None
            assert answer.structured_content["rows"][0]["insider"] == "Robert P Maida"

    asyncio.run(talk())
