"""Requests of the supervisor to a running engine over HTTP: its state, and its queries."""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
from collections.abc import Mapping

from graphload.store.arcade import LOOPBACK, Login


def ready(port: int) -> bool:
    """Return whether the engine is ready. Its Bolt port opens before its database."""
    return _answer(port, "GET", "/api/v1/ready") is not None


def end_overdue(port: int, owner: Login, limits: Mapping[str, float], told: set[str]) -> None:
    """End every query that exceeds the limit of its user, and every query of a client that has left.

    `told` are the queries that were told to end, each once: the engine waits for it, and lists for ever one that ran
    out of memory. The engine has time-outs of its own: `readTimeout` of a group stops few kinds of runaway query, and
    `arcadedb.command.timeout` would stop the owner's long statements too.
    """
    listed = _command(port, owner, "list queries")
    for query in json.loads(listed)["result"] if listed else []:
        id, user, seconds = query["id"], query["user"], query["elapsedMs"] / 1000
        if user != owner.user and seconds > limits.get(user, 0.0) and id not in told:
            told.add(id)
            _command(port, owner, f"terminate query {id}")


def _command(port: int, owner: Login, command: str) -> bytes | None:
    credentials = base64.b64encode(f"{owner.user}:{owner.password}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Content-Type": "application/json"}
    return _answer(port, "POST", "/api/v1/server", json.dumps({"command": command}), headers)


def _answer(
    port: int, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None
) -> bytes | None:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=1)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response.read() if response.status < http.client.MULTIPLE_CHOICES else None
    return None
