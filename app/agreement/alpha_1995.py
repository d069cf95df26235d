"""Krippendorff's older alpha for unitizing, only to compare with figures of other programs.

Krippendorff 1995, Sociological Methodology 25:47; 2004, Quality & Quantity 38:787. For one label
the continuum of length L is cut by each of m annotators into units of it and gaps:

    δ²(g, h) = (Δstart)² + (Δend)²  for units that intersect; ℓ² for a unit wholly in a gap; else 0
    D_o = Σ_{i≠j} Σ_{g,h} δ²(g, h) / (m·(m − 1)·L²)
    D_e = (2/L)·Σ_units [ (N − 1)/3·(2ℓ³ − 3ℓ² + ℓ) + ℓ²·Σ_{gaps q ≥ ℓ} (q − ℓ + 1) ]
          / ( mL·(mL − 1) − Σ_units ℓ·(ℓ − 1) )
    alpha = 1 − Σ_labels D_o / Σ_labels D_e

with N the units of all annotators and ℓ a unit's length. Its authors replaced it (see
`u_alpha.py`), because it misbehaves with more than two annotators: on their example it gives .173
where the later one gives .510. Articles that all annotators finished are joined end to end. `n`
counts characters.
"""

from dataclasses import dataclass

import numpy as np

from app.agreement.columns import Floats, Truths
from app.agreement.score import Score, undefined
from app.agreement.study import Study
from app.agreement.units import kept_lengths, units
from app.agreement.view import ALL


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Observed and expected disagreement on one label."""

    observed: float
    expected: float

    @property
    def alpha(self) -> float | None:
        """The label's own alpha, None where nothing could have differed."""
        return 1 - self.observed / self.expected if self.expected else None


def score(study: Study) -> Score:
    """Return the alpha of 1995 over all labels."""
    if why := ALL.why_nothing(study):
        return undefined(why)
    found = disagreements(study)
    expected = sum(one.expected for one in found)
    if not expected:
        return undefined("nobody marked anything in an article that all of them finished")
    whole = _finished_by_all(study)
    characters = int(kept_lengths(study.columns)[whole].sum())
    return Score(1 - sum(one.observed for one in found) / expected, characters)


def disagreements(study: Study) -> list[Disagreement]:
    """Return the disagreement on each label of the study."""
    columns = study.columns
    whole = _finished_by_all(study)
    length = kept_lengths(columns) * whole
    before = np.concatenate([[0], np.cumsum(length)[:-1]])
    base = columns.kept(columns.base)
    found = []
    for label in range(len(study.labels)):
        works = []
        for who in range(len(study.annotators)):
            own = units(columns, who, label)
            there = whole[own.home]
            shift = before[own.home] - base[own.home]
            works.append(np.column_stack([own.start + shift, own.end + shift])[there])
        found.append(_disagreement(works, float(length.sum())))
    return found


def _finished_by_all(study: Study) -> Truths:
    present = study.columns.present
    everybody: Truths = present.sum(axis=0) == len(present)
    return everybody


def _disagreement(works: list[Floats], length: float) -> Disagreement:
    raters = len(works)
    size = np.concatenate([work[:, 1] - work[:, 0] for work in works])
    if not length or not len(size):
        return Disagreement(0.0, 0.0)
    gaps = np.concatenate([_gaps(work, length) for work in works])
    observed = sum(
        _between(one, other) + _in_gaps(one, other)
        for one in works
        for other in works
        if one is not other
    )
    room = np.array([np.maximum(gaps[gaps >= unit] - unit + 1, 0).sum() for unit in size])
    own = (len(size) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
    places = raters * length * (raters * length - 1) - (size * (size - 1)).sum()
    expected = 2 / length * (own + size**2 * room).sum() / places
    return Disagreement(float(observed) / (raters * (raters - 1) * length**2), float(expected))


def _gaps(work: Floats, length: float) -> Floats:
    edges = np.concatenate([[0.0], work.ravel(), [length]]).reshape(-1, 2)
    size = edges[:, 1] - edges[:, 0]
    result: Floats = size[size > 0]
    return result


def _between(one: Floats, other: Floats) -> float:
    """Return Σ δ² over units of both that intersect."""
    total = 0.0
    for start, end in one:
        near = other[(other[:, 0] < end) & (other[:, 1] > start)]
        total += float(((near - (start, end)) ** 2).sum())
    return total


def _in_gaps(one: Floats, other: Floats) -> float:
    """Return Σ ℓ² over units that lie wholly in a gap of the other annotator, both ways."""
    total = 0.0
    for units_, theirs in ((one, other), (other, one)):
        for start, end in units_:
            if not ((theirs[:, 0] < end) & (theirs[:, 1] > start)).any():
                total += float((end - start) ** 2)
    return total
