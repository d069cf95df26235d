"""The other unitizing alphas: |u-alpha, cu-alpha and (k)u-alpha.

Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347; with o, n, N, s, S and e
as in `u_alpha.py`, now with all labels as values at once:

    |u-alpha = 1 − (n_∅ − o_∅∅) / (Σ_k e_∅k − e_∅∅)      marked against not marked
    cu-alpha: labels where both marked; n*_c = n_c − o_c∅, N* = Σ n*_c,
              q_c = Σ_{i≠j} Σ_{units g of c} (length of S_ig in any unit of j)² / (m − 1)
              e*_ck = N*·(n*_c·n*_k − [c = k]·q_c) / (N*² − Σ q)
              cu-alpha = 1 − (N* − Σ o_cc) / (N* − Σ e*_cc)
    (k)u-alpha = 1 − (e*_k / n*_k)·(n*_k − o_kk) / (e*_k − e*_kk)      e*_k = Σ_c e*_ck

The published example prints .413 and .724; with more than two annotators the squared term can be
read in several ways, and this is the one that gives these figures. An annotator's units of
different labels must not overlap for cu and (k)u; |u-alpha takes overlapping units as one. `n`
counts characters.
"""

from dataclasses import dataclass

import numpy as np

from app.agreement.coded import alpha_sums
from app.agreement.coding import MISSING, TOO_MANY_LABELS, Coding, label_sets
from app.agreement.columns import Floats
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, nothing, scored
from app.agreement.u_alpha import coincidences, pooled
from app.agreement.units import Units, chosen, kept_lengths, squares, units
from app.agreement.view import ALL, View
from app.alignment.stretches import Integers

OVERLAPPING = "labels overlap; it is defined only where an annotator’s units never do"
ONE_LABEL = "it needs two labels that were given where both annotators marked"
TOO_LITTLE = "too little was marked by two of them to say what would be by chance"


@dataclass(frozen=True, slots=True)
class Single:
    """(k)u-alpha of one label, and the share of its characters where another also marked."""

    value: float | None
    coverage: float | None


def marked(study: Study) -> Score:
    """Return |u-alpha: marked or not, whatever the label."""
    return scored(marked_sums(study), study)


def labelled(study: Study) -> Score:
    """Return cu-alpha: the labels, where both marked."""
    return scored(labelled_sums(study), study)


def marked_sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of |u-alpha; of one label they are those of u-alpha."""
    columns, articles, who = study.columns, view.articles(study), view.annotators(study)
    squared, gaps = squares(columns, view.label)
    rows = np.column_stack(
        [
            coincidences(study, view.label, who),
            *(chosen(who, one, articles) for one in (squared, gaps)),
        ]
    )
    return Sums(
        rows[articles],
        pooled,
        int(kept_lengths(columns)[articles].sum()),
        view.why_nothing(study) or "nobody marked anything, or everything is marked",
    )


def labelled_sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of cu-alpha by article: o_cc, n*_c and q_c for each label c."""
    if why := view.why_nothing(study):
        return nothing(why)
    if view.label is not None:
        return nothing(ONE_LABEL)
    both = shared_units(study, view)
    if both is None:
        return nothing(_why_not_one_each(study))
    size = both.shape[1] // 3

    def value(sums: Floats) -> Floats:
        agreed, marked, squared = (sums[..., size * k : size * (k + 1)] for k in range(3))
        total = marked.sum(axis=-1)
        room = total**2 - squared.sum(axis=-1)
        expected = total * _of_unlike(marked) / np.where(room <= 0, np.nan, room)
        result: Floats = 1 - (total - agreed.sum(axis=-1)) / np.where(
            expected <= 0, np.nan, expected
        )
        return result

    articles = view.articles(study)
    several = np.count_nonzero(both[articles, size : 2 * size].sum(axis=0)) > 1
    n = int(kept_lengths(study.columns)[articles].sum())
    return Sums(both[articles], value, n, TOO_LITTLE if several else ONE_LABEL)


def singles(study: Study, view: View = ALL) -> list[Single] | None:
    """Return (k)u-alpha of every label; None where an annotator's units overlap."""
    both = None if view.why_nothing(study) else shared_units(study, view)
    if both is None:
        return None
    agreed, marked, squared = both.sum(axis=0).reshape(3, -1)
    n, q = marked.sum(), squared.sum()
    whole = _all_marked(study, view)
    found = []
    for k in range(len(study.labels)):
        coverage = float(marked[k] / whole[k]) if whole[k] else None
        if n**2 <= q or not marked[k]:
            found.append(Single(None, coverage))
            continue
        others = marked.sum(where=np.arange(len(marked)) != k)
        if not others:
            found.append(Single(None, coverage))
            continue
        expected = n * (n * marked[k] - squared[k]) / (n**2 - q)
        unlike = n * marked[k] * others / (n**2 - q)
        value = 1 - expected / marked[k] * (marked[k] - agreed[k]) / unlike
        found.append(Single(float(value), coverage))
    return found


