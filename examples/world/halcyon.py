"""Halcyon Harbor, a bank in Astoria, whose founder Pruitt buys, and Quist follows within days; in March 2025 all buy.

Pell shares her address with her family's partnership, which buys with her: one block, one buyer. Pruitt writes the
ticker with its exchange.
"""

from examples.world.cast import (
    ABARA,
    GANNET,
    GANNET_GP,
    HALCYON,
    HALCYON_ON_NYSE,
    HARGREAVES,
    LINDQVIST,
    PELL,
    PRUITT,
    QUIST,
    TALLIS,
    WREN,
)
from examples.world.compose import filing, holding, owner, trade
from graphload.filing.codes import Timeliness

LATE = Timeliness.LATE
CHAIRMAN = owner(PRUITT, director=True, title="Chairman")
CHIEF = owner(HARGREAVES, director=True, title="Chief Executive Officer")
AFFILIATE = "Affiliate of director"
PARTNERSHIP = "Held by Gannet Street Partners LP, whose general partner Ms. Pell manages."
MR_PRUITT = "/s/ Osgood T. Pruitt"
MRS_QUIST = "/s/ Mabel Quist"

FILINGS = [
    filing(
        "0009900002-21-000001", "5", HALCYON_ON_NYSE, CHAIRMAN, "2021-02-12",
        [
            trade(
                "G", "2020-11-20", -1_000, "0", 40_000, form="5",
                notes={"shares": "To the Columbia Maritime Museum."},
            ),
            holding(60_000, "By Pruitt Family Trust"),
            holding(3_150, "By ESOP"),
            holding(8_800, "By 401(k) Plan"),
            holding(5_000, "By Spouse"),
            holding(400, "By Daughter"),
            holding(25_000, "By Driftwood Holdings LLC"),
            holding(30_000, "By Pruitt Family Limited Partnership"),
            holding(12_000, "By Pruitt Charitable Foundation"),
            holding(150, "By Self as Custodian for Grandson under UGMA"),
            holding(6_200, "By IRA"),
            holding(
                900, "See footnote",
                notes={"nature": "Held by the Estate of Amos Pruitt, of which Mr. Pruitt is executor."},
            ),
        ],
        period="2020-12-31", signed=MR_PRUITT,
    ),
    filing(
        "0009900002-21-000006", "3", HALCYON, owner(LINDQVIST, director=True), "2021-06-10",
        [holding(1_000)], period="2021-06-01", signed=WREN,
    ),
    filing(
        "0009900002-22-000003", "3", HALCYON, owner(ABARA, director=True), "2022-05-04",
        [holding(500)], period="2022-04-27", signed=WREN,
    ),
    filing(
        "0009900002-24-000004", "4", HALCYON_ON_NYSE, CHAIRMAN, "2024-03-07",
        [trade("P", "2024-03-06", 3_000, "17.20", 43_000)], signed=MR_PRUITT,
    ),
    filing(
        "0009900002-24-000005", "4", HALCYON, owner(QUIST, director=True), "2024-03-11",
        [trade("P", "2024-03-08", 1_000, "17.45", 9_000)], signed=MRS_QUIST,
    ),
    filing(
        "0009900002-24-000011", "4", HALCYON_ON_NYSE, CHAIRMAN, "2024-08-15",
        [trade("P", "2024-08-14", 2_000, "16.10", 45_000)], signed=MR_PRUITT,
    ),
    filing(
        "0009900002-24-000012", "4", HALCYON, owner(QUIST, director=True), "2024-08-19",
        [trade("P", "2024-08-16", 800, "16.22", 9_800)], signed=MRS_QUIST,
    ),
    filing(
        "0009900002-25-000002", "5", HALCYON, owner(QUIST, director=True), "2025-02-13",
        [
            trade(
                "P", "2024-10-03", 200, "17.00", 10_000, mark=LATE,
                notes={"code": "Left out of a Form 4 by an oversight."},
            ),
            trade("L", "2024-12-13", 60, "18.05", 10_060, form="5", notes={"shares": "Dividends laid out in shares."}),
            holding(1_100, "By IRA", form="3"),
        ],
        period="2024-12-31", signed=MRS_QUIST,
    ),
    filing(
        "0009900002-25-000005", "4", HALCYON, CHIEF, "2025-03-11",
        [trade("P", "2025-03-10", 10_000, "18.40", 61_000)], signed=WREN,
    ),
    filing(
        "0009900002-25-000006", "4", HALCYON_ON_NYSE, CHAIRMAN, "2025-03-12",
        [trade("P", "2025-03-11", 5_000, "18.30", 50_000)], signed=MR_PRUITT,
    ),
    filing(
        "0009900002-25-000007", "4", HALCYON, owner(QUIST, director=True), "2025-03-13",
        [trade("P", "2025-03-12", 1_500, "18.50", 11_560)], signed=MRS_QUIST, accepted="2025-03-13T21:41:07",
    ),
    filing(
        "0009900002-25-000008", "4", HALCYON, owner(LINDQVIST, director=True), "2025-03-13",
        [trade("P", "2025-03-12", 4_000, "18.50", 5_000)], signed=WREN,
    ),
    filing(
        "0009900002-25-000009", "4", HALCYON, owner(TALLIS, title="Chief Financial Officer"), "2025-03-17",
        [trade("P", "2025-03-13", 2_500, "18.62", 2_500)], signed="/s/ Imogen Tallis",
    ),
    filing(
        "0009900002-25-000010", "4", HALCYON,
        [owner(PELL, director=True), owner(GANNET, other=AFFILIATE), owner(GANNET_GP, other=AFFILIATE)], "2025-03-17",
        [trade("P", "2025-03-13", 20_000, "18.45", 20_000, notes={"direct": PARTNERSHIP})],
        signed=["/s/ Rosamund Pell", "Gannet Street Partners LP, by Gannet Street GP LLC, by /s/ Rosamund Pell"],
    ),
    filing(
        "0009900002-25-000018", "4", HALCYON, owner(PELL, director=True), "2025-08-14",
        [trade("S", "2025-08-12", -500, "21.00", 1_500)], signed="/s/ Rosamund Pell",
    ),
    filing(
        "0009900002-26-000001", "4", HALCYON, owner(TALLIS, title="Chief Financial Officer"), "2026-01-06",
        [
            trade(
                "I", "2025-12-31", 310, "19.10", 1_450, "By 401(k) Plan", deemed="2026-01-02", mark=LATE,
                notes={"code": "Moved into the plan's stock fund; the plan told her of it on the later date."},
            ),
        ],
        left=True, signed=WREN, remarks="Ms. Tallis left the bank on December 31, 2025.",
    ),
]  # fmt: skip
