"""Write the filings of the world where the demo reads them: `python -m examples.make`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from examples.world import FILINGS
from examples.write import metadata, write

FOLDER = Path(__file__).parent / "filings"


def rendered() -> Iterator[tuple[Path, bytes]]:
    """Yield every file below `examples/filings` with what it holds."""
    for filing in FILINGS:
        path = FOLDER / filing.origin
        yield path, write(filing)
        yield path.with_name("metadata.json"), metadata(filing)


def main() -> None:
    """Write every file that is not yet as it should be, and remove what no filing makes."""
    files = dict(rendered())
    for stale in set(FOLDER.rglob("*.*")) - {*files}:
        stale.unlink()
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
