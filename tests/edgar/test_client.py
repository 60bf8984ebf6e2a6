"""The connection to EDGAR: who it says it is, how often it asks, when it asks again, what it takes for an answer."""

import gzip
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import submission
from graphload.edgar import client
from graphload.edgar.checks import check_submission, title
from graphload.edgar.client import Edgar, Site
from graphload.edgar.rate_limit import TRIES, identity, pace, retry_after
from graphload.errors import AbsentError, FetchError, UnavailableError, UsageError
from tests import edgar_server
from tests.edgar_server import NO_SUCH_FILE, Fault, half, half_packed, packed, reset, says, short, slow

IDENTITY = "Jane Doe jane@example.com"
FILING = FILINGS[0]
PATH = edgar_server.path(FILING)
SENT = submission(FILING)
CHECK = partial(check_submission, accession=str(FILING.envelope.accession))


class Visit:
    """A server and a connection to it that waits for nothing, but keeps how long it would have, and what it said."""

    def __init__(self, server: edgar_server.Edgar, file: Path, base: str | None = None) -> None:
        self.server, self.file, self.base = server, file, base or server.base
        self.waits: list[float] = []
        self.said: list[str] = []

    def save(self, path: str = PATH, timeout: float = 30.0) -> bytes:
        site = Site(self.base, self.base)
        with Edgar(
            IDENTITY, site, pace=lambda: None, say=self.said.append, sleep=self.waits.append, timeout=timeout
        ) as edgar:
            edgar.save(path, self.file, CHECK)
        return self.file.read_bytes()

    def after(self, *faults: Fault, timeout: float = 30.0) -> bytes:
        """Return what is saved when the first answers are these."""
        self.server.faults[PATH] = [*faults]
        return self.save(timeout=timeout)


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Visit]:
    with edgar_server.edgar() as server:
        yield Visit(server, tmp_path / "file")


def test_it_says_who_asks_and_carries_nothing_else(visit: Visit) -> None:
    assert visit.after(says(500, Set_Cookie="a=b"), says(500, Set_Cookie="a=b")) == SENT
    for asked in visit.server.asked:
        assert asked.headers["User-Agent"] == IDENTITY
        assert asked.headers["Accept-Encoding"] == "gzip"
        assert asked.headers["Cookie"] is None


@pytest.mark.parametrize("nobody", [None, "", "  ", "graphload", "Jane\nDoe jane@example.com", "Jäne jane@example.com"])
def test_nobody_is_not_let_out(nobody: str | None) -> None:
    with pytest.raises(UsageError, match=re.compile("e-mail address")):
        identity(nobody)


@pytest.mark.parametrize("somebody", [IDENTITY, "Example Inc. https://example.com/contact"])
def test_somebody_has_an_address(somebody: str) -> None:
    assert identity(f" {somebody} ") == somebody


def test_requests_are_evenly_spaced(visit: Visit) -> None:
    began = time.monotonic()
    with Edgar(IDENTITY, Site(visit.base, visit.base), pace=pace(10), say=visit.said.append) as edgar:
        for _ in range(6):
            edgar.save(PATH, visit.file, CHECK)
    times = [asked.at - began for asked in visit.server.asked]
    assert all(time >= number * 0.1 - 0.005 for number, time in enumerate(times))


def test_another_try_is_paced_too(visit: Visit) -> None:
    paced: list[None] = []
    visit.server.faults[PATH] = [says(500), says(302, b"", Location="/elsewhere")]
    visit.server.files["/elsewhere"] = SENT
    site = Site(visit.base, visit.base)
    with Edgar(
        IDENTITY, site, pace=lambda: paced.append(None), say=visit.said.append, sleep=visit.waits.append
    ) as edgar:
        edgar.save(PATH, visit.file, CHECK)
    assert len(paced) == len(visit.server.asked) == 3


