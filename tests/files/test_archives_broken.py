"""Archives that are broken, or made to break a load: what is named, and what of them loads nevertheless."""

import gzip
import io
import re
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import metadata, write
from examples.write_tables import write_tables
from graphload.files.paths import documents
from graphload.filing.dataset import TABLES
from graphload.filing.document import Document, Found
from tests.conftest import examples
from tests.helpers import ends
from tests.packed import tarred, zipped

GOOD = write(FILINGS[0])
ZEROS = b"<x/>" + b"0" * 10_999_996


def opened(tmp_path: Path, content: bytes) -> list[str]:
    """Return what is found in an archive: the name of each document, the words about what is none."""
    (tmp_path / "f").write_bytes(content)
    return [shown(found, f"{tmp_path}/f") for found in documents([str(tmp_path / "f")])]


def shown(found: Found, root: str) -> str:
    text = found.origin if isinstance(found, Document) else str(found)
    return text.removeprefix(root)


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def header(name: str, kind: bytes, size: int = 0, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made


def patched(content: bytes, local: int, central: int, value: int) -> bytes:
    """Return a zip of one member with a byte changed in the member's header and in the directory."""
    changed = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        changed[content.index(signature) + offset] = value
    return bytes(changed)


@pytest.mark.parametrize("pack", [zipped, tarred], ids=["zip", "tar"])
def test_a_bad_member_is_set_aside_and_the_others_load(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    members = {
        "1.xml": GOOD,
        "2.xml": b"",
        "3.zip": b"PK\x03\x04nonsense",
        "4.gz": b"\x1f\x8b\x08nonsense",
        "5.xml": GOOD,
    }
    assert opened(tmp_path, pack(members)) == [
        "!1.xml",
        "!2.xml: empty",
        "!3.zip: a zip archive that cannot be read: File is not a zip file",
        "!4.gz: a gzip file that is broken: Compressed file ended before the end-of-stream marker was reached",
        "!5.xml",
    ]


def test_a_member_of_a_zip_that_is_broken_is_set_aside_alone(tmp_path: Path) -> None:
    content = zipped({"1.xml": GOOD, "2.xml": b"<broken/>", "3.xml": GOOD}, zipfile.ZIP_STORED)
    found = opened(tmp_path, flipped(content, content.index(b"<broken/>")))
    assert found == ["!1.xml", "!2.xml: cannot be unpacked: Bad CRC-32 for file '2.xml'", "!3.xml"]


def test_a_member_that_is_encrypted_is_named(tmp_path: Path) -> None:
    assert opened(tmp_path, patched(zipped({"1.xml": GOOD}), 6, 8, 1)) == ["!1.xml: encrypted"]


def test_a_member_packed_in_another_way_is_named(tmp_path: Path) -> None:
    for content, method in (
        (zipped({"1.xml": GOOD}, zipfile.ZIP_LZMA), 14),
        (patched(zipped({"1.xml": GOOD}), 8, 10, 9), 9),
    ):
        assert opened(tmp_path, content) == [f"!1.xml: packed by a method that is not read: '{method}'"]


@pytest.mark.parametrize("part", [0, 1 / 3, 2 / 3])
def test_a_zip_that_is_cut_off_is_named(tmp_path: Path, part: float) -> None:
    content = zipped({"1.xml": GOOD, "2.xml": GOOD})
    assert opened(tmp_path, content[: 50 + int(len(content) * part)]) == [
        ": a zip archive that cannot be read: File is not a zip file"
    ]


def test_a_tar_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    content = tarred({f"{number}.xml": GOOD for number in range(5)})
    size = len(content) // 5 // 512 * 512
    member = 512 + -(-len(GOOD) // 512) * 512
    assert size > member  # and the end is longer than a member
    before = ["!0.xml", "!1.xml"]
    for cut, words in (
        (content[: 2 * member + 100], "truncated header"),
        (content[: 2 * member + 700], "unexpected end of data"),
        (content[: 2 * member], "empty header"),
        (flipped(content, 2 * member), "bad checksum"),
    ):
        assert opened(tmp_path, cut) == [*before, f": a tar archive that is broken after member 2: {words}"]


def test_a_packed_tar_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    content = tarred({f"{number}.xml": GOOD + bytes([number]) * 60_000 for number in range(5)}, "gz")
    reason = "Compressed file ended before the end-of-stream marker was reached"
    *read, broken = opened(tmp_path, content[:-300])
    assert read == [f"!{number}.xml" for number in range(len(read))]
    assert broken == f": a tar archive that is broken after member {len(read)}: {reason}"
    # what comes with the checksum is not believed
    *read, broken = opened(tmp_path, flipped(content, len(content) - 8))
    assert read == [f"!{number}.xml" for number in range(4)]
    assert broken.startswith(": a tar archive that is broken after member 4: CRC check failed")


def test_a_tar_that_is_none_is_named(tmp_path: Path) -> None:
    content = bytes(257) + b"ustar" + bytes(800)
    assert opened(tmp_path, content) == [": a tar archive that is broken at its start: bad checksum"]
    assert opened(tmp_path, bytes(10_240)) == [": passed over: binary data"]


@pytest.mark.parametrize("pack", [zipped, tarred], ids=["zip", "tar"])
@pytest.mark.parametrize("name", ["../1.xml", "a/../../1.xml", "/tmp/1.xml", "../.hidden/1.xml"])
def test_a_name_that_leads_out_is_set_aside(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes], name: str
) -> None:
    found = opened(tmp_path, pack({name: GOOD, "2.xml": GOOD}))
    assert sorted(found) == sorted([f"!{name}: a name that leads out of the archive", "!2.xml"])


def test_a_name_can_be_printed(tmp_path: Path) -> None:
    odd = tarred({"a\udcff\n\x1b[2J.xml": GOOD}, format=tarfile.GNU_FORMAT)
    assert opened(tmp_path, odd) == ["!a\\\\xff\\n\\x1b[2J.xml"]


def test_a_member_may_lack_a_name(tmp_path: Path) -> None:
    # zipfile ends a name at its NUL
    assert opened(tmp_path, zipped({"QQQ": GOOD}).replace(b"QQQ", b"\0QQ")) == ["!."]


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    members: dict[str, bytes | tarfile.TarInfo] = {
        "1.xml": GOOD,
        "folder": header("folder", tarfile.DIRTYPE),
        "pipe": header("pipe", tarfile.FIFOTYPE),
        "device": header("device", tarfile.CHRTYPE),
        "link": header("link", tarfile.SYMTYPE, link="/etc/passwd"),
        "same": header("same", tarfile.LNKTYPE, link="1.xml"),
    }
    link = "a link in an archive"
    (tmp_path / "f").write_bytes(tarred(members))
    found = [(shown(each, f"{tmp_path}/f"), getattr(each, "reason", None)) for each in documents([str(tmp_path / "f")])]
    assert [text for text, reason in found if reason is None] == [
        "!1.xml",
        "!pipe: not a regular file",
        "!device: not a regular file",
    ]
    assert [reason for _, reason in found if reason] == [link, link]


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    (tmp_path / "f").write_bytes(file.getvalue())
    (found,) = documents([str(tmp_path / "f")])
    assert getattr(found, "reason", None) == "a link in an archive"


def test_a_sparse_file_is_not_read(tmp_path: Path) -> None:
    made = tarfile.TarInfo("1.xml")
    made.pax_headers = {"GNU.sparse.map": "0,0", "GNU.sparse.size": "99000000"}
    assert opened(tmp_path, tarred({"1.xml": made, "2.xml": GOOD})) == ["!1.xml: not a regular file", "!2.xml"]


@pytest.mark.parametrize("content", [b"", bytes(1)])
def test_an_archive_without_members_is_named(tmp_path: Path, content: bytes) -> None:
    for archive in (zipped({}), tarred({".hidden": content}), gzip.compress(zipped({".hidden": content}))):
        assert opened(tmp_path, archive) == [": an archive of no filings"]


def test_archives_nest_in_two_levels(tmp_path: Path) -> None:
    refusal = "an archive in an archive in an archive: unpack the outermost first"
    inner = {"zip": zipped({"1.xml": GOOD}), "tar.gz": tarred({"1.xml": GOOD}, "gz"), "1.xml.gz": gzip.compress(GOOD)}
    assert opened(tmp_path, zipped(inner)) == ["!1.xml.gz", "!tar.gz!1.xml", "!zip!1.xml"]
    nested = opened(tmp_path, tarred({"outer.zip": zipped(inner), "2.xml": GOOD}))
    assert nested == [*(f"!outer.zip!{name}: {refusal}" for name in sorted(inner)), "!2.xml"]
    assert opened(tmp_path, gzip.compress(gzip.compress(gzip.compress(GOOD)))) == [f": {refusal}"]


# an archive that packs very well, and as much as its limit lets through


def test_a_packed_file_may_not_grow_by_more_than_the_ratio(tmp_path: Path) -> None:
    refusal = "unpacks to more than 200 times its size"
    assert opened(tmp_path, gzip.compress(ZEROS)) == [f": {refusal}"]
    members = {"1.xml": GOOD, "2.xml": ZEROS, "3.xml": GOOD}
    assert opened(tmp_path, zipped(members)) == ["!1.xml", f"!2.xml: {refusal}: '11,000,000'", "!3.xml"]
    assert opened(tmp_path, tarred(members, "gz")) == ["!1.xml", f": {refusal}"]
    assert opened(tmp_path, tarred(members, "bz2")) == ["!1.xml", f": {refusal}"]
    assert opened(tmp_path, tarred(members)) == ["!1.xml", "!2.xml", "!3.xml"]


def test_the_ratio_is_that_of_all_members_together(tmp_path: Path) -> None:
    inner = zipped({f"{number}.xml": ZEROS[:4_000_000] for number in range(3)})
    found = opened(tmp_path, zipped({"1.zip": inner, "2.xml": GOOD}))
    assert found == ["!1.zip!0.xml", "!1.zip!1.xml", ": unpacks to more than 200 times its size"]


@pytest.mark.parametrize("pack", [zipped, lambda members: tarred(members, "gz")], ids=["zip", "tar.gz"])
def test_an_archive_may_not_hold_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    monkeypatch.setattr("graphload.files.unpacking.IN_ALL", 200_000)
    found = opened(tmp_path, pack({f"{number}.xml": GOOD + bytes(60_000) for number in range(9)}))
    assert found[-1] == ": unpacks to more than 200,000 bytes"
    assert found[:-1] == [f"!{number}.xml" for number in range(len(found) - 1)]
    assert 1 < len(found) < 5


def test_a_zip_of_thousands_of_data_sets_takes_no_longer_than_their_sum(tmp_path: Path) -> None:
    # by what grows with the square, as it once was, these would take minutes
    head = "\t".join(TABLES["SUBMISSION"].columns).encode()
    (tmp_path / "f").write_bytes(zipped({f"{number}/SUBMISSION.tsv": head for number in range(6_000)}))
    with ends():
        assert sum(1 for _ in documents([str(tmp_path / "f")])) == 6_000 * 7


def test_an_archive_may_not_hold_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphload.files.unpacking.MEMBERS", 3)
    monkeypatch.setattr("graphload.files.zips.MEMBERS", 3)
    members = {f"{number}.xml": GOOD for number in range(4)}
    three = ["!0.xml", "!1.xml", "!2.xml"]
    assert opened(tmp_path, tarred(members)) == [*three, ": holds more than 3 members"]
    refusal = ": a zip archive that cannot be read: a directory of more than 3 members"
    assert opened(tmp_path, zipped(members)) == [refusal]
    assert opened(tmp_path, zipped(dict.fromkeys(("0.xml", "1.xml", "2.xml"), GOOD))) == three
    monkeypatch.setattr("graphload.files.zips._LARGEST_ENTRY", 10)
    assert opened(tmp_path, zipped(members))[0].startswith(": a zip archive that cannot be read: a directory of ")


def test_a_member_may_not_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphload.files.place.LARGEST", 70_000)
    members = {"1.xml": GOOD, "2.xml": GOOD + bytes(70_000), "3.xml": GOOD}
    expected = ["!1.xml", f"!2.xml: larger than 70,000 bytes: '{len(members['2.xml']):,}'", "!3.xml"]
    assert opened(tmp_path, zipped(members)) == expected
    assert opened(tmp_path, tarred(members, "gz")) == expected
    assert opened(tmp_path, gzip.compress(members["2.xml"])) == [": larger than 70,000 bytes"]


def test_metadata_may_not_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("zips", "tars"):
        monkeypatch.setattr(f"graphload.files.{module}.LARGEST_METADATA", 100)
    members = {"1.xml": GOOD, "metadata.json": metadata(FILINGS[0])}
    refusal = "passed over: larger than 3,000,000 bytes: the filings beside it are read without it"
    for pack in (zipped, tarred):
        assert opened(tmp_path, pack(members)) == ["!1.xml", f"!metadata.json: {refusal}"]


def test_a_header_may_not_be_too_long(tmp_path: Path) -> None:
    for format in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        assert opened(tmp_path, tarred({"1.xml": GOOD, "x" * 200_000: GOOD, "2.xml": GOOD}, format=format)) == [
            "!1.xml",
            ": a tar archive that is broken after member 1: a header of more than 100,000 bytes",
        ]
    chain = header("1.xml", tarfile.XHDTYPE).tobuf(tarfile.USTAR_FORMAT) * 1_000
    assert opened(tmp_path, chain) == [
        ": a tar archive that is broken at its start: a header of more than 100,000 bytes"
    ]


@pytest.mark.parametrize("packed", ["", "gz"])
def test_a_data_set_in_a_tar_that_is_cut_off_is_not_taken(tmp_path: Path, packed: str) -> None:
    write_tables(FILINGS, tmp_path / "set")
    tables = {path.name: path.read_bytes() for path in sorted((tmp_path / "set").iterdir(), reverse=True)}
    content = tarred(tables, packed)
    (broken,) = opened(tmp_path, content[: len(content) // 2])
    assert " that is broken" in broken


def test_a_data_set_in_a_tar_that_lacks_a_column_is_set_aside_whole(tmp_path: Path) -> None:
    write_tables(FILINGS, tmp_path / "set")
    tables = {path.name: path.read_bytes() for path in (tmp_path / "set").iterdir()}
    tables["FOOTNOTES.tsv"] = tables["FOOTNOTES.tsv"].replace(b"FOOTNOTE_TXT", b"TEXT", 1)
    assert opened(tmp_path, tarred({**tables, "1.xml": GOOD})) == [
        "!1.xml",
        ": line 1: FOOTNOTES.tsv: no column FOOTNOTE_TXT",
    ]


def test_tables_that_lead_out_are_set_aside(tmp_path: Path) -> None:
    write_tables(FILINGS[:1], tmp_path / "set")
    tables = {f"../{path.name}": path.read_bytes() for path in sorted((tmp_path / "set").iterdir())}
    expected = [f"!{name}: a name that leads out of the archive" for name in tables]
    assert opened(tmp_path, zipped(tables)) == opened(tmp_path, tarred(tables)) == expected


MEMBERS = {"1.xml": GOOD, "sub/2.xml": GOOD, "3.zip": zipped({"4.xml": GOOD}), "metadata.json": metadata(FILINGS[0])}
HEADS = {f"set/{name}.tsv": "\t".join(table.columns).encode() for name, table in TABLES.items()}
WHOLE = [
    zipped({**MEMBERS, **HEADS}),
    zipped(MEMBERS, zipfile.ZIP_STORED),
    tarred({**MEMBERS, **HEADS}),
    tarred({**MEMBERS, **HEADS}, "gz"),
    gzip.compress(GOOD),
]
# a document by its name alone, or what went wrong in the archive or in one of its members
NAMED = re.compile(r"(![^!]+)*(: [^ ].*)?", re.DOTALL)
changes = st.lists(st.tuples(st.integers(0, 2**20), st.binary(max_size=6)), min_size=1, max_size=4)


@settings(max_examples=examples(300))
@given(st.sampled_from(WHOLE), changes, st.integers(-2_000, -1))
@example(WHOLE[0], [(0, b"")], -1)
def test_whatever_is_broken_is_told_in_words(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, changes: list[tuple[int, bytes]], end: int
) -> None:
    content = bytearray(whole)
    for at, put in changes:
        content[at % len(content) : at % len(content) + len(put)] = put
    path = tmp_path_factory.getbasetemp() / "changed"
    path.write_bytes(content[:end])
    found = [shown(each, str(path)) for each in documents([str(path)])]
    assert found
    assert [text for text in found if not (NAMED.fullmatch(text) and text.isprintable())] == []
