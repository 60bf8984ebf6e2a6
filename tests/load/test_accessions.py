"""Files that bear the accession number of another filing."""

from pathlib import Path

from examples.render_html import render
from examples.world import FILINGS
from examples.write import write
from graphload.load import load
from graphload.store import Store
from tests.conftest import on_embedded

ONE, OTHER = FILINGS[0], FILINGS[1]


@on_embedded
def test_a_page_in_the_folder_of_another_filing_is_told(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / str(ONE.envelope.accession)
    folder.mkdir()
    (folder / "a.xml").write_bytes(write(ONE))
    (folder / "b.html").write_bytes(render(ONE))
    (folder / "c.html").write_bytes(render(OTHER))
    report = load(store, [str(tmp_path)])
    assert report.noted == [
        f"{folder}/c.html: its accession number {folder.name} is that of {folder}/a.xml too, which is another filing:"
        " one is misplaced"
    ]
