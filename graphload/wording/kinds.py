"""Whether a party is a person or an organization, by the strongest evidence there is."""

from __future__ import annotations

import re
from collections.abc import Collection

from graphload.wording.names import NameEvidence, evidence_in

_SHAPE = re.compile(r"[^\W\d_][^\d&/]*[\s,]+[^\W\d_][^\d&/]*")


def kind(names: Collection[str], *, incorporated: bool, issuer: bool, role: bool) -> tuple[str, str]:
    """Return `person` or `organization`, and the evidence for it, the strongest of these.

    `role`: a director or an officer whose names are all shaped like a person's; `name`: the same, with an initial or
    `Jr` in a name: EDGAR keeps company data on some people; `header`: EDGAR keeps company data on the owner;
    `issuer`: filings report its own securities; `form`: its name has a legal form, though it be a director by
    deputization; `role`: it is a director or an officer; `name`: a word, a number or an initial in its name;
    `default`: nothing tells, so a person.
    """
    tells = {evidence_in(name) for name in names}
    shaped = not issuer and _person_shaped(names)
    evidence = (
        (shaped and role, ("person", "role")),
        (shaped and NameEvidence.PERSON in tells, ("person", "name")),
        (incorporated, ("organization", "header")),
        (issuer, ("organization", "issuer")),
        (NameEvidence.FORM in tells, ("organization", "form")),
        (role, ("person", "role")),
        (NameEvidence.WORD in tells, ("organization", "name")),
        (NameEvidence.PERSON in tells, ("person", "name")),
    )
    return next((found for there, found in evidence if there), ("person", "default"))


def _person_shaped(names: Collection[str]) -> bool:
    """Tell whether all names have two words or more, without digits and without words of organizations."""
    return bool(names) and all(
        _SHAPE.fullmatch(name.strip()) and evidence_in(name) in (None, NameEvidence.PERSON) for name in names
    )
