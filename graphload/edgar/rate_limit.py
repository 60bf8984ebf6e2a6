"""EDGAR's rules for clients: an identity, a rate limit, and pauses between retries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import TypeAlias

import tenacity
from pyrate_limiter import Limiter, Rate

from graphload.errors import FetchError, UsageError

MOST_PER_SECOND = 10.0
TRIES = 5
# EDGAR blocks clients that exceed its rate limit for ten minutes
LONGEST_WAIT = 600.0

Say: TypeAlias = Callable[[str], None]
Sleep: TypeAlias = Callable[[float], None]

_BACK_OFF = tenacity.wait_exponential_jitter(initial=1, max=60)


def identity(user_agent: str | None) -> str:
    """Return the User-Agent. Raises UsageError if it has no e-mail address or URL."""
    said = (user_agent or "").strip()
    if not said:
        raise UsageError(
            "EDGAR requires the identity of every client: give a name and an e-mail address, "
            "by --user-agent or EDGAR_IDENTITY, such as 'Jane Doe jane@example.com'"
        )
    if not (said.isascii() and said.isprintable()) or not ("@" in said or "://" in said):
        raise UsageError(f"an e-mail address or a URL is missing, or a character is not ASCII, in User-Agent {said!r}")
    return said


def pace(per_second: float) -> Callable[[], object]:
    """Return a function that waits until the next request is allowed. Requests are evenly spaced."""
    if not 0 < per_second <= MOST_PER_SECOND:
        most = f"{MOST_PER_SECOND:.0f} requests a second at most"
        raise UsageError(f"the rate must be above 0 and {most}, not {per_second:g}")
    limiter = Limiter(Rate(1, round(1000 / per_second)), buffer_ms=0)
    return lambda: limiter.try_acquire("EDGAR")


def patience(sleep: Sleep, say: Say, tries: int = TRIES) -> tenacity.Retrying:
    """Return a caller that retries a function: until it succeeds, fails for good, or was tried `tries` times."""
    return tenacity.Retrying(
        retry=tenacity.retry_if_exception(lambda error: isinstance(error, FetchError) and error.again),
        wait=_wait,
        stop=tenacity.stop_after_attempt(tries),
        sleep=sleep,
        before_sleep=lambda state: say(_told(state)),
        reraise=True,
    )


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome and state.outcome.exception()
    asked = error.after if isinstance(error, FetchError) else None
    return max(asked or 0.0, _BACK_OFF(state))


def _told(state: tenacity.RetryCallState) -> str:
    assert state.outcome and state.next_action
    return f"{state.outcome.exception()}: trying again in {state.next_action.sleep:.0f} s"


def retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds of a `Retry-After` header, which has a number or a date; None if it has neither."""
    if header is None or header.strip().isdecimal():
        return float(header) if header else None
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - (now or datetime.now(timezone.utc))).total_seconds())
