"""Sharing articles out among people: who reads what, evenly, and the same again for the same seed.

Whole groups (the articles of one story) go to the same people. Each group goes to those who have
the fewest articles so far, chance deciding among equals; so the loads of people who begin with the
same load never differ by more than the articles of the largest group. A plan only ever adds: what
is allotted already counts, and stays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import floor
from random import Random

from app.domain.folding import folded

Pair = tuple[str, str]
"""The id of an article and that of an annotator who is to read it."""

LARGEST_STORY = 12
"""More articles than this under one title are a standing headline and not one story."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How articles are shared out: `each` of them to so many annotators.

    Of the groups the part `overlap` (0 to 1) goes to `overlap_each` annotators instead, so that
    agreement can be measured there. Where there are fewer people, all of them read it.
    """

    each: int = 1
    overlap: float = 0.0
    overlap_each: int = 2
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Shares:
    """What a plan would add: the pairs, how many articles each person gets, and the overlap.

    `read_by` counts articles by how many people would read each of them then.
    """

    pairs: tuple[Pair, ...]
    more: Mapping[str, int]
    read_by: Mapping[int, int]


def share_out(
    groups: Sequence[Sequence[str]],
    people: Iterable[str],
    *,
    sharing: Sharing,
    given: Mapping[str, Set[str]],
) -> Shares:
    """Plan who reads what: `groups` of articles, ids all of them; `given` is what they read now.

    Only what is missing is added, so the same plan again adds nothing, and articles that come later
    leave what was allotted alone. `given` may tell of other articles too: they count as load.
    """
    chance = Random(sharing.seed)  # noqa: S311 - chance that can be repeated, not a secret
    takers = sorted(set(people))
    loads = Counter(person for readers in given.values() for person in readers)
    queue = _Queue(takers, loads, chance)
    wanted = _wanted(groups, len(takers), sharing, given, chance)
    pairs: list[Pair] = []
    for group, number in zip(groups, wanted, strict=True):
        pairs += queue.serve(group, number, given)
    readers = Counter(
        {article: len(given.get(article, ())) for group in groups for article in group}
    )
    readers.update(article for article, _ in pairs)
    more = Counter(person for _, person in pairs)
    return Shares(
        tuple(pairs), {person: more[person] for person in takers}, Counter(readers.values())
    )


def _wanted(
    groups: Sequence[Sequence[str]],
    people: int,
    sharing: Sharing,
    given: Mapping[str, Set[str]],
    chance: Random,
) -> list[int]:
    """Return how many people each group is to have: those of the overlap are drawn by chance.

    Groups that so many read already count as drawn; of the others those nobody reads come first.
    """
    each, many = min(sharing.each, people), min(sharing.overlap_each, people)
    wanted = [each] * len(groups)
    if many <= each:
        return wanted
    readers = [len(_readers(group, given)) for group in groups]
    drawn = [at for at, number in enumerate(readers) if number >= many]
    missing = floor(sharing.overlap * len(groups) + 0.5) - len(drawn)
    rest = [at for at, number in enumerate(readers) if number < many]
    chance.shuffle(rest)
    rest.sort(key=lambda at: readers[at] > 0)
    for at in rest[: max(0, missing)]:
        wanted[at] = many
    return wanted


def _readers(group: Sequence[str], given: Mapping[str, Set[str]]) -> set[str]:
    """Return who reads all of a group."""
    first, *others = (given.get(article, frozenset()) for article in group)
    return set(first).intersection(*others)


class _Queue:
    """People, the one with the fewest articles first; chance decides among equals."""

    def __init__(self, people: Sequence[str], loads: Mapping[str, int], chance: Random) -> None:
        self._chance = chance
        self._people = frozenset(people)
        self._waiting = [(loads.get(person, 0), chance.random(), person) for person in people]
        heapify(self._waiting)

    def serve(self, group: Sequence[str], number: int, given: Mapping[str, Set[str]]) -> list[Pair]:
        """Let so many people read a group, whoever reads any of it first; return what is new."""
        reading = Counter(person for article in group for person in given.get(article, ()))
        stay = sorted(reading, key=lambda person: (-reading[person], person))
        chosen = [person for person in stay if reading[person] == len(group)]
        begun = [
            person for person in stay if reading[person] < len(group) and person in self._people
        ]
        chosen += begun[: max(0, number - len(chosen))]
        passed: list[tuple[int, float, str]] = []
        while self._waiting and len(chosen) < number:
            turn = heappop(self._waiting)
            passed.append(turn)
            if turn[2] not in reading:
                chosen.append(turn[2])
        pairs = [
            (article, person)
            for person in chosen
            for article in group
            if person not in given.get(article, ())
        ]
        self._put_back(passed, Counter(person for _, person in pairs))
        return pairs

    def _put_back(self, passed: Sequence[tuple[int, float, str]], more: Mapping[str, int]) -> None:
        there = {person for _, _, person in passed}
        if not more.keys() <= there:  # somebody reads the rest of a group they had begun
            others = [turn for turn in self._waiting if turn[2] in more]
            self._waiting = [turn for turn in self._waiting if turn[2] not in more]
            heapify(self._waiting)
            passed = [*passed, *others]
        for load, luck, person in passed:
            extra = more.get(person, 0)
            heappush(
                self._waiting, (load + extra, self._chance.random() if extra else luck, person)
            )


def stories_by_title(titles: Mapping[str, str]) -> list[list[str]]:
    """Group articles (ids to titles) under the same title, case, accents and signs aside.

    That is all that is looked at: a report under another headline is a group of its own, and so is
    every article under a title that too many share.
    """
    under: defaultdict[str, list[str]] = defaultdict(list)
    for article, title in titles.items():
        under[" ".join(folded(title).split())].append(article)
    result: list[list[str]] = []
    for title, articles in under.items():
        if title and len(articles) <= LARGEST_STORY:
            result.append(articles)
        else:
            result += [[article] for article in articles]
    return result
