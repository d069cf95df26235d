"""Which label one annotator gives where the other gives another: a table with "no span".

Over the pairing (see `app/alignment/pairing.py`): rows are the reference's labels, columns the
response's; what has no partner stands in the row or column ∅. With several pairs of annotators
their tables are added up, the earlier annotator of each as the reference.
"""

import numpy as np

from app.agreement.aligned import aligned
from app.agreement.cases import NO_SPAN
from app.agreement.study import Study
from app.agreement.view import ALL, View
from app.alignment.stretches import Integers


def confusion(study: Study, view: View = ALL) -> Integers:
    """Return the table, (labels + 1) × (labels + 1), ∅ last; ∅ against ∅ is not counted."""
    size = len(study.labels) + 1
    table = np.zeros((size, size), np.int64)
    columns = study.columns
    for one, other in view.pairs(study):
        pairing = aligned(study, (one, other))
        both = columns.present[one] & columns.present[other]
        left, right = columns.said[one].label, columns.said[other].label
        np.add.at(table, (left[pairing.left], right[pairing.right]), 1)
        for who, label, taken, is_row in (
            (one, left, pairing.left, True),
            (other, right, pairing.right, False),
        ):
            alone = both[columns.home[who]]
            alone[taken] = False
            missed = np.bincount(label[alone], minlength=size - 1)
            if is_row:
                table[:-1, -1] += missed
            else:
                table[-1, :-1] += missed
    return table


def cells(study: Study, view: View = ALL) -> dict[str, dict[str, int]]:
    """Return the table's cells by label, zeros left out."""
    names = [*study.labels, NO_SPAN]
    found: dict[str, dict[str, int]] = {}
    table = confusion(study, view)
    for row, column in np.argwhere(table).tolist():
        found.setdefault(names[row], {})[names[column]] = int(table[row, column])
    return found
