"""The standard streams as a command needs them, whatever it was started with."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from graphload.errors import GraphloadError, UsageError
from graphload.visible import SPELL


class _Closed(io.TextIOBase):
    """Standard output or input where there is none."""

    encoding = "utf-8"

    def writable(self) -> bool:
        """Say yes, to be able to say why it cannot."""
        return True

    def write(self, text: str) -> int:
        """Raise GraphloadError: what is printed must not vanish."""
        if not text:
            return 0
        raise GraphloadError("standard output is closed: redirect it into a file")

    @property
    def buffer(self) -> io.BufferedReader:
        """Raise UsageError: there is nothing to read."""
        raise UsageError("standard input is closed: give the names as arguments, or a file for -")


def prepare() -> None:
    """Make the streams ready.

    A stream that is closed says so when it is used; no other file gets its number meanwhile. A character that the
    terminal's encoding does not have is spelled.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _fill()
    sys.stdin, sys.stdout = sys.stdin or _Closed(), sys.stdout or _Closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=SPELL)


def silence() -> None:
    """Send messages nowhere."""
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends


def _fill() -> None:
    """Open the null device under each of the three numbers that is free."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


def abandon(stream: TextIO) -> None:
    """Send what is still to be written nowhere; Python would complain of it at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):  # no file behind it
        return
