"""Transactions that meet others: tried again until they pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 60.0  # seconds
# two transactions put one node in, or change one, or take out what the other looks at; ArcadeDB has messages only
_CODES = ("ConstraintValidationFailed", "DeadlockDetected", "EntityNotFound")
_MESSAGES = ("Duplicated key", "ConcurrentModification", "oncurrent modification", "has been modified by another")


def patiently(work: Callable[[], T]) -> T:
    """Call `work` until it meets no other transaction, for a minute; what is left then is raised."""
    from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

    wait = wait_random_exponential(multiplier=0.1, min=0.01, max=2.0)
    return Retrying(retry=retry_if_exception(_meets), wait=wait, stop=stop_after_delay(_PATIENCE), reraise=True)(work)


def _meets(error: BaseException) -> bool:
    """Tell whether an error says that another transaction was there first."""
    code, message = str(getattr(error, "code", "")), str(error)
    return any(each in code for each in _CODES) or any(each in message for each in _MESSAGES)
