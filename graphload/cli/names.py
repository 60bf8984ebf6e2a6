"""Names of a store's parties, kept in a file, so that a shell completes them without an engine or a server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from graphload.ask.question import Type
from graphload.errors import GraphloadError
from graphload.schema.keys import told
from graphload.store import Store
from graphload.store.address import Folder, default, parse
from graphload.store.aot import user_caches
from graphload.visible import visible

# names that are kept, and bytes of the file that are read
_MOST, _BYTES = 50_000, 8_000_000
_FILE = "names.tsv"
_KEPT = f"""MATCH (p:Party) WHERE {told("Party", "p")}
RETURN p.displayName AS shown, p.name AS name, p.ticker AS ticker, labels(p) AS labels ORDER BY p.id LIMIT {_MOST}"""
_LABELS = {Type.ISSUER: {"Issuer"}, Type.PERSON: {"Person", "Organization"}}
_LABELS[Type.PARTY] = {"Issuer", "Person", "Organization"}


def keep(store: Store) -> None:
    """Keep the names of a store's parties. Nothing is kept where nothing can be written."""
    with suppress(GraphloadError, OSError):
        file = _file(store.address)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(file.parent, os.W_OK):
            return
        rows = store.read(_KEPT).dicts()
        lines: dict[str, str] = {}
        for row in rows:
            for text in (row["shown"], row["name"], row["ticker"]):
                if isinstance(text, str):
                    line = f"{visible(text)}\t{','.join(sorted(row['labels']))}\n"
                    lines.setdefault(line.lower(), line)
        unfinished = file.with_name(f"{file.name}.{os.getpid()}")
        unfinished.write_text("".join(sorted(lines.values())), "utf-8")
        unfinished.replace(file)


def keep_if_none(store: Store) -> None:
    """Keep the names of a store of which none are kept, because nobody loaded it by a command."""
    with suppress(GraphloadError, OSError):
        if not _file(store.address).exists():
            keep(store)


def kept(address: str | None, type: Type) -> Iterator[str]:
    """Yield the names that are kept of a store's parties of a type."""
    with (
        suppress(GraphloadError, OSError),
        _file(address or default()).open(encoding="utf-8", errors="replace") as file,
    ):
        for line in file.read(_BYTES).splitlines():
            name, _, labels = line.rpartition("\t")
            if not _LABELS.get(type, set()).isdisjoint(labels.split(",")):
                yield name


def _file(address: str) -> Path:
    """Return the file of names: in the folder of a store, or among this user's caches for a server."""
    found = parse(address)
    if isinstance(found, Folder):
        return found.path / _FILE
    digest = sha256(f"{found.uri} {found.database or ''}".encode()).hexdigest()
    return user_caches() / "graphload" / f"names-{digest[:16]}.tsv"
