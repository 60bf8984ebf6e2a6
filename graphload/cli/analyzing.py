"""`analyze` and its commands, which are made from the questions that they ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from graphload.analyze import export
from graphload.ask import Param, Type, answer, bind, question
from graphload.ask.network import network
from graphload.cli import options, output, shells
from graphload.cli.answered import show, tell_pending
from graphload.store import open_store

QUESTIONS = {
    "network": "evidence/network",
    "central": "evidence/central",
    "communities": "evidence/communities",
    "bridges": "interlocks/bridge",
    "likely": "evidence/next",
}
_EXAMPLES = {
    "network": ("network", "network --projection issuers --graphml > issuers.graphml", "network --node-link"),
    "central": ("central", "central --projection issuers --pivots 64", "central --roles director,officer --csv"),
    "communities": ("communities", "communities --resolution 2 --runs 3 --json"),
    "bridges": ("bridges BRWI MRRW", "bridges 'Robert Maida' 'Mabel Quist' --apart"),
    "likely": ("likely", "likely --score allocation --least 1"),
}
_GRAPHS: Mapping[str | None, tuple[Callable[..., Any], str]] = {
    "node-link": (export.node_link, "Print node-link JSON, as networkx reads it."),
    "gexf": (export.gexf, "Print GEXF, for Gephi."),
    "graphml": (export.graphml, "Print GraphML."),
}
_METAVARS = {Type.INT: "N", Type.FLOAT: "X", Type.DATE: "DATE", Type.STRINGS: "NAME,…", Type.STRING: "NAME"}


class _Analysis(click.Command):
    """A command that explains the columns of its answer."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, and the columns."""
        super().format_options(ctx, formatter)
        with formatter.section("Columns"):
            formatter.write_dl([(each.name, each.doc) for each in question(QUESTIONS[str(self.name)]).columns])


@click.group(
    cls=options.Group,
    epilog=options.examples(*(f"analyze {examples[0]}" for examples in _EXAMPLES.values())),
)
def analyze() -> None:
    """Analyze the network of people and issuers.

    The network is read from the store and held in memory. The commands ask questions of the packs, and `network` also
    writes files for other programs. `graphload analyze COMMAND --help` explains one.
    """


def _command(name: str) -> click.Command:
    asked = question(QUESTIONS[name])

    def run(address: str | None, query_timeout: float, shape: str, **given: Any) -> None:
        write = _GRAPHS[shape][0] if shape in _GRAPHS else None
        with open_store(address, create=False, query_timeout=query_timeout) as store:
            found = network(store, **given) if write else answer(store, asked, bind(asked, given))
            tell_pending(store)
        if write:
            output.write(write(found))
        else:
            show(found, given, shape)

    command: Any = output.options(run)
    for shape, (_, about) in _GRAPHS.items() if name == "network" else ():
        command = click.option(f"--{shape}", "shape", flag_value=shape, help=about)(command)
    command = options.store(options.timeout(command))
    for param in reversed(asked.params):
        command = _declared(param)(command)
    examples = options.examples(*(f"analyze {example}" for example in _EXAMPLES[name]))
    return click.command(name, cls=_Analysis, help=f"{asked.title}\n\n{asked.prose}", epilog=examples)(command)


def _declared(param: Param) -> options.Option:
    """Return a parameter as an argument or as an option; its value is checked where it is bound."""
    if param.required:
        return click.argument(param.name, shell_complete=shells.parties)
    about = param.doc.replace("`", "")
    if param.type is Type.BOOL:
        names = "--together/--apart" if param.name == "together" else f"--{param.name}"
        return click.option(
            names, param.name, is_flag=True, default=param.default, show_default=param.default, help=about
        )
    shown = param.default is not None
    metavar = _METAVARS[param.type]
    return click.option(f"--{param.name}", default=param.default, show_default=shown, metavar=metavar, help=about)


for _name in QUESTIONS:
    analyze.add_command(_command(_name))
