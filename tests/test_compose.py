import subprocess
import sys

import pytest
from ruamel.yaml import YAML

from tests.conftest import Engine
from tests.servers import COMPOSE, compose_settings

SERVICE = YAML(typ="safe").load(COMPOSE)["services"]["neo4j"]


def test_it_follows_the_compose_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE)]
    subprocess.run(command, check=True)


def test_only_this_machine_reaches_the_server() -> None:
    assert SERVICE["ports"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICE["ports"])


def test_there_is_no_default_password() -> None:
    assert SERVICE["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


@pytest.mark.parametrize("engine", ["neo4j-2026"], indirect=True)
def test_a_server_takes_its_settings(engine: Engine) -> None:
    query = "SHOW SETTINGS YIELD name, isExplicitlySet WHERE isExplicitlySet RETURN collect(name) AS names"
    names = engine.driver.execute_query(query).records[0]["names"]
    assert set(compose_settings()) <= set(names)


@pytest.mark.parametrize("engine", ["neo4j-2026"], indirect=True)
def test_the_image_is_the_version_that_is_tested(engine: Engine) -> None:
    version = engine.driver.get_server_info().agent.removeprefix("Neo4j/")
    assert SERVICE["image"] == f"neo4j:{version}-community"
