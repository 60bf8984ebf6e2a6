"""Corvid, a holding company in Omaha, closes a ring.

It owns part of Brightwater, which owns part of Quillfeather, which owns part of Corvid. Drummond, who runs it, reports
Corvid's block in Brightwater a second time, as his own by way of Corvid. Since 2024 Corvid has a part of Halcyon too,
where two of Brightwater's directors sit.
"""

from examples.world.cast import (
    BRIGHTWATER,
    BRIGHTWATER_THEN,
    CORVID,
    CORVID_AS_OWNER,
    CORVID_UNLISTED,
    DRUMMOND,
    HALCYON,
    QUILLFEATHER_AS_OWNER,
)
from examples.world.compose import filing, holding, owner, trade

BY_CORVID = "By Corvid Capital Corp"
CORVID_SIGNS = "Corvid Capital Corp, by /s/ Cassius Drummond, Chief Executive Officer"
QUILLFEATHER_SIGNS = "Quillfeather Paper Co, by /s/ Enid Pulver, Treasurer"
MR_DRUMMOND = "/s/ Cassius Drummond"
CHIEF = owner(DRUMMOND, director=True, title="Chief Executive Officer")

FILINGS = [
    filing(
        "0009000007-21-000004", "3", CORVID_UNLISTED, owner(QUILLFEATHER_AS_OWNER, ten=True), "2021-08-24",
        [holding(900_000)], period="2021-08-16", signed=QUILLFEATHER_SIGNS,
    ),
    filing(
        "0009000006-21-000011", "3", BRIGHTWATER_THEN, owner(CORVID_AS_OWNER, ten=True), "2021-09-10",
        [holding(1_150_000)], period="2021-09-01", signed=CORVID_SIGNS,
    ),
    filing(
        "0009000006-21-000012", "3", BRIGHTWATER_THEN, owner(DRUMMOND, ten=True), "2021-09-10",
        [holding(1_150_000, BY_CORVID, notes={"nature": "Corvid Capital Corp holds the stock and reports it too."})],
        period="2021-09-01", signed=MR_DRUMMOND,
    ),
    filing(
        "0009000006-22-000005", "4", CORVID, CHIEF, "2022-05-12",
        [trade("A", "0022-05-10", 20_000, "0", 320_000, notes={"date": "The year is as Mr. Drummond typed it."})],
        period="2022-05-10", signed=MR_DRUMMOND,
    ),
    filing(
        "0009000006-23-000009", "4", BRIGHTWATER, owner(CORVID_AS_OWNER, ten=True), "2023-09-14",
        [trade("P", "2023-09-12", 50_000, "21.40", 1_200_000)],
        signed=CORVID_SIGNS,
    ),
    filing(
        "0009000006-24-000021", "3", HALCYON, owner(CORVID_AS_OWNER, ten=True), "2024-11-08",
        [holding(1_900_000)], period="2024-11-01", signed=CORVID_SIGNS,
    ),
    filing(
        "0009000007-24-000016", "4", CORVID, owner(QUILLFEATHER_AS_OWNER, ten=True), "2024-11-15",
        [trade("U", "2024-11-18", -200_000, "12.00", 700_000, notes={"date": "The day on which the offer settles."})],
        signed=QUILLFEATHER_SIGNS,
    ),
]  # fmt: skip