@pytest.mark.parametrize("per_second", [0, -1, 10.1, float("inf"), float("nan")])
def test_ten_a_second_is_the_most(per_second: float) -> None:
    with pytest.raises(UsageError, match="10 requests a second at most, not"):
        pace(per_second)


@pytest.mark.parametrize(
    "fault",
    [
        says(429),
        says(403),
        says(500),
        says(502),
        says(503),
        says(200),
        says(200, b""),
        says(200, SENT.replace(b"0001046568-22-000002", b"0001046568-22-000003")),
        half,
        half_packed,
        short,
        reset,
        says(200, SENT, Content_Encoding="gzip"),
    ],
)
def test_a_bad_moment_passes(visit: Visit, fault: Fault) -> None:
    assert visit.after(fault, fault) == SENT
    assert len(visit.server.asked) == len(visit.waits) + 1 == 3
    assert all(f"{visit.base}{PATH}: " in line and ": trying again in " in line for line in visit.said)


def test_a_server_that_is_slow_is_asked_again(visit: Visit) -> None:
    assert visit.after(slow(3), timeout=0.5) == SENT
    assert ": timed out: trying again in " in visit.said[0]


def test_each_wait_is_longer(visit: Visit) -> None:
    assert visit.after(*[says(500)] * (TRIES - 1)) == SENT
    assert [int(wait) for wait in visit.waits] == [1, 2, 4, 8]


def test_a_wait_that_is_asked_for_is_kept(visit: Visit) -> None:
    in_a_minute = f"{datetime.now(timezone.utc) + timedelta(seconds=60):%a, %d %b %Y %H:%M:%S GMT}"
    assert visit.after(says(429, Retry_After="20"), says(503, Retry_After=in_a_minute)) == SENT
    assert visit.waits[0] == 20
    assert 55 <= visit.waits[1] <= 60


def test_a_wait_that_is_too_long_is_left_to_the_user(visit: Visit) -> None:
    with pytest.raises(UnavailableError, match=re.escape("asks to wait 3,600 s")):
        visit.after(says(429, Retry_After="3600"))
    assert (len(visit.server.asked), visit.waits) == (1, [])


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0),
        ("120", 120),
        ("soon", None),
        ("-5", None),
        ("Wed, 09 Mar 2022 16:30:30 GMT", 30),
        ("Wed, 09 Mar 2022 16:30:30 -0000", 30),
        ("Wed, 09 Mar 2022 16:00:00 GMT", 0),
    ],
)
def test_both_forms_of_retry_after_are_read(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, datetime(2022, 3, 9, 16, 30, tzinfo=timezone.utc)) == seconds


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_server_that_refuses_is_left_alone(visit: Visit, status: int) -> None:
    with pytest.raises(UnavailableError, match=rf"{re.escape(PATH)}: {status} .* 'SEC.gov | Request Rate Threshold"):
        visit.after(*[says(status)] * TRIES)
    assert len(visit.server.asked) == TRIES


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (says(500), "500 Internal Server Error"),
        (says(200), "not a filing but a page: 'SEC.gov | Request Rate Threshold Exceeded'"),
        (says(200, SENT.replace(b"-000002", b"-000003")), "another filing than 0001046568-22-000002"),
        (short, "cut off: </SEC-DOCUMENT> is missing"),
    ],
)
def test_it_gives_up_after_so_many_tries(visit: Visit, fault: Fault, what: str) -> None:
    with pytest.raises(FetchError) as raised:
        visit.after(*[fault] * TRIES)
    assert not isinstance(raised.value, UnavailableError)
    assert str(raised.value).startswith(f"{visit.base}{PATH}: {what}")
    assert len(visit.server.asked) == TRIES


def test_a_page_is_known_by_its_title() -> None:
    assert title(b"<html><TITLE lang='en'>\n SEC.gov |\n  Not now </TITLE>") == "'SEC.gov | Not now'"
    assert title(b"<p>Not now</p>") is None


@pytest.mark.parametrize("filling", [b" ", b"<title", b"<title>"])
def test_a_page_made_to_take_long_does_not(filling: bytes) -> None:
    # by what grows with the cube these would take an hour
    assert title(b"<title>" + filling * 30_000) in (None, "''")


