"""Views: the part of a study that one line of a table is about."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from app.agreement.columns import Truths
from app.agreement.study import Study


@dataclass(frozen=True, slots=True)
class View:
    """All of a study; or one label, by its place; or some of the annotators, by their places."""

    label: int | None = None
    among: tuple[int, ...] | None = None

    def pairs(self, study: Study) -> list[tuple[int, int]]:
        """Return the pairs of annotators that are looked at."""
        return list(combinations(self.annotators(study), 2))

    def annotators(self, study: Study) -> list[int]:
        """Return the annotators that are looked at."""
        return list(range(len(study.annotators))) if self.among is None else list(self.among)

    def labels(self, study: Study) -> list[int]:
        """Return the labels that are looked at."""
        return list(range(len(study.labels))) if self.label is None else [self.label]

    def articles(self, study: Study) -> Truths:
        """Tell of each counting article whether two of those looked at finished it."""
        present = study.columns.present[self.annotators(study)]
        shared: Truths = np.count_nonzero(present, axis=0) > 1
        return shared

    def why_nothing(self, study: Study) -> str:
        """Return why nothing can be measured in this view, "" where something may be."""
        if len(self.annotators(study)) < 2:
            return "agreement needs two annotators"
        if not self.articles(study).any():
            both = "both" if len(self.annotators(study)) == 2 else "two of the annotators"
            return f"no article was finished by {both}"
        return ""


ALL = View()