def whole_sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of the published u-alpha, with all labels as values at once.

    They are Σ o_ck of unlike values, Σ s_c and n_c for every label and ∅, by article.
    """
    if why := view.why_nothing(study):
        return nothing(why)
    found = _all_values(study, view)
    if found is None:
        return nothing(_why_not_one_each(study))

    def value(sums: Floats) -> Floats:
        observed, expected = _disagreements(sums)
        result: Floats = 1 - observed / np.where(expected <= 0, np.nan, expected)
        return result

    articles = view.articles(study)
    n = int(kept_lengths(study.columns)[articles].sum())
    return Sums(found[articles], value, n, "nobody marked anything, or everything is marked alike")


def whole_disagreements(study: Study, view: View = ALL) -> tuple[float, float] | None:
    """Return the observed and the expected disagreement of the published u-alpha, if defined."""
    found = _all_values(study, view)
    if found is None or not found[:, 2:].any():
        return None
    observed, expected = _disagreements(found.sum(axis=0))
    return float(observed), float(expected)


def _disagreements(sums: Floats) -> tuple[Floats, Floats]:
    differing, squared, counted = sums[..., 0], sums[..., 1], sums[..., 2:]
    n = counted.sum(axis=-1)
    return differing / n, _of_unlike(counted) / (n**2 - squared)


def _of_unlike(counted: Floats) -> Floats:
    """Return Σ n_c·n_k over all c ≠ k; nothing is taken away, so that small ones are not lost."""
    before = np.cumsum(counted, axis=-1)[..., :-1]
    result: Floats = 2 * (before * counted[..., 1:]).sum(axis=-1)
    return result


def _all_values(study: Study, view: View) -> Floats | None:
    coding = _one_label_each(study, view)
    if coding is None:
        return None
    columns, who, articles = study.columns, view.annotators(study), view.articles(study)
    coded = alpha_sums(coding.of(who)).rows
    squared = np.zeros(columns.articles)
    for label in [*range(len(study.labels)), None]:
        units_, gaps = squares(columns, label)
        squared += chosen(who, gaps if label is None else units_, articles)
    return np.column_stack([coded[:, 0], squared, coded[:, 1:]])


def shared_units(study: Study, view: View) -> Floats | None:
    """Return o_cc, n*_c and q_c by article for every label; None where units overlap."""
    coding = _one_label_each(study, view)
    if coding is None:
        return None
    columns, who, labels = study.columns, view.annotators(study), len(study.labels)
    # sets of several labels are other annotators' and never looked up
    label_of = np.array([next(iter(one), labels) for one in coding.sets], np.int64)
    share = np.maximum(columns.present[who].sum(axis=0) - 1, 1)
    result = np.zeros((3, columns.articles, labels + 1))
    by_label = [[units(columns, one, k) for k in range(labels)] for one in who]
    for i, one in enumerate(who):
        own = label_of[coding.values[one]]
        for j, other in enumerate(who):
            if i == j:
                continue
            there = (coding.values[one] >= 0) & (coding.values[other] >= 0)
            theirs = label_of[coding.values[other]]
            both = there & (own < labels) & (theirs < labels)
            cell = coding.home * (labels + 1) + own
            for row, which in ((0, both & (own == theirs)), (1, both)):
                result[row] += np.bincount(
                    cell[which], coding.weight[which], minlength=result[row].size
                ).reshape(result[row].shape)
            marked = units(columns, other, None)
            for k in range(labels):
                unit = by_label[i][k]
                common = _common(unit, marked).astype(np.float64)
                result[2, :, k] += np.bincount(unit.home, common**2, minlength=columns.articles)
    scaled = result[..., :labels] / share[:, None]
    return np.concatenate(list(scaled), axis=1)


def _why_not_one_each(study: Study) -> str:
    """Return why labels cannot be looked at together."""
    return OVERLAPPING if label_sets(study) else TOO_MANY_LABELS


def _one_label_each(study: Study, view: View) -> Coding | None:
    """Return what is said of each character, None where one has several labels in this view."""
    coding = label_sets(study)
    if coding is None:
        return None
    looked_at = view.articles(study)[coding.home]
    used = np.unique(coding.values[view.annotators(study)][:, looked_at]).tolist()
    several = any(len(coding.sets[value]) > 1 for value in used if value != MISSING)
    return None if several else coding


def _common(unit: Units, marked: Units) -> Integers:
    """Return how much of each unit lies in any of the other annotator's."""
    if not len(marked.start):
        return np.zeros(len(unit.start), np.int64)
    before = np.concatenate([[0], np.cumsum(marked.length)])

    def until(position: Integers) -> Integers:
        place = np.searchsorted(marked.start, position, side="right")
        last = np.maximum(place - 1, 0)
        return before[place] - np.where(place, np.maximum(marked.end[last] - position, 0), 0)

    return until(unit.end) - until(unit.start)


def _all_marked(study: Study, view: View) -> Floats:
    """Return n_c of every label: all that was marked so in articles that two finished."""
    columns, articles = study.columns, view.articles(study)
    return np.array(
        [
            sum(
                unit.length[articles[unit.home]].sum()
                for unit in (units(columns, who, k) for who in view.annotators(study))
            )
            for k in range(len(study.labels))
        ],
        np.float64,
    )
