"""Files beside filings that hold none, and pages that a server sent in place of a filing."""

from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import submission, write
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document, Skipped
from tests.packed import zipped

ATTORNEY = b"""POWER OF ATTORNEY

Know all by these presents that the undersigned appoints each of them to execute Forms 3, 4 and 5, among them an initial
statement of beneficial ownership, in accordance with Section 16(a).
"""
PAGE = b"<!DOCTYPE html><html><head><title>%b</title></head><body><h1>%b</h1></body></html>"
FOREIGN = {
    "poa.txt": (ATTORNEY, "text that is no Form 3, 4 or 5"),
    "ex24.htm": (PAGE % (b"EX-24", b"Power of attorney"), "an HTML page that is no Form 3, 4 or 5"),
    "ex24.sgml": (b"<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\n" + ATTORNEY, "an exhibit of a submission, EX-24"),
    "ex99.txt": (b"<PAGE>\nJoint Filer Information\n\nName: Maribel Thane", "text that is no Form 3, 4 or 5"),
    "0001-index.html": (PAGE % (b"EDGAR Filing Documents", b"Form 4"), "an HTML page that is no Form 3, 4 or 5"),
    "poa.pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
    "scan.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
    "scan.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
    "logo.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "a picture"),
    "doc4.xsl": (b'<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>', "a style sheet"),
    "ownership.xsd": (b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "a schema"),
    "notes.docx": (zipped({"[Content_Types].xml": b"<Types/>", "a.xml": b"<w/>"}), "a document of an office program"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an office program"),
    "fetch.log": (b"2024-05-03 ERROR 404 not found: form4.xml\n", "a log"),
    "README.md": (b"# Filings\n\nWhat I downloaded.\n", "text that is no Form 3, 4 or 5"),
    "list.csv": (b"cik,accession\n1,2\n", "a table"),
    "other.json": (b'{"status": "not found"}', "JSON"),
    "parsed.json": (b'{"ownershipDocument": {"issuer": {"issuerCik": "1"}}}', "JSON"),
    "store.db": (b"SQLite format 3\0", "a database"),
    "state.bin": (bytes(range(256)), "binary data"),
    "empty.log": (b"", "empty"),
    "script.py": (b"import edgar\n", "text that is no Form 3, 4 or 5"),
    "notes16.txt": ("Notes on ownership".encode("utf-16"), "text that is no Form 3, 4 or 5"),
}  # fmt: skip


def test_a_folder_with_other_files_is_healthy(tmp_path: Path) -> None:
    (tmp_path / "form4.xml").write_bytes(write(FILINGS[0]))
    for name, (content, _) in FOREIGN.items():
        (tmp_path / name).write_bytes(content)
    found = [*documents([str(tmp_path)])]
    assert [each.origin for each in found if isinstance(each, Document)] == [str(tmp_path / "form4.xml")]
    reasons = {Path(each.origin).name: each.reason for each in found if isinstance(each, Skipped)}
    assert reasons == {name: kind for name, (_, kind) in FOREIGN.items()}


ERRORS = {
    "rate": PAGE % (b"SEC.gov | Request Rate Threshold Exceeded", b"Your Request"),
    "unavailable": PAGE % (b"SEC.gov | File Unavailable", b"File Unavailable"),
    "denied": b"<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>",
    "not found": b"<html>\n<head><title>404 Not Found</title></head>\n<body><center><h1>404 Not Found</h1></center>",
    "gateway": PAGE % (b"502 Bad Gateway", b"502 Bad Gateway"),
    "heading": b"<html><body><h1>Service Temporarily Unavailable</h1>",
    "challenge": PAGE % (b"Just a moment...", b""),
    "key": b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>',
    "denied key": b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
    "body": b"<html><body>Request Rate Threshold Exceeded</body></html>",
    "text": b"Forbidden",
    "words": b"404: Not Found\n",
    "JSON": b'{"message": "Too Many Requests"}',
    "gateway JSON": b'{"error": {"code": 403, "message": "Forbidden"}}',
}  # fmt: skip


@pytest.mark.parametrize("content", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize("name", ["form4.xml", "0001046568-22-000002.txt", "doc4.html"])
def test_an_error_page_is_called_one_and_set_aside(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (error,) = documents([str(tmp_path)])
    assert isinstance(error, FilingError)
    assert str(error).startswith(
        f"{tmp_path}/{name}: an error page of a server, not a filing: download the file again: '"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"hello", "text that is no Form 3, 4 or 5, not XML"),
        (b"[1]", "JSON, not XML"),
        (bytes(9), "binary data, not XML"),
    ],
)
def test_what_is_named_xml_and_is_none_is_set_aside(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "form4.xml").write_bytes(content)
    (error,) = documents([str(tmp_path)])
    assert isinstance(error, FilingError)
    assert error.what == said


FORM = write(FILINGS[0])


@pytest.mark.parametrize(
    "content",
    [
        FORM[: len(FORM) // 2],
        FORM[len(FORM) // 2 :],
        b"access denied\n" + FORM,
        FORM.replace(b"ownershipDocument", b"document"),
        FORM.decode().encode("utf-16"),
        b"INITIAL STATEMENT OF BENEFICIAL OWNERSHIP\nOMB Number",
        b"<html><title>SEC FORM 4</title><b>STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP</b>",
        b"<html><pre>&lt;ownershipDocument&gt;",
    ],
    ids=["cut", "rest", "behind a message", "other root", "UTF-16", "text", "page", "source"],
)
def test_what_has_a_trace_of_a_filing_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)


SENT = submission(FILINGS[0])


@pytest.mark.parametrize("at", ["<XML>", "<ownershipDocument>", "</XML>", "<TYPE>", "FILED AS OF"])
def test_a_submission_that_is_cut_off_is_called_so(tmp_path: Path, at: str) -> None:
    (tmp_path / "s.txt").write_bytes(SENT[: SENT.index(at.encode()) + 3])
    (error,) = documents([str(tmp_path)])
    assert isinstance(error, FilingError)
    assert error.what.endswith("that is cut off: download it again")


def test_a_submission_that_is_cut_off_behind_its_filing_is_read(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(SENT[: SENT.index(b"</XML>") + 10])
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    assert found.notes == ("the submission is cut off behind its ownership document",)
