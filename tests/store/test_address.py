"""What addresses mean."""

from pathlib import Path

import pytest

from graphload.errors import UsageError
from graphload.store.address import Folder, Server, default, parse

LOGIN = {"NEO4J_PASSWORD": "secret"}


def test_a_folder_is_an_embedded_store() -> None:
    assert parse("some/insiders.graph") == Folder(Path("some/insiders.graph"))


def test_a_uri_is_a_server_and_the_variables_say_who_asks() -> None:
    assert parse("neo4j+s://example.org", LOGIN) == Server("neo4j+s://example.org", "neo4j", "secret", None)
    login = LOGIN | {"NEO4J_USERNAME": "reader", "NEO4J_DATABASE": "insiders"}
    assert parse("bolt://localhost:7687", login) == Server("bolt://localhost:7687", "reader", "secret", "insiders")


def test_a_routing_policy_is_kept() -> None:
    assert parse("neo4j://localhost:7687/?policy=near", LOGIN) == Server(
        "neo4j://localhost:7687?policy=near", "neo4j", "secret", None
    )


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(parse("bolt://localhost", LOGIN))


@pytest.mark.parametrize(
    ("address", "variables", "said"),
    [
        (
            "bolt://me:secret@localhost",
            LOGIN,
            "may not hold a user or a password: set NEO4J_USERNAME and NEO4J_PASSWORD",
        ),
        ("bolt://localhost", {}, "bolt://localhost needs a password: set NEO4J_PASSWORD"),
        ("http://localhost:7474", LOGIN, "http:// is no address of a store"),
        ("neo4j://localhost?password=secret", LOGIN, "set NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE instead"),
        ("neo4j://localhost#secret", LOGIN, "set NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE instead"),
        ("neo4j://localhost/secret", LOGIN, "set NEO4J_DATABASE instead"),
        ("neo4j://localhost/?user=me:secret@there", LOGIN, "may not hold a user or a password"),
        ("neo4j://[::1", LOGIN, "should look like neo4j://host"),
        ("neo4j://localhost:secret", LOGIN, "should look like neo4j://host"),
        ("neo4j://localhost:99999", LOGIN, "should look like neo4j://host"),
        ("neo4j://", LOGIN, "should look like neo4j://host"),
    ],
)
def test_an_address_that_cannot_be_used_says_what_to_do(address: str, variables: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse(address, variables)
    assert said in str(raised.value)
    assert "secret" not in str(raised.value)


def test_the_default_is_what_the_variables_name_or_a_folder_here() -> None:
    assert default({}) == "graphload.graph"
    assert default({"NEO4J_URI": "bolt://a"}) == "bolt://a"
    assert default({"NEO4J_URI": "bolt://a", "GRAPHLOAD_STORE": "b.graph"}) == "b.graph"
