"""Check what would be released: build it, look at it as PyPI does, install it where nothing is, run the demo there.

`python -m tests.release` tries the oldest Python that graphload supports and the newest that this machine has.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers import ROOT

OLDEST = (3, 10)
OURS = ("EDGAR_", "GRAPHLOAD_", "NEO4J_", "PYTHON")


def main() -> None:
    """Try each package on each Python, and print its size and what was not there to try."""
    found = dict(sorted(interpreters()))
    wanted = [OLDEST, max(found)] if max(found) > OLDEST else [OLDEST]
    missing = [version for version in wanted if version not in found]
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--outdir", folder, str(ROOT))
        packages = sorted(Path(folder).iterdir())
        run(sys.executable, "-m", "twine", "check", "--strict", *map(str, packages))
        for package in packages:
            print(f"{package.name}: {package.stat().st_size:,} bytes")
            for version in wanted:
                if version in found:
                    print(f"  Python {shown(version)}: {demo(found[version], package)}")
    for version in missing:
        print(f"not tried: Python {shown(version)} is not on this machine")


def demo(python: str, package: Path) -> str:
    """Install a package into an empty environment, run the demo, and return how large it is."""
    with tempfile.TemporaryDirectory() as folder:
        run(python, "-m", "venv", f"{folder}/venv")
        run(f"{folder}/venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(package))
        printed = run(f"{folder}/venv/bin/graphload", "demo", cwd=folder)
        size = sum(path.stat().st_size for path in Path(folder, "venv").rglob("*") if path.is_file())
        assert "Maida" in printed, printed
        return f"the demo runs; {size / 1e6:,.0f} MB installed"


def run(*command: str, cwd: str | Path | None = None) -> str:
    """Run a command without the variables of graphload and Python; on a failure show what it said and stop."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    ran = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def interpreters() -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the Pythons of this machine: in the PATH, of pyenv, and the one that runs this."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], 30)]
    places = [*filter(None, map(shutil.which, names)), *pyenv(), sys.executable]
    for place in places:
        ran = subprocess.run([place, "--version"], capture_output=True, text=True, check=False)
        if ran.returncode == 0 and (version := re.search(r"(\d+)\.(\d+)", ran.stdout)):
            yield (int(version[1]), int(version[2])), str(place)


def pyenv() -> Iterator[str]:
    """Yield the Pythons that pyenv has installed."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from (str(place) for place in sorted(root.glob("versions/3.*/bin/python")))


def shown(version: tuple[int, ...]) -> str:
    """Return `3.10`."""
    return ".".join(map(str, version))


if __name__ == "__main__":
    main()
