"""How far a team is: sums over articles and people, and who is far from the others, in plain words.

Nothing here judges: a figure that lies far from the others' says where to look, and no more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from app.domain.assignment import State

FAR = 3.0
"""So many robust standard deviations from the middle of all are far."""

_ROBUST = 1.4826
"""Times the median of the distances to the median, it is the standard deviation of a bell curve."""

LEAST_ARTICLES = 5
"""Of fewer articles, a figure says more about those articles than about who read them."""

_LEAST_PEOPLE = 3
_LEAST_SPREAD = 0.1
"""Of the middle: where nearly all are the same, less than FAR times this is not far."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One article and one person: how far, how many annotations, how many seconds at work."""

    state: State
    annotations: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class PersonSums:
    """What one person has done.

    `articles` counts those that are theirs to read; `characters` those of articles they marked
    done, `annotations_done` the annotations in them, by label in `by_label`. `seconds` is the time
    at work in articles that are done; `timed` counts those of them whose time is known.
    """

    person: str
    articles: int = 0
    done: int = 0
    begun: int = 0
    annotations: int = 0
    characters: int = 0
    annotations_done: int = 0
    seconds: int = 0
    timed: int = 0
    by_label: Mapping[str, int] = field(default_factory=dict)

    @property
    def per_thousand(self) -> float | None:
        """Annotations per 1,000 characters in articles that are done; None before the first."""
        return 1000 * self.annotations_done / self.characters if self.characters else None

    @property
    def minutes_each(self) -> float | None:
        """Minutes at work per article that is done, where times are known."""
        return self.seconds / self.timed / 60 if self.timed else None

    def per_thousand_of(self, label: str) -> float | None:
        """Annotations with a label (an id) per 1,000 characters, as `per_thousand`."""
        if not self.characters:
            return None
        return 1000 * self.by_label.get(label, 0) / self.characters


@dataclass(frozen=True, slots=True)
class Distance:
    """How a figure lies among the others': their middle, and whether it is far from it."""

    value: float
    middle: float
    is_far: bool

    @property
    def is_above(self) -> bool:
        """Whether it is more than the middle."""
        return self.value > self.middle


def distances(
    values: Mapping[str, float | None], *, articles: Mapping[str, int]
) -> dict[str, Distance]:
    """Return for each person with a value how it lies among those of all.

    `articles` tells of how many articles each value is; those of fewer than LEAST_ARTICLES are not
    far, and do not move the middle where there are others. The middle is the median, the measure
    of distance 1.4826 times the median of the distances to it (Rousseeuw and Croux 1993), at least
    a tenth of the middle: nobody nearer to it than three tenths of it is far. With fewer than three
    values nobody is far: two that differ do not tell which of them does.
    """
    known = {name: value for name, value in values.items() if value is not None}
    if not known:
        return {}
    firm = {name: value for name, value in known.items() if articles[name] >= LEAST_ARTICLES}
    compared = (firm or known).values()
    middle = median(compared)
    spread = _ROBUST * median(abs(value - middle) for value in compared)
    spread = max(spread, _LEAST_SPREAD * abs(middle))
    is_told = len(firm) >= _LEAST_PEOPLE and spread > 0
    return {
        name: Distance(
            value, middle, is_told and name in firm and abs(value - middle) > FAR * spread
        )
        for name, value in known.items()
    }


def coverage(readers: Iterable[int]) -> list[tuple[int, int]]:
    """Return how many articles are done by 0 people, by 1, by 2 and so on."""
    counted = Counter(readers)
    most = max(counted, default=-1)
    return [(number, counted[number]) for number in range(most + 1)]


def running(days: Mapping[str, int], *, most: int) -> list[tuple[str, int]]:
    """Return the newest `most` of the days, in order, with what was done on each."""
    return sorted(days.items())[-most:]


def summed(
    person: str, cells: Sequence[tuple[Cell, int]], by_label: Mapping[str, int]
) -> PersonSums:
    """Return the sums over a person's cells, each with its article's length in code points."""
    done = [(cell, characters) for cell, characters in cells if cell.state.is_done]
    timed = [cell.seconds for cell, _ in done if cell.seconds]
    return PersonSums(
        person=person,
        articles=len(cells),
        done=len(done),
        begun=sum(cell.state is State.BEGUN for cell, _ in cells),
        annotations=sum(cell.annotations for cell, _ in cells),
        characters=sum(characters for _, characters in done),
        annotations_done=sum(cell.annotations for cell, _ in done),
        seconds=sum(timed),
        timed=len(timed),
        by_label=dict(by_label),
    )
