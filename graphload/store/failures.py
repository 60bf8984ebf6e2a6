"""What the driver raises, as one sentence that says what to do."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphload.errors import GraphloadError, StoreError, UsageError
from graphload.store.arcade import more_memory
from graphload.visible import MESSAGE, cut

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError


class QueryError(UsageError):
    """A query that the engine refuses: it is wrong, it writes, or it takes too long."""


# The first that is found in an error's code and message tells what it means.
_WRITES = "only reading queries are answered, and this one writes or is not allowed: {said}"
_MEMORY = "the query needs more memory than the engine has: ask for less, or give the engine more ({memory})"
_KINDS: tuple[tuple[str, type[GraphloadError], str], ...] = (
    (r"AuthenticationRateLimit", StoreError, "{address} refuses every login for a while, as the password was wrong too "
     "often: wait some seconds, and check NEO4J_USERNAME and NEO4J_PASSWORD"),
    (r"Security\.(Unauthorized|CredentialsExpired|TokenExpired)", StoreError, "{address} refuses the user or the "
     "password: check NEO4J_USERNAME and NEO4J_PASSWORD"),
    (r"TransactionTimedOut|imeout.*exceed", QueryError, "the query took longer than it may: ask for less, or give it "
     "more time ({said})"),
    (r"Transaction\.Terminated|Transaction\.LockClientStopped", StoreError, "{address} ended the query before its time "
     "was up, as its administrator may do: try again ({said})"),
    (r"OnReadOnly|read.only (database|mode)|DatabaseIsReadOnly", StoreError, "{address} may only be read: {said}"),
    (r"AccessMode|Forbidden", QueryError, _WRITES),
    (r"OutOfMemory|MemoryPool|heap budget|arcadedb\.queryMax|heap space|memory limit", StoreError, _MEMORY),
    (r"DatabaseNotFound|DatabaseUnavailable", StoreError, "{address}: {said}. Set NEO4J_DATABASE to one that is there"),
    (r"Transaction error on commit|No space left|disk", StoreError, "{address} cannot be written: is its disk full? "
     "({said})"),
    (r"Schema\.ConstraintValidationFailed|DuplicatedKey|Duplicated key", StoreError, "{address} holds another node "
     "with the same key, of another program or an older load: {said}"),
    (r"^Neo\.ClientError\.(Statement|Procedure)\.", QueryError, "the query is not understood: {said}"),
)  # fmt: skip
_ENDED = ("Transaction.Terminated", "has been terminated")
_DAMAGED = re.compile(r"corrupt|invalid (page|record|position)|cannot (read|load) page|BufferUnderflow|checksum", re.I)


@contextmanager
def explained(address: str, limit: float | None = None) -> Iterator[None]:
    """Raise what the driver raises as an error of ours; `limit` is the seconds that a query may take."""
    from neo4j.exceptions import DriverError, Neo4jError

    began = time.monotonic()
    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        overdue = limit is not None and time.monotonic() - began >= limit
        raise explain(error, address, overdue=overdue) from error
    except UnicodeEncodeError as error:
        raise UsageError(f"this is not UTF-8, which every text has to be: {cut(str(error.object))!r}") from error


def explain(error: Exception, address: str, *, overdue: bool = False) -> GraphloadError:
    """Return the error to show for one of the driver's; an `overdue` query was ended because of its time limit."""
    from neo4j import exceptions

    said, code = _said(error), getattr(error, "code", None) or ""
    if isinstance(error, (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError)):
        return StoreError(f"{address} cannot be reached: is it running? ({said})")
    if overdue and any(words in f"{code} {said}" for words in _ENDED):
        return QueryError(f"the query took longer than it may: ask for less, or give it more time ({said})")
    if _DAMAGED.search(said):
        return StoreError(f"{address} is damaged, and should be restored or loaded anew: {said}")
    for pattern, kind, sentence in _KINDS:
        if re.search(pattern, f"{code} {said}"):
            return kind(sentence.format(address=address, said=said, memory=_memory(address)))
    return StoreError(f"{address}: {said}")


def _said(error: DriverError | Neo4jError | Exception) -> str:
    """Return the first line of the message, which may announce others."""
    lines = str(getattr(error, "message", None) or error).strip().splitlines()
    return cut(lines[0].rstrip(".: "), MESSAGE) if lines else type(error).__name__


def _memory(address: str) -> str:
    return "NEO4J_server_memory_heap_max__size" if "://" in address else more_memory()
