"""Who signed, and for whom."""

import pytest

from graphload.wording.signatures import Signer, signer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/s/ John Vong", Signer("John Vong", False, None)),
        ("CHRISTOPHER R. BOHANE", Signer("CHRISTOPHER R. BOHANE", False, None)),
        ("/s/ Anna Clerk, attorney-in-fact", Signer("Anna Clerk", True, None)),
        ("/s/Anna Clerk as Power of Attorney", Signer("Anna Clerk", True, None)),
        ("Anna Clerk, POA", Signer("Anna Clerk", True, None)),
        ("/s/ Anna Clerk, attorney-in-fact for Robert P. Owner", Signer("Anna Clerk", True, "Robert P. Owner")),
        ("/s/ Anna Clerk, Attorney in Fact For: Bo Owner", Signer("Anna Clerk", True, "Bo Owner")),
        ("Anna Clerk, Esq., on behalf of Bo Owner, by Power of Attorney", Signer("Anna Clerk, Esq.", True, "Bo Owner")),
        ("/s/ Bo Owner, by Anna Clerk, his attorney-in-fact", Signer("Anna Clerk", True, "Bo Owner")),
        ("Some Fund, L.P. By: Zoe Head", Signer("Zoe Head", False, "Some Fund, L.P.")),
        ("Some Fund By: Some GP LLC By: /s/ Zoe Head, Managing Member", Signer("Zoe Head", False, "Some Fund")),
        ("/s/ Thomas Jones, Jr., President", Signer("Thomas Jones, Jr.", False, None)),
        ("/s/ Zoe Head, Chief Financial Officer of GP I LLC", Signer("Zoe Head", False, None)),
        ("", Signer("", False, None)),
        ("/s/ Anna Clerk, Atty-in-Fact", Signer("Anna Clerk", True, None)),
        ("Anna Clerk, by power of atty., for Bo Owner", Signer("Anna Clerk", True, "Bo Owner")),
        ("ANNA CLERK FOR BO OWNER", Signer("ANNA CLERK", False, "BO OWNER")),
        ("/s/ ANNA CLERK, ATTORNEY-IN-FACT FOR BO Q OWNER", Signer("ANNA CLERK", True, "BO Q OWNER")),
        ("Zoe Head AS CFO OF SOME CORP", Signer("Zoe Head", False, "SOME CORP")),
        ("Zoe Head, as a manager of Some GP LLC", Signer("Zoe Head", False, "Some GP LLC")),
        ("BY ED RIZZO", Signer("ED RIZZO", False, None)),
        ("BO OWNER BY ED RIZZO, ATTORNEY-IN-FACT", Signer("ED RIZZO", True, "BO OWNER")),
        ("Anna Clerk, attorney-in-fact for Some Fund IX, L.P.", Signer("Anna Clerk", True, "Some Fund IX, L.P.")),
        ("Some Advisors, LLC", Signer("Some Advisors, LLC", False, None)),
        ("Bo Owner, Co-Trustee", Signer("Bo Owner", False, None)),
        ("/s/ Byron Forbes", Signer("Byron Forbes", False, None)),
    ],
)
def test_a_signature_is_read_as_far_as_it_plainly_says(text: str, expected: Signer) -> None:
    assert signer(text) == expected


@pytest.mark.parametrize("sign", ["-", ",", ";", " ", "- "])
def test_a_long_run_of_signs_is_read_no_further_than_a_signature_goes(sign: str) -> None:
    assert signer(f"/s/ Bo Owner {sign * 100_000}").name == "Bo Owner"
