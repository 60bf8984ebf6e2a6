"""Processes of this machine: identify one even if its id is used again, and end a child with its parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """A process, by its id and start time. `started` is None if the system does not tell."""

    pid: int
    started: str | None

    @classmethod
    def of(cls, pid: int) -> Process:
        """Return the process with this id."""
        return cls(pid, _started(pid))

    def alive(self) -> bool:
        """Return False if the process has certainly ended."""
        return _started(self.pid) == self.started

    def kill(self) -> None:
        """Kill the process if its start time still matches, and wait until it has ended."""
        deadline = time.monotonic() + 10
        while self.started is not None and self.alive() and time.monotonic() < deadline:
            if sys.platform != "win32":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.01)


if sys.platform == "linux":

    def _started(pid: int) -> str | None:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] in "ZX" else fields[19]

    def tie() -> Callable[[], None] | None:
        """Return a function for a child to run between fork and exec, so that it is killed when this thread ends."""
        parent, prctl = os.getpid(), ctypes.CDLL(None).prctl
        set_parent_death_signal = 1

        def tied() -> None:
            prctl(set_parent_death_signal, signal.SIGKILL)
            if os.getppid() != parent:
                os._exit(1)

        return tied

elif sys.platform == "win32":

    def _started(pid: int) -> str | None:
        del pid
        return None

    def tie() -> Callable[[], None] | None:
        """Put this process and its later children into a job that ends with this process."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = bytearray(144)  # JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64 bits; its LimitFlags are at 16
        limits[16:20] = (0x2000).to_bytes(4, "little")  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
        kernel.SetInformationJobObject(job, 9, (ctypes.c_char * 144).from_buffer(limits), 144)
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
        return None

else:

    def _started(pid: int) -> str | None:
        shown = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return shown.stdout.strip() or None

    def tie() -> Callable[[], None] | None:
        """Return None. On this system, clients and the next start end an engine that has lost its supervisor."""
        return None
