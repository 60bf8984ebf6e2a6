"""A person or an organization: the strongest evidence decides."""

import pytest

from graphload.wording.kinds import kind


@pytest.mark.parametrize(
    ("names", "evidence", "expected"),
    [
        (["DOE JANE"], "", ("person", "default")),
        ([], "", ("person", "default")),
        (["DOE JANE Q"], "", ("person", "name")),
        (["DOE JANE CAPITAL"], "", ("organization", "name")),
        (["DOE JANE CAPITAL"], "role", ("person", "role")),
        (["DOE JANE", "DOE HOLDINGS LLC"], "role", ("organization", "form")),
        (["DOE HOLDINGS LLC"], "role issuer", ("organization", "issuer")),
        (["DOE JANE Q"], "issuer incorporated", ("organization", "header")),
        (["DOE JANE Q"], "incorporated", ("person", "name")),
        (["DOE JANE"], "incorporated", ("organization", "header")),
        (["Doe Jane"], "role incorporated", ("person", "role")),
        (["Doe Jane", "DOE JANE M.D."], "role incorporated", ("person", "role")),
        (["DOE JANE"], "role issuer", ("organization", "issuer")),
        (["DOE CAPITAL"], "role incorporated", ("organization", "header")),
        (["DOE JANE", "DOE & SONS"], "role incorporated", ("organization", "header")),
        (["DOECO"], "role incorporated", ("organization", "header")),
    ],
)
def test_the_strongest_evidence_decides(names: list[str], evidence: str, expected: tuple[str, str]) -> None:
    there = {name: name in evidence.split() for name in ("incorporated", "issuer", "role")}
    assert kind(names, **there) == expected
