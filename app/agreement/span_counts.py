"""Counting spans: how many statements of each pair of annotators match, by article and label.

For a pair with reference A and response B, TP is the size of a largest one-to-one matching of
statements that may match. Then precision is TP/|B|, recall TP/|A|, and F1 is 2·TP/(|A|+|B|), which
equals positive specific agreement. With nothing on both sides it is undefined, neither 0 nor 1.

Interrupted statements are equal where all their pieces are; overlap and IoU look at the union of
the pieces.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from app.agreement.columns import Columns, Floats, Truths
from app.agreement.study import Study
from app.agreement.sums import Sums, ratio
from app.agreement.view import ALL, View
from app.alignment.matching import closeness, equal, largest, same_label
from app.alignment.stretches import Integers, Shared, shared


class Boundaries(StrEnum):
    """When two statements' boundaries are close enough to match."""

    EXACT = "exact"
    OVERLAP = "overlap"
    IOU = "iou"


@dataclass(frozen=True, slots=True)
class Matching:
    """Which statements may match: `iou` is the least share in common for `Boundaries.IOU`."""

    boundaries: Boundaries
    labels: bool = True
    iou: float = 0.5


STRICT = Matching(Boundaries.EXACT)
RELAXED = Matching(Boundaries.OVERLAP)


@dataclass(frozen=True, slots=True)
class Counts:
    """For one pair, articles × labels: matches, and statements of the reference and response.

    Articles that not both have finished have zeros. Where labels were not compared, a match stands
    under the reference's label.
    """

    matches: Integers
    left: Integers
    right: Integers


def touching(columns: Columns, left: int, right: int) -> Shared:
    """Return which statements of two annotators share characters."""
    return columns.once(
        ("touching", left, right), lambda: shared(columns.said[left], columns.said[right])
    )


def counts(study: Study, pair: tuple[int, int], matching: Matching) -> Counts:
    """Return how many statements of a pair match, in all counting articles."""
    columns = study.columns
    return columns.once((pair, matching), lambda: _counted(columns, pair, matching))


def _counted(columns: Columns, pair: tuple[int, int], matching: Matching) -> Counts:
    one, other = pair
    left, right = columns.said[one], columns.said[other]
    near = touching(columns, one, other)
    chosen = near.only(_may_match(columns, pair, near, matching))
    found = largest(chosen, len(left), len(right))
    both = columns.present[one] & columns.present[other]
    where = columns.home[one][found.left]
    return Counts(
        _table(columns, where, left.label[found.left]),
        _table(columns, columns.home[one], left.label) * both[:, None],
        _table(columns, columns.home[other], right.label) * both[:, None],
    )


def _may_match(columns: Columns, pair: tuple[int, int], near: Shared, matching: Matching) -> Truths:
    left, right = columns.said[pair[0]], columns.said[pair[1]]
    if matching.boundaries is Boundaries.EXACT:
        may = equal(left, right, near)
    elif matching.boundaries is Boundaries.IOU:
        may = closeness(left, right, near) >= matching.iou
    else:
        may = np.ones(len(near.left), bool)
    return may & same_label(left, right, near) if matching.labels else may


def _table(columns: Columns, article: Integers, label: Integers) -> Integers:
    cells = np.bincount(
        article * columns.labels + label, minlength=columns.articles * columns.labels
    )
    return cells.reshape(columns.articles, columns.labels)


def f1_sums(study: Study, matching: Matching, view: View = ALL) -> Sums:
    """Return the sums of F1, pooled over the pairs and labels of the view: 2·TP and |A|+|B|.

    Of one label only statements with it are looked at, on either side.
    """
    labels = view.labels(study)
    if view.label is not None:
        matching = replace(matching, labels=True)
    rows = np.zeros((study.columns.articles, 2))
    for pair in view.pairs(study):
        found = counts(study, pair, matching)
        rows[:, 0] += 2 * found.matches[:, labels].sum(axis=1)
        rows[:, 1] += found.left[:, labels].sum(axis=1) + found.right[:, labels].sum(axis=1)
    return Sums(
        rows[view.articles(study)],
        ratio,
        statements(study, view),
        view.why_nothing(study) or "nobody marked anything",
    )


def statements(study: Study, view: View = ALL) -> int:
    """Return how many statements a view holds, each counted once."""
    columns, shared_articles = study.columns, view.articles(study)
    wanted = np.isin(np.arange(columns.labels), view.labels(study))
    return int(
        sum(
            np.count_nonzero(shared_articles[columns.home[who]] & wanted[columns.said[who].label])
            for who in view.annotators(study)
        )
    )


@dataclass(frozen=True, slots=True)
class Rates:
    """What a table of one pair shows: counts, precision, recall, F1; None where undefined."""

    matches: int
    left: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None


def rates(matches: int, left: int, right: int) -> Rates:
    """Return the rates of so many matches among so many statements of reference and response."""
    return Rates(
        matches,
        left,
        right,
        matches / right if right else None,
        matches / left if left else None,
        2 * matches / (left + right) if left + right else None,
    )


def pair_rates(study: Study, pair: tuple[int, int], matching: Matching, view: View = ALL) -> Rates:
    """Return the rates of one pair, over all articles that both finished (micro average)."""
    found, labels = counts(study, pair, matching), view.labels(study)
    return rates(*(int(one[:, labels].sum()) for one in (found.matches, found.left, found.right)))


def mean_of_labels(study: Study, matching: Matching, view: View = ALL) -> float | None:
    """Return the plain mean of F1 over the labels that somebody used; None where nobody did."""
    found = [
        f1_sums(study, matching, View(label, view.among)).total() for label in view.labels(study)
    ]
    return mean([one for one in found if one is not None])


def mean_of_articles(study: Study, matching: Matching, view: View = ALL) -> float | None:
    """Return the plain mean of F1 over articles, less those where nobody marked anything."""
    found: Floats = f1_sums(study, matching, view).by_article()
    return mean(found[~np.isnan(found)].tolist())


def mean(values: list[float]) -> float | None:
    """Return the plain mean, None of nothing."""
    return sum(values) / len(values) if values else None
