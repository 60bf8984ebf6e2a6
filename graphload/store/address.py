"""Addresses of stores: a folder for the embedded engine, or a URI of a Neo4j server."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from graphload.errors import UsageError

DEFAULT = "graphload.graph"
_POLICY = re.compile(r"(?:policy=[\w.-]+)?")
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Folder:
    """A store kept by the embedded engine."""

    path: Path


@dataclass(frozen=True, slots=True)
class Server:
    """A Neo4j server with user and password. `database` is None for the user's home database."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None


def default(variables: Mapping[str, str] = os.environ) -> str:
    """Return the default address: GRAPHLOAD_STORE, else NEO4J_URI, else the folder `graphload.graph`."""
    return variables.get("GRAPHLOAD_STORE") or variables.get("NEO4J_URI") or DEFAULT


def parse(address: str, variables: Mapping[str, str] = os.environ) -> Folder | Server:
    """Return the folder or server at an address. Raises UsageError for an invalid address."""
    if "://" not in address:
        return Folder(Path(address))
    parts = _split(address)
    if parts.scheme not in SCHEMES:
        raise UsageError(
            f"{parts.scheme}:// is no address of a store: give a folder, or one of {', '.join(SCHEMES)} with ://"
        )
    if "@" in address:
        raise UsageError("an address may not hold a user or a password: set NEO4J_USERNAME and NEO4J_PASSWORD instead")
    if parts.path not in ("", "/"):
        raise UsageError("an address may not name a database: set NEO4J_DATABASE instead")
    if parts.fragment or not _POLICY.fullmatch(parts.query):
        raise UsageError(
            "an address may hold a routing policy, as neo4j://host?policy=near, and nothing else behind its host: "
            "set NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE instead"
        )
    if not variables.get("NEO4J_PASSWORD"):
        raise UsageError(
            f"{address} needs a password: set NEO4J_PASSWORD (and NEO4J_USERNAME, if the user is not neo4j)"
        )
    return Server(
        f"{parts.scheme}://{parts.netloc}{parts.query and '?'}{parts.query}",
        variables.get("NEO4J_USERNAME") or "neo4j",
        variables["NEO4J_PASSWORD"],
        variables.get("NEO4J_DATABASE") or None,
    )


def _split(address: str) -> SplitResult:
    """Return the parts of an address. The messages do not repeat it: it may hold a password."""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        named = False
    if not named:
        raise UsageError("the address of a server should look like neo4j://host or neo4j://host:7687")
    return parts
