"""Quillfeather, a paper mill in Holyoke, whose insiders are late and whose forms are mended.

Drummond files late three times, and buys and sells within six months. Marchetti sells every May until 2024; one of her
sales between was never reported. Saltmarsh comes with a stake, a swap and options, and goes.
"""

from examples.world.cast import BRIGHTWATER_AS_OWNER, DRUMMOND, FAIRWEATHER, MARCHETTI, QUILLFEATHER, SALTMARSH, WREN
from examples.world.compose import filing, holding, owner, terms, trade

SWAP = "Cash-Settled Equity Swap"
CALL = "Call Option (Right to Buy)"
SHORT_CALL = "Call Option (Obligation to Sell)"
PUT = "Put Option (Right to Sell)"
SWAP_TERMS = (
    "The parties settle in cash on March 19, 2027, for what the stock has gained or lost; no shares change hands."
)
CALLED_AT_18 = terms("18.00", "2024-03-19", "2024-09-20")
MS_MARCHETTI = "/s/ Delphine Marchetti"
MR_DRUMMOND = "/s/ Cassius Drummond"
COMMERCIAL = owner(MARCHETTI, title="Chief Commercial Officer")
SALTMARSHES = [owner(SALTMARSH, ten=True), owner(FAIRWEATHER, ten=True)]
SALTMARSHES_SIGN = [
    "Saltmarsh Partners LP, by /s/ Lucian Fairweather, managing member of its general partner",
    "/s/ Lucian Fairweather",
]

MARCHETTI_SELLS = [
    filing(
        "0009900002-21-000002", "4/A", QUILLFEATHER, COMMERCIAL, "2021-02-03",
        [trade("S", "2020-11-03", -500, "9.00", 40_000)], amends="2020-11-05", signed=MS_MARCHETTI,
    ),
    filing(
        "0009900002-22-000004", "4", QUILLFEATHER, COMMERCIAL, "2022-05-12",
        [trade("S", "2022-05-11", -2_000, "11.20", 38_000)], signed=MS_MARCHETTI,
        uncited="This footnote belongs to no cell: the row that cited it was struck out.",
    ),
    filing(
        "0009900002-23-000007", "4", QUILLFEATHER, COMMERCIAL, "2023-05-11",
        [
            trade("S", "2023-05-10", -1_000, "13.10", 37_000),
            trade("S", "2023-05-10", -1_000, "13.15", 36_000),
            trade("S", "2023-05-10", -500, "13.40", 35_500),
        ],
        signed=MS_MARCHETTI,
    ),
    filing(
        "0009900002-23-000008", "4/A", QUILLFEATHER, COMMERCIAL, "2023-05-18",
        [trade("S", "2023-05-10", -1_000, "13.51", 36_000, notes={"price": "The price was misread."})],
        amends="2023-05-11", signed=MS_MARCHETTI,
    ),
    filing(
        "0009900002-23-000009", "4/A", QUILLFEATHER, COMMERCIAL, "2023-06-02",
        [holding(700, "By Spouse")], amends="2023-05-11", period="2023-05-10", signed=WREN,
        remarks="Amended a second time, to add shares that her husband has held all along.",
    ),
    filing(
        "0009900002-24-000007", "4", QUILLFEATHER, COMMERCIAL, "2024-05-09",
        [trade("S", "2024-05-08", -1_000, "15.00", 32_500)], signed=MS_MARCHETTI,
    ),
    filing(
        "0009900002-24-000008", "4", QUILLFEATHER, COMMERCIAL, "2024-05-09",
        [trade("G", "2024-05-08", -250, "0", 32_250, notes={"shares": "To her parish."})], signed=MS_MARCHETTI,
    ),
    filing(
        "0009900002-24-000009", "4/A", QUILLFEATHER, COMMERCIAL, "2024-05-16",
        [trade("G", "2024-05-08", -300, "0", 32_200, notes={"shares": "To her parish: fifty more than was said."})],
        amends="2024-05-09", signed=MS_MARCHETTI,
    ),
]  # fmt: skip

