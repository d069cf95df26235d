"""How unlike two units are, in place and in label, as gamma weighs it.

Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3):437, section 4:

    d(u, v) = α·d_pos + β·d_cat
    d_pos = ((|Δstart| + |Δend|) / (length of u + length of v))²·Δ∅
    d_cat = Δ∅ where the labels differ, else 0

Δ∅ is the price of having no partner. The authors' own program uses α = 3, so the parameters belong
to every gamma that is told. Interrupted statements count from their first to their last character.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.agreement.columns import Floats
from app.alignment.statement import Statement


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of the dissimilarity: α, β and Δ∅."""

    position: float = 1.0
    label: float = 1.0
    empty: float = 1.0

    def __str__(self) -> str:
        return f"α = {self.position:g}, β = {self.label:g}, Δ∅ = {self.empty:g}"


AS_PUBLISHED = Weights()


@dataclass(frozen=True, slots=True)
class Marks:
    """One annotator's units on one article: starts, ends, and labels as numbers."""

    start: Floats
    end: Floats
    label: Floats

    def __len__(self) -> int:
        return len(self.start)


def marks(said: Sequence[Statement], place: dict[str, int]) -> Marks:
    """Return statements as units; `place` gives each label its number."""
    rows = [(one.pieces[0].start, one.pieces[-1].end, place[one.label]) for one in said]
    start, end, label = np.array(rows, np.float64).reshape(-1, 3).T
    return Marks(start, end, label)


def dissimilarity(one: Marks, other: Marks, weights: Weights) -> Floats:
    """Return d(u, v) for all units u of the one and v of the other."""
    apart = np.abs(one.start[:, None] - other.start) + np.abs(one.end[:, None] - other.end)
    lengths = (one.end - one.start)[:, None] + (other.end - other.start)
    differs = one.label[:, None] != other.label
    result: Floats = weights.empty * (
        weights.position * (apart / lengths) ** 2 + weights.label * differs
    )
    return result
