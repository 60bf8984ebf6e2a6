"""Transactions that meet others: tried again until they pass."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 60.0  # seconds
# two transactions put one node in, or change one, or take out what the other looks at; ArcadeDB has messages only
_CODES = ("ConstraintValidationFailed", "DeadlockDetected", "EntityNotFound")
_MESSAGES = ("Duplicated key", "ConcurrentModification", "oncurrent modification", "has been modified by another")


def patiently(work: Callable[[], T]) -> T:
    """Call `work` until it meets no other transaction, for a minute; what is left then is raised."""
    from neo4j.exceptions import Neo4jError

    give_up = time.monotonic() + _PATIENCE
    for turn in range(1_000_000):
        try:
            return work()
        except Neo4jError as error:
            if time.monotonic() > give_up or not _meets(error):
                raise
        time.sleep(random.uniform(0.01, min(0.05 * 2**turn, 2.0)))
    raise AssertionError


def _meets(error: Exception) -> bool:
    """Tell whether an error says that another transaction was there first."""
    code, message = str(getattr(error, "code", "")), str(error)
    return any(each in code for each in _CODES) or any(each in message for each in _MESSAGES)
