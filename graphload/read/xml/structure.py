"""Which elements of ownership XML stand in which, and where an end tag that was lost has to be."""

from __future__ import annotations

from graphload.read.cells import text
from graphload.read.elements import CELLS, LEAVES

_HEAD = ("securityTitle",)
_DONE = ("postTransactionAmounts", "ownershipNature")
_WHEN = ("transactionDate", "deemedExecutionDate", "transactionCoding", "transactionTimeliness", "transactionAmounts")
_TERMS = ("exerciseDate", "expirationDate", "underlyingSecurity")
_PRICE = ("conversionOrExercisePrice",)

CHILDREN: dict[str, frozenset[str]] = {
    name: frozenset(children)
    for name, children in {
        "ownershipDocument": (
            *(leaf for leaf, (record, _, _) in LEAVES.items() if record == "document"),
            "issuer", "reportingOwner", "nonDerivativeTable", "derivativeTable", "footnotes", "ownerSignature",
        ),
        "issuer": [leaf for leaf, (record, _, _) in LEAVES.items() if record == "issuer"],
        "reportingOwner": ("reportingOwnerId", "reportingOwnerAddress", "reportingOwnerRelationship"),
        "reportingOwnerId": ("rptOwnerCik", "rptOwnerCcc", "rptOwnerName"),
        "reportingOwnerAddress": (
            *(leaf for leaf, (record, _, _) in LEAVES.items() if record == "address"), "rptOwnerGoodAddress",
        ),
        "reportingOwnerRelationship": (
            "isDirector", "isOfficer", "isTenPercentOwner", "isOther", "officerTitle", "otherText",
        ),
        "nonDerivativeTable": ("nonDerivativeTransaction", "nonDerivativeHolding"),
        "derivativeTable": ("derivativeTransaction", "derivativeHolding"),
        "nonDerivativeTransaction": (*_HEAD, *_WHEN, *_DONE),
        "nonDerivativeHolding": (*_HEAD, "transactionCoding", *_DONE),
        "derivativeTransaction": (*_HEAD, *_PRICE, *_WHEN, *_TERMS, *_DONE),
        "derivativeHolding": (*_HEAD, *_PRICE, "transactionCoding", *_TERMS, *_DONE),
        "transactionCoding": ("transactionFormType", "transactionCode", "equitySwapInvolved", "footnoteId"),
        "transactionAmounts": (
            "transactionShares", "transactionTotalValue", "transactionPricePerShare", "transactionAcquiredDisposedCode",
        ),
        "postTransactionAmounts": ("sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction"),
        "underlyingSecurity": ("underlyingSecurityTitle", "underlyingSecurityShares", "underlyingSecurityValue"),
        "ownershipNature": ("directOrIndirectOwnership", "natureOfOwnership"),
        "footnotes": ("footnote",),
        "ownerSignature": ("signatureName", "signatureDate"),
        **{cell: ("value", "footnoteId") for cell in CELLS if cell != "transactionCoding"},
    }.items()
}  # fmt: skip
# elements with text alone
TEXTS = frozenset([*LEAVES, "value", "footnote", "footnoteId", "rptOwnerCcc", "rptOwnerGoodAddress"])
KNOWN = TEXTS | CHILDREN.keys()
# the text of these is words: it ends where the next tag begins, and is no value or title of a row
WORDS = frozenset(
    ["footnote", *(leaf for leaf, (record, _, read) in LEAVES.items() if read is text and record != "row")]
)
# the last element of what is complete; of the others any element may be the last
_LAST = {
    **dict.fromkeys(
        ("nonDerivativeTransaction", "nonDerivativeHolding", "derivativeTransaction", "derivativeHolding"),
        "ownershipNature",
    ),
    "reportingOwner": "reportingOwnerRelationship",
    "ownerSignature": "signatureDate",
}


def complete(name: str, last: str | None) -> bool:
    """Whether an element whose last child is `last` lacks nothing but its end tag."""
    if name in TEXTS:
        return name in WORDS
    return name != "ownershipDocument" and last is not None and _LAST.get(name, last) == last
