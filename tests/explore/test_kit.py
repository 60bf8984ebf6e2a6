"""The files for Neo4j Browser: rendered from the schema and the packs, served to this machine, and each query runs."""

import csv
import io
import re
import socket
import zipfile
from html import unescape
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlsplit

import pytest

from graphload.ask import Question, Type, ask, cypher, questions
from graphload.ask.drawing import cited, drawn
from graphload.errors import UsageError
from graphload.explore import guide
from graphload.explore.favourites import Favourite, favourites, listed, packed, pictures
from graphload.explore.grass import LOOKS, grass
from graphload.explore.kit import GUIDE, STYLE, kit, link, serving
from graphload.schema import graph as schema
from graphload.store import Store
from tests.conftest import on_embedded, on_newest
from tests.test_packs import FAULTS

RUNNABLE = re.compile(r'data-lang="cypher">(.*?)</pre>', re.DOTALL)
RULE = re.compile(r'(node|relationship)(?:\.(\w+))? \{ (?:[\w-]+: (?:"[^"]*"|[^;"]+); )+\}')


def test_the_style_has_a_rule_for_each_label_and_type() -> None:
    rules = [RULE.fullmatch(line) for line in grass().splitlines()]
    assert [(rule[1], rule[2]) for rule in rules if rule] == [
        ("node", None),
        ("relationship", None),
        *(("node", node.label) for node in schema.NODES),
        *(("relationship", edge.type) for edge in schema.EDGES),
    ]
    assert None not in rules
    assert LOOKS.keys() == {node.label for node in schema.NODES}
    assert 'color: #A7D7A9; border-color: #5FA463; text-color-internal: #000000; caption: "{displayName}"; }' in grass()
    assert 'relationship.OWNS { color: #2870C2; shaft-width: 3px; caption: "{caption}"; }' in grass()


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.name)
def test_a_picture_has_paths_whose_nodes_have_captions(world: Store, picture: Favourite) -> None:
    rows = world.read(picture.query).rows
    paths = [value for row in rows for value in row if value is not None]
    assert paths
    captions = {node.label: node.caption for node in schema.NODES if not node.role}
    for path in paths:
        assert len(path) >= 3
        for node in path[::2]:
            (label,) = [label for label in node["labels"] if label in captions]
            assert node[captions[label]], node


@on_embedded
@pytest.mark.parametrize("favourite", favourites(), ids=lambda favourite: favourite.name)
def test_a_favourite_runs_as_it_is(world: Store, favourite: Favourite) -> None:
    assert not cypher.parameters(favourite.text)
    assert not favourite.query.startswith(":")
    world.read(favourite.text)


# Neo4j makes a plan for each, which takes long; the questions themselves are asked on each engine
@on_newest
@pytest.mark.thorough
@pytest.mark.parametrize(
    "favourite", {each.folder: each for each in favourites()}.values(), ids=lambda favourite: favourite.name
)
def test_a_favourite_of_each_folder_runs_on_neo4j(world: Store, favourite: Favourite) -> None:
    world.read(favourite.text)


@pytest.mark.every_engine
def test_literals_mean_what_parameters_mean(store: Store) -> None:
    values = {"text": 'it\'s \\ "so"', "none": None, "list": [1, "x"], "yes": True, "part": -2.5, "many": 10**12}
    query = f"RETURN {', '.join(f'${name} AS {name}' for name in values)}"
    assert store.read(cypher.with_literals(query, values)).rows == store.read(query, **values).rows


def test_every_question_that_needs_no_python_is_a_favourite() -> None:
    names = [each.name.partition(":")[0] for each in favourites() if each not in pictures()]
    assert [name for name in names if ", " not in name] == [each.name for each in questions() if each.finish is None]


def test_a_question_is_drawn_if_its_answers_cite_filings() -> None:
    drawn = {each.name.partition(",")[0] for each in favourites() if ", drawn:" in each.name}
    assert {"ownership/stake", "trades/top", "quality/signs"} <= drawn
    finished = {each.name for each in questions() if each.finish}
    assert finished.isdisjoint(drawn)
    assert len(drawn) > 0.8 * (len(questions()) - len(finished))


