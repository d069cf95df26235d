"""Cases: every place where two annotators speak of the same words, behind every figure.

A figure is a sum over cases: strict F1 counts those in which the two agree, the table of labels
counts partners and what has none, offsets are those of partners with the same label. So whoever
asks for the cases of a figure gets exactly those that it counts:

    2 · agreed + annotations in disagreements = annotations of both sides
    F1 = 2 · agreed / annotations of both sides
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, permutations
from operator import attrgetter

import msgspec

from app.agreement.study import Study, Work
from app.alignment.disagreements import Kind, difference
from app.alignment.statement import Statement
from app.errors import Cancelled

NO_SPAN = "∅"
"""The row and the column of what has no partner in the table of labels."""

Stopped = Callable[[], bool]
_AT_ONCE = 1_000
"""After so many cases it is asked again whether to stop."""


class Order(StrEnum):
    """By what cases are sorted; within the same, as they are read."""

    PLACE = "place"
    LABEL = "label"
    PAIR = "pair"
    ARTICLE = "article"
    SIZE = "size"


class Case(msgspec.Struct, frozen=True, gc=False):
    """What two annotators (`pair`, the reference first) say in one place of an article.

    `kind` is None where they agree. `partners` are the places in `left` and `right` of the two
    that are paired; the further pieces of what is split have no partner, nor has what only one
    marked. `size` says by how many characters they differ (see `difference`). A struct, since
    there are hundreds of thousands, and a frozen dataclass takes much longer to make.
    """

    article: str
    pair: tuple[str, str]
    kind: Kind | None
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]
    size: int
    partners: tuple[int, int] | None

    @property
    def said(self) -> tuple[Statement, ...]:
        """What either says."""
        return self.left + self.right

    @property
    def start(self) -> int:
        """Where the words in question start."""
        return min([one.pieces[0].start for one in self.said])

    @property
    def end(self) -> int:
        """Where the words in question end."""
        return max([one.pieces[-1].end for one in self.said])

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Where it counts in the table of labels, row and column: the partners, then each other."""
        one, other = self.partners or (None, None)
        both = () if one is None or other is None else ((self.left[one], self.right[other]),)
        return (
            *((ours.label, theirs.label) for ours, theirs in both),
            *((each.label, NO_SPAN) for at, each in enumerate(self.left) if at != one),
            *((NO_SPAN, each.label) for at, each in enumerate(self.right) if at != other),
        )


@dataclass(frozen=True, slots=True)
class Sought:
    """Which cases somebody wants to see; None for any.

    `pair` has two names in any order. `label` is what either side says. `cell` is a row and a
    column of the table of labels, with `NO_SPAN` for none; a cell on the diagonal also counts what
    is agreed, so it is to be asked for with `disagreeing_only` off.
    """

    pair: frozenset[str] | None = None
    annotator: str | None = None
    label: str | None = None
    cell: tuple[str, str] | None = None
    article: str | None = None
    kind: Kind | None = None
    disagreeing_only: bool = True

    def takes(self, case: Case) -> bool:
        """Tell whether a case is among them."""
        return all(test(case) for test in self.tests())

    def tests(self) -> Iterator[Callable[[Case], bool]]:
        """Yield what a case has to meet; only what is asked for, since there are so many cases."""
        if self.disagreeing_only:
            yield lambda case: case.kind is not None
        if (kind := self.kind) is not None:
            yield lambda case: case.kind is kind
        if (article := self.article) is not None:
            yield lambda case: case.article == article
        if (pair := self.pair) is not None:
            either = set(permutations(pair))
            yield lambda case: case.pair in either
        if (annotator := self.annotator) is not None:
            yield lambda case: annotator in case.pair
        if (label := self.label) is not None:
            yield (
                lambda case: (
                    label in [one.label for one in case.left]
                    or label in [one.label for one in case.right]
                )
            )
        if (cell := self.cell) is not None:
            row, column = cell
            if row != NO_SPAN:
                yield lambda case: row in [one.label for one in case.left]
            if column != NO_SPAN:
                yield lambda case: column in [one.label for one in case.right]
            yield lambda case: cell in case.cells


@dataclass(frozen=True, slots=True)
class Tally:
    """What cases add up to: how many agree, how many do not, and the annotations in the latter."""

    agreed: int
    disagreements: int
    annotations: int

    @property
    def both_sides(self) -> int:
        """How many annotations the two sides have together."""
        return 2 * self.agreed + self.annotations

    @property
    def f1(self) -> float | None:
        """Strict F1 (see `app/agreement/f1.py`); None where nobody marked anything."""
        return 2 * self.agreed / self.both_sides if self.both_sides else None


def tally(cases: Collection[Case], label: str | None = None) -> Tally:
    """Add up cases; with a label, only the annotations that carry it."""
    if label is None:  # what is agreed is said by both, so that much need not be looked at
        sizes = [len(case.left) + len(case.right) for case in cases if case.kind is not None]
        return Tally(len(cases) - len(sizes), len(sizes), sum(sizes))
    numbers = [[one.label for one in case.said].count(label) for case in cases]
    agreed = sum([bool(n) and case.kind is None for n, case in zip(numbers, cases, strict=True)])
    sizes = [n for n, case in zip(numbers, cases, strict=True) if n and case.kind is not None]
    return Tally(agreed, len(sizes), sum(sizes))


