"""Tidewell, newspapers in Savannah, has two classes of stock and one family, whose thirteen members file in two parts.

Augusta gives to a trust and moves stock into another; she dies in January 2025 and Crispin inherits.
"""

from examples.world.cast import (
    AUGUSTA,
    BEAUMONT,
    CRISPIN,
    FAMILY_LP,
    FOUNDATION,
    PELL,
    TIDEWELL,
    TRUSTS,
    VOTING_TRUST,
    WREN,
)
from examples.world.compose import OPTION, filing, holding, owner, terms, trade
from graphload.filing.codes import Timeliness

EARLY, LATE = Timeliness.EARLY, Timeliness.LATE
A = "Class A Common Stock"
B = "Class B Common Stock"
DEBENTURES = "6% Convertible Debentures due 2029"
MEMBER = "Member of 10% owner group"
FAMILY = [
    owner(AUGUSTA, director=True, title="Chair", ten=True),
    owner(CRISPIN, title="Publisher", ten=True),
    *(owner(each, ten=True, other=MEMBER) for each in (FAMILY_LP, FOUNDATION, VOTING_TRUST, *TRUSTS)),
]
INTO_THE_TRUST = [
    trade(
        "Z", "2023-11-14", -4_000_000, "0", 0, of=B,
        notes={"code": "Laid into the Tidewell Voting Trust, which votes it for ten years."},
    ),
    trade("Z", "2023-11-14", 4_000_000, "0", 4_000_000, "By Tidewell Voting Trust", of=B),
]  # fmt: skip
GRANTED_AT_11 = terms("11.00", "2023-08-21", "2033-08-21", over=A)
CONVERTIBLE_AT_25 = terms("25.00", "2019-06-01", "2029-06-01", 80_000, over=A)
HEIR = owner(CRISPIN, director=True, title="Chair and Publisher", ten=True)
TRUSTEE = "Thistlewood Trusts, by /s/ Tobias Wren, trustee"
REVOCABLE = "By Augusta Thistlewood Revocable Trust"

FILINGS = [
    filing(
        "0009900001-22-000005", "3", TIDEWELL, owner(PELL, director=True), "2022-03-09",
        [holding(2_000, of=A), holding(500, of=B)], period="2022-03-01", signed=WREN,
    ),
    filing(
        "0009900001-23-000019", "3", TIDEWELL, owner(BEAUMONT, other="Member of advisory council"), "2023-08-07",
        period="2023-08-01", signed="/s/ Yves Beaumont",
    ),
    filing(
        "0009900001-23-000021", "4", TIDEWELL, FAMILY[1], "2023-08-22",
        [trade("A", "2023-08-21", 9_000, "0", 9_000, of=OPTION, under=GRANTED_AT_11)],
        signed=WREN,
    ),
    filing(
        "0009900001-23-000030", "4", TIDEWELL, FAMILY[:10], "2023-11-16", INTO_THE_TRUST,
        signed=["/s/ Augusta Thistlewood", "/s/ Crispin Thistlewood", TRUSTEE],
        remarks="Part 1 of 2: the form has room for ten reporting persons. The rows of both parts are the same.",
    ),
    filing(
        "0009900001-23-000031", "4", TIDEWELL, FAMILY[10:], "2023-11-16", INTO_THE_TRUST,
        signed=TRUSTEE,
        remarks="Part 2 of 2: the form has room for ten reporting persons. The rows of both parts are the same.",
    ),
    filing(
        "0009900001-24-000002", "5", TIDEWELL, FAMILY[0], "2024-02-13",
        [trade("G", "2023-12-12", -10_000, "0", 500_000, of=A, mark=LATE, notes={"shares": "To a university."})],
        period="2023-12-31", signed="/s/ Augusta Thistlewood",
    ),
    filing(
        "0009900001-24-000010", "4", TIDEWELL, FAMILY[0], "2024-04-19",
        [
            trade(
                "G", "2024-04-17", -50_000, "0", 450_000, of=A,
                notes={"shares": "To Trust No. 3, for her grandchildren."},
            ),
            trade("G", "2024-04-17", 50_000, "0", 50_000, "By Thistlewood Trust No. 3", of=A),
            trade(
                "J", "2024-04-17", -100_000, "0", 350_000, of=A,
                notes={"code": "From her own name into her revocable trust; nobody else gained."},
            ),
            trade("J", "2024-04-17", 100_000, "0", 100_000, REVOCABLE, of=A),
            holding(600_000, of=B),
            holding(
                None, of=DEBENTURES, worth="2000000", under=CONVERTIBLE_AT_25,
                notes={"value_after": "At par."},
            ),
        ],
        signed="/s/ Augusta Thistlewood",
    ),
    filing(
        "0009900001-24-000022", "4", TIDEWELL, FAMILY[1], "2024-08-22",
        [
            trade("M", "2024-08-20", 9_000, "11.00", 17_400, of=A),
            trade(
                "S", "2024-08-20", -5_400, "19.00", 12_000, of=A,
                notes={"code": "Sold to pay the price of the option and the tax on it."},
            ),
            holding(200_000, of=B),
            trade("M", "2024-08-20", -9_000, "0", 0, of=OPTION, under=GRANTED_AT_11),
        ],
        signed=WREN,
    ),
    filing(
        "0009900001-25-000001", "4", TIDEWELL, FAMILY[0], "2025-01-29",
        [
            trade(
                "W", "2025-01-27", -350_000, "0", 0, of=A,
                notes={"code": "Ms. Thistlewood died on January 27, 2025."},
            ),
            trade("W", "2025-01-27", -600_000, "0", 0, of=B),
            trade(
                "J", "2025-01-27", -1, "100", of=DEBENTURES, worth="2000000", worth_after="0",
                under=CONVERTIBLE_AT_25, notes={"code": "Redeemed at par under the terms of the issue."},
            ),
        ],
        left=True, signed="Estate of Augusta Thistlewood, by /s/ Crispin Thistlewood, executor",
    ),
    filing(
        "0009900001-25-000002", "4", TIDEWELL, HEIR, "2025-01-29",
        [
            trade("W", "2025-01-27", 350_000, "0", 362_000, of=A, form="5", mark=EARLY),
            trade(
                "G", "2025-01-28", 500, "0", 500, "By Daughter", of=A, form="5", mark=EARLY,
                notes={"shares": "A birthday present from her godmother."},
            ),
        ],
        signed=WREN,
    ),
    filing(
        "0009900001-25-000014", "4", TIDEWELL, HEIR, "2025-05-08",
        [
            trade(
                "C", "2025-05-06", -40_000, "0", 160_000, of=B,
                notes={"code": "Class B turns into Class A, share for share, on request."},
            ),
            trade("C", "2025-05-06", 40_000, "0", 402_000, of=A),
            trade("S", "2025-05-06", -40_000, "20.10", 362_000, of=A),
        ],
        signed="/s/ Crispin Thistlewood",
    ),
]  # fmt: skip
