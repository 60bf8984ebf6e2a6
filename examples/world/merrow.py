"""Merrow, a young biotech in Cambridge, went public in October 2022; its trial read out on June 17, 2024.

Northlight, a venture fund, holds its block once and reports it four times over: the fund, its general partner, their
manager, and Okafor. Sokolova, the founder, sells for two years and then buys. Beaumont leaves, trades once more, and
comes back to the board.
"""

from examples.world.cast import (
    BEAUMONT,
    LOWELL,
    MERROW,
    NORTHLIGHT,
    NORTHLIGHT_GP,
    NORTHLIGHT_MANAGEMENT,
    OKAFOR,
    QUIST,
    SOKOLOVA,
    VASQUEZ,
)
from examples.world.compose import OPTION, filing, holding, owner, terms, trade

UNIT = "Restricted Stock Units"
PREFERRED = "Series B Preferred Stock"
CONVERTS = "Each share turns into one share of common stock at the offering, at no price, and has no expiration date."
BLOCK = (
    "One block: the fund holds it; each of the others may be deemed to own it and disclaims all but its own interest."
)
ONE_FOR_ONE = "Each unit is the right to one share."
VESTS = "A fourth vests on March 1 of each year from 2024; what has not vested by then lapses on leaving."
NEW_PLAN = "Sold under a Rule 10b5-1 trading plan that Dr. Sokolova adopted on March 4, 2024."
OLD_PLAN = "Sold under a Rule 10b5-1 trading plan that Dr. Sokolova adopted on November 14, 2022."
AVERAGE = "An average: the shares went at prices from $31.00 to $31.60; the issuer will give the number sold at each."
TO_COVER = "Sold to cover the tax on units that vested, as the award requires."

NORTHLIGHTS = [
    owner(NORTHLIGHT, ten=True),
    owner(NORTHLIGHT_GP, ten=True),
    owner(NORTHLIGHT_MANAGEMENT, ten=True),
    owner(OKAFOR, director=True, ten=True),
]
CHAIN = (
    "By Northlight Ventures IV, L.P.",
    "By Northlight Ventures IV GP, LLC",
    "By Northlight Capital Management, LLC",
)
NORTHLIGHTS_SIGN = [
    "Northlight Ventures IV, L.P., by Northlight Ventures IV GP, LLC, by /s/ Adaeze Okafor",
    "Northlight Capital Management, LLC, by /s/ Adaeze Okafor",
    "/s/ Adaeze Okafor",
]
CHIEF = owner(SOKOLOVA, director=True, title="Chief Executive Officer")
SCIENTIST = owner(BEAUMONT, title="Chief Scientific Officer")
BY_FOOTNOTE = terms(None, None, None)
FOOTNOTE_ONLY = {"exercise_price": CONVERTS, "exercisable_on": CONVERTS, "expires_on": CONVERTS}

