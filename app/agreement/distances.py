"""How far apart two sets of labels are, as alpha may weigh a disagreement: 0 to 1.

Nominal: 0 where equal, else 1. Jaccard 1901: 1 − |∩|/|∪|. MASI (Passonneau 2006, LREC): 1 − J·M
with J the Jaccard index and M 1 for equal sets, ⅔ where one holds the other, ⅓ where they overlap,
0 where they are disjoint. Two empty sets are equal. Other "MASI" are in circulation: with .67 and
.33 for the thirds, or with another product.
"""

from collections.abc import Callable, Sequence

import numpy as np

from app.agreement.columns import Floats

Distance = Callable[[frozenset[int], frozenset[int]], float]


def nominal(one: frozenset[int], other: frozenset[int]) -> float:
    """Return 0 for equal sets, else 1."""
    return float(one != other)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the labels of either that are not in both."""
    return 1 - len(one & other) / len(one | other) if one | other else 0.0


def masi(one: frozenset[int], other: frozenset[int]) -> float:
    """Return Passonneau's distance."""
    if one == other:
        return 0.0
    monotonic = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - (1 - jaccard(one, other)) * monotonic


def table(sets: Sequence[frozenset[int]], distance: Distance) -> Floats:
    """Return the distances between all of these sets."""
    return np.array([[distance(one, other) for other in sets] for one in sets], np.float64)