@pytest.mark.parametrize(
    "question",
    [each for each in questions() if drawn(each) and each.name not in FAULTS],
    ids=lambda question: question.name,
)
def test_what_a_question_finds_can_be_drawn(world: Store, question: Question) -> None:
    answered, column = ask(world, question.name, **question.examples[0]), cited(question)
    assert column
    ids = {
        id
        for row in answered.dicts()
        for id in ([row[column.name]] if column.type is Type.STRING else row[column.name])
    }
    paths = [path for (path,) in world.read(drawn(question) or "", **answered.parameters).rows]
    found = {path[2]["id"] for path in paths} | {path[3]["id"] for path in paths if "id" in path[3]}
    assert ids
    assert {id for id in found if ":" in id} | ids <= found


def test_literals_stand_for_parameters() -> None:
    values = {"a": "it's \\", "b": None, "c": [1, "x"], "d": True, "e": 2.5}
    made = cypher.with_literals("RETURN $a, '$a', $b, $c, $`d`, $e // $a", values)
    assert made == "RETURN 'it\\'s \\\\', '$a', null, [1, 'x'], true, 2.5 // $a"


def test_the_favourites_are_a_zip_and_a_table() -> None:
    some = favourites()
    assert packed(some) == packed(some)
    with zipfile.ZipFile(io.BytesIO(packed(some))) as archive:
        assert len({*archive.namelist()}) == len(some)
        assert archive.read(archive.namelist()[0]).decode() == some[0].text
    rows = list(csv.DictReader(io.StringIO(listed(some))))
    folders = [row for row in rows if row["isFolder"] == "true"]
    assert {row["parentId"] for row in rows if row["isFolder"] == "false"} == {row["id"] for row in folders}
    assert len(rows) == len(some) + len(folders)


def test_the_guide_has_every_picture_and_question() -> None:
    text, plain = guide.html("http://localhost:1/x"), guide.markdown()
    runnable = [unescape(each) for each in RUNNABLE.findall(text)]
    assert runnable[:2] == [":style http://localhost:1/x", ':config {"autoComplete": false}']
    assert runnable[2:] == [each.query.strip() for each in pictures()]
    assert all(each.name in text and each.name in plain for each in questions())
    assert all(each.query.strip() in plain for each in pictures())


def asked(
    address: str, method: str = "GET", path: str = f"/{STYLE}", host: str = "localhost:1"
) -> tuple[int, str, bytes]:
    connection = HTTPConnection("127.0.0.1", urlsplit(address).port or 0, timeout=30)
    connection.request(method, path, headers={"Host": host})
    answer = connection.getresponse()
    return answer.status, answer.headers.get("Access-Control-Allow-Origin", ""), answer.read()


def test_the_files_are_served_to_pages_on_this_machine() -> None:
    with serving() as address:
        for name, content in kit(address).items():
            assert asked(address, path=f"/{name}?again=1") == (200, "*", content)
        assert f"{address}/{STYLE}".encode() in asked(address, path=f"/{GUIDE}")[2]
        assert asked(address, "HEAD") == (200, "*", b"")
        assert asked(address, "OPTIONS") == (204, "*", b"")
        assert asked(address, path="/../pyproject.toml")[0] == 404
        assert asked(address, host="evil.example:80")[0] == 403
        assert asked(address, "POST")[0] == 501


def test_the_link_plays_the_guide() -> None:
    found = urlsplit(link("http://localhost:7474/", "http://localhost:5"))
    assert (found.path, parse_qs(found.query)) == (
        "/browser/",
        {"cmd": ["play"], "arg": [f"http://localhost:5/{GUIDE}"]},
    )


def test_a_port_that_is_taken_is_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as error, serving(port):
            pass
    assert str(error.value).startswith(f"port {port} cannot be used: ")
