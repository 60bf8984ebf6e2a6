"""The one filing that is real: its facts are as filed on 9 March 2022, its footnotes are told in our words."""

from examples.world.cast import Party
from examples.world.compose import COMMON, filing, holding, owner, trade
from graphload.filing.values import Address, Issuer

ALLIED_MOTION = Issuer("0000046129", "ALLIED MOTION TECHNOLOGIES INC", "AMOT")
# no source at hand gives his CIK: this one is invented, as all of the world's are
MAIDA = Party(
    "0009000161",
    "Maida Robert P",
    Address("ALLIED MOTION TECHNOLOGIES INC.", "495 COMMERCE DRIVE", "AMHERST", "NY", "14228"),
)

WITHHELD = "Shares that the company kept back to pay the tax due when restricted stock vested."
TIME_BASED = (
    "Restricted shares under the 2017 Omnibus Incentive Plan: a third vests on April 1 of each of 2023, 2024 and 2025."
)
PERFORMANCE_BASED = (
    "Restricted shares under the 2017 Omnibus Incentive Plan that vest over three years, in whole or in part, "
    "as the goals set for 2022 by the Compensation Committee are met."
)

FILINGS = [
    filing(
        "0001046568-22-000002", "4", ALLIED_MOTION, owner(MAIDA, title="Senior VP and Group President"), "2022-03-09",
        [
            trade("F", "2022-03-07", -216, "33.85", 103_663, of=COMMON, notes={"shares": WITHHELD}),
            trade("A", "2022-03-08", 2_192, "34.39", 105_855, notes={"shares": TIME_BASED}),
            trade("A", "2022-03-08", 2_192, "34.39", 108_047, notes={"shares": PERFORMANCE_BASED}),
            holding(4_275, "By ESOP Trust"),
        ],
        signed="/s/ Michael C. Donlon, attorney-in-fact for Robert P. Maida",
    ),
]  # fmt: skip
