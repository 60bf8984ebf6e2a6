"""Kestrel, shipowners in London, whose insiders report since March 18, 2026, as those of foreign issuers must.

Tallis and Hargreaves, who ran Halcyon together, meet again here. A depositary share stands for five ordinary shares.
"""

from examples.world.cast import ACHTERBERG, HARGREAVES, KESTREL, TALLIS
from examples.world.compose import filing, holding, owner, trade

ADS = "American Depositary Shares"
ORDINARY = "Ordinary Shares"
COMPANY = "/s/ Fenella Strand, company secretary, by power of attorney"

FILINGS = [
    filing(
        "0009900004-26-000001", "3", KESTREL, owner(ACHTERBERG, director=True), "2026-03-23",
        [holding(30_000, of=ORDINARY), holding(1_000, of=ADS)], period="2026-03-18", signed=COMPANY,
    ),
    filing(
        "0009900004-26-000004", "3", KESTREL, owner(TALLIS, title="Chief Financial Officer"), "2026-04-09",
        period="2026-04-01", signed=COMPANY,
    ),
    filing(
        "0009900004-26-000005", "3", KESTREL, owner(HARGREAVES, director=True), "2026-04-10",
        [holding(5_000, of=ADS)], period="2026-04-01", signed=COMPANY,
    ),
    filing(
        "0009900004-26-000009", "4", KESTREL, owner(ACHTERBERG, director=True), "2026-05-14",
        [trade("P", "2026-05-12", 2_000, "41.20", 3_000, of=ADS, notes={"price": "For each depositary share."})],
        signed=COMPANY,
    ),
]  # fmt: skip
