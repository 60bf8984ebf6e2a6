"""The codes of Forms 3, 4 and 5, each with its meaning (EDGAR Ownership XML Technical Specification, v5.5)."""

from __future__ import annotations

from enum import Enum


class Code(str, Enum):
    """A code as filed that knows what it means."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> Code:
        """Make a member whose value is the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member


class Form(Code):
    """`documentType`: which form a filing is."""

    F3 = "3", "Initial statement of beneficial ownership"
    F3A = "3/A", "Amendment of an initial statement"
    F4 = "4", "Statement of changes in beneficial ownership"
    F4A = "4/A", "Amendment of a statement of changes"
    F5 = "5", "Annual statement of changes in beneficial ownership"
    F5A = "5/A", "Amendment of an annual statement"

    @property
    def amendment(self) -> bool:
        """Whether the filing amends an earlier one."""
        return str(self.value).endswith("/A")

    @property
    def family(self) -> str:
        """The form's number without the mark of an amendment."""
        return str(self.value)[0]


class TransactionCode(Code):
    """`transactionCode`; V and K are marks that EDGAR displays, not codes."""

    P = "P", "Open market or private purchase"
    S = "S", "Open market or private sale"
    A = "A", "Grant, award or other acquisition under Rule 16b-3(d)"
    D = "D", "Disposition to the issuer under Rule 16b-3(e)"
    F = "F", "Shares delivered or withheld to pay an exercise price or tax"
    I = "I", "Discretionary transaction under Rule 16b-3(f)"  # noqa: E741
    M = "M", "Exercise or conversion of a derivative exempt under Rule 16b-3"
    C = "C", "Conversion of a derivative"
    E = "E", "Expiration of a short derivative position"
    H = "H", "Expiration or cancellation of a long derivative position with value received"
    O = "O", "Exercise of an out-of-the-money derivative"  # noqa: E741
    X = "X", "Exercise of an in-the-money or at-the-money derivative"
    G = "G", "Bona fide gift"
    L = "L", "Small acquisition under Rule 16a-6"
    W = "W", "Acquisition or disposition by will or the laws of descent"
    Z = "Z", "Deposit into or withdrawal from a voting trust"
    J = "J", "Other acquisition or disposition, described in a footnote"
    U = "U", "Disposition by tender in a change of control"


_ACQUIRE, _DISPOSE = frozenset("PAL"), frozenset("SDFUH")
# in Table II filers sell a short call or buy it back, by the codes P, S, A and D
_OF_DERIVATIVES = frozenset("LFUH")


def acquires(code: str | None, *, derivative: bool) -> bool | None:
    """Return whether a transaction code only acquires or only disposes of a security; None where it may do either."""
    if code is None or (derivative and code not in _OF_DERIVATIVES):
        return None
    return True if code in _ACQUIRE else False if code in _DISPOSE else None


class Timeliness(Code):
    """`transactionTimeliness`; absent means on time."""

    EARLY = "E", "Reported earlier than required"
    LATE = "L", "Reported late"


class Source(Code):
    """The shape a filing was read from, the fullest first."""

    XML = "xml", "Ownership XML"
    HTML = "html", "EDGAR's HTML rendering"
    TEXT = "text", "The rendering as plain text or Markdown"
    TABLES = "tables", "The SEC's quarterly Insider Transactions Data Sets"


class Basis(Code):
    """Where a fact comes from that the document itself does not state, the most trusted first."""

    HEADER = "header", "SGML header of the submission"
    PAGE = "page", "The address in a saved page"
    PATH = "path", "Name of the file or its folder"
    METADATA = "metadata", "metadata.json beside the file"
    INDEX = "index", "An EDGAR index page"
    TABLES = "tables", "The table SUBMISSION of a quarterly data set"
    GIVEN = "given", "The command line"