@pytest.mark.parametrize("fault", [says(404), says(410), says(403, NO_SUCH_FILE)])
def test_what_is_not_there_is_asked_for_once(visit: Visit, fault: Fault) -> None:
    with pytest.raises(AbsentError, match="EDGAR has no such file"):
        visit.after(fault)
    assert len(visit.server.asked) == 1


@pytest.mark.parametrize("fault", [says(400), says(401), says(206, SENT), says(200, SENT, Content_Encoding="br")])
def test_what_another_try_would_not_change_is_asked_for_once(visit: Visit, fault: Fault) -> None:
    with pytest.raises(FetchError):
        visit.after(fault)
    assert len(visit.server.asked) == 1


def test_nobody_there(visit: Visit) -> None:
    with ExitStack() as stack:
        visit.base = stack.enter_context(edgar_server.edgar()).base
    with pytest.raises(UnavailableError, match=r"no connection: .*refused"):
        visit.save()
    assert len(visit.waits) == TRIES - 1


def test_packed_or_not_it_is_the_same(visit: Visit) -> None:
    assert visit.after(packed) == visit.after() == SENT


def test_half_of_what_is_packed_is_not_taken(visit: Visit) -> None:
    assert visit.after(half_packed) == SENT
    assert "the gzip is cut off" in visit.said[0]


@pytest.mark.parametrize("packing", [False, True])
def test_there_is_an_end_to_how_much_is_taken(visit: Visit, monkeypatch: pytest.MonkeyPatch, packing: bool) -> None:
    monkeypatch.setattr(client, "_LARGEST", 1_000_000)
    much = bytes(50_000_000)
    fault = says(200, gzip.compress(much), Content_Encoding="gzip") if packing else says(200, much)
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        visit.after(fault)
    assert visit.file.stat().st_size <= 1_000_000


def test_there_is_an_end_to_how_long_it_takes(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(answer: edgar_server.Answer, body: bytes) -> None:
        answer.send(200, b"", Content_Length=str(len(body)))
        for at in range(len(body)):
            answer.wfile.write(body[at : at + 1])
            time.sleep(0.01)

    monkeypatch.setattr(client, "_TIMEOUTS", 0.04)
    assert visit.after(drip, timeout=5) == SENT
    assert ": still not here after 0.2 s: " in visit.said[0]


def test_it_is_sent_on_within_the_host_and_no_further(visit: Visit) -> None:
    visit.server.files["/elsewhere"] = SENT
    assert visit.after(says(301, b"", Location="/elsewhere")) == SENT
    away = visit.base.replace("127.0.0.1", "localhost")
    with pytest.raises(FetchError, match="redirects to another host: http://localhost"):
        visit.after(says(302, b"", Location=f"{away}/elsewhere"))
    assert visit.server.paths == [PATH, "/elsewhere", PATH]


def test_it_is_not_sent_in_a_circle(visit: Visit) -> None:
    with pytest.raises(FetchError, match="too many redirects"):
        visit.after(*[says(302, b"", Location=PATH)] * 9)
    assert len(visit.server.asked) == 5


def test_a_base_is_an_address() -> None:
    with pytest.raises(UsageError, match=r"https:// or http://, not 'sec\.gov'"):
        Site("sec.gov")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PATH, f"https://www.sec.gov{PATH}"),
        ("/files/company_tickers.json", "https://www.sec.gov/files/company_tickers.json"),
        ("/submissions/CIK0000320193.json", "https://data.sec.gov/submissions/CIK0000320193.json"),
    ],
)
def test_lists_of_submissions_are_on_a_host_of_their_own(path: str, address: str) -> None:
    assert Site().address(path) == address


def test_a_mirror_may_be_below_a_folder() -> None:
    assert Site("https://example.com/edgar/").address(PATH) == f"https://example.com/edgar{PATH}"
