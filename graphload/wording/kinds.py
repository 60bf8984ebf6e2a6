"""Whether a party is a person or an organization, by the strongest evidence there is."""

from __future__ import annotations

from collections.abc import Collection

from graphload.wording.names import NameEvidence, evidence_in


def kind(names: Collection[str], *, incorporated: bool, issuer: bool, role: bool) -> tuple[str, str]:
    """Return `person` or `organization`, and the evidence for it, the strongest of these.

    `header`: EDGAR keeps company data on the owner; `issuer`: filings report its own securities; `form`: its name has
    a legal form, though it be a director by deputization; `role`: it is a director or an officer; `name`: a word, a
    number or an initial in its name; `default`: nothing tells, so a person.
    """
    tells = {evidence_in(name) for name in names}
    evidence = {
        ("organization", "header"): incorporated,
        ("organization", "issuer"): issuer,
        ("organization", "form"): NameEvidence.FORM in tells,
        ("person", "role"): role,
        ("organization", "name"): NameEvidence.WORD in tells,
        ("person", "name"): NameEvidence.PERSON in tells,
    }
    return next((found for found, there in evidence.items() if there), ("person", "default"))
