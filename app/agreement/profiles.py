"""What each annotator does: how much they mark, and how agreement stands with and without them.

Where u-alpha of the others is clearly higher than that of all, look there first. Marking rates are
per 1,000 characters of the articles that count and that the annotator finished; covered characters
count once, however many labels they carry.
"""

from dataclasses import dataclass

import numpy as np

from app.agreement import f1, u_alpha
from app.agreement.score import Score
from app.agreement.span_counts import mean
from app.agreement.study import GOLD, Study
from app.agreement.sums import Sums
from app.agreement.units import kept_lengths, units
from app.agreement.view import View

_PER = 1000


@dataclass(frozen=True, slots=True)
class Profile:
    """One annotator: `marked` annotations and `covered` characters per 1,000 characters.

    `labels` are the shares of their annotations. `f1` is the mean over the others, None where there
    is none; `f1_gold` the one against what was settled. `without` is u-alpha of the others.
    """

    name: str
    articles: int
    annotations: int
    marked: float | None
    covered: float | None
    labels: dict[str, float]
    f1: float | None
    f1_gold: float | None
    without: Score


def profiles(study: Study, without: list[Score]) -> list[Profile]:
    """Return everybody's profile; `without` are the scores of `without_sums`."""
    columns = study.columns
    length = kept_lengths(columns)
    found = []
    for who, name in enumerate(study.annotators):
        said, characters = columns.said[who], float(length[columns.present[who]].sum())
        counted = np.bincount(said.label, minlength=len(study.labels))
        covered = float(units(columns, who, None).length.sum())
        others = {
            study.annotators[other]: f1.sums(study, View(among=(who, other))).total()
            for other in range(len(study.annotators))
            if other != who
        }
        people = [value for other, value in others.items() if other != GOLD and value is not None]
        found.append(
            Profile(
                name,
                int(columns.present[who].sum()),
                len(said),
                _PER * len(said) / characters if characters else None,
                _PER * covered / characters if characters else None,
                {
                    label: int(number) / len(said)
                    for label, number in zip(study.labels, counted, strict=True)
                    if number
                },
                mean(people),
                others.get(GOLD),
                without[who],
            )
        )
    return found


def without_sums(study: Study) -> list[Sums]:
    """Return for each annotator the sums of u-alpha over the others."""
    everybody = range(len(study.annotators))
    return [
        u_alpha.sums(study, View(among=tuple(other for other in everybody if other != who)))
        for who in everybody
    ]
