"""Krippendorff's alpha for unitizing (2016), label by label: finding and bounding in one figure.

Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347; Krippendorff 2019,
Content Analysis, 4th ed., ch. 12. Each annotator's article is cut into units (valued k) and gaps
(∅). With L the length of what two segments have in common and m the annotators who finished the
article,

    o_ck = Σ_{i≠j} Σ L(S_ig ∩ S_jh) / (m − 1)    n_c = Σ_k o_ck    N = Σ n_c
    s_k  = Σ (length of a unit)²    s_∅ = Σ length of a gap    S = Σ s_c
    e_ck = N·(n_c·n_k − [c = k]·s_c) / (N² − S)
    u-alpha = 1 − Σ_labels (N − Σ o_cc)/N / Σ_labels (N − Σ e_cc)/N

Labels may overlap, so each is looked at against everything else. Over several articles o and s are
summed up with each article's own m; gaps enter linearly, so joining articles changes nothing, and
one article alone gives the published figure. `n` counts characters.
"""

import numpy as np

from app.agreement.coding import anything, binary
from app.agreement.columns import Floats
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, scored
from app.agreement.units import chosen, kept_lengths, squares
from app.agreement.view import ALL, View

_WIDTH = 5


def score(study: Study) -> Score:
    """Return u-alpha, pooled over labels."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return for each label of the view: o_11, o_10, o_00, s_1 and s_0 by article."""
    columns, articles, who = study.columns, view.articles(study), view.annotators(study)
    parts = [np.zeros((columns.articles, 0))]
    for label in view.labels(study):
        squared, gaps = squares(columns, label)
        parts += [
            coincidences(study, label, who),
            np.column_stack([chosen(who, one, articles) for one in (squared, gaps)]),
        ]
    return Sums(
        np.column_stack(parts)[articles],
        pooled,
        int(kept_lengths(columns)[articles].sum()),
        view.why_nothing(study) or "nobody marked anything, or everything is marked",
    )


def coincidences(study: Study, label: int | None, who: list[int]) -> Floats:
    """Return by article the length that two marked, that one marked, and that neither did."""
    coding = anything(study) if label is None else binary(study, label)
    present = study.columns.present[who].sum(axis=0)[coding.home]
    marked = (coding.values[who] == 1).sum(axis=0)
    weight = np.where(present > 1, coding.weight / np.maximum(present - 1, 1), 0.0)
    bare = present - marked
    pairs = (marked * (marked - 1), marked * bare, bare * (bare - 1))
    return np.column_stack(
        [np.bincount(coding.home, weight * one, minlength=coding.articles) for one in pairs]
    )


def pooled(sums: Floats) -> Floats:
    """Return 1 − Σ observed / Σ expected disagreement over labels."""
    observed = np.zeros(sums.shape[:-1])
    expected = np.zeros(sums.shape[:-1])
    for first in range(0, sums.shape[-1], _WIDTH):
        one, other = disagreements(sums[..., first : first + _WIDTH])
        observed, expected = observed + one, expected + other
    result: Floats = 1 - observed / np.where(expected <= 0, np.nan, expected)
    return result


def disagreements(sums: Floats) -> tuple[Floats, Floats]:
    """Return the observed and the expected disagreement of one label, as shares of N.

    N − Σ e_cc is N·2·n_1·n_0 / (N² − S), of which nothing is lost where hardly anything is marked.
    """
    both, one, none, units, gaps = np.moveaxis(sums, -1, 0)
    marked, bare = both + one, none + one
    n = marked + bare
    return 2 * one / n, 2 * marked * bare / (n**2 - units - gaps)
