"""Put boxes of a column as near as can be to where they would like to stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise


def settled(
    column: Sequence[str], wanted: Sequence[float], heights: Mapping[str, float], gaps: Sequence[float]
) -> dict[str, float]:
    """Return places as near as can be to those that are wanted, in the given order and without overlap.

    Boxes that would overlap form a block that moves as one (pool adjacent violators).
    """
    offsets = [0.0]
    for (one, other), gap in zip(pairwise(column), gaps, strict=True):
        offsets.append(offsets[-1] + (heights[one] + heights[other]) / 2 + gap)
    blocks: list[tuple[float, int]] = []  # the mean of what its boxes want, less their offsets; how many they are
    for want, offset in zip(wanted, offsets, strict=False):
        mean, size = want - offset, 1
        while blocks and blocks[-1][0] > mean:
            above, count = blocks.pop()
            mean, size = (mean * size + above * count) / (size + count), size + count
        blocks.append((mean, size))
    means = [mean for mean, size in blocks for _ in range(size)]
    return {id: mean + offset for id, mean, offset in zip(column, means, offsets, strict=False)}