def kinds(cases: Iterable[Case]) -> Counter[Kind | None]:
    """Count cases by kind; None for what is agreed."""
    return Counter([case.kind for case in cases])


@dataclass(frozen=True, slots=True)
class Found:
    """Cases that are sought, as they are read, and what they add up to."""

    cases: Sequence[Case]
    kinds: Counter[Kind | None]
    tally: Tally


@dataclass(frozen=True)
class Cases:
    """All cases of a study as they are read: by article, by where they start, then by pair."""

    study: Study
    all: tuple[Case, ...] = ()

    @cached_property
    def by_article(self) -> Mapping[str, Sequence[Case]]:
        """The cases of each article that has any."""
        found: dict[str, list[Case]] = {}
        for case in self.all:
            found.setdefault(case.article, []).append(case)
        return found

    @cached_property
    def whole(self) -> Found:
        """All cases, whether they agree or not."""
        return Found(self.all, kinds(self.all), tally(self.all))

    def only(self, sought: Sought) -> list[Case]:
        """Return the cases that are sought, as they are read."""
        some = self.all if sought.article is None else self.by_article.get(sought.article, ())
        for test in sought.tests():
            some = list(filter(test, some))
        return list(some)

    def find(self, sought: Sought) -> Found:
        """Return the cases that are sought with what they add up to."""
        if sought == Sought(disagreeing_only=False):
            return self.whole
        found = self.only(sought)
        return Found(found, kinds(found), tally(found, sought.label))

    def ordered(self, cases: Sequence[Case], by: Order) -> list[Case]:
        """Return some of the cases, read already in their order, by something else.

        By article, the one with the most of them comes first; by size, the largest.
        """
        match by:
            case Order.SIZE:
                return sorted(cases, key=attrgetter("size"), reverse=True)
            case Order.LABEL:
                label = {name: number for number, name in enumerate(self.study.labels)}
                return sorted(cases, key=lambda case: label[(case.left or case.right)[0].label])
            case Order.PAIR:
                person = self.study.annotators
                pair = {
                    (person[one], person[other]): (one, other) for one, other in self.study.pairs
                }
                return sorted(cases, key=lambda case: pair[case.pair])
            case Order.ARTICLE:
                many = Counter([case.article for case in cases])
                return sorted(cases, key=lambda case: many[case.article], reverse=True)
        return list(cases)

    def works(self, article: str) -> Mapping[str, Work]:
        """Return what everybody of the study who finished an article says in it."""
        return next(one.works for one in self.study.articles if one.id == article)

    def again(self, case: Case) -> Case | None:
        """Return a case of another time as it is now: the same, or one of its annotations."""
        here = [one for one in self.by_article.get(case.article, ()) if one.pair == case.pair]
        if case in here:
            return here[here.index(case)]
        names = _names(case)
        return next((one for one in here if names & _names(one)), None)


def _names(case: Case) -> set[tuple[bool, str]]:
    """Return the ids of its annotations, each with its side."""
    sides = ((True, case.left), (False, case.right))
    return {(is_left, one.id) for is_left, said in sides for one in said if one.id}


def cases(study: Study, *, stopped: Stopped | None = None) -> Cases:
    """Return all cases of a study: of every pair of its annotators, where both finished.

    Raises `Cancelled` once `stopped`.
    """
    found = []
    for number, pair in enumerate(study.pairs):
        for nth, (home, case) in enumerate(_of_pair(study, pair)):
            found.append((home, case.start, -case.end, number, nth, case))
            if stopped is not None and not nth % _AT_ONCE and stopped():
                raise Cancelled
    found.sort()  # no two have the same numbers, so cases themselves are never compared
    return Cases(study, tuple([one[-1] for one in found]))


def _of_pair(study: Study, pair: tuple[int, int]) -> Iterator[tuple[int, Case]]:
    """Yield the cases of a pair, each with the number of its article."""
    from app.agreement.aligned import aligned  # NumPy, for which a window should not wait
    from app.alignment.together import together

    columns, (one, other) = study.columns, pair
    names = (study.annotators[one], study.annotators[other])
    ids = [article.id for article in study.counting]
    left, right = _said(study, names[0]), _said(study, names[1])
    home_left, home_right = columns.home[one].tolist(), columns.home[other].tolist()
    both = (columns.present[one] & columns.present[other]).tolist()
    for ours, theirs in together(columns.said[one], columns.said[other], aligned(study, pair)):
        home = home_left[ours[0]] if ours else home_right[theirs[0]]
        if both[home]:
            partners = None
            if ours and theirs:
                partners = (sorted(ours).index(ours[0]), sorted(theirs).index(theirs[0]))
            said = tuple([left[each] for each in sorted(ours)])
            answered = tuple([right[each] for each in sorted(theirs)])
            kind, size = difference(said, answered)
            yield home, Case(ids[home], names, kind, said, answered, size, partners)


def _said(study: Study, who: str) -> list[Statement]:
    """Return all that an annotator says in the articles that count, as in the study's columns."""
    works = (article.works.get(who) for article in study.counting)
    return list(chain.from_iterable(work.said for work in works if work is not None))