FILINGS = [
    filing(
        "0009900003-22-000001", "3", MERROW, NORTHLIGHTS, "2022-10-05",
        [
            holding(300_000, notes={"direct": BLOCK}),
            *(holding(300_000, nature, notes={"nature": BLOCK}) for nature in CHAIN),
            holding(None, of=PREFERRED, under=terms(None, None, None, 2_400_000), notes=FOOTNOTE_ONLY),
        ],
        signed=NORTHLIGHTS_SIGN,
    ),
    filing(
        "0009900003-22-000002", "3", MERROW, CHIEF, "2022-10-05",
        [
            holding(800_000),
            holding(150_000, "By The Sokolova 2021 GRAT"),
            holding(None, of=OPTION, under=terms("2.10", "2021-06-01", "2030-06-01", 200_000)),
        ],
        signed=LOWELL,
    ),
    filing(
        "0009900003-22-000003", "3", MERROW, SCIENTIST, "2022-10-05",
        [holding(90_000), holding(None, of=OPTION, under=terms("2.10", "2022-02-01", "2031-02-01", 24_000))],
        signed=LOWELL,
    ),
    filing(
        "0009900003-22-000009", "4", MERROW, NORTHLIGHTS, "2022-10-11",
        [
            trade("C", "2022-10-07", 2_400_000, "0", 2_700_000, notes={"code": CONVERTS}),
            trade(
                "P", "2022-10-07", 200_000, "16", 2_900_000,
                notes={"price": "In the offering, from the underwriters.", "direct": BLOCK},
            ),
            *(holding(2_900_000, nature, notes={"nature": BLOCK}) for nature in CHAIN),
            trade("C", "2022-10-07", -2_400_000, "0", 0, of=PREFERRED, under=BY_FOOTNOTE, notes=FOOTNOTE_ONLY),
        ],
        signed=NORTHLIGHTS_SIGN,
    ),
    filing(
        "0009900003-23-000002", "3", MERROW, owner(VASQUEZ, director=True), "2023-02-08",
        [holding(2_000)], period="2023-02-01", signed=LOWELL,
    ),
    filing(
        "0009900003-23-000004", "4", MERROW, CHIEF, "2023-03-03",
        [
            trade(
                "A", "2023-03-01", 40_000, "0", 40_000, of=UNIT, under=BY_FOOTNOTE,
                notes={"exercise_price": ONE_FOR_ONE, "exercisable_on": VESTS, "expires_on": VESTS},
            ),
        ],
        signed=LOWELL,
    ),
    filing(
        "0009900003-23-000006", "4", MERROW, CHIEF, "2023-03-15",
        [trade("S", "2023-03-14", -5_000, "19.50", 795_000)], signed=LOWELL,
    ),
    filing(
        "0009900003-23-000010", "4", MERROW, CHIEF, "2023-05-24",
        [trade("S", "2023-05-22", -10_000, "22.00", 785_000, notes={"code": OLD_PLAN})], signed=LOWELL,
    ),
    filing(
        "0009900003-24-000003", "4", MERROW, CHIEF, "2024-03-05",
        [
            trade("M", "2024-03-01", 10_000, "0", 795_000, notes={"code": ONE_FOR_ONE}),
            trade(
                "F", "2024-03-01", -3_650, "27.40", 791_350,
                notes={"shares": "Kept back for the tax on the vesting."},
            ),
            trade("S", "2024-03-01", -2_000, "27.90", 789_350),
            trade(
                "M", "2024-03-01", -10_000, "0", 30_000, of=UNIT, under=BY_FOOTNOTE,
                notes={"exercise_price": ONE_FOR_ONE, "exercisable_on": VESTS, "expires_on": VESTS},
            ),
        ],
        signed=LOWELL,
    ),
    filing(
        "0009900003-24-000004", "4", MERROW, SCIENTIST, "2024-03-05",
        [
            trade("M", "2024-03-01", 8_000, "0", 98_000, notes={"code": ONE_FOR_ONE}),
            trade("S", "2024-03-01", -2_960, "27.90", 95_040, notes={"code": TO_COVER}),
            trade(
                "M", "2024-03-01", -8_000, "0", 24_000, of=UNIT, under=BY_FOOTNOTE,
                notes={"exercise_price": ONE_FOR_ONE, "exercisable_on": VESTS, "expires_on": VESTS},
            ),
        ],
        signed=LOWELL,
    ),
    filing(
        "0009900003-24-000008", "4", MERROW, CHIEF, "2024-06-12",
        [
            trade("S", "2024-06-10", -20_000, "31.25", 769_350, notes={"code": NEW_PLAN, "price": AVERAGE}),
            trade("S", "2024-06-10", -5_000, "31.80", 764_350, notes={"code": NEW_PLAN}),
        ],
        plan=True, signed=LOWELL,
    ),
    filing(
        "0009900003-24-000009", "4", MERROW, SCIENTIST, "2024-06-14",
        [trade("G", "2024-06-12", -3_000, "0", 92_040, notes={"shares": "To a donor-advised fund."})], signed=LOWELL,
    ),
    filing(
        "0009900003-24-000011", "4/A", MERROW, CHIEF, "2024-06-20",
        [
            trade(
                "S", "2024-06-10", -20_000, "31.25", 769_350,
                notes={"code": NEW_PLAN, "price": AVERAGE.replace("$31.60", "$31.65")},
            ),
        ],
        amends="2024-06-12", plan=True, signed=LOWELL, remarks="Amended for a price in a footnote.",
    ),
    filing(
        "0009900003-24-000015", "4", MERROW, CHIEF, "2024-09-11",
        [
            trade("S", "2024-09-09", -20_000, "28.00", 744_350, notes={"code": NEW_PLAN}),
            trade("G", "2024-09-10", -4_000, "0", 740_350, notes={"shares": "To her children; not under the plan."}),
        ],
        plan=True, signed=LOWELL,
    ),
    filing(
        "0009900003-25-000003", "3", MERROW, owner(QUIST, other="Member of advisory board"), "2025-03-05",
        period="2025-02-26", signed="/s/ Mabel Quist",
    ),
    filing(
        "0009900003-25-000005", "4", MERROW, CHIEF, "2025-04-03",
        [trade("P", "2025-04-02", 15_000, "8.20", 755_350)], signed=LOWELL,
    ),
    filing(
        "0009900003-25-000009", "4", MERROW, SCIENTIST, "2025-07-02",
        [
            trade("D", "2025-06-30", -2_040, "0", 90_000, notes={"code": "Unvested stock given back on leaving."}),
            trade(
                "H", "2025-06-30", -24_000, "6.40", 0, of=OPTION, under=terms("2.10", "2022-02-01", "2031-02-01"),
                notes={"price": "Cancelled for the difference to the market price."},
            ),
        ],
        left=True, signed=LOWELL,
    ),
    filing(
        "0009900003-25-000012", "4", MERROW, owner(BEAUMONT, other="Former officer"), "2025-08-14",
        [trade("S", "2025-08-12", -4_000, "9.75", 86_000)], left=True, signed="/s/ Yves Beaumont",
    ),
    filing(
        "0009900003-26-000003", "3", MERROW, owner(BEAUMONT, director=True), "2026-04-20",
        [holding(86_000)], period="2026-04-15", signed=LOWELL,
    ),
]  # fmt: skip
