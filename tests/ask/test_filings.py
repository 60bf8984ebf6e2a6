"""Which filing a text means."""

from collections.abc import Iterator

import pytest

from graphload.ask import ask
from graphload.ask.filings import filing, is_named, is_row, named
from graphload.errors import UsageError
from graphload.load import load
from graphload.store import Store, open_store
from tests.servers import ROOT

ID = "0001046568-22-000002"
FOLDER = "https://www.sec.gov/Archives/edgar/data/46129/000104656822000002"
DIGEST = f"sha256:{'0f' * 32}"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (ID, ID),
        (f" {ID} ", ID),
        ("000104656822000002", ID),
        (f"{ID}:NT3", ID),
        (f"{FOLDER}/xslF345X03/wf-form4_164678.xml", ID),
        (f"{FOLDER}/{ID}-index.htm", ID),
        (f"{FOLDER}/", ID),
        (f"https://www.sec.gov/Archives/edgar/data/46129/{ID}.txt", ID),
        (f"www.sec.gov/Archives/edgar/data/46129/{ID}.txt", ID),
        (DIGEST, DIGEST),
        (f"{DIGEST}:DH12", DIGEST),
    ],
)
def test_a_filing_has_many_names(text: str, id: str) -> None:
    assert (named(text), is_named(text)) == (id, True)


@pytest.mark.parametrize(
    "text", ["BRWI", "0001046568", "Guaranty Bancshares Inc /TX/", "maida: robert", "00010465682200000"]
)
def test_a_party_is_no_filing(text: str) -> None:
    assert (named(text), is_named(text)) == (text, False)


def test_a_row_is_told_from_a_filing() -> None:
    assert [is_row(text) for text in (f"{ID}:NT3", f"{DIGEST}:DH1", ID, DIGEST, FOLDER)] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("text", [ID, f"{FOLDER}/{ID}-index.htm", f"{ID}:NT3"])
def test_each_name_of_a_filing_answers(world: Store, text: str) -> None:
    answer = ask(world, "evidence/filing", filing=text)
    assert (answer.parameters["filing"], len(answer) > 10) == (ID, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "0001046568-22-000003",
            "there is no filing '0001046568-22-000003' in this store: check its accession number, or load it",
        ),
        (
            "https://www.sec.gov/edgar/browse/?CIK=46129",
            "https://www.sec.gov/edgar/browse/?CIK=46129 is not the address of a filing:"
            " copy one that ends in its documents or its index",
        ),
    ],
)
def test_what_names_no_filing_of_the_store_is_told(world: Store, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        filing(world, text)
    assert str(error.value) == said


@pytest.fixture(scope="module")
def unnumbered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with two filings without accession numbers."""
    folder = tmp_path_factory.mktemp("unnumbered")
    for number, source in enumerate(sorted((ROOT / "examples" / "filings").glob("*/ownership.xml"))[:2]):
        (folder / f"{number}.xml").write_bytes(source.read_bytes())
    with open_store(str(folder / "graph")) as store:
        load(store, [str(each) for each in folder.glob("*.xml")])
        yield store


@pytest.mark.slow
def test_the_first_digits_of_a_digest_are_enough(unnumbered: Store) -> None:
    ids = [id for (id,) in unnumbered.read("MATCH (f:Filing) RETURN f.id").rows]
    assert len(ids) == 2
    for id in ids:
        assert (
            filing(unnumbered, f"{id[:19]}…") == filing(unnumbered, f"{id[:19]}…:NT1") == filing(unnumbered, id) == id
        )


@pytest.mark.slow
def test_too_few_digits_are_told(unnumbered: Store) -> None:
    with pytest.raises(UsageError, match="several filings begin with sha256:: give more digits of the id"):
        filing(unnumbered, "sha256:…")
    with pytest.raises(UsageError, match="there is no filing 'sha256:0000000000' in this store"):
        filing(unnumbered, "sha256:0000000000")
