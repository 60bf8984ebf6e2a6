"""Transactions that meet others, or an engine that is started again: tried again until they pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from graphload.errors import StoreError

T = TypeVar("T")

_PATIENCE = 60.0  # seconds
_RETURNS, _PAUSE = 3, 2.0  # restarts of an engine that a transaction survives, and seconds between them
# two transactions put one node in, or change one, or take out what the other looks at; ArcadeDB has messages only
_CODES = ("ConstraintValidationFailed", "DeadlockDetected", "EntityNotFound")
_MESSAGES = ("Duplicated key", "ConcurrentModification", "oncurrent modification", "has been modified by another")


def patiently(work: Callable[[], T]) -> T:
    """Call `work` until it meets no other transaction, for a minute; what is left then is raised."""
    from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

    wait = wait_random_exponential(multiplier=0.1, min=0.01, max=2.0)
    return Retrying(retry=retry_if_exception(_meets), wait=wait, stop=stop_after_delay(_PATIENCE), reraise=True)(work)


class ReturnedError(StoreError):
    """An engine that ran out of memory, perhaps because of another client, and was started again."""


def despite_restarts(work: Callable[[], T]) -> T:
    """Call `work` again if the engine was started again meanwhile, a few times at most."""
    from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

    again, stop = retry_if_exception_type(ReturnedError), stop_after_attempt(_RETURNS)
    return Retrying(retry=again, stop=stop, wait=wait_fixed(_PAUSE), reraise=True)(work)


def _meets(error: BaseException) -> bool:
    """Tell whether an error says that another transaction was there first."""
    code, message = str(getattr(error, "code", "")), str(error)
    return any(each in code for each in _CODES) or any(each in message for each in _MESSAGES)
