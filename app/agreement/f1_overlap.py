"""F1 of spans, relaxed: at least one character in common and the same label.

As the strict F1 (Hripcsak & Rothschild 2005), but two statements match from one common character
on, still one to one. The distance between the two tells how much of the disagreement is about
boundaries. `n` counts annotations.
"""

from app.agreement.score import Score
from app.agreement.span_counts import RELAXED, f1_sums
from app.agreement.study import Study
from app.agreement.sums import Sums, scored
from app.agreement.view import ALL, View


def score(study: Study) -> Score:
    """Return the pooled relaxed F1."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return 2·TP and |A|+|B| by article."""
    return f1_sums(study, RELAXED, view)
