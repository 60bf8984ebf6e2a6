"""What the driver raises, as one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphload.errors import GraphloadError, StoreError, UsageError


class QueryError(UsageError):
    """A query that the engine refuses: it is wrong, it writes, or it takes too long."""


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Raise what the driver raises as an error of ours."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        raise explain(error, address) from error


def explain(error: Exception, address: str) -> GraphloadError:
    """Return the error to show for one of the driver's."""
    from neo4j import exceptions

    message = str(getattr(error, "message", None) or error).strip().splitlines()[0:1]
    said = message[0] if message else type(error).__name__
    code = getattr(error, "code", None) or ""
    if isinstance(error, exceptions.AuthError):
        return StoreError(f"{address} refuses the user or the password: check NEO4J_USERNAME and NEO4J_PASSWORD")
    if "TransactionTimedOut" in code or "Transaction.Terminated" in code or ("imeout" in said and "exceed" in said):
        return QueryError(f"the query took longer than it may: ask for less, or give it more time ({said})")
    if isinstance(error, exceptions.Forbidden) or "AccessMode" in code or "Forbidden" in code:
        return QueryError(f"only reading queries are answered, and this one writes or is not allowed: {said}")
    if isinstance(error, (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError)):
        return StoreError(f"{address} cannot be reached: is it running? ({said})")
    if "Transaction error on commit" in said:
        return StoreError(f"{address} cannot be written: is its disk full? ({said})")
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return StoreError(f"{address}: {said} Set NEO4J_DATABASE to one that exists")
    if isinstance(error, exceptions.ClientError):
        return QueryError(f"the query is not understood: {said}")
    return StoreError(f"{address}: {said}")
