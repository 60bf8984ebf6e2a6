"""Brightwater, of Duluth, makes laboratory balances.

It was Brightwater Scale Works until 2023, and split its stock in two in May 2024. Its directors Lindqvist and Abara
sit at Halcyon too. Mabry has no Form 3 here: he was an officer before the world begins.
"""

from examples.world.cast import (
    ABARA,
    ASTORIA,
    BRIGHTWATER,
    BRIGHTWATER_THEN,
    ESOP_TRUST,
    LINDQVIST,
    MABRY,
    VASQUEZ,
    WREN,
)
from examples.world.compose import OPTION, filing, holding, owner, terms, trade

VESTING = "Kept back by the issuer for the tax on restricted stock that vested."
SPLIT = "After the two-for-one split of May 20, 2024, which no row reports."
UNITS = "Each stands for one share and vests on the third anniversary."
FINANCE = owner(VASQUEZ, title="Chief Financial Officer")
CHIEF = owner(VASQUEZ, director=True, title="Chief Executive Officer")
PRESIDENT = owner(VASQUEZ, director=True, title="President and CEO")

FILINGS = [
    filing(
        "0009900001-21-000003", "3", BRIGHTWATER_THEN, FINANCE, "2021-03-12",
        [
            holding(20_000),
            holding(None, of=OPTION, under=terms("14.20", "2022-03-02", "2031-03-02", 40_000)),
        ],
        period="2021-03-02", signed="/s/ Ingrid Vasquez-Thorne",
    ),
    filing(
        "0009900001-21-000007", "3", BRIGHTWATER_THEN, owner(LINDQVIST, director=True), "2021-04-28",
        [holding(5_000)], period="2021-04-22", signed=WREN,
    ),
    filing(
        "0009900001-21-000008", "3", BRIGHTWATER_THEN, owner(ABARA, director=True), "2021-04-28",
        period="2021-04-22", signed=WREN, remarks="Exhibit 24: power of attorney. No securities are owned.",
    ),
    filing(
        "0009900001-21-000012", "4", BRIGHTWATER_THEN, owner(MABRY, title="VP, Operations"), "2021-05-20",
        [
            trade("A", "2021-05-18", 3_000, "0", 18_000, notes={"shares": UNITS}),
            trade("A", "2021-05-18", 3_000, "0", 21_000, notes={"shares": UNITS}),
            trade("A", "2021-05-18", 3_000, "0", 24_000, notes={"shares": UNITS}),
            holding(6_412, "By ESOP", notes={"shares_after": "As of the plan's statement of March 31, 2021."}),
            holding(2_050, "401(k) Plan"),
            holding(1_200, "By Spouse", notes={"nature": "He disclaims what is not his own interest."}),
        ],
        signed="Cornelius Mabry Jr. by Tobias Wren, attorney-in-fact",
    ),
    filing(
        "0009900001-22-000002", "3", BRIGHTWATER_THEN, owner(ESOP_TRUST, ten=True), "2022-02-22",
        [holding(1_400_000, notes={"direct": "In the accounts of some three hundred employees, who vote it."})],
        period="2022-01-03", signed="/s/ Harold Nygaard, Trustee",
    ),
    filing(
        "0009900001-23-000004", "4", BRIGHTWATER_THEN, FINANCE, "2023-03-03",
        [trade("F", "2023-03-01", -2_610, "19.75", 17_390, notes={"shares": VESTING})], signed=WREN,
    ),
    filing(
        "0009900001-23-000015", "4", BRIGHTWATER, CHIEF, "2023-07-07",
        [
            trade(
                "A", "2023-07-05", 10_000, "0", 27_390,
                notes={"shares": "Restricted stock, a fifth of which vests each year."},
            ),
            trade(
                "A", "2023-07-05", 60_000, "0", 60_000, of=OPTION, under=terms("24.10", None, "2033-07-05"),
                notes={"exercisable_on": "A fourth each year from July 5, 2024.", "shares": "On her appointment."},
            ),
        ],
        signed=WREN,
    ),
    filing(
        "0009900001-24-000019", "4", BRIGHTWATER, PRESIDENT, "2024-07-08",
        [
            trade("F", "2024-07-03", -3_480, "13.05", 51_300, notes={"shares": VESTING, "shares_after": SPLIT}),
            holding(
                120_000, of=OPTION, under=terms("12.05", "2024-07-05", "2033-07-05", 120_000),
                notes={"title": SPLIT, "exercise_price": SPLIT},
            ),
        ],
        signed=WREN,
    ),
    filing(
        "0009900001-25-000004", "4", BRIGHTWATER, owner(MABRY, title="Senior VP, Operations"), "2025-02-12",
        [
            trade("M", "2025-02-10", 10_000, "5.15", 58_000, notes={"shares_after": SPLIT}),
            trade(
                "F", "2025-02-10", -3_300, "15.60", 54_700,
                notes={"shares": "Delivered to pay the price of the option."},
            ),
            holding(15_120, "By ESOP", notes={"shares_after": SPLIT}),
            trade("M", "2025-02-10", -10_000, "0", 0, of=OPTION, under=terms("5.15", "2018-02-18", "2025-02-18")),
        ],
        signed="Cornelius Mabry Jr. by Tobias Wren, attorney-in-fact",
    ),
    filing(
        "0009900001-25-000007", "4", BRIGHTWATER, owner(LINDQVIST, director=True), "2025-03-13",
        [trade("S", "2025-03-11", -3_000, "16.10", 7_000, notes={"shares_after": SPLIT})], signed=WREN,
    ),
    filing(
        "0009900001-25-000031", "4", BRIGHTWATER, owner(ABARA, director=True, at=ASTORIA), "2025-12-16",
        period="2025-12-12", left=True, signed=WREN, remarks="Ms. Abara left the board on December 12, 2025.",
    ),
]  # fmt: skip
