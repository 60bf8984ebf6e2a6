"""Run all tests in several processes side by side, as a test mostly waits for an engine.

Arguments go to each run of pytest. The output of the first run is shown as it comes, that of the others at the end.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

NOTHING_TO_RUN = 5
# the slow ones wait more than others, so that two run at a time
RUNS = (
    ("-m", "not neo4j and not embedded and not slow"),
    ("-m", "embedded and not slow"),
    ("-m", "not neo4j and slow", "-n", "2", "--dist", "loadscope"),
    ("-m", "neo4j-5.26"),
    ("-m", "neo4j and not neo4j-5.26"),
)


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 if every run passes."""
    with ExitStack() as stack:
        variables = stack.enter_context(compiled_once())
        kept = [None, *(stack.enter_context(tempfile.TemporaryFile()) for _ in RUNS[1:])]
        runs = [
            subprocess.Popen([sys.executable, "-m", "pytest", *chosen, *arguments], stdout=out, env=variables)
            for chosen, out in zip(RUNS, kept, strict=True)
        ]
        try:
            codes = [run.wait() for run in runs]
        except KeyboardInterrupt:
            codes = [run.wait() for run in runs]
        for file in filter(None, kept):
            file.seek(0)
            sys.stdout.buffer.write(file.read())
    return next((code for code in codes if code not in (0, NOTHING_TO_RUN)), 0)


@contextmanager
def compiled_once() -> Iterator[dict[str, str]]:
    """Yield variables by which Python keeps what it compiles, if only for these runs, which often start it."""
    variables = dict(os.environ)
    if not variables.pop("PYTHONDONTWRITEBYTECODE", ""):
        yield variables
        return
    with tempfile.TemporaryDirectory() as folder:
        yield variables | {"PYTHONPYCACHEPREFIX": folder}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
