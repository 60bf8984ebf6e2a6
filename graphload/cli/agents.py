"""The command for agents: `mcp`."""

from __future__ import annotations

from importlib.util import find_spec

import click

from graphload.cli import options
from graphload.errors import UsageError
from graphload.store import open_store


@click.command(epilog=options.examples("mcp --store insiders.graph"))
@options.store
@options.timeout
def mcp(address: str | None, query_timeout: float) -> None:
    """Serve a store to agents, by the Model Context Protocol over standard input and output.

    An agent's configuration names this command; nobody types into it. The tools look up names, list, explain and answer
    questions, show a filing, and run Cypher that only reads. It needs the extra: pip install 'graphload[mcp]'.
    """
    if find_spec("mcp") is None:
        raise UsageError("the server for agents is not installed: pip install 'graphload[mcp]'")
    from graphload.explore.agent import server

    with open_store(address, create=False, query_timeout=query_timeout) as store:
        server(store).run("stdio")
