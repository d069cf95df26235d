"""Krippendorff's alpha over characters, label by label.

Krippendorff 2004, Content Analysis, ch. 11; 2011, Computing Krippendorff's Alpha-Reliability. Each
label is looked at against everything else, so characters may carry several labels. For each unit
with m ≥ 2 values every ordered pair of values adds 1/(m − 1) to the coincidences o_ck, and

    n_c = Σ_k o_ck    n = Σ n_c    D_o = Σ_{c≠k} o_ck / n    D_e = Σ_{c≠k} n_c·n_k / (n·(n − 1))
    alpha = 1 − Σ D_o / Σ D_e      over the labels that were used

Missing work is simply absent. Driven by the unmarked rest: adding empty text moves alpha where F1
stays. `n` counts characters.
"""

import numpy as np

from app.agreement.coded import alpha_parts, alpha_sums
from app.agreement.coding import Coding, binary
from app.agreement.columns import Floats
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, scored
from app.agreement.view import ALL, View

_WIDTH = 3
_APART = 1 - np.eye(2)


def score(study: Study) -> Score:
    """Return alpha, pooled over labels."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return for each label of the view the coincidences that differ, unmarked, and marked."""
    columns, articles = study.columns, view.articles(study)
    found = [alpha_sums(_coding(study, label, view)) for label in view.labels(study)]
    rows = np.column_stack([one.rows for one in found] or [np.zeros((columns.articles, 0))])
    return Sums(
        rows[articles],
        pooled,
        found[0].n if found else 0,
        view.why_nothing(study) or "nobody marked anything, or everything is marked",
    )


def _coding(study: Study, label: int, view: View) -> Coding:
    return binary(study, label).of(view.annotators(study))


def pooled(sums: Floats) -> Floats:
    """Return 1 − ΣD_o/ΣD_e over labels."""
    size = sums.shape[-1] // _WIDTH
    parts = [alpha_parts(sums[..., _WIDTH * k : _WIDTH * (k + 1)], _APART) for k in range(size)]
    observed = sum((one for one, _ in parts), start=np.zeros(sums.shape[:-1]))
    expected = sum((one for _, one in parts), start=np.zeros(sums.shape[:-1]))
    result: Floats = 1 - observed / np.where(expected <= 0, np.nan, expected)
    return result
