"""Many annotations as they lie in the file, in reading order, each made when it is looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.annotation import Annotation

Row = tuple[Any, ...]
"""An annotation's place in reading order, of three parts, then its label and what else it says."""


@dataclass(frozen=True, slots=True)
class AnnotationRows:
    """What one annotator says about an article; `make` returns the annotation that a row tells of.

    An article may have 10,000 annotations, of which a screen shows fifty.
    """

    rows: Sequence[Row]
    make: Callable[[Row], Annotation]

    def __iter__(self) -> Iterator[Annotation]:
        """Yield all of them, in reading order."""
        return map(self.make, self.rows)

    def __len__(self) -> int:
        return len(self.rows)
