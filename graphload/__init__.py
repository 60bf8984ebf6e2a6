"""SEC Section 16 filings as a graph of who owns what.

import graphload
with graphload.open("insiders.graph") as store:
    report = graphload.load(store, ["filings/"])
    answer = graphload.ask(store, "ownership/stake", person="0001234567")
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphload.ask import ask, find, questions
    from graphload.ask.network import network
    from graphload.check import check, status, verify
    from graphload.edgar.download import fetch
    from graphload.explore.notebook import picture
    from graphload.load import export, load, read, remove
    from graphload.store import open_store as open  # noqa: A004 - always called as graphload.open

__all__ = [
    "__version__", "ask", "check", "export", "fetch", "find", "load", "network", "open", "picture", "questions", "read",
    "remove", "status", "verify",
]  # fmt: skip
__version__ = "0.1.0"

_PLACES = {
    "ask": ("ask", "ask"),
    "check": ("check", "check"),
    "export": ("load", "export"),
    "fetch": ("edgar.download", "fetch"),
    "find": ("ask", "find"),
    "load": ("load", "load"),
    "network": ("ask.network", "network"),
    "open": ("store", "open_store"),
    "picture": ("explore.notebook", "picture"),
    "questions": ("ask", "questions"),
    "read": ("load", "read"),
    "remove": ("load", "remove"),
    "status": ("check", "status"),
    "verify": ("check", "verify"),
}


def __getattr__(name: str) -> Any:
    """Import a public function or module when it is first used."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, function = _PLACES[name]
    return getattr(import_module(f"{__name__}.{module}"), function)


class _Package(ModuleType):
    """The module graphload. Importing a subpackage of the same name does not hide a public function."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in _PLACES:
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
