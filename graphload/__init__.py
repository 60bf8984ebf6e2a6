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
    from graphload.ask import ask
    from graphload.load import load
    from graphload.store import open_store as open  # noqa: A004 - always called as graphload.open

__all__ = ["__version__", "ask", "load", "open"]
__version__ = "0.1.0"

_PLACES = {"ask": ("ask", "ask"), "load": ("load", "load"), "open": ("store", "open_store")}


def __getattr__(name: str) -> Any:
    """Import what is asked for, and nothing before that."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, function = _PLACES[name]
    return getattr(import_module(f"{__name__}.{module}"), function)


class _Package(ModuleType):
    """This module, whose functions are not hidden by the folders of the same name once those are imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in _PLACES:
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
