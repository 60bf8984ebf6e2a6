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
    ],
)
def test_a_signature_is_read_as_far_as_it_plainly_says(text: str, expected: Signer) -> None:
    assert signer(text) == expected
