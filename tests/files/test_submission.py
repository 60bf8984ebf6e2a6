"""Full submissions: their headers in both styles, the document inside, what is passed over."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import submission, write
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.files.submission import is_submission, open_submission
from graphload.filing.codes import Basis
from graphload.filing.document import Document, Skipped
from graphload.filing.values import Envelope, Filing, Footnote, HeaderParty
from graphload.read import read
from tests.helpers import ends

ALLIED = FILINGS[0]
SENT = submission(ALLIED)
FACTS = Envelope(
    "0001046568-22-000002",
    Basis.HEADER,
    "4",
    date(2022, 3, 9),
    Basis.HEADER,
    datetime(2022, 3, 9, 16, 30, 1),
    (
        HeaderParty("0009000161", "Maida Robert P", False),
        HeaderParty("0000046129", "ALLIED MOTION TECHNOLOGIES INC", True),
    ),
)
IN_TAGS = b"""<SUBMISSION>
<ACCESSION-NUMBER>0001046568-22-000002
<TYPE>4
<PERIOD>20220307
<FILING-DATE>20220309
<ACCEPTANCE-DATETIME>20220309163001
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Maida Robert P
<CIK>0009000161
</OWNER-DATA>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>ALLIED MOTION TECHNOLOGIES INC
<CIK>0000046129
<STATE-OF-INCORPORATION>CO
</COMPANY-DATA>
</ISSUER>
"""
IN_WORDS = b"""<SEC-DOCUMENT>0001046568-22-000002.txt : 20220309
<SEC-HEADER>0001046568-22-000002.hdr.sgml : 20220309
<ACCEPTANCE-DATETIME>20220309163001
ACCESSION NUMBER:\t\t0001046568-22-000002
CONFORMED SUBMISSION TYPE:\t4
CONFORMED PERIOD OF REPORT:\t20220307
FILED AS OF DATE:\t\t20220309

REPORTING-OWNER:\t

\tOWNER DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tMaida Robert P
\t\tCENTRAL INDEX KEY:\t\t\t0009000161
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t[]

