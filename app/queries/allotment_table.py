"""Who is to read what, and how far are they: articles by people, for the page that allots them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, Select, func, select, type_coerce

from app.domain.annotator import Annotator
from app.domain.assignment import State, state_of
from app.queries.people import people
from app.store.bulk import fetch_rows
from app.store.tables.allotments import allotments
from app.store.tables.annotations import annotations, fingerprint_sum
from app.store.tables.articles import articles
from app.store.tables.assignments import assignments


@dataclass(frozen=True, slots=True)
class Reading:
    """One person and one article: the round it is allotted in (0 for not at all), and how far."""

    round: int
    state: State


@dataclass(frozen=True, slots=True)
class TableRow:
    """An article, and everybody who is to read it or has worked on it, by their ids."""

    id: str
    title: str
    source: str
    published: str
    characters: int
    readers: Mapping[str, Reading]

    @property
    def allotted(self) -> int:
        """How many people are to read it."""
        return sum(reading.round > 0 for reading in self.readers.values())


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has to read: counts of articles, `characters` in code points."""

    allotted: int = 0
    done: int = 0
    begun: int = 0
    characters: int = 0

    def plus(self, row: TableRow, reading: Reading, *, times: int = 1) -> "Load":
        """Return the load with an article more, or, with `times` -1, one less."""
        if not reading.round:
            return self
        return Load(
            self.allotted + times,
            self.done + times * reading.state.is_done,
            self.begun + times * (reading.state is State.BEGUN),
            self.characters + times * row.characters,
        )


@dataclass(frozen=True, slots=True)
class AllotmentTable:
    """All articles by id, and all people in the order in which they came."""

    people: tuple[Annotator, ...]
    rows: tuple[TableRow, ...]

    def loads(self) -> dict[str, Load]:
        """Return what each person has to read, by their ids."""
        allotted: Counter[str] = Counter()
        done: Counter[str] = Counter()
        begun: Counter[str] = Counter()
        characters: Counter[str] = Counter()
        for row in self.rows:
            for person, reading in row.readers.items():
                if reading.round:
                    allotted[person] += 1
                    characters[person] += row.characters
                    done[person] += reading.state.is_done
                    begun[person] += reading.state is State.BEGUN
        return {
            one.id: Load(allotted[one.id], done[one.id], begun[one.id], characters[one.id])
            for one in self.people
        }


def allotment_table(connection: Connection) -> AllotmentTable:
    """Return the whole table; no texts are read."""
    return AllotmentTable(tuple(people(connection)), tuple(allotment_rows(connection)))


def allotment_rows(connection: Connection, *, only: str | None = None) -> list[TableRow]:
    """Return the rows of all articles, or of `only` one, by id."""
    rounds: dict[tuple[str, str], int] = {}
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    done: dict[tuple[str, str], int] = {}
    for article, person, number in fetch_rows(connection, _allotted(only)):
        rounds[article, person] = number
    for article, person, number, standing in fetch_rows(connection, _worked(only)):
        counts[article, person] = (number, standing)
    for article, person, done_as in fetch_rows(connection, _finished(only)):
        done[article, person] = done_as
    readers: dict[str, dict[str, Reading]] = {}
    known: dict[Reading, Reading] = {}
    for pair in {**rounds, **counts, **done}:
        number, standing = counts.get(pair, (0, 0))
        state = state_of(
            done=pair in done,
            done_as=done.get(pair, 0),
            annotations=number,
            fingerprint=standing,
        )
        reading = Reading(rounds.get(pair, 0), state)
        readers.setdefault(pair[0], {})[pair[1]] = known.setdefault(reading, reading)
    nobody: Mapping[str, Reading] = {}
    return [
        TableRow(name, title, source, published, characters, readers.get(name, nobody))
        for name, title, source, published, characters in fetch_rows(connection, _articles(only))
    ]


def _articles(only: str | None) -> Select[tuple[str, str, str, str, int]]:
    table = articles.c
    query = select(table.id, table.title, table.source, table.published, table.characters)
    return (query if only is None else query.where(table.id == only)).order_by(table.id)


def _allotted(only: str | None) -> Select[tuple[str, str, int]]:
    table = allotments.c
    query = select(table.article, table.annotator, table.round)
    return query if only is None else query.where(table.article == only)


def _worked(only: str | None) -> Select[tuple[str, str, int, int]]:
    table = annotations.c
    query = select(table.article, table.annotator, func.count(), fingerprint_sum())
    query = query if only is None else query.where(table.article == only)
    return query.group_by(table.article, table.annotator)


def _finished(only: str | None) -> Select[tuple[str, str, int]]:
    table = assignments.c
    query = select(table.article, table.annotator, table.done_as).where(
        type_coerce(table.done, Integer) == 1
    )
    return query if only is None else query.where(table.article == only)
