"""Limits for unpacking an archive, a stream that keeps them, and the exceptions of broken archives."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Any

# the largest ownership filings have some megabytes; one document, or one zip inside another archive, is held in memory
LARGEST = 100_000_000
# filings pack to a tenth and tables to a thirtieth of their size, a bomb to a thousandth
RATIO = 200
# a few filings that are much alike pack better than that, and do no harm
ALWAYS = 10_000_000
# ten times a day of all the forms that EDGAR takes
IN_ALL = 100_000_000_000
# somewhat more than the ownership filings of a year; a zip's list of them is held in memory
MEMBERS = 300_000
# an archive may hold archives, which hold documents: a zip of daily feeds
LEVELS = 2
# metadata of a submission has some kilobytes, the submissions of a large company some megabytes
LARGEST_METADATA = 3_000_000

BUFFER = 65_536

# encryption is a RuntimeError to zipfile, a method that it does not know a NotImplementedError
BROKEN = (OSError, EOFError, RuntimeError, ValueError, ImportError, zlib.error, tarfile.TarError, zipfile.BadZipFile)


class ExhaustedError(Exception):
    """An archive that exceeds a limit. The rest of it is not read."""


@dataclass(slots=True)
class Allowance:
    """The bytes and members unpacked so far from a file of `size` bytes, in all archives within it."""

    size: int
    unpacked: int = 0
    members: int = 0

    def unpack(self, count: int) -> None:
        """Count unpacked bytes. Raises ExhaustedError if there are too many."""
        self.unpacked += count
        if self.unpacked > max(ALWAYS, RATIO * self.size):
            raise ExhaustedError(f"unpacks to more than {RATIO} times its size")
        if self.unpacked > IN_ALL:
            raise ExhaustedError(f"unpacks to more than {IN_ALL:,} bytes")

    def member(self) -> None:
        """Count a member. Raises ExhaustedError if there are too many."""
        self.members += 1
        if self.members > MEMBERS:
            raise ExhaustedError(f"holds more than {MEMBERS:,} members")


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes that keeps to an allowance."""

    def __init__(self, file: IO[bytes], allowance: Allowance) -> None:
        self._file, self._allowance = file, allowance

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read bytes into the buffer, and return how many."""
        block = self._file.read(len(buffer))
        self._allowance.unpack(len(block))
        buffer[: len(block)] = block
        return len(block)


def unpacked(file: IO[bytes], allowance: Allowance) -> io.BufferedReader:
    """Return a buffered stream of unpacked bytes, which has `peek`."""
    return io.BufferedReader(Unpacked(file, allowance), BUFFER)
