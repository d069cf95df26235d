"""The pairing of two annotators over a whole study, as several measures use it."""

import numpy as np

from app.agreement.columns import Truths
from app.agreement.span_counts import touching
from app.agreement.study import Study
from app.alignment.matching import equal, same_label
from app.alignment.pairing import Pairing, paired


def aligned(study: Study, pair: tuple[int, int]) -> Pairing:
    """Return the pairing of a pair's statements in all articles that count; made once."""
    columns = study.columns
    one, other = pair
    return columns.once(
        ("aligned", pair),
        lambda: paired(columns.said[one], columns.said[other], touching(columns, one, other)),
    )


def equal_pairs(study: Study, pair: tuple[int, int]) -> tuple[Truths, Truths]:
    """Tell of each pair of the pairing whether the pieces are equal, and whether the labels are."""
    return study.columns.once(("equal", pair), lambda: _equal_pairs(study, pair))


def _equal_pairs(study: Study, pair: tuple[int, int]) -> tuple[Truths, Truths]:
    pairing = aligned(study, pair)
    left, right = (study.columns.said[who] for who in pair)
    near, width = pairing.touching, max(len(right), 1)
    place = np.searchsorted(near.left * width + near.right, pairing.left * width + pairing.right)
    found = pairing.touching.at(place)
    return equal(left, right, found), same_label(left, right, found)
