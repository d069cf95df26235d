"""How far apart the boundaries are where two annotators mean the same: offsets in code points.

Over pairs of the pairing with equal labels: the response's start minus the reference's, and the
same for ends. Signed means show who begins earlier; they cancel out, so the mean distance stands
beside them. Of interrupted statements the outermost ends are compared.
"""

from dataclasses import dataclass

import numpy as np

from app.agreement.aligned import aligned, equal_pairs
from app.agreement.study import Study
from app.agreement.view import ALL, View


@dataclass(frozen=True, slots=True)
class Offsets:
    """Offsets in code points over `n` pairs; None where there is no pair."""

    n: int
    identical: float | None
    start_mean: float | None
    end_mean: float | None
    start_median: float | None
    end_median: float | None
    distance: float | None


NONE = Offsets(0, None, None, None, None, None, None)


def offsets(study: Study, view: View = ALL) -> Offsets:
    """Return the offsets, later annotator minus earlier one, of all pairs of the view."""
    starts, ends, same = [], [], []
    for pair in view.pairs(study):
        pairing = aligned(study, pair)
        left, right = (study.columns.said[who] for who in pair)
        pieces, labels = equal_pairs(study, pair)
        if view.label is not None:
            labels = labels & (left.label[pairing.left] == view.label)
        one, other = pairing.left[labels], pairing.right[labels]
        starts.append(right.first[other] - left.first[one])
        ends.append(right.last[other] - left.last[one])
        same.append(pieces[labels])
    if not sum(map(len, starts)):
        return NONE
    start, end, identical = np.concatenate(starts), np.concatenate(ends), np.concatenate(same)
    return Offsets(
        len(start),
        float(identical.mean()),
        float(start.mean()),
        float(end.mean()),
        float(np.median(start)),
        float(np.median(end)),
        float((np.abs(start).mean() + np.abs(end).mean()) / 2),
    )
