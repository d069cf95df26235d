"""Krippendorff's alpha over characters, the set of labels on each compared by MASI distance.

Krippendorff 2004 with the distance of Passonneau 2006 (see `distances.py`):

    D_o = Σ o_ck·δ_ck / n    D_e = Σ n_c·n_k·δ_ck / (n·(n − 1))    alpha = 1 − D_o / D_e

All labels at once: a character marked as claim and actor differs less from one marked as claim than
from one that is not marked. `n` counts characters.
"""

from app.agreement.coded import alpha_sums
from app.agreement.coding import TOO_MANY_LABELS, label_sets
from app.agreement.distances import masi
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, nothing, scored
from app.agreement.view import ALL, View


def score(study: Study) -> Score:
    """Return alpha over label sets."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of alpha over label sets; one label alone cannot be looked at."""
    coding = label_sets(study)
    if coding is None or view.label is not None:
        why = "it looks at all labels together" if coding else TOO_MANY_LABELS
        return nothing(why)
    found = alpha_sums(coding.of(view.annotators(study)), masi)
    return Sums(
        found.rows[view.articles(study)],
        found.value,
        found.n,
        view.why_nothing(study) or "nobody marked anything, or everything is marked alike",
    )
