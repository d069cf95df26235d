"""How far is everybody with everything?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.annotator import Annotator
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
    """Everything the lead oversees, of one moment.

    `per_day` counts by person and day the articles that were said to be done then, `done_on` has
    the articles; days are ISO dates by the clock of whoever's copy it was.
    """

    people: tuple[Annotator, ...]
    labels: tuple[Label, ...]
    lines: tuple[ArticleLine, ...]
    sums: Mapping[str, PersonSums]
    per_day: Mapping[str, Mapping[str, int]]
    done_on: Mapping[str, frozenset[str]]


def team_progress(connection: Connection) -> TeamProgress:
    """Return how far everybody is; no texts are read.

    Somebody's articles are those allotted to them, and any they worked in; where nothing is
    allotted to anybody, all of them are everybody's who did anything.
    """
    everybody = people(connection)
    cells = _cells(connection)
    workers = {who for _, who in cells}
    allotted: dict[str, set[str]] = {}
    for article, who in fetch_rows(
        connection, select(allotments.c.article, allotments.c.annotator)
    ):
        allotted.setdefault(article, set()).add(who)
    everyones = frozenset() if allotted else frozenset(workers)
    said: dict[str, set[str]] = {}
    for article, who in cells:
        said.setdefault(article, set()).add(who)
    order = {one.id: number for number, one in enumerate(everybody)}
    lines = []
    own: dict[str, list[tuple[Cell, int]]] = {one.id: [] for one in everybody}
    query = select(articles.c.id, articles.c.title, articles.c.characters).order_by(articles.c.id)
    nobody: frozenset[str] = frozenset()
    for name, title, characters in fetch_rows(connection, query):
        readers = everyones | allotted.get(name, nobody) | said.get(name, nobody)
        here = {}
        for who in readers:
            if who in order:
                cell = here[who] = cells.get((name, who), _NOTHING)
                own[who].append((cell, characters))
        lines.append(ArticleLine(name, title, characters, here))
    labelled = _by_label(connection)
    per_day, done_on = _per_day(connection)
    return TeamProgress(
        people=tuple(everybody),
        labels=tuple(label_set(connection)),
        lines=tuple(lines),
        sums={who: summed(who, found, labelled.get(who, {})) for who, found in own.items()},
        per_day=per_day,
        done_on=done_on,
    )


def _cells(connection: Connection) -> dict[_Key, Cell]:
    table = annotations.c
    counts: dict[_Key, tuple[int, int]] = {
        (article, who): (number, total)
        for article, who, number, total in fetch_rows(
            connection,
            select(table.article, table.annotator, func.count(), fingerprint_sum()).group_by(
                table.article, table.annotator
            ),
        )
    }
    times: dict[_Key, int] = {
        (article, who): seconds
        for article, who, seconds in fetch_rows(
            connection,
            select(sittings.c.article, sittings.c.annotator, func.sum(sittings.c.seconds)).group_by(
                sittings.c.article, sittings.c.annotator
            ),
        )
    }
    done: dict[_Key, int] = {
        (article, who): done_as
        for article, who, done_as in fetch_rows(
            connection,
            select(assignments.c.article, assignments.c.annotator, assignments.c.done_as).where(
                assignments.c.done
            ),
        )
    }
    result = {}
    for key in counts.keys() | times.keys() | done.keys():
        number, standing = counts.get(key, (0, 0))
        state = state_of(
            done=key in done, done_as=done.get(key, 0), annotations=number, fingerprint=standing
        )
        result[key] = Cell(state, number, times.get(key, 0))
    return result


def _by_label(connection: Connection) -> dict[str, dict[str, int]]:
    """Count annotations by person and label, in articles that the person has done."""
    table = annotations.c
    query = (
        select(table.annotator, table.label, func.count())
        .join(
            assignments,
            (assignments.c.article == table.article) & (assignments.c.annotator == table.annotator),
        )
        .where(assignments.c.done)
        .group_by(table.annotator, table.label)
    )
    result: dict[str, dict[str, int]] = {}
    for who, label, number in fetch_rows(connection, query):
        result.setdefault(who, {})[label] = number
    return result


def _per_day(
    connection: Connection,
) -> tuple[dict[str, dict[str, int]], dict[str, frozenset[str]]]:
    """Count what is done by person and day, and return the articles of each day."""
    counted: dict[str, Counter[str]] = {}
    articles_of: dict[str, set[str]] = {}
    for (article, who), day in done_when(connection).items():
        counted.setdefault(who, Counter())[day] += 1
        articles_of.setdefault(day, set()).add(article)
    return (
        {who: dict(days) for who, days in counted.items()},
        {day: frozenset(names) for day, names in articles_of.items()},
    )
