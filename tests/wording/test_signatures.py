"""Who signed, and for whom."""

import pytest

from graphload.wording.signatures import Signer, signer
from tests.helpers import ends


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
        ("BYRON FORBES, ATTY IN FACT FOR FORD BYERS", Signer("BYRON FORBES", True, "FORD BYERS")),
        ("Anna Clerk, ATTORNEY-in-fact For For: Bo Owner", Signer("Anna Clerk", True, "Bo Owner")),
        ("Anna Clerk, Att'y-in-Fact", Signer("Anna Clerk", True, None)),
        ("Anna Clerk by Power of Atttorney from Bo Owner", Signer("Anna Clerk", True, None)),
        ("Bo Owner by Anna Clerk under a P of A", Signer("Anna Clerk", True, "Bo Owner")),
        ("Bo Owner by Anna Clerk pursuant to Limited Power of Attorney", Signer("Anna Clerk", True, "Bo Owner")),
        ("Anna Clerk, Attorney at Law", Signer("Anna Clerk", False, None)),
        ("/s/ Anna Clerk, by: POA", Signer("Anna Clerk", True, None)),
        ("Anna Clerk for Some Doctors, P.A.", Signer("Anna Clerk", False, "Some Doctors, P.A.")),
        ("Ann Attaway", Signer("Ann Attaway", False, None)),
        ("BY: ED RIZZO", Signer("ED RIZZO", False, None)),
        ("BO OWNER BY ED RIZZO", Signer("ED RIZZO", False, "BO OWNER")),
        ("/s/ By Ed Rizzo, Attorney in fact for Bo Owner", Signer("Ed Rizzo", True, "Bo Owner")),
        ("Bo Owner (By Ed Rizzo by Power of Attorney)", Signer("Ed Rizzo", True, "Bo Owner")),
        ("Some Fund LP, By/s/ Zoe Head, Manager", Signer("Zoe Head", False, "Some Fund LP")),
        ("Some Fund, LP, by Some GP, LLC, its GP, By /s/ Zoe Head", Signer("Zoe Head", False, "Some Fund, LP")),
        ("Some Fund LP, by Some GP LLC, its GP, by Zoe Head, Director", Signer("Zoe Head", False, "Some Fund LP")),
        ("Some Fund, L.P., By: Some GP LLC, By: Zoe Head, CCO", Signer("Zoe Head", False, "Some Fund, L.P.")),
        ("Some Fund LP By: Some GP LLC, its GP /s/ Zoe Head", Signer("Zoe Head", False, "Some Fund LP")),
        ("Some GP LLC, its Manager, By: /s/ Zoe Head", Signer("Zoe Head", False, "Some GP LLC")),
        ("BO OWNER By: Name: Ed Rizzo Title: Attorney-in-fact", Signer("Ed Rizzo", True, "BO OWNER")),
        ("By: /s/ Zoe Head Name: Zoe Head Title: Secretary", Signer("Zoe Head", False, None)),
        ("/s/ Zoe Head as CFO", Signer("Zoe Head", False, None)),
        ("/s/ Zoe Head as Vice President for Some Holdings, LP", Signer("Zoe Head", False, "Some Holdings, LP")),
        ("Zoe Head as Vice-President and Chief Financial Officer of X", Signer("Zoe Head", False, "X")),
        ("ZOE HEAD, AS TRUSTEE OF SOME TRUST", Signer("ZOE HEAD", False, "SOME TRUST")),
        ("Zoe Head, as trustee of the Some Trust", Signer("Zoe Head", False, "Some Trust")),
        (
            "Zoe Head, as Authorized Signatory of Some GP, LLC (the general partner of Some Fund, L.P.)",
            Signer("Zoe Head", False, "Some GP, LLC"),
        ),
        ("Anna Clerk for Bo Owner (Pursuant to Authority on File)", Signer("Anna Clerk", False, "Bo Owner")),
        ("Anna Clerk on behalf of Bo Owner(1)", Signer("Anna Clerk", False, "Bo Owner")),
        (
            "Anna Clerk, attorney-in-fact for Some Fund (Kiwi), L.P.",
            Signer("Anna Clerk", True, "Some Fund (Kiwi), L.P."),
        ),
        ("Anna Clerk for Some Company (US), Inc.", Signer("Anna Clerk", False, "Some Company (US), Inc.")),
        ("Anna Clerk for 325 Capital LLC", Signer("Anna Clerk", False, "325 Capital LLC")),
        ("Some Fund, L.P.", Signer("Some Fund, L.P.", False, None)),
        ("/s/ Lewis A. (Lee) Sax", Signer("Lewis A. (Lee) Sax", False, None)),
    ],
)
def test_a_signature_is_read_as_far_as_it_plainly_says(text: str, expected: Signer) -> None:
    assert signer(text) == expected


@pytest.mark.parametrize("sign", ["-", ",", ";", " ", "- "])
def test_a_long_run_of_signs_is_read_no_further_than_a_signature_goes(sign: str) -> None:
    with ends():
        assert signer(f"/s/ Bo Owner {sign * 100_000}").name == "Bo Owner"


@pytest.mark.parametrize("sign", ["-", ",", ";", " ", "- ", ", ", "by ", "for ", "as a ", "("])
@pytest.mark.parametrize("before", ["", "/s/ Bo Owner ", "Bo Owner by ", "Bo Owner as "])
def test_a_long_run_of_signs_says_what_its_first_400_characters_say(before: str, sign: str) -> None:
    text = before + sign * 30_000
    with ends():
        assert signer(text) == signer(text[:400])
