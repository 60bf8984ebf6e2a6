"""How EDGAR wants to be asked: by somebody with an address, slowly, and later when it says so."""

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
# EDGAR shuts out for ten minutes who asks too often
LONGEST_WAIT = 600.0

Say: TypeAlias = Callable[[str], None]
Sleep: TypeAlias = Callable[[float], None]

_BACK_OFF = tenacity.wait_exponential_jitter(initial=1, max=60)


def identity(user_agent: str | None) -> str:
    """Return the User-Agent, once it says how to reach whoever asks."""
    said = (user_agent or "").strip()
    if not said:
        raise UsageError(
            "EDGAR serves only those who say who they are: give a name and an e-mail address, "
            "by --user-agent or EDGAR_IDENTITY, such as 'Jane Doe jane@example.com'"
        )
    if not (said.isascii() and said.isprintable()) or not ("@" in said or "://" in said):
        raise UsageError(f"an e-mail address or a URL is missing, or a character is not ASCII, in User-Agent {said!r}")
    return said


def pace(per_second: float) -> Callable[[], object]:
    """Return a function that waits until the next request may be made; requests are evenly spaced."""
    if not 0 < per_second <= MOST_PER_SECOND:
        most = f"{MOST_PER_SECOND:.0f} requests a second at most"
        raise UsageError(f"the rate is above 0 and, for EDGAR, {most}, not {per_second:g}")
    limiter = Limiter(Rate(1, round(1000 / per_second)), buffer_ms=0)
    return lambda: limiter.try_acquire("EDGAR")


def patience(sleep: Sleep, say: Say, tries: int = TRIES) -> tenacity.Retrying:
    """Return what calls a function until it succeeds, fails for good, or has been tried often enough."""
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
    """Return the seconds that a `Retry-After` asks for, which is a number of them or a date; None if it is neither."""
    if header is None or header.strip().isdecimal():
        return float(header) if header else None
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - (now or datetime.now(timezone.utc))).total_seconds())
