"""Sums of the coefficients that compare annotators unit by unit: kappa, Fleiss' kappa, alpha.

Each function takes a coding and returns sums by article; `n` counts the units that were used.
"""

import numpy as np

from app.agreement.coding import MISSING, Coding
from app.agreement.columns import Floats
from app.agreement.distances import Distance, nominal, table
from app.agreement.sums import Sums
from app.alignment.stretches import Integers

NO_VARIATION = "all units have the same value, so nothing could have differed"
NO_UNITS = "no unit was coded by all of them"


def kappa_sums(coding: Coding) -> Sums:
    """Return the sums of Cohen's kappa for the first two annotators of a coding.

    They are: units, units with equal values, then how often the first gave each value, and the
    second.
    """
    first, second = coding.values[:2]
    both = (first != MISSING) & (second != MISSING)
    one, other = first[both], second[both]
    weight, home, size = coding.weight[both], coding.home[both], len(coding.sets)
    rows = np.column_stack(
        [
            _by_article(coding, home, weight),
            _by_article(coding, home, weight * (one == other)),
            _by_value(coding, home, one, weight),
            _by_value(coding, home, other, weight),
        ]
    )

    def value(sums: Floats) -> Floats:
        n, agreed = sums[..., 0], sums[..., 1]
        one, other = sums[..., 2 : 2 + size], sums[..., 2 + size :]
        unlike = (one * (n[..., None] - other)).sum(axis=-1)  # n²·(1 − p_e)
        result: Floats = 1 - (n - agreed) * n / _or_nan(unlike)
        return result

    n = int(rows[:, 0].sum())
    return Sums(rows, value, n, NO_VARIATION if n else NO_UNITS)


def chance(sums: Floats, size: int) -> Floats:
    """Return the agreement expected by chance from the sums of kappa with `size` values."""
    n = sums[..., 0]
    result: Floats = (sums[..., 2 : 2 + size] * sums[..., 2 + size :]).sum(axis=-1) / n**2
    return result


def fleiss_sums(coding: Coding) -> Sums:
    """Return the sums of Fleiss' kappa over the units that all annotators of a coding coded.

    They are: units, the sum of P_i, then how often each value was given.
    """
    whole = (coding.values != MISSING).all(axis=0)
    values, weight, home = coding.values[:, whole], coding.weight[whole], coding.home[whole]
    raters = len(values)
    equal = np.zeros(len(weight))
    for one in range(raters):
        for other in range(one):
            equal += values[one] == values[other]
    pairs = max(raters * (raters - 1) / 2, 1)
    rows = np.column_stack(
        [
            _by_article(coding, home, weight),
            _by_article(coding, home, weight * equal / pairs),
            sum(
                (_by_value(coding, home, own, weight) for own in values),
                start=np.zeros((coding.articles, len(coding.sets))),
            ),
        ]
    )

    def value(sums: Floats) -> Floats:
        n, agreed, counted = sums[..., 0], sums[..., 1], sums[..., 2:]
        all_values = raters * n
        unlike = (counted * (all_values[..., None] - counted)).sum(axis=-1)  # (m·n)²·(1 − p_e)
        result: Floats = 1 - (n - agreed) / n * all_values**2 / _or_nan(unlike)
        return result

    n = int(rows[:, 0].sum())
    return Sums(rows, value, n, NO_VARIATION if n else NO_UNITS)


def alpha_sums(coding: Coding, distance: Distance = nominal) -> Sums:
    """Return the sums of Krippendorff's alpha: Σ o_ck·δ_ck, then n_c for each value.

    Only units with two values or more are pairable; each ordered pair of values adds 1/(m_u − 1).
    """
    said = coding.values != MISSING
    raters = said.sum(axis=0)
    weight = np.where(raters > 1, coding.weight / np.maximum(raters - 1, 1), 0.0)
    apart = table(coding.sets, distance)
    differing = np.zeros(len(weight))
    for one in range(len(said)):
        for other in range(one):
            both = said[one] & said[other]
            between = apart[coding.values[one], coding.values[other]]
            differing += np.where(both, between, 0.0)
    pairable = coding.weight * (raters > 1)
    counted = sum(
        (
            _by_value(coding, coding.home[there], own[there], pairable[there])
            for own, there in zip(coding.values, said, strict=True)
        ),
        start=np.zeros((coding.articles, len(coding.sets))),
    )
    rows = np.column_stack([_by_article(coding, coding.home, 2 * differing * weight), counted])

    def value(sums: Floats) -> Floats:
        observed, expected = alpha_parts(sums, apart)
        result: Floats = 1 - observed / _or_nan(expected)
        return result

    n = round(float(rows[:, 1:].sum()))
    why = NO_VARIATION if n else "no unit was coded by two of them"
    return Sums(rows, value, round(float(pairable.sum())), why)


def alpha_parts(sums: Floats, apart: Floats) -> tuple[Floats, Floats]:
    """Return the observed and the expected disagreement from the sums of alpha."""
    counted = sums[..., 1:]
    n = counted.sum(axis=-1)
    expected = ((counted @ apart) * counted).sum(axis=-1) / (n * (n - 1))
    return sums[..., 0] / n, expected


def _by_article(coding: Coding, home: Integers, weight: Floats) -> Floats:
    result: Floats = np.bincount(home, weight, minlength=coding.articles).astype(np.float64)
    return result


def _by_value(coding: Coding, home: Integers, value: Integers, weight: Floats) -> Floats:
    size = len(coding.sets)
    cells = np.bincount(home * size + value, weight, minlength=coding.articles * size)
    return cells.reshape(coding.articles, size).astype(np.float64)


def _or_nan(amounts: Floats) -> Floats:
    """Return the amounts to divide by, NaN for nothing."""
    return np.where(amounts == 0, np.nan, amounts)
