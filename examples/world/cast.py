"""Who is who: companies, people and funds. All are invented; no CIK here has been given to anybody."""

from __future__ import annotations

from dataclasses import dataclass

from graphload.filing.values import Address, Issuer


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who reports."""

    cik: str
    name: str
    address: Address


# Issuers, and what they were called before.
BRIGHTWATER_THEN = Issuer("0009000001", "Brightwater Scale Works, Inc.", "BSW")
BRIGHTWATER = Issuer("0009000001", "Brightwater Instruments, Inc.", "BRWI")
HALCYON = Issuer("0009000002", "Halcyon Harbor Bancorp", "HHB")
HALCYON_ON_NYSE = Issuer("0009000002", "Halcyon Harbor Bancorp", "NYSE: HHB")
MERROW = Issuer("0009000003", "Merrow Therapeutics, Inc.", "MRRW")
TIDEWELL = Issuer("0009000004", "Tidewell Media Holdings, Inc.", "TWMA, TWMB")
KESTREL = Issuer("0009000005", "Kestrel Maritime plc", "KMAR", "LSE:KMAR")
CORVID_UNLISTED = Issuer("0009000006", "Corvid Capital Corp", "N/A")
CORVID = Issuer("0009000006", "Corvid Capital Corp", "CRVD")
QUILLFEATHER = Issuer("0009000007", "Quillfeather Paper Co", "qfp")

DULUTH = Address("40 BEAM STREET", None, "DULUTH", "MN", "55802")
ASTORIA = Address("1 HARBOR STEPS", None, "ASTORIA", "OR", "97103")
CAMBRIDGE = Address("C/O MERROW THERAPEUTICS, INC.", "9 SELKIE COURT", "CAMBRIDGE", "MA", "02142")
SAVANNAH = Address("C/O TIDEWELL MEDIA HOLDINGS, INC.", "300 PRESS ROW", "SAVANNAH", "GA", "31401")
OMAHA = Address("77 ROOKERY AVENUE", "SUITE 1900", "OMAHA", "NE", "68102")
HOLYOKE = Address("C/O QUILLFEATHER PAPER CO", "5 DECKLE ROAD", "HOLYOKE", "MA", "01040")
SAND_HILL = Address("2 AURORA TERRACE", "3RD FLOOR", "MENLO PARK", "CA", "94025")
LARKSPUR = Address("12 LARKSPUR LANE", None, "ASTORIA", "OR", "97103")
ROTTERDAM = Address("MAASKADE 118", None, "ROTTERDAM", None, "3071 NK", None, True, "ZUID-HOLLAND", "P7")

# Companies and vehicles that report.
CORVID_AS_OWNER = Party("0009000006", "Corvid Capital Corp", OMAHA)
BRIGHTWATER_AS_OWNER = Party("0009000001", "Brightwater Scale Works, Inc.", DULUTH)
QUILLFEATHER_AS_OWNER = Party("0009000007", "Quillfeather Paper Co", HOLYOKE)
ESOP_TRUST = Party("0009000011", "Brightwater Instruments, Inc. Employee Stock Ownership Trust", DULUTH)
NORTHLIGHT = Party("0009000021", "Northlight Ventures IV, L.P.", SAND_HILL)
NORTHLIGHT_GP = Party("0009000022", "Northlight Ventures IV GP, LLC", SAND_HILL)
NORTHLIGHT_MANAGEMENT = Party("0009000023", "Northlight Capital Management, LLC", SAND_HILL)
GANNET = Party("0009000031", "Gannet Street Partners LP", LARKSPUR)
GANNET_GP = Party("0009000032", "Gannet Street GP LLC", LARKSPUR)
SALTMARSH = Party("0009000041", "Saltmarsh Partners LP", Address("8 SPARTINA WAY", None, "GREENWICH", "CT", "06830"))
VOTING_TRUST = Party("0009000051", "Tidewell Voting Trust", SAVANNAH)
FAMILY_LP = Party("0009000052", "Thistlewood Family Limited Partnership", SAVANNAH)
FOUNDATION = Party("0009000053", "Thistlewood Foundation", SAVANNAH)
TRUSTS = [
    Party(f"00090000{60 + at}", f"Thistlewood Trust No. {at} u/a 1987", SAVANNAH)
    for at in range(1, 9)
]  # fmt: skip

# People, family name first as EDGAR writes them.
VASQUEZ = Party("0009000101", "Vasquez-Thorne Ingrid", DULUTH)
LINDQVIST = Party("0009000102", "Lindqvist Per Anders", DULUTH)
ABARA = Party("0009000103", "Abara Ngozi C", DULUTH)
MABRY = Party("0009000104", "MABRY CORNELIUS JR", DULUTH)
PRUITT = Party("0009000111", "Pruitt Osgood T", ASTORIA)
QUIST = Party("0009000112", "Quist Mabel", ASTORIA)
HARGREAVES = Party("0009000113", "Hargreaves Dunstan", ASTORIA)
TALLIS = Party("0009000114", "Tallis Imogen", ASTORIA)
PELL = Party("0009000115", "Pell Rosamund", LARKSPUR)
SOKOLOVA = Party("0009000121", "Sokolova Marta", CAMBRIDGE)
BEAUMONT = Party("0009000122", "Beaumont Yves", CAMBRIDGE)
OKAFOR = Party("0009000123", "Okafor Adaeze", SAND_HILL)
AUGUSTA = Party("0009000131", "Thistlewood Augusta", SAVANNAH)
CRISPIN = Party("0009000132", "Thistlewood Crispin", SAVANNAH)
DRUMMOND = Party("0009000141", "Drummond Cassius", OMAHA)
MARCHETTI = Party("0009000142", "Marchetti Delphine", HOLYOKE)
FAIRWEATHER = Party("0009000143", "Fairweather Lucian", Address("8 SPARTINA WAY", None, "GREENWICH", "CT", "06830"))
ACHTERBERG = Party("0009000151", "Achterberg Joost", ROTTERDAM)

# EDGAR keeps company data on these; of the other vehicles only the name tells what they are.
INCORPORATED = {
    each.cik
    for each in (
        CORVID_AS_OWNER,
        BRIGHTWATER_AS_OWNER,
        QUILLFEATHER_AS_OWNER,
        NORTHLIGHT,
        NORTHLIGHT_GP,
        SALTMARSH,
        FOUNDATION,
    )
}

# Hands that sign for others; the first signs at four companies.
WREN = "/s/ Tobias Wren, attorney-in-fact"
LOWELL = "/s/ Beatrix Lowell, Attorney-in-Fact"
