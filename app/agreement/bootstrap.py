"""Intervals by drawing articles again, with replacement (percentile bootstrap).

Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13. What is drawn are articles, since
spans and characters within one are not independent; drawing those would give intervals that are too
narrow. The interval speaks about other articles, not about other annotators.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LEVEL = 0.95
FEW_ARTICLES = 10
"""Below this an interval is shown with a warning."""


@lru_cache(maxsize=4)
def weights(articles: int, *, seed: int, resamples: int) -> Floats:
    """Return how often each resample holds each article: resamples × articles."""
    chance = np.random.default_rng([seed, articles])
    drawn = chance.integers(0, articles, size=(resamples, articles))
    drawn += np.arange(resamples)[:, None] * articles
    counted = np.bincount(drawn.ravel(), minlength=resamples * articles)
    return counted.reshape(resamples, articles).astype(np.float64)


def interval(values: Floats, level: float = LEVEL) -> tuple[float | None, float | None, int]:
    """Return the ends of the interval that holds `level` of the defined values; how many are not.

    The ends are values that were drawn (inverse of the distribution function).
    """
    defined = values[~np.isnan(values)]
    dropped = len(values) - len(defined)
    if not len(defined):
        return None, None, dropped
    outside = round((1 - level) / 2, 9)  # a rest of rounding would move an end by a whole value
    low, high = np.quantile(defined, [outside, 1 - outside], method="inverted_cdf")
    return float(low), float(high), dropped
