"""The four schemes of SemEval-2013: what is right, what is nearly right, what is missing.

Segura-Bedmar, Martínez & Herrero-Zazo 2013, SemEval-2013 task 9, section 9.1. Over the pairing of
reference and response (see `app/alignment/pairing.py`) every pair counts as

    strict   COR where pieces and label are equal, else INC
    exact    COR where the pieces are equal, else INC
    partial  COR where the pieces are equal, else PAR
    type     COR where the labels are equal, else INC

and what has no partner as MIS (reference) or SPU (response). With S = COR + ½·PAR,

    ACT = COR + INC + PAR + SPU    POS = COR + INC + PAR + MIS    P = S/ACT   R = S/POS
    F1 = 2·S / (ACT + POS)

pooled over pairs of annotators. `n` counts annotations.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.agreement.aligned import aligned, equal_pairs
from app.agreement.columns import Floats
from app.agreement.score import Score
from app.agreement.span_counts import statements
from app.agreement.study import Study
from app.agreement.sums import Sums, ratio, scored
from app.agreement.view import ALL, View

SCHEMES = ("strict", "exact", "partial", "type")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How one pair's statements fare under one scheme, and the rates; None where undefined."""

    correct: int
    incorrect: int
    partial: int
    missing: int
    spurious: int
    precision: float | None
    recall: float | None
    f1: float | None


def verdicts(study: Study, scheme: str, pair: tuple[int, int] = (0, 1)) -> Verdicts:
    """Return the verdicts for a pair of annotators, the first of them the reference."""
    right, half, wrong, left, response = (
        int(part) for part in _parts(study, pair, scheme).sum(axis=0)
    )
    both = right + half + wrong
    value = right + half / 2
    return Verdicts(
        right,
        wrong,
        half,
        left - both,
        response - both,
        value / response if response else None,
        value / left if left else None,
        2 * value / (left + response) if left + response else None,
    )


def scheme_sums(scheme: str, study: Study, view: View = ALL) -> Sums:
    """Return 2·S and ACT+POS by article; of one label: the pairs in which both gave it."""
    rows = np.zeros((study.columns.articles, 2))
    for pair in view.pairs(study):
        right, half, _, left, response = _parts(study, pair, scheme, view.label).T
        rows[:, 0] += 2 * (right + half / 2)
        rows[:, 1] += left + response
    return Sums(
        rows[view.articles(study)],
        ratio,
        statements(study, view),
        view.why_nothing(study) or "nobody marked anything",
    )


def scheme(name: str) -> Callable[[Study], Score]:
    """Return the measure of one scheme."""

    def score(study: Study) -> Score:
        return scored(scheme_sums(name, study), study)

    return score


strict, exact, partial, type_ = (scheme(name) for name in SCHEMES)


def _parts(study: Study, pair: tuple[int, int], scheme: str, label: int | None = None) -> Floats:
    """Return by article: correct, partial and incorrect pairs, all of reference and of response."""
    columns, pairing = study.columns, aligned(study, pair)
    (one, other) = (columns.said[who] for who in pair)
    both = columns.present[pair[0]] & columns.present[pair[1]]
    lefts, rights = pairing.left, pairing.right
    pieces, labels = equal_pairs(study, pair)
    good = {"strict": pieces & labels, "exact": pieces, "partial": pieces, "type": labels}[scheme]
    near = ~good if scheme == "partial" else np.zeros(len(good), bool)
    bad = ~(good | near)
    result = np.zeros((columns.articles, 5))
    home = columns.home[pair[0]][lefts]
    if label is None:
        keep = np.ones(len(lefts), bool)
        own, theirs = np.ones(len(one), bool), np.ones(len(other), bool)
    else:
        keep = (one.label[lefts] == label) & (other.label[rights] == label)
        own, theirs = one.label == label, other.label == label
    for column, which in enumerate((good, near, bad)):
        result[:, column] = np.bincount(home[which & keep], minlength=columns.articles)
    for column, who, mine in ((3, pair[0], own), (4, pair[1], theirs)):
        all_there = np.bincount(columns.home[who][mine], minlength=columns.articles)
        result[:, column] = all_there * both
    return result
