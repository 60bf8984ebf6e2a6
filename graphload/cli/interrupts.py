"""Ctrl-C, SIGTERM and SIGHUP, handled alike by every command."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import Any

# the last comes when a terminal is closed; Windows has none
_SIGNALS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


class Interrupts:
    """A context in which these signals raise KeyboardInterrupt.

    It may be entered again within, as the shell does for each line. Python ignores exceptions in finalizers, so long
    work calls `look` from time to time.
    """

    def __init__(self) -> None:
        self.came = False
        self._entered: list[tuple[Any, dict[signal.Signals, Any]]] = []

    def __enter__(self) -> Interrupts:
        self.came = False
        before = {number: signal.getsignal(number) for number in _SIGNALS}
        self._entered.append((sys.unraisablehook, before))
        sys.unraisablehook = self._drop
        for number, handler in before.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, self._raise)
        return self

    def __exit__(self, *raised: object) -> None:
        sys.unraisablehook, before = self._entered.pop()
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)

    def look(self) -> None:
        """Raise KeyboardInterrupt if a signal came."""
        if self.came:
            raise KeyboardInterrupt

    def _raise(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.came = True
        raise KeyboardInterrupt

    def _drop(self, unraisable: Any) -> None:
        if unraisable.exc_type is not KeyboardInterrupt:
            self._entered[0][0](unraisable)


interrupts = Interrupts()
