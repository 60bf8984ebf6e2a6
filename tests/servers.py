"""Neo4j servers for tests and development: found, started on free loopback ports, stopped.

`python -m tests.servers` keeps them up in the foreground until Ctrl-C.
"""

import os
import re
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import MappingProxyType

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
COMPOSE = ROOT / "docker-compose.yml"
READY_WITHIN = 600  # seconds; on a busy machine a server needs minutes

JVM = """
-XX:+UseG1GC -XX:-OmitStackTraceInFastThrow -XX:+DisableExplicitGC
-Djdk.nio.maxCachedBufferSize=1024 -Dio.netty.tryReflectionSetAccessible=true
-Dlog4j2.disable.jmx=true -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED
--add-opens java.base/java.nio=ALL-UNNAMED --add-opens java.base/java.io=ALL-UNNAMED
--add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.base/java.util.concurrent=ALL-UNNAMED
--add-opens java.base/java.lang=ALL-UNNAMED
"""
# for a server of a few minutes, most of whose work is to plan queries: Java compiles well only what runs very often
SHORT_LIVED = (
    "-Xms1g",
    "-XX:-UseG1GC",
    "-XX:+UseSerialGC",
    "-XX:Tier4InvocationThreshold=40000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=80000",
)
# a store is emptied and filled from test to test, for which no query is to be planned again
PLANNED_ONCE = {"dbms.cypher.min_replan_interval": "1h", "dbms.cypher.statistics_divergence_threshold": "1.0"}


class MissingEngineError(Exception):
    """An engine that this machine cannot run; says what would help."""


@dataclass(frozen=True, slots=True)
class Release:
    """A Neo4j release: its folder below .neo4j/, its main class, the Javas it runs on, whether it checks settings."""

    folder: str
    main: str
    java: tuple[int, ...]
    strict: bool = True


RELEASES = {
    # docker-compose.yml is for the other one and has settings that this one does not know.
    "neo4j-5.26": Release("5.26", "org.neo4j.server.CommunityEntryPoint", (17, 21), strict=False),
    "neo4j-2026": Release("2026", "org.neo4j.server.Neo4jCommunity", (21, 25)),
}


