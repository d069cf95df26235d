"""F1 of spans, strict: the same pieces and the same label.

Hripcsak & Rothschild 2005, JAMIA 12(3):296. Marking spans has no countable negatives, so kappa is
not defined on them; F1 equals positive specific agreement, and kappa tends to it as negatives grow.

    F1 = Σ 2·TP / Σ (|A| + |B|)

summed over all pairs of annotators and the articles that both finished, so that a pair which shares
two spans does not weigh as much as one which shares two thousand. `n` counts annotations.
"""

from app.agreement.score import Score
from app.agreement.span_counts import STRICT, f1_sums
from app.agreement.study import Study
from app.agreement.sums import Sums, scored
from app.agreement.view import ALL, View


def score(study: Study) -> Score:
    """Return the pooled strict F1."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return 2·TP and |A|+|B| by article."""
    return f1_sums(study, STRICT, view)
