"""The header of a full submission as `metadata.json`."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import metadata as written
from examples.write import submission
from graphload.files.header import metadata
from graphload.files.neighbours import read
from graphload.files.submission import open_submission
from graphload.filing.codes import Basis
from graphload.filing.document import Document
from graphload.filing.values import Envelope, Filing

HEADER = b"""<SEC-DOCUMENT>0000899243-18-015035.txt : 20180604
<SEC-HEADER>0000899243-18-015035.hdr.sgml : 20180604
<ACCEPTANCE-DATETIME>20180604210143
ACCESSION NUMBER:\t\t0000899243-18-015035
CONFORMED SUBMISSION TYPE:\t4
DATE AS OF CHANGE:\t\t20180604

ISSUER:\t\t

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tQuay Inc: the second
\t\tCENTRAL INDEX KEY:\t\t\t0009000001
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tSERVICES-PREPACKAGED SOFTWARE [7372]
\t\tIRS NUMBER:\t\t\t\t

\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 QUAY
\t\tBUSINESS PHONE:\t\t555-0100

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tQuay LLC
\t\tDATE OF NAME CHANGE:\t20100101

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tPier LLC
\t\tDATE OF NAME CHANGE:\t20050101

REPORTING-OWNER:\t

\tFILING VALUES:
\t\tFORM TYPE:\t\t4
\t\tSEC ACT:\t\t1934 Act
\t\tSEC FILE NUMBER:\t001-37622
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>doc4.xml
<DESCRIPTION>FORM 4 SUBMISSION
<TEXT>
<TYPE>not a fact
ISSUER: neither
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<TEXT>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_words_become_the_tags_of_the_same_facts() -> None:
    assert metadata(BytesIO(HEADER)) == {
        "submission": {
            "ACCEPTANCE-DATETIME": "20180604210143",
            "ACCESSION-NUMBER": "0000899243-18-015035",
            "TYPE": "4",
            "DATE-OF-FILING-DATE-CHANGE": "20180604",
            "ISSUER": [
                {
                    "COMPANY-DATA": {
                        "CONFORMED-NAME": "Quay Inc: the second",
                        "CIK": "0009000001",
                        "ASSIGNED-SIC": "7372",
                    },
                    "BUSINESS-ADDRESS": {"STREET1": "1 QUAY", "PHONE": "555-0100"},
                    "FORMER-COMPANY": [
                        {"FORMER-CONFORMED-NAME": "Quay LLC", "DATE-CHANGED": "20100101"},
                        {"FORMER-CONFORMED-NAME": "Pier LLC", "DATE-CHANGED": "20050101"},
                    ],
                }
            ],
            "REPORTING-OWNER": [{"FILING-VALUES": {"FORM-TYPE": "4", "ACT": "34", "FILE-NUMBER": "001-37622"}}],
        },
        "documents": [
            {"TYPE": "4", "SEQUENCE": "1", "FILENAME": "doc4.xml", "DESCRIPTION": "FORM 4 SUBMISSION"},
            {"TYPE": "EX-24", "SEQUENCE": "2"},
        ],
    }


def test_words_may_have_a_value_once_and_facts_below_them_next() -> None:
    header = b"<SEC-DOCUMENT>\nISSUER: x\nISSUER:\n\tCOMPANY DATA: y\n\tCOMPANY DATA:\n\t\tIRS NUMBER: 1\n"
    assert metadata(BytesIO(header))["submission"] == {"ISSUER": [{"COMPANY-DATA": ["y", {"IRS-NUMBER": "1"}]}]}


@pytest.mark.parametrize("filing", FILINGS, ids=lambda filing: str(filing.envelope.accession))
def test_it_is_the_metadata_of_the_same_filing(filing: Filing) -> None:
    assert metadata(BytesIO(submission(filing))) == json.loads(written(filing))


def test_it_says_what_the_header_says_of_real_submissions(shared: Path) -> None:
    compared = 0
    for file in sorted((shared / "filings" / "submission").glob("*.txt")):
        content = file.read_bytes()
        if b"<ownershipDocument>" in content and b"\nREPORTING-OWNER:" in content:
            opened = open_submission(content, file.name, Envelope())
            assert isinstance(opened, Document)
            (said,) = read(json.dumps(metadata(BytesIO(content))).encode(), file.name, file.name).facts.values()
            expected = replace(opened.envelope, accession_basis=Basis.METADATA, filed_on_basis=Basis.METADATA)
            assert said == expected, file
            compared += 1
    assert compared > 5
