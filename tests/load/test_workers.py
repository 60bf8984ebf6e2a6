"""Processes that read filings, and the signals that come while they start."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from graphload.load import workers


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signal masks")
def test_a_signal_that_comes_by_another_thread_waits() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)  # it blocks no signal
    other.start()
    through = []
    try:
        with pytest.raises(KeyboardInterrupt), workers._undisturbed():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
            through.append(True)
    finally:
        over.set()
        other.join()
    assert through == [True]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_command_imports_the_driver_without_what_it_does_not_use() -> None:
    code = (
        "import sys, graphload.cli; from graphload.store import connect\n"
        "with connect._lean(): import neo4j\n"
        "print(*{'numpy', 'pandas', 'pyarrow'} & {*sys.modules})\n"
        "import pandas, pyarrow"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "\n"
