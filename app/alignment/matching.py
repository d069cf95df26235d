"""The largest one-to-one matching of two heaps of statements, as F1 counts it.

Of the pairs that may be matched, as many as possible are chosen so that none shares a statement.
The number does not depend on the order in which anything is looked at, as it does where scripts
take the first partner they meet (Hopcroft & Karp 1973, SIAM J. Comput. 2:225).
"""

import numpy as np
import numpy.typing as npt

from app.alignment.stretches import Integers, Shared, Stretches


def equal(left: Stretches, right: Stretches, pairs: Shared) -> npt.NDArray[np.bool_]:
    """Tell of each pair whether all pieces are the same; labels are not looked at."""
    same: npt.NDArray[np.bool_] = (pairs.characters == left.length[pairs.left]) & (
        pairs.characters == right.length[pairs.right]
    )
    return same


def same_label(left: Stretches, right: Stretches, pairs: Shared) -> npt.NDArray[np.bool_]:
    """Tell of each pair whether the labels are the same."""
    same: npt.NDArray[np.bool_] = left.label[pairs.left] == right.label[pairs.right]
    return same


def closeness(left: Stretches, right: Stretches, pairs: Shared) -> npt.NDArray[np.float64]:
    """Return for each pair the characters in common over those of either (IoU), 0 to 1."""
    either = left.length[pairs.left] + right.length[pairs.right] - pairs.characters
    ratio: npt.NDArray[np.float64] = pairs.characters / np.maximum(either, 1)
    return ratio


def largest(pairs: Shared, lefts: int, rights: int) -> Shared:
    """Return a largest choice of `pairs` among so many statements that uses each at most once."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not len(pairs.left):
        return pairs
    ones = np.ones(len(pairs.left), np.int8)
    table = csr_array((ones, (pairs.left, pairs.right)), shape=(lefts, rights))
    partner: Integers = maximum_bipartite_matching(table, perm_type="column")
    return pairs.only(partner[pairs.left] == pairs.right)
