"""An HTTP client for EDGAR or a mirror. It keeps the rate limit, retries failed requests and writes files."""

from __future__ import annotations

import os
import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import TypeAlias

import httpx

from graphload.edgar.checks import title
from graphload.edgar.rate_limit import LONGEST_WAIT, Say, Sleep, identity, patience, retry_after
from graphload.errors import AbsentError, FetchError, UnavailableError, UsageError

Check: TypeAlias = Callable[[Path, str], None]

WWW, DATA = "https://www.sec.gov", "https://data.sec.gov"

_LARGEST = 1_000_000_000
_CHUNK = 1 << 16
# total time for one file, as a multiple of the read timeout
_TIMEOUTS = 20.0
# Amazon S3, behind EDGAR, has this in its answer with status 403 for a missing file
_NO_SUCH_FILE = b"<Code>AccessDenied</Code>"


@dataclass(frozen=True, slots=True)
class Site:
    """The base addresses of EDGAR: one for archives and indexes, one for the lists of submissions by filer."""

    www: str = WWW
    data: str = DATA

    def __post_init__(self) -> None:
        for base in (self.www, self.data):
            if not re.match(r"https?://[^/\s]", base):
                raise UsageError(f"the base address of EDGAR or a mirror begins with https:// or http://, not {base!r}")

    def address(self, path: str) -> str:
        """Return the address of a path."""
        return (self.data if path.startswith("/submissions/") else self.www).rstrip("/") + path


class Edgar:
    """A connection to EDGAR. Every request first calls `pace`; `sleep` waits before a request is repeated."""

    def __init__(
        self,
        user_agent: str | None,
        site: Site,
        *,
        pace: Callable[[], object],
        say: Say,
        sleep: Sleep = time.sleep,
        timeout: float = 30.0,
    ) -> None:
        self.site, self._pace, self._timeout = site, pace, timeout
        self._patience = patience(sleep, say)
        self._client = httpx.Client(
            headers={"User-Agent": identity(user_agent), "Accept-Encoding": "gzip"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=timeout,
        )

    def __enter__(self) -> Edgar:
        return self

    def __exit__(self, *raised: object) -> None:
        self._client.close()

    def save(self, path: str, to: Path, check: Check) -> None:
        """Download the file at a path of EDGAR.

        `check` raises FetchError if the content is wrong. Raises UnavailableError if further requests make no sense.
        """
        self._patience(self._save, self.site.address(path), to, check)

    def _save(self, address: str, to: Path, check: Check) -> None:
        try:
            with self._answer(address) as response, to.open("wb") as file:
                for chunk in self._body(response, address):
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise UnavailableError(
                address, f"no connection: {_words(error)}; check the network and --base", again=True
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(address, _words(error), again=True) from None
        check(to, address)

    @contextmanager
    def _answer(self, address: str) -> Iterator[httpx.Response]:
        """Yield the response with status 200, after redirects within the same host."""
        url = httpx.URL(address)
        for _ in range(5):
            self._pace()
            with self._client.stream("GET", url) as response:
                if response.next_request is None:
                    _demand(response, address)
                    yield response
                    return
                target = response.next_request.url
                if target.host != url.host or target.scheme not in (url.scheme, "https"):
                    raise FetchError(address, f"redirects to another host: {target}")
                url = target
        raise FetchError(address, "too many redirects")

    def _body(self, response: httpx.Response, address: str) -> Iterator[bytes]:
        """Yield the unpacked body. Raise FetchError if it is too large or takes too long."""
        size, until = 0, time.monotonic() + _TIMEOUTS * self._timeout
        for chunk in _unpacked(response, address):
            size += len(chunk)
            if size > _LARGEST:
                raise FetchError(address, f"larger than {_LARGEST:,} bytes")
            if time.monotonic() > until:
                raise FetchError(address, f"still not here after {_TIMEOUTS * self._timeout:.1f} s", again=True)
            yield chunk


def _unpacked(response: httpx.Response, address: str) -> Iterator[bytes]:
    packing = response.headers.get("Content-Encoding", "identity").lower()
    if packing not in ("identity", "gzip"):
        raise FetchError(address, f"unexpected Content-Encoding: {packing!r}")
    if packing == "identity":
        yield from response.iter_raw()
        return
    unpack = zlib.decompressobj(wbits=31)
    try:
        for packed in response.iter_raw():
            while packed and not unpack.eof:
                yield unpack.decompress(packed, _CHUNK)
                packed = unpack.unconsumed_tail  # noqa: PLW2901 - what is left of it
        yield unpack.flush()
    except zlib.error as error:
        raise FetchError(address, f"not gzip as it says: {error}", again=True) from None
    if not unpack.eof:
        raise FetchError(address, "the gzip is cut off", again=True)


def _demand(response: httpx.Response, address: str) -> None:
    """Raise unless the status is 200. A missing file is an AbsentError; other errors may be tried again."""
    status = response.status_code
    if status == 200:
        return
    page = b"".join(_some(response))
    what = " ".join(filter(None, [str(status), response.reason_phrase, title(page)]))
    if status in (404, 410) or (status == 403 and _NO_SUCH_FILE in page):
        raise AbsentError(address, f"EDGAR has no such file ({status})")
    after = retry_after(response.headers.get("Retry-After"))
    if after is not None and after > LONGEST_WAIT:
        raise UnavailableError(address, f"{what}: the server asks to wait {after:,.0f} s")
    if status in (403, 429, 503):
        raise UnavailableError(address, what, again=True, after=after)
    raise FetchError(address, what, again=status >= 500, after=after)


def _some(response: httpx.Response) -> Iterator[bytes]:
    """Yield the beginning of the body."""
    size = 0
    for chunk in response.iter_bytes(_CHUNK):
        yield chunk
        size += len(chunk)
        if size >= _CHUNK:
            return


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
