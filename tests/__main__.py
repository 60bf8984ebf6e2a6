"""Run all tests, those on Neo4j servers beside the others: a test mostly waits for its engine.

Arguments go to both runs of pytest. The output of the second follows that of the first.
"""

import subprocess
import sys
import tempfile

NOTHING_TO_RUN = 5
RUNS = ("not neo4j", "neo4j")


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 if both runs pass."""
    with tempfile.TemporaryFile() as beside:
        kept = [None, beside]
        runs = [
            subprocess.Popen([sys.executable, "-m", "pytest", "-m", marked, *arguments], stdout=out)
            for marked, out in zip(RUNS, kept, strict=True)
        ]
        try:
            codes = [run.wait() for run in runs]
        except KeyboardInterrupt:
            codes = [run.wait() for run in runs]
        beside.seek(0)
        sys.stdout.buffer.write(beside.read())
    return next((code for code in codes if code not in (0, NOTHING_TO_RUN)), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
