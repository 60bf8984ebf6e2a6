"""The graph, declared once; statements, import headers, checks, reference and diagram are rendered from it."""

from __future__ import annotations

from graphload.schema.derived import AMENDS, INSIDER_OF, NAMES, OWNED, OWNS, SAME_AS
from graphload.schema.filings import FILING
from graphload.schema.nodes import ADDRESS, CALENDAR, GROUP, PLAN, SECURITY, SIGNATORY, TRANSACTION_CODE, VEHICLE
from graphload.schema.parties import ISSUER, ORGANIZATION, PARTY, PERSON
from graphload.schema.stated import (
    ACCOUNT_IN,
    CONCERNS,
    CONVERTS_INTO,
    FILED,
    HOLDING,
    HOLDS_THROUGH,
    ISSUED,
    LOCATED_AT,
    MEMBER_OF,
    SIGNED_BY,
    SPONSORS,
    TRANSACTION,
)

__all__ = ["EDGES", "NODES"]

NODES = (
    PARTY, PERSON, ORGANIZATION, ISSUER, FILING, SECURITY, VEHICLE, PLAN, GROUP, SIGNATORY, ADDRESS, TRANSACTION_CODE,
    CALENDAR,
)  # fmt: skip

EDGES = (
    FILED, CONCERNS, ISSUED, TRANSACTION, HOLDING, CONVERTS_INTO, SIGNED_BY, LOCATED_AT,
    MEMBER_OF, HOLDS_THROUGH, ACCOUNT_IN, SPONSORS, NAMES, SAME_AS, AMENDS, INSIDER_OF, OWNS, OWNED,
)  # fmt: skip
