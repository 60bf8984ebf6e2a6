"""The pages that `explore serve` serves, and who gets them."""

import http.client
import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from lxml import html

from examples.world import FILINGS
from graphload.ask import ask, questions
from graphload.errors import UsageError
from graphload.explore.markup import Markup, join, tag
from graphload.explore.serving import Server, serving
from graphload.explore.site import reply
from graphload.filing.values import Filing
from graphload.store import Store
from tests.conftest import on_embedded

MAIDA, SEED = "0009000161", "0001046568-22-000002"


def seen(store: Store, path: str, **given: str) -> Any:
    found = reply(store, path, given)
    assert found.status == 200, found.body
    return html.fromstring(found.body)


def links(page: Any) -> list[str]:
    return [address for each in page.iter("a") if (address := each.get("href")) and address.startswith("/")]


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "<b>", tag("b", "&"), class_='"') == '<p class="&quot;">&lt;b&gt;<b>&amp;</b></p>'
    assert tag("input", value="", name=None) == "<input value>"
    assert isinstance(join("a", None, "<"), Markup)


def test_a_search_leads_to_a_party_and_on_to_its_filings(world: Store) -> None:
    found = seen(world, "/", q="maida")
    assert f"/party/{MAIDA}" in links(found)
    picture = reply(world, f"/party/{MAIDA}", {}).body
    assert '"home":"/"' in picture
    assert SEED in picture
    page = seen(world, f"/filing/{SEED}")
    assert f"/party/{MAIDA}" in links(page)
    assert f"/picture/{SEED}" in links(page)
    assert seen(world, "/", q=SEED).xpath(f"//a[@href='/filing/{SEED}']")
    assert "Nobody is called so" in seen(world, "/", q="zzzz").text_content()


@on_embedded
def test_every_link_of_the_first_page_leads_somewhere(world: Store) -> None:
    asked = [address for address in links(seen(world, "/")) if address.startswith("/question/")]
    assert asked == [f"/question/{each.name}" for each in questions()]
    for address in asked:
        assert reply(world, address, {}).status == 200, address


@on_embedded
@pytest.mark.parametrize("filing", FILINGS, ids=lambda each: str(each.envelope.accession))
def test_a_filing_is_shown_with_every_cell_and_each_footnote_at_its_cell(world: Store, filing: Filing) -> None:
    page = seen(world, f"/filing/{filing.envelope.accession}")
    text = page.text_content()
    for row in filing.rows:
        (cells,) = page.xpath(f"//tr[td/code[@id='{filing.envelope.accession}:{row.row_id}']]")
        assert row.title in cells.text_content()
        if row.shares_after is not None:
            assert f"{float(row.shares_after):,.4f}".rstrip("0").rstrip(".") in cells.text_content()
        cited = {ref.footnote for ref in row.footnotes}
        assert {each.get("href") for each in cells.xpath(".//sup/a")} == {f"#{note}" for note in cited}
    for note in filing.footnotes:
        assert " ".join(note.text.split()) in text


def test_a_question_is_a_form_and_its_answer_a_table(world: Store) -> None:
    empty = seen(world, "/question/ownership/stake")
    assert [each.get("name") for each in empty.xpath("(//form)[2]//input")][:2] == ["person", "issuer"]
    assert not empty.xpath("//table")
    page = seen(world, "/question/ownership/stake", person="Robert Maida", ask="yes")
    expected = ask(world, "ownership/stake", person=MAIDA)
    assert len(page.xpath("//tbody/tr")) == len(expected)
    assert f"/filing/{SEED}#{quote(f'{SEED}:NT3')}" in links(page)
    assert f"person: Maida Robert P ({MAIDA}), by words of the name" in page.text_content()
    csv = reply(world, "/question/ownership/stake.csv", {"person": "Robert Maida"})
    assert (csv.body, csv.type) == (expected.to_csv(), "text/csv; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "given", "status", "said"),
    [
        ("/nothing", {}, 404, "there is no page /nothing"),
        ("/party/nobody", {}, 400, "there is no issuer or reporting owner 'nobody' in this store"),
        ("/filing/0001046568-22-000003", {}, 400, "there is no filing '0001046568-22-000003' in this store"),
        ("/question/ownership/steak", {}, 400, "there is no question 'ownership/steak': did you mean"),
        ("/question/trades/top", {"limit": "x"}, 400, "parameter limit takes a whole number, not 'x'"),
        ("/question/ownership/stake", {"ask": "yes"}, 400, "ownership/stake needs the parameter person"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_a_sentence(
    world: Store, path: str, given: dict[str, str], status: int, said: str
) -> None:
    found = reply(world, path, given)
    assert found.status == status
    assert said in unescape(found.body)


def test_names_that_hold_markup_stay_text(world: Store) -> None:
    for text in ("<script>alert(1)</script>", "\"'><img src=x>", "\u202eabc", "x" * 500):
        for found in (reply(world, "/", {"q": text}), reply(world, f"/party/{quote(text)}", {})):
            assert "<script>" not in found.body
            assert "<img" not in found.body


@pytest.fixture
def server(world: Store) -> Iterator[Server]:
    with serving(world, 0) as server:
        yield server


def got(server: Server, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)) as connection:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer


def test_only_who_has_the_token_is_served(server: Server) -> None:
    first = got(server, urlsplit(server.address)._replace(scheme="", netloc="").geturl())
    assert (first.status, first.headers["Location"]) == (303, "/")
    assert re.fullmatch(r"graphload-token=[\w-]+; HttpOnly; SameSite=Strict; Path=/", first.headers["Set-Cookie"])
    cookie = first.headers["Set-Cookie"].partition(";")[0]
    assert got(server, "/", Cookie=cookie).status == 200
    for headers in ({}, {"Cookie": "graphload-token=x"}, {"Cookie": 'a;b="\x01'}):
        assert got(server, "/", **headers).status == 403
    assert got(server, "/?token=x").status == 403
    for host in ("evil.example", f"evil.example:{server.server_port}", "127.0.0.1"):
        assert got(server, "/", Cookie=cookie, Host=host).status == 421
    assert got(server, "/", Cookie=cookie, Host=f"localhost:{server.server_port}").status == 200
    assert got(server, "/", "POST", Cookie=cookie).status == 501


def test_a_port_that_is_taken_is_a_sentence_and_another_serve_is_none(world: Store, server: Server) -> None:
    taken = f"port {server.server_port} cannot be used: .*; --port 0 takes a free one"
    with pytest.raises(UsageError, match=taken), serving(world, server.server_port):
        pass
    with serving(world, 0) as second:
        assert second.server_port != server.server_port
