"""What a bundle brought, told by the revisions of its step."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, exists, func, select

from app.domain.bundle_report import ArticleArrival, BundleReport, Counts
from app.domain.seal import Way
from app.store.batches import LARGE_BATCH, among, batches, bound
from app.store.bulk import fetch_rows
from app.store.revision import last_living, parse_body, visible
from app.store.settling import histories_of
from app.store.tables import KINDS, Kind
from app.store.tables.annotators import annotators
from app.store.tables.articles import articles
from app.store.tables.history import apart, revisions
from app.store.union import Tally

NOBODY = "somebody who is not in the project"
NOWHERE = ("", "")
_LEADS = ("label", "article", "annotator", "allotment")

_Where = tuple[str, str]
"""An article's and an annotator's id."""


def arrival(
    connection: Connection,
    *,
    step: int,
    tally: Tally,
    name: str,
    annotator: str,
    code: str,
    way: Way | None,
    is_as_sealed: bool,
    whose: str,
) -> BundleReport:
    """Return the report on the file that a step, which may still be under way, brought.

    `annotator` is the name and `whose` the id of the one whose bundle it is, both "" where that is
    not said.
    """
    changes = _Changes(connection, step, tally)
    return BundleReport(
        name=name,
        code=code,
        annotator=annotator,
        way=way,
        is_as_sealed=is_as_sealed,
        revisions=tally.total,
        new=tally.new,
        known=tally.known,
        refused=dict(tally.refused),
        refused_texts=dict(tally.refused_texts),
        unnamed=tally.unnamed,
        records=changes.records,
        by_article=changes.by_article(),
        apart=_apart(connection, step) if tally.new else {},
        strangers=_strangers(connection, step, tally, whose) if way is Way.IN else {},
        of_the_lead=_of_the_lead(connection, step) if way is Way.IN else {},
    )


class _Changes:
    """Counts what a step made of each record: new, changed, or gone."""

    def __init__(self, connection: Connection, step: int, tally: Tally) -> None:
        self._connection = connection
        self._step = step
        self._counted: dict[str, dict[_Where, Counts]] = {kind.name: {} for kind in KINDS}
        for (kind_name, *where), number in tally.shown.items():
            self._counted[kind_name][where[0], where[1]] = Counts(new=number)
        unsettled: dict[str, list[str]] = {}
        for record, kind_name in tally.unsettled.items():
            unsettled.setdefault(kind_name, []).append(record)
        for kind in KINDS:
            for batch in batches(unsettled.get(kind.name, ()), LARGE_BATCH):
                self._count(kind, batch)

    @property
    def records(self) -> dict[str, Counts]:
        """What came by kind."""
        return {
            name: sum(found.values(), Counts()) for name, found in self._counted.items() if found
        }

    def by_article(self) -> tuple[ArticleArrival, ...]:
        """Return the annotations by article and person, in the order of their ids."""
        found = self._counted["annotation"]
        titles = _named(self._connection, articles.c.title, {at for at, _ in found})
        people = _named(self._connection, annotators.c.name, {who for _, who in found})
        return tuple(
            ArticleArrival(at, titles.get(at, ""), people.get(who, NOBODY), counts)
            for (at, who), counts in sorted(found.items(), key=itemgetter(0))
        )

    def _count(self, kind: Kind[Any], records: Sequence[str]) -> None:
        counted = self._counted[kind.name]
        for where, counts in chain(self._shown(kind, records), self._gone(kind, records)):
            counted[where] = counted.get(where, Counts()) + counts

    def _shown(self, kind: Kind[Any], records: Sequence[str]) -> Iterator[tuple[_Where, Counts]]:
        """Yield the rows that show what the step brought, those of annotations by where."""
        table = kind.table.c
        where = (table.article, table.annotator) if kind.name == "annotation" else ()
        query = (
            select(table.id, *where)
            .join(revisions, revisions.c.id == table.revision)
            .where(among(table.id), revisions.c.step == self._step)
        )
        shown = fetch_rows(self._connection, query, bound(records))
        earlier = select(revisions.c.record).where(
            among(revisions.c.record), revisions.c.step != self._step
        )
        had = {
            record
            for (record,) in fetch_rows(self._connection, earlier, bound(row[0] for row in shown))
        }
        for record, *at in shown:
            article, annotator = at or NOWHERE
            yield (article, annotator), Counts(changed=1) if record in had else Counts(new=1)

    def _gone(self, kind: Kind[Any], records: Sequence[str]) -> Iterator[tuple[_Where, Counts]]:
        """Yield the records that stood here and that the step took away, by where they stood."""
        column = kind.table.c.id
        rows = fetch_rows(self._connection, select(column).where(among(column)), bound(records))
        absent = sorted({*records}.difference(record for (record,) in rows))
        steps = select(revisions.c.id, revisions.c.step).where(among(revisions.c.record))
        names = fetch_rows(self._connection, steps, bound(absent))
        brought = {name for name, step in names if step == self._step}
        for history in histories_of(self._connection, absent).values():
            before = {name: one for name, one in history.items() if name not in brought}
            stood = visible(before)
            if stood is not None:
                said = parse_body(before[stood].body)
                where = (said["article"], said["annotator"]) if "start" in said else NOWHERE
                yield where, Counts(deleted=1)


def _named(connection: Connection, column: Column[Any], ids: set[str]) -> dict[str, str]:
    """Return the titles or names of records by their ids."""
    key = column.table.c.id
    return {
        record: name
        for batch in batches(sorted(ids))
        for record, name in connection.execute(select(key, column).where(key.in_(batch)))
    }


def _apart(connection: Connection, step: int) -> dict[str, int]:
    """Count what waits for a decision among the records that the step touched, by reason."""
    touched = exists().where(revisions.c.record == apart.c.record, revisions.c.step == step)
    query = select(apart.c.why, func.count()).where(touched).group_by(apart.c.why)
    return dict(map(tuple, connection.execute(query)))


def _strangers(connection: Connection, step: int, tally: Tally, whose: str) -> dict[str, int]:
    """Count the new revisions that somebody else made, or that say something as somebody else.

    A deletion says what it says as whoever the record was before.
    """
    said = (
        (person, whose if speaker is None else speaker, number)
        for (person, speaker), number in tally.voices.items()
    )
    counted: Counter[str] = Counter()
    for person, said_as, number in chain(said, _deletions(connection, step, whose)):
        if (person, said_as) != (whose, whose):
            counted[said_as if said_as != whose else person or ""] += number
    names = _named(connection, annotators.c.name, set(counted))
    result: Counter[str] = Counter()
    for person, number in counted.items():
        result[names.get(person, NOBODY)] += number
    return dict(result)


def _deletions(
    connection: Connection, step: int, whose: str
) -> Iterator[tuple[str | None, str, int]]:
    """Yield who made each new deletion, and whose the record was that it deletes."""
    query = select(revisions.c.record, revisions.c.person).where(
        revisions.c.step == step, revisions.c.deleted
    )
    for batch in batches(connection.execute(query)):
        names = sorted({record for record, _ in batch})
        histories = histories_of(connection, names)
        new = select(revisions.c.id).where(revisions.c.step == step, revisions.c.record.in_(names))
        brought = set(connection.execute(new).scalars())
        for record, person in batch:
            history = histories[record]
            before = {name: one for name, one in history.items() if name not in brought}
            last = last_living(before)
            said = {} if last is None else parse_body(before[last].body)
            yield person, said.get("annotator", whose), 1


def _of_the_lead(connection: Connection, step: int) -> dict[str, int]:
    """Count the new revisions of what is the lead's to change, by kind."""
    query = (
        select(revisions.c.kind, func.count())
        .where(revisions.c.step == step, revisions.c.kind.in_(_LEADS))
        .group_by(revisions.c.kind)
    )
    return dict(map(tuple, connection.execute(query)))
