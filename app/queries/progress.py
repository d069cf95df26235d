"""How far is everybody with everything?

Asked of thousands of articles at once this takes seconds, in which nobody else could ask or write;
so it is asked in parts, and put together afterwards.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, bindparam, func, select

from app.domain.annotator import Annotator, Role
from app.domain.assignment import State, state_of
from app.domain.label import Label
from app.domain.progress import Cell, PersonSums, summed
from app.queries.done_when import done_when
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.bulk import fetch_rows
from app.store.tables.allotments import allotments
from app.store.tables.annotations import annotations, fingerprint_sum
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments
from app.store.tables.sittings import sittings

PART = 500
"""Articles that are asked about at once: with five people some 40 ms."""

_NOTHING = Cell(State.TO_DO)
_Key = tuple[str, str]
"""An article's and an annotator's id."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article and how far each is who reads it, by the annotator's id."""

    id: str
    title: str
    characters: int
    cells: Mapping[str, Cell]

    @property
    def done_by(self) -> int:
        """How many people have it done."""
        return sum(cell.state.is_done for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """Everything the lead oversees.

    `per_day` counts by person and day the articles that were said to be done then, `done_on` has
    the articles; days are ISO dates by the clock of whoever's copy it was.
    """

    people: tuple[Annotator, ...]
    labels: tuple[Label, ...]
    lines: tuple[ArticleLine, ...]
    sums: Mapping[str, PersonSums]
    per_day: Mapping[str, Mapping[str, int]]
    done_on: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Who and what there is: people, labels, articles (id, title, characters) in order."""

    people: tuple[Annotator, ...]
    labels: tuple[Label, ...]
    articles: tuple[tuple[str, str, int], ...]

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield the first and the last article of each part."""
        for start in range(0, len(self.articles), PART):
            part = self.articles[start : start + PART]
            yield part[0][0], part[-1][0]


@dataclass(frozen=True, slots=True)
class Part:
    """How far everybody is with some of the articles.

    `cells` has those to whom an article was allotted, or who did anything in it, by article and
    person; `allotted` names the people to whom any was. `by_label` counts annotations by person
    and label, in articles that the person has done. `days` tells by article and person on which
    day each that is done was.
    """

    cells: Mapping[str, Mapping[str, Cell]]
    allotted: frozenset[str]
    by_label: Mapping[_Key, int]
    days: Mapping[_Key, str]


def progress_frame(connection: Connection) -> Frame:
    """Return who and what there is; no texts are read."""
    query = select(articles.c.id, articles.c.title, articles.c.characters).order_by(articles.c.id)
    rows = fetch_rows(connection, query)
    everybody, labels = people(connection), label_set(connection)
    return Frame(tuple(everybody), tuple(labels), tuple((row[0], row[1], row[2]) for row in rows))


def progress_part(connection: Connection, *, first: str, last: str) -> Part:
    """Return how far everybody is with the articles from the `first` to the `last` id."""
    within = {"first": first, "last": last}
    counts = {
        (article, who): (number, total)
        for article, who, number, total in fetch_rows(connection, _COUNTS, within)
    }
    times = {
        (article, who): seconds for article, who, seconds in fetch_rows(connection, _TIMES, within)
    }
    done = {
        (article, who): done_as for article, who, done_as in fetch_rows(connection, _DONE, within)
    }
    cells: dict[str, dict[str, Cell]] = {}
    allotted = fetch_rows(connection, _ALLOTTED, within)
    for article, who in allotted:
        cells.setdefault(article, {})[who] = _NOTHING
    for key in counts.keys() | times.keys() | done.keys():
        number, standing = counts.get(key, (0, 0))
        state = state_of(
            done=key in done, done_as=done.get(key, 0), annotations=number, fingerprint=standing
        )
        article, who = key
        cells.setdefault(article, {})[who] = Cell(state, number, times.get(key, 0))
    return Part(
        cells=cells,
        allotted=frozenset(who for _, who in allotted),
        by_label={
            (who, label): number for who, label, number in fetch_rows(connection, _BY_LABEL, within)
        },
        days=done_when(connection, within=(first, last)),
    )


def team_progress(connection: Connection) -> TeamProgress:
    """Return how far everybody is, asked in one go."""
    frame = progress_frame(connection)
    return put_together(
        frame,
        [progress_part(connection, first=first, last=last) for first, last in frame.parts()],
    )


def put_together(frame: Frame, parts: Iterable[Part]) -> TeamProgress:
    """Return what the parts tell as a whole.

    Somebody's articles are those allotted to them, and any they worked in; of a lead to whom
    nothing is allotted those that are done, for what a lead tries out is owed to nobody. Where
    nothing is allotted to anybody, all are everybody's who did anything.
    """
    cells: dict[str, Mapping[str, Cell]] = {}
    allotted: set[str] = set()
    labelled: Counter[_Key] = Counter()
    days: dict[_Key, str] = {}
    for part in parts:
        cells |= part.cells
        days |= part.days
        labelled += Counter(part.by_label)
        allotted |= part.allotted
    everyones = [] if allotted else sorted({who for here in cells.values() for who in here})
    unbegun = dict.fromkeys(everyones, _NOTHING)
    trying = [one.id for one in frame.people if allotted and one.role is Role.LEAD]
    trying = [who for who in trying if who not in allotted]
    own: dict[str, list[tuple[Cell, int]]] = {one.id: [] for one in frame.people}
    lines = []
    for name, title, characters in frame.articles:
        here = {**unbegun, **cells.get(name, unbegun)}
        for who in trying:
            if who in here and not here[who].state.is_done:
                del here[who]
        for who, cell in here.items():
            own[who].append((cell, characters))
        lines.append(ArticleLine(name, title, characters, here))
    by_label: dict[str, dict[str, int]] = {}
    for (who, label), number in labelled.items():
        by_label.setdefault(who, {})[label] = number
    per_day, done_on = _by_day(days)
    return TeamProgress(
        people=frame.people,
        labels=frame.labels,
        lines=tuple(lines),
        sums={who: summed(who, found, by_label.get(who, {})) for who, found in own.items()},
        per_day=per_day,
        done_on=done_on,
    )


def _within(column: Column[str]) -> ColumnElement[bool]:
    return column.between(bindparam("first"), bindparam("last"))


_COUNTS = (
    select(annotations.c.article, annotations.c.annotator, func.count(), fingerprint_sum())
    .where(_within(annotations.c.article))
    .group_by(annotations.c.article, annotations.c.annotator)
)
_TIMES = (
    select(sittings.c.article, sittings.c.annotator, func.sum(sittings.c.seconds))
    .where(_within(sittings.c.article))
    .group_by(sittings.c.article, sittings.c.annotator)
)
_DONE = select(assignments.c.article, assignments.c.annotator, assignments.c.done_as).where(
    _within(assignments.c.article), assignments.c.done
)
_ALLOTTED = select(allotments.c.article, allotments.c.annotator).where(
    _within(allotments.c.article)
)
_BY_LABEL = (
    select(annotations.c.annotator, annotations.c.label, func.count())
    .join(
        assignments,
        (assignments.c.article == annotations.c.article)
        & (assignments.c.annotator == annotations.c.annotator),
    )
    .where(_within(annotations.c.article), assignments.c.done)
    .group_by(annotations.c.annotator, annotations.c.label)
)


def _by_day(
    days: Mapping[_Key, str],
) -> tuple[dict[str, dict[str, int]], dict[str, frozenset[str]]]:
    """Count what is done by person and day, and return the articles of each day."""
    counted: dict[str, Counter[str]] = {}
    articles_of: dict[str, set[str]] = {}
    for (article, who), day in days.items():
        counted.setdefault(who, Counter())[day] += 1
        articles_of.setdefault(day, set()).add(article)
    return (
        {who: dict(each) for who, each in counted.items()},
        {day: frozenset(names) for day, names in articles_of.items()},
    )
