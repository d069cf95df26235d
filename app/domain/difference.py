"""What differs between two states of a project: told by ids and fingerprints, never by clocks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Cell = tuple[str, str]
"""An article and an annotator, by their ids."""

Marks = Mapping[str, int]
"""Fingerprints of records by the records' ids."""


class How(StrEnum):
    """How something in another state differs from now."""

    MORE = "more"
    FEWER = "fewer"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many another state has that are not here, how many it lacks, and how many differ."""

    more: int = 0
    fewer: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        return bool(self.more or self.fewer or self.changed)

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.more + other.more, self.fewer + other.fewer, self.changed + other.changed
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What a project holds, as far as comparing takes it; `people` are names by ids.

    `cells` tells of the many annotations: for each article and annotator how many there are, and
    the sum of their fingerprints.
    """

    articles: Marks
    labels: Marks
    done: Marks
    people: Mapping[str, str]
    cells: Mapping[Cell, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """One article that differs, or one annotation with its label, its words and its annotator."""

    how: How
    title: str
    label: str = ""
    quote: str = ""
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """What another state has more, fewer and changed, against now.

    `people` tells of annotations by annotators' names; `lines` of the first articles and
    annotations, one by one, and `untold` how many more there would be.
    """

    articles: Amount = Amount()
    annotations: Amount = Amount()
    labels: Amount = Amount()
    done: Amount = Amount()
    people: Mapping[str, Amount] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    untold: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.annotations or self.labels or self.done)


def sorted_out(now: Marks, then: Marks) -> dict[How, list[str]]:
    """Return the ids of the records that differ, by how they do."""
    return {
        How.MORE: sorted(then.keys() - now.keys()),
        How.FEWER: sorted(now.keys() - then.keys()),
        How.CHANGED: sorted(name for name in now.keys() & then.keys() if now[name] != then[name]),
    }


def amount_of(found: Mapping[How, list[str]]) -> Amount:
    """Return how many there are of each."""
    return Amount(len(found[How.MORE]), len(found[How.FEWER]), len(found[How.CHANGED]))


def unlike_cells(now: Standing, then: Standing) -> list[Cell]:
    """Return where annotations differ, in order."""
    every = now.cells.keys() | then.cells.keys()
    return sorted(cell for cell in every if now.cells.get(cell) != then.cells.get(cell))


def by_person(amounts: Iterable[tuple[Cell, Amount]], *standings: Standing) -> dict[str, Amount]:
    """Return what differs for each annotator, by their names in order."""
    names = {name: said for one in reversed(standings) for name, said in one.people.items()}
    totals: dict[str, Amount] = {}
    for (_, person), amount in amounts:
        name = names.get(person, person)
        totals[name] = totals.get(name, Amount()) + amount
    return dict(sorted(totals.items(), key=lambda pair: pair[0].casefold()))
