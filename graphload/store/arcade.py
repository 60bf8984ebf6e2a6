"""The ArcadeDB engine in its wheel: its files, its command line, and its log."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import os
import re
import secrets
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path

from graphload.errors import StoreError
from graphload.store.folder import GRAPH, write_whole

DATABASE = "graphload"
LOOPBACK = "127.0.0.1"
LOG = Path("log", "engine.log")
MEMORY = "GRAPHLOAD_ENGINE_MEMORY"
OPTIONS = "GRAPHLOAD_ENGINE_OPTIONS"
START, STOP = 120.0, 30.0  # seconds that the engine may take
READERS = 100  # as many clients may hold one engine

_RECORDS = ("createRecord", "readRecord", "updateRecord", "deleteRecord")
_FAILURE = re.compile(
    r"^(?:.* SEVER \S+ <\S+> |(?:Exception in thread \S+ |Caused by: )(?:\S+: )?|.*Terminating due to |# (?=There is )"
    r"|Error occurred during initialization of VM\n)(.+)",
    re.MULTILINE,
)
_LOST = re.compile(r"Error on (?:flushing page|writing to WAL file).*?IOException: ([^\n]+)", re.DOTALL)
_OUT_OF_MEMORY = re.compile(r"^(.*\bOutOfMemoryError\b.*)\n?((?:\s+at .*\n?)*)", re.MULTILINE)
_IN_QUERY = 'Exception in thread "BOLT-'
_MOST_IN_QUERY = 2  # each keeps its place among the queries that run at once, which are four at least
_IN_STORAGE = re.compile(r"\bcom\.arcadedb\.(?:engine|database|index|schema|serializer)\.")


@dataclass(frozen=True, slots=True)
class Login:
    """A user of the engine."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ports:
    """The ports of an engine on the loopback interface."""

    bolt: int
    http: int


def wheel() -> Path:
    """Return the folder of the installed engine. Importing it would start a JVM."""
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or found.origin is None:
        raise StoreError(
            "the embedded engine is not installed: pip install arcadedb-embedded, or give the address of a Neo4j server"
        )
    return Path(found.origin).parent


def free_ports() -> Ports:
    """Return two ports that were free a moment ago."""
    with socket.create_server((LOOPBACK, 0)) as bolt, socket.create_server((LOOPBACK, 0)) as web:
        return Ports(bolt.getsockname()[1], web.getsockname()[1])


def write_users(folder: Path) -> tuple[Login, list[Login]]:
    """Write an owner and readers with new passwords for the engine, and return them. Readers may only read."""
    (folder / "config").mkdir(mode=0o700, exist_ok=True)
    names = ["root", *(f"reader{number}" for number in range(READERS))]
    owner, *readers = (Login(name, secrets.token_urlsafe(32)) for name in names)
    users = [_user(owner, {"*": ["admin"]}), *(_user(reader, {DATABASE: ["reader"]}) for reader in readers)]
    write_whole(folder / "config" / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    admin = _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], *_RECORDS)
    groups = {
        "*": {"groups": {"admin": admin, "*": _group([])}},
        DATABASE: {"groups": {"admin": admin, "reader": _group([], "readRecord")}},
    }
    write_whole(folder / "config" / "server-groups.json", json.dumps({"version": 2, "databases": groups}))
    return owner, readers


def _user(login: Login, databases: dict[str, list[str]]) -> dict[str, object]:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    # One round: nobody guesses 256 random bits, and the engine would pay for more at every new connection.
    digest = hashlib.pbkdf2_hmac("sha256", login.password.encode(), salt.encode(), 1, 32)
    password = f"PBKDF2WithHmacSHA256$1${salt}${base64.b64encode(digest).decode()}"
    return {"name": login.user, "databases": databases, "password": password}


def _group(access: list[str], *records: str) -> dict[str, object]:
    return {"access": access, "resultSetLimit": -1, "readTimeout": -1, "types": {"*": {"access": records}}}


def command(ports: Ports, aot: list[str], *, read_only: bool = False) -> list[str]:
    """Return the command line of an engine whose working directory is the store's folder, or its home."""
    installed = wheel()
    settings = {
        "server.rootPath": ".",
        "server.databaseDirectory": GRAPH,
        "server.defaultDatabases": f"{DATABASE}[root]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": LOOPBACK,
        "server.httpIncomingPort": ports.http,
        "bolt.host": LOOPBACK,
        "bolt.port": ports.bolt,
        "serverMetrics": "false",
        # nothing here reads CSV, and a query should reach neither files nor the network
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "txWalFlush": 2,  # a commit is on the disk before it is acknowledged
        "command.regexTimeout": 60_000,  # milliseconds for all matches of one query together; the default is one second
    }
    if read_only:
        settings["server.defaultDatabaseMode"] = "READ_ONLY"
    return [
        str(installed / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")),
        f"-Xmx{memory()}",
        "-XX:+UseSerialGC",  # a third less memory than G1, and loads no slower
        "-XX:ErrorFile=log/crash.log",
        *aot,
        *os.environ.get(OPTIONS, "").split(),
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-modules=jdk.incubator.vector",
        *("-cp", str(installed / "jars" / "*")),
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def memory() -> str:
    """Return how much memory an engine gets, as Java spells it."""
    size = os.environ.get(MEMORY) or "768m"
    if not re.fullmatch(r"[1-9][0-9]*[kmgKMG]", size):
        raise StoreError(f"{MEMORY} should be a size like 2g or 512m: {size!r}")
    return size


def more_memory() -> str:
    """Return the setting that gives an engine twice as much memory, or the default if that is more."""
    size = memory()
    megabytes = int(size[:-1]) * {"k": 1 / 1024, "m": 1, "g": 1024}[size[-1].lower()]
    return f"{MEMORY}={max(768, round(2 * megabytes))}m"


def environment() -> dict[str, str]:
    """Return the environment of the engine: no options that are for every Java, and an encoding for every path."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "TZ")
    return {"LC_ALL": "C.UTF-8", **{name: os.environ[name] for name in kept if name in os.environ}}


def failed_to_start(log: Path) -> bool:
    """Return whether the engine failed to start. Its process stays alive without its main thread."""
    return b'Exception in thread "main"' in log.read_bytes()


def has_lost_index(log: Path) -> bool:
    """Return whether the engine runs without an index.

    That is so after an end in the middle of making one: the engine completes the file, and uses it from its next start.
    """
    return b" is unavailable: its file has no header page" in log.read_bytes()


def tail(log: Path) -> str:
    """Return the end of the engine's log."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 100_000))
        return file.read().decode("utf-8", "replace")


def lost_page(said: str) -> str | None:
    """Return why the engine could not write to its disk, or None. It should be ended: its next start recovers."""
    found = _LOST.search(said)
    return found[1].strip() if found else None


def lost_memory(said: str) -> str | None:
    """Return how the engine ran out of memory, or None. It should be ended, as what it keeps may be half changed.

    A query that runs out of memory while it computes ends alone, with its connection. Only the third one counts.
    """
    for number, found in enumerate(_OUT_OF_MEMORY.finditer(said), 1):
        if number > _MOST_IN_QUERY or not found[1].startswith(_IN_QUERY) or _IN_STORAGE.search(found[2]):
            return found[1].strip()
    return None


def last_words(log: Path) -> str:
    """Return the last error in the engine's log, or else its last line."""
    said = log.read_text("utf-8", "replace").strip()
    found: list[str] = _FAILURE.findall(said)
    return found[-1] if found else said.rpartition("\n")[2]
