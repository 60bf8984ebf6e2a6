"""Who holds the shares, as natures of ownership and footnotes say it."""

import csv
from pathlib import Path

import pytest

from graphload.wording.holders import Holders, holders, named, subject
from graphload.wording.natures import NONE, SHAPE, STATED

NAMED = {
    "By Fenn Family Partners, L.P.": ("Fenn Family Partners, L.P.",),
    "held by Elm Ventures IV LLC, of which the reporting person is a member": ("Elm Ventures IV LLC",),
    "By: Elm Capital V, L.P.": ("Elm Capital V, L.P.",),
    "BY HL VOTING TRUST": ("HL VOTING TRUST",),
    "Elm and Associates, L.L.C.": ("Elm and Associates, L.L.C.",),
    "by jElm Capital, LLC": ("jElm Capital, LLC",),
    "Elm Capital Partners-H LP": ("Elm Capital Partners-H LP",),
    "Elm Fund II NY (Q), L.P.": ("Elm Fund II NY (Q), L.P.",),
    "Held by S.L. Fenn Associates, LLLP, an affiliated company": ("S.L. Fenn Associates, LLLP",),
    "By Elm Fund II LLC and Oak 2013 Trust Holdings LLLP": ("Elm Fund II LLC", "Oak 2013 Trust Holdings LLLP"),
    "By the Ida Fenn Trust and the Ada Fenn Trust": ("Ida Fenn Trust", "Ada Fenn Trust"),
    "By Ida B. Fenn, Trustee of the Fenn 2011 Irrevocable Trust U/A/D 1/2/2011": ("Fenn 2011 Irrevocable Trust",),
    "IDA FENN & ADA FENN TRS FBO FENN FAMILY TRUST": ("FENN FAMILY TRUST",),
    "Ida Fenn TR UA 09/10/2021 Fenn Living Trust": ("Fenn Living Trust",),
    "Fenn Trust fbo Ida Fenn": ("Fenn Trust fbo Ida Fenn",),
    "The Fenn 2022 Annuity Trust V-B": ("Fenn 2022 Annuity Trust V-B",),
    "By Fenn Limited Partnership No. 1": ("Fenn Limited Partnership No. 1",),
    "The Fenn Irrevocable Trust of 2020": ("Fenn Irrevocable Trust of 2020",),
    "L. C. Fenn, Jr. Rev. Trust": ("L. C. Fenn, Jr. Rev. Trust",),
    "Ida and Ada Fenn Foundation": ("Ida and Ada Fenn Foundation",),
    'Represents shares held of record by The Elm Fund, LP ("Elm"). Elm GP, LLC is its general partner.': (
        "Elm Fund, LP",
    ),
    "The Ida Fenn Trust dated July 22, 2003, for which the reporting person is trustee.": ("Ida Fenn Trust",),
    "He is the sole member of Elm LLC, which is the direct holder of the shares.": ("Elm LLC",),
    'Held by Elm Fund, L.P. ("EF"), Oak Fund, L.P. ("OF") and Birch LLC (the "Funds").': (
        "Elm Fund, L.P.",
        "Oak Fund, L.P.",
        "Birch LLC",
    ),
}
NAMING_NOBODY = (
    "By LLC",
    "LLC 3",
    "By Family Trust",
    "By Spouse's Revocable Trust",
    "Grantor Retained Annuity Trust No. 2",
    "By Limited Liability Company",
    "By Ida Fenn",
    "By 401(k) Plan",
    "The Elm Company Retirement Plan",
    "IRA FBO Ida Fenn Trust",
    "By trust for Ida Fenn",
    "Elm Investments LP - Fund 2",
    "Elm - U.S./India Management, L.P.",
    "Held by Elm Trust Company FBO Ida Fenn.",
    "Elm GP, Ltd. is the general partner of Elm Management, L.P., which disclaims beneficial ownership.",
    "Each of Elm GP LLC and Elm Inc. disclaims beneficial ownership except to the extent of its pecuniary interest.",
    "Reflects a stock split by Elm Corp. The split is exempt.",
    "The reporting person is a member of Elm LLC.",
    "Elm LLC owns 60% of Oak LLC.",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_a_nature_names_who_holds(text: str) -> None:
    assert named(text) == NAMED[text]


@pytest.mark.parametrize("text", NAMING_NOBODY)
def test_a_nature_that_does_not_plainly_name_who_holds_names_nobody(text: str) -> None:
    assert named(text) == ()


with (Path(__file__).parent / "holders.tsv").open(encoding="utf-8", newline="") as file:
    FOOTNOTES = {
        row["footnote"]: row["holders"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    }


@pytest.mark.parametrize("text", FOOTNOTES)
def test_a_footnote_names_all_who_hold_these_shares_and_nobody_else(text: str) -> None:
    assert " | ".join(holders(text).names) == FOOTNOTES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shares are held by Elm LP.", Holders(("Elm LP",), STATED)),
        ("He may be deemed to own the shares held by Elm LP.", Holders(("Elm LP",), SHAPE)),
        ("He disclaims beneficial ownership of the shares held by Elm LP.", Holders(("Elm LP",), SHAPE)),
        ("Includes 50 shares held by Elm LP.", Holders(("Elm LP",), SHAPE)),
        ("The shares were purchased by Elm LP.", Holders(("Elm LP",), SHAPE)),
        ("Represents shares of Class A Common Stock acquired by Elm LP.", Holders(("Elm LP",), SHAPE)),
        ("Each share of Elm stock was acquired by Oak Inc.", Holders((), NONE)),
        ("The shares are held by his spouse.", Holders(("his spouse",), STATED)),
        ("The shares are held by EFGH.", Holders(("EFGH",), STATED)),
        ("The shares are held by the reporting person.", Holders((), NONE)),
        ("A range of prices.", Holders((), NONE)),
    ],
)
def test_only_a_sentence_that_says_so_is_stated(text: str, expected: Holders) -> None:
    assert holders(text) == expected


def test_of_two_holders_one_alone_is_never_named() -> None:
    both = holders("100 shares are held by Elm LP and 200 shares are held by his spouse.")
    assert (both.who, both.names) == (("Elm LP", "his spouse"), ())


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Spouse's account. She disclaims nothing.", "Spouse's account"),
        ("The Oak Trust, of which he is trustee.", "The Oak Trust"),
        ("Elm LLC is the manager of Oak LLC.", ""),
        ("Elm LP, which no longer holds shares, is a fund.", ""),
        ("Includes shares of Elm LLC.", ""),
        ("Each unit is one share of Elm Corp. stock.", ""),
        ("Grant of restricted stock.", ""),
    ],
)
def test_a_text_is_about_what_it_says_no_more_of(text: str, about: str) -> None:
    assert subject(text) == about


def test_what_a_footnote_is_about_holds_only_if_it_is_one_on_the_nature() -> None:
    assert holders("The Oak Trust, of which he is trustee.").names == ("Oak Trust",)
    assert holders("The Oak Trust, of which he is trustee.", about=False).names == ()


@pytest.mark.parametrize(
    "junk", [" LP", "held by ", "A ", ", ", "(", ' ("A")', " ", ".", "L.P. ", " and", "Elm LP holds the shares and "]
)
def test_no_more_of_a_text_is_read_than_fits_a_footnote(junk: str) -> None:
    long = f"He manages Elm{junk * 30_000}"[:30_000]
    assert holders(f"{long}. The shares are held by Oak LP.") == holders(long)