DRUMMOND_IS_LATE = [
    filing(
        "0009000006-22-000014", "4", QUILLFEATHER, owner(DRUMMOND, director=True), "2022-11-17",
        [trade("P", "2022-11-08", 5_000, "9.80", 5_000)], signed=MR_DRUMMOND, signed_on="2022-11-07",
    ),
    filing(
        "0009000006-23-000002", "4", QUILLFEATHER, owner(DRUMMOND, director=True), "2023-02-14",
        [trade("P", "2023-02-03", 10_000, "10.00", 15_000)], signed=MR_DRUMMOND,
    ),
    filing(
        "0009000006-23-000006", "4", QUILLFEATHER, owner(DRUMMOND, director=True), "2023-06-12",
        [trade("S", "2023-06-01", -10_000, "14.00", 5_000)], signed=MR_DRUMMOND, signed_on="2023-06-14",
    ),
]  # fmt: skip

SALTMARSH_COMES_AND_GOES = [
    filing(
        "0009900005-24-000001", "3", QUILLFEATHER, SALTMARSHES, "2024-02-12",
        [holding(820_000, notes={"direct": "The fund holds it; Mr. Fairweather decides for the fund."})],
        period="2024-02-02", signed=SALTMARSHES_SIGN,
    ),
    filing(
        "0009900005-24-000002", "3/A", QUILLFEATHER, SALTMARSHES, "2024-02-20",
        [holding(825_000)], period="2024-02-02", amends="2024-02-12", signed=SALTMARSHES_SIGN,
    ),
    filing(
        "0009900005-24-000005", "4", QUILLFEATHER, SALTMARSHES, "2024-03-21",
        [
            trade(
                "P", "2024-03-19", 150_000, "13.00", 150_000, of=SWAP, swap=True, under=terms(None, None, "2027-03-19"),
                notes={"title": SWAP_TERMS, "exercise_price": SWAP_TERMS, "exercisable_on": SWAP_TERMS},
            ),
            trade("P", "2024-03-19", 20_000, "1.40", 20_000, of=CALL, under=terms("12.00", "2024-03-19", "2024-12-20")),
            trade("P", "2024-03-19", 5_000, "0.60", 5_000, of=PUT, under=terms("9.00", "2024-03-19", "2024-12-20")),
            trade("S", "2024-03-19", -50_000, "0.35", 50_000, of=SHORT_CALL, under=CALLED_AT_18),
        ],
        signed=SALTMARSHES_SIGN,
    ),
    filing(
        "0009900005-24-000009", "4", QUILLFEATHER, SALTMARSHES, "2024-09-24",
        [
            trade("X", "2024-09-20", 20_000, "12.00", 845_000),
            trade("O", "2024-09-20", -5_000, "9.00", 840_000),
            trade("X", "2024-09-20", -20_000, "0", 0, of=CALL, under=terms("12.00", "2024-03-19", "2024-12-20")),
            trade("O", "2024-09-20", -5_000, "0", 0, of=PUT, under=terms("9.00", "2024-03-19", "2024-12-20")),
            trade("E", "2024-09-20", 50_000, "0", 0, of=SHORT_CALL, under=CALLED_AT_18),
        ],
        signed=SALTMARSHES_SIGN,
    ),
    filing(
        "0009900005-25-000001", "4", QUILLFEATHER,
        [owner(SALTMARSH, other="Former 10% Owner"), owner(FAIRWEATHER, other="Former 10% Owner")], "2025-01-16",
        [trade("S", "2025-01-14", -520_000, "16.75", 320_000)],
        left=True, signed=SALTMARSHES_SIGN,
    ),
]  # fmt: skip

FILINGS = [
    filing(
        "0009000001-21-000009", "3", QUILLFEATHER, owner(BRIGHTWATER_AS_OWNER, ten=True), "2021-08-10",
        [holding(640_000)], period="2021-08-02", signed="Brightwater Scale Works, Inc., by /s/ I. Vasquez-Thorne",
    ),
    *MARCHETTI_SELLS,
    *DRUMMOND_IS_LATE,
    *SALTMARSH_COMES_AND_GOES,
]  # fmt: skip