class Server:
    """A Neo4j Community server, its data, log and password in a new folder."""

    def __init__(
        self,
        name: str,
        folder: Path,
        before: Callable[[Path], object] = id,
        options: Iterable[str] = (),
        settings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`before` is called with the folder before the first start; `bin/neo4j-admin` in it is as in any server.

        `options` are further ones for the server's Java, `settings` for its `neo4j.conf`.
        """
        release = RELEASES[name]
        jars = ROOT / ".neo4j" / release.folder
        if not (jars / "installed").exists():
            raise MissingEngineError(f"{name}: nothing in {jars}: run `make neo4j`, or set GRAPHLOAD_TEST_NEO4J")
        self.name, self.folder = name, folder
        self._options = [*JVM.split(), *options]
        self.http, self.bolt = free_ports()
        self.password = secrets.token_hex(16)
        self._java = [find_java(name, release.java), "-cp", f"{jars}/*"]
        self._configure({"server.config.strict_validation.enabled": str(release.strict).lower(), **settings})
        self._write_admin()
        self._set_password()
        before(folder)
        self._process = self._start(release.main)

    def __str__(self) -> str:
        return f"{self.name}  {self.address}  http://127.0.0.1:{self.http}  password in {self.folder / 'password'}"

    @property
    def address(self) -> str:
        """Where drivers connect."""
        return f"bolt://127.0.0.1:{self.bolt}"

    def wait(self) -> None:
        """Return once the server answers; raise with the end of its log if it does not."""
        deadline = time.monotonic() + READY_WITHIN
        while not answers(self.http):
            if self._process.poll() is not None or time.monotonic() > deadline:
                log = (self.folder / "server.log").read_text("utf-8", "replace").splitlines()
                raise RuntimeError("\n".join([f"{self.name} did not come up:", *log[-30:]]))
            time.sleep(0.2)

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def stop(self) -> None:
        """End the process at once: a clean stop takes ten seconds, and nobody reads the data again."""
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        """Kill the process, and start it again on what it left."""
        self.stop()
        self._process = self._start(RELEASES[self.name].main)
        self.wait()

    def _configure(self, further: Mapping[str, str]) -> None:
        settings = compose_settings() | {
            **further,
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.bolt}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.bolt}",
            "server.http.listen_address": f"127.0.0.1:{self.http}",
        }
        self.folder.mkdir(mode=0o700)
        (self.folder / "conf").mkdir()
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        (self.folder / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")

    def _write_admin(self) -> None:
        admin = self.folder / "bin" / "neo4j-admin"
        admin.parent.mkdir()
        command = shlex.join([*self._java, "-Xmx512m", *JVM.split(), "org.neo4j.cli.AdminTool"])
        places = f"NEO4J_HOME={self.folder} NEO4J_CONF={self.folder / 'conf'}"
        admin.write_text(f'#!/bin/sh\n{places} exec {command} "$@"\n', "utf-8")
        admin.chmod(0o700)

    def _set_password(self) -> None:
        (self.folder / "password").write_text(self.password, "utf-8")
        # AdminTool takes a password only as an argument; in java's argument file no process list shows it.
        arguments = self.folder / "set-password"
        arguments.write_text(f"org.neo4j.cli.AdminTool dbms set-initial-password {self.password}", "utf-8")
        places = {"NEO4J_HOME": str(self.folder), "NEO4J_CONF": str(self.folder / "conf")}
        command = [*self._java, f"@{arguments}"]
        subprocess.run(command, env=os.environ | places, check=True, stdin=subprocess.DEVNULL, capture_output=True)
        arguments.unlink()

    def _start(self, main: str) -> subprocess.Popen[bytes]:
        heap = compose_settings()["server.memory.heap.max_size"]
        folders = [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}"]
        java = [*self._java, f"-Xmx{heap}", f"-Djava.io.tmpdir={self.folder}", *self._options]
        command = [*java, main, *folders, "--console-mode"]
        with (self.folder / "server.log").open("wb") as log:
            return subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


@contextmanager
def started(
    names: Iterable[str], options: Iterable[str] = (), settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[dict[str, Server | MissingEngineError]]:
    """Start servers side by side, each to be waited for when it is needed; stop them at the end and drop their data."""
    servers: dict[str, Server | MissingEngineError] = {}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        for name in names:
            try:
                servers[name] = server = Server(name, Path(folder, name), options=options, settings=settings)
                stack.callback(server.stop)
            except MissingEngineError as error:
                servers[name] = error
        yield servers


def compose_settings() -> dict[str, str]:
    """Return the server settings of docker-compose.yml by the names of neo4j.conf, as the image translates them."""
    environment = YAML(typ="safe").load(COMPOSE)["services"]["neo4j"]["environment"]
    names = {name: name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_") for name in environment}
    return {names[name]: value for name, value in environment.items() if name != "NEO4J_AUTH"}


def find_java(server: str, versions: tuple[int, ...]) -> str:
    """Return the path of a `java` of one of these versions."""
    for home in java_homes():
        java, release = home / "bin" / "java", home / "release"
        version = release.is_file() and re.search(r'^JAVA_VERSION="(\d+)', release.read_text("utf-8"), re.MULTILINE)
        if version and int(version[1]) in versions and java.is_file():
            return str(java)
    wanted = " or ".join(map(str, versions))
    raise MissingEngineError(f"{server}: no Java {wanted} in JAVA_HOME, /usr/lib/jvm or the PATH")


def java_homes() -> Iterator[Path]:
    """Yield the folders where a Java may be installed."""
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home)
    yield from sorted(Path("/usr/lib/jvm").glob("*"))
    yield from sorted(Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home"))
    if java := shutil.which("java"):
        yield Path(java).resolve().parents[1]


def free_ports() -> tuple[int, int]:
    """Return two loopback ports that nobody listens on."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def answers(port: int) -> bool:
    """Tell whether a GET on this port is answered with 200."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def main() -> None:
    """Run every server until Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with started(RELEASES) as servers:
        try:
            for server in servers.values():
                if isinstance(server, Server):
                    server.wait()
                print(server, flush=True)
            signal.pause()
        except KeyboardInterrupt:
            print("stopping")


if __name__ == "__main__":
    main()