ISSUER:\t\t

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tALLIED MOTION TECHNOLOGIES INC
\t\tCENTRAL INDEX KEY:\t\t\t0000046129
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMOTORS & GENERATORS [3621]

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tHATHAWAY CORP
</SEC-HEADER>
"""
DOCUMENTS = SENT[SENT.index(b"<DOCUMENT>") :]


def opened(content: bytes, around: Envelope = Envelope()) -> Document:
    document = open_submission(content, "s.txt", around)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    "header", [IN_TAGS, IN_WORDS, IN_WORDS.replace(b"\n", b"\r\n"), IN_TAGS.replace(b"\n", b"\n\n")]
)
def test_both_styles_of_header_say_the_same(header: bytes) -> None:
    assert opened(header + DOCUMENTS).envelope == FACTS


def test_what_the_header_lacks_comes_from_around_it() -> None:
    around = Envelope("0009900001-21-000003", Basis.PATH, filed_on=date(2021, 1, 1), filed_on_basis=Basis.GIVEN)
    found = opened(IN_TAGS.replace(b"<FILING-DATE>20220309\n", b"") + DOCUMENTS, around).envelope
    assert found == replace(FACTS, filed_on=date(2021, 1, 1), filed_on_basis=Basis.GIVEN)


@pytest.mark.parametrize("filing", FILINGS, ids=lambda filing: filing.envelope.accession)
def test_a_submission_holds_the_filing_that_its_document_is(filing: Filing) -> None:
    bare = read(Document(write(filing), "s.txt")).filing
    bases = replace(filing.envelope, accession_basis=Basis.HEADER, filed_on_basis=Basis.HEADER)
    assert read(opened(submission(filing))).filing == replace(bare, envelope=bases)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_lines_that_edgar_broke_are_whole_again(ending: bytes) -> None:
    notes = tuple(Footnote(f"F{at}", "é " * at + "words of a footnote " * 49) for at in (1, 2, 3))
    long = replace(ALLIED, footnotes=tuple(Footnote(note.id, note.text.strip()) for note in notes), remarks="r" * 2_000)
    lines = submission(long).split(b"\n")
    assert max(map(len, lines)) == 1_023
    found = read(opened(ending.join(lines))).filing
    assert (found.footnotes, found.remarks, found.rows) == (long.footnotes, long.remarks, long.rows)


def test_a_line_of_the_submission_is_named_where_the_document_is_wrong() -> None:
    content = SENT.replace(b"<value>216<", b"<value>many<")
    line = content[: content.index(b"many")].count(b"\n") + 1
    with pytest.raises(FilingError) as caught:
        read(opened(content))
    assert str(caught.value) == f"s.txt: line {line}: transactionShares: not a number: 'many'"


@pytest.mark.parametrize("form", ["10-Q", "SC 13G/A", "144", "8-K"])
def test_a_submission_of_another_form_is_passed_over(form: str) -> None:
    content = SENT.replace(b"SUBMISSION TYPE:\t\t4", f"SUBMISSION TYPE:\t\t{form}".encode())
    assert open_submission(content, "s.txt", Envelope()) == Skipped("s.txt", f"a submission of form {form}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SENT.replace(b"ownershipDocument", b"otherDocument"), "a submission of form 4 with no ownership XML"),
        (SENT.replace(b"<XML>", b"").replace(b"</XML>", b""), "a submission of form 4 with no ownership XML"),
        (SENT + DOCUMENTS, "a submission of form 4 with more than one ownership document"),
        (
            b"<SEC-DOCUMENT>\n" + DOCUMENTS.replace(b"ownershipDocument", b"x"),
            "a submission of form unknown with no ownership XML",
        ),
    ],
)
def test_a_submission_without_its_document_is_set_aside(content: bytes, reason: str) -> None:
    with pytest.raises(FilingError) as caught:
        open_submission(content, "s.txt", Envelope())
    assert str(caught.value) == f"s.txt: {reason}"


@pytest.mark.parametrize("filling", [b"<XML>", b"<XML> ", b" ", b"</XML>", b"<xml></xml>"])
def test_a_submission_made_to_take_long_does_not(filling: bytes) -> None:
    content = b"<SEC-DOCUMENT>\n<DOCUMENT><XML>" + filling * (2_000_000 // len(filling))
    # by what grows with the square these would take an hour
    with ends(), pytest.raises(FilingError, match="cut off"):
        open_submission(content, "s.txt", Envelope())


def test_what_a_submission_begins_with() -> None:
    assert is_submission(SENT)
    assert is_submission(b"\n\n-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + SENT)
    assert not is_submission(write(ALLIED))
    assert not is_submission(b"")


def test_the_headers_of_every_real_submission(shared: Path) -> None:
    sources = (shared / "filings/SOURCES.tsv").read_text("utf-8").splitlines()
    facts = {row["file"]: row for row in csv.DictReader(sources, delimiter="\t")}
    found = list(documents([str(shared / "filings/submission")]))
    (paper,) = [each for each in found if not isinstance(each, Document)]
    assert str(paper).endswith("0001094891-00-000193.txt: a submission of form 4 with no ownership XML")
    for document in found:
        if not isinstance(document, Document):
            continue
        row = facts[f"submission/{Path(document.origin).name}"]
        envelope, reading = document.envelope, read(document)
        assert (envelope.accession, envelope.form) == (row["accession"], row["form"])
        assert (envelope.accession_basis, envelope.filed_on_basis) == (Basis.HEADER, Basis.HEADER)
        assert reading.unread == ()
        parties = {party.cik for party in envelope.parties}
        assert parties == {reading.filing.issuer.cik, *(owner.cik for owner in reading.filing.owners)}
    assert len(found) == sum(file.startswith("submission/") for file in facts)
