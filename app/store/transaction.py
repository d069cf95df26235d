"""What a command works with: the project as it stands, and the four ways to change it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, Select, Table, bindparam, func, select

from app.domain.annotation import Annotation
from app.domain.annotator import Annotator
from app.domain.article import Article
from app.domain.seal import Seal
from app.errors import Refused
from app.store.batches import LARGE_BATCH, batches
from app.store.bundle_log import Entry, give_seat, log_bundle, seated, set_seal
from app.store.journal import Journal, Write
from app.store.merges import changes_of, merge
from app.store.tables import Kind, kind_of
from app.store.tables.annotations import fingerprint_sum
from app.store.texts import TextShelf
from app.store.union import Named, Tally

Value = TypeVar("Value")
Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")

_THE_LEADS = frozenset({"label", "annotator", "article", "allotment"})
"""The kinds of record that only the lead's copy changes; they reach the others by bundle."""


class Transaction:
    """One step under way.

    Values are frozen; `add`, `change` and `remove` write a row and its revision for each, and there
    is no other way to write. `person` is the annotator who acts, None for a program or before
    anybody has said who they are.
    """

    def __init__(
        self,
        connection: Connection,
        journal: Journal,
        shelf: TextShelf,
        person: Annotator | None,
        ids: Callable[[], str],
    ) -> None:
        self._connection = connection
        self._journal = journal
        self._shelf = shelf
        self._ids = ids
        self.person = person
        self.title = ""
        self.kind = "do"
        """What kind of step this is: an act, a merge, or something kept that nobody undoes."""
        self.is_settled = False
        """Whether the tables show already what the step made of the history."""

    def name_step(self, title: str) -> None:
        """Say what the step does, in the words that follow "Undo"; the outermost call counts."""
        self.title = self.title or title

    def require_person(self) -> Annotator:
        """Return the annotator who acts; refuse where nobody has said who they are."""
        if self.person is None:
            raise Refused("Nobody has said who annotates here. Give an annotator's name first.")
        if self.get(Annotator, self.person.id) is None:
            raise Refused(
                f"{self.person.name} is not one of the project's annotators any more. "
                "Give the name again."
            )
        self.require_seat(self.person.id)
        return self.person

    def require_seat(self, annotator: str) -> None:
        """Refuse where this copy was handed out to somebody else than this annotator (an id)."""
        owner = seated(self._connection)
        if owner is not None and owner != annotator:
            raise Refused(f"This copy is {self._named(owner)}'s; nobody else works in it.")

    def require_lead(self) -> None:
        """Refuse in a copy that was handed out, for what only the lead decides."""
        owner = seated(self._connection)
        if owner is not None:
            raise Refused(
                "Labels, articles, people and who reads what are the lead's to change; "
                f"this copy was handed out to {self._named(owner)}."
            )

    def new_id(self) -> str:
        """Return an id for a new record, a UUIDv7: made with the act, so that copies made offline
        never collide and an act that is tried again makes the same records.
        """
        return self._ids()

    def get(self, value: type[Value], record: str) -> Value | None:
        """Return the record with this id, or None."""
        return next(iter(self.find(value, id=[record])), None)

    def require(self, value: type[Value], record: str) -> Value:
        """Return the record with this id; refuse where it is gone."""
        found = self.get(value, record)
        if found is None:
            kind = kind_of(value).name
            raise Refused(f"This {kind} is no longer in the project ({record}).")
        return found

    def find(self, value: type[Value], **where: str | int | Sequence[str]) -> list[Value]:
        """Return the records whose columns equal these values (or are among them), in id order."""
        kind = kind_of(value)
        among = [name for name, wanted in where.items() if not isinstance(wanted, str | int)]
        query = _finding(kind.table, tuple(where), tuple(among))
        if not among:
            return [kind.from_row(row) for row in self._connection.execute(query, where).mappings()]
        (name,) = among
        return [
            kind.from_row(row)
            for batch in batches(cast("Sequence[str]", where[name]))
            for row in self._connection.execute(query, {**where, name: batch}).mappings()
        ]

    def count(self, value: type[Any], **where: str) -> int:
        """Return how many records' columns equal these values."""
        query = select(func.count()).select_from(kind_of(value).table).filter_by(**where)
        return self._connection.execute(query).scalar_one()

    def fingerprint_sums(
        self, articles: Sequence[str], annotator: str | None = None
    ) -> dict[tuple[str, str], int]:
        """Return what stands there, as one sum for each article and annotator with annotations."""
        table = kind_of(Annotation).table.c
        query = select(table.article, table.annotator, fingerprint_sum()).group_by(
            table.article, table.annotator
        )
        if annotator is not None:
            query = query.where(table.annotator == annotator)
        return {
            (article, person): total
            for batch in batches(articles)
            for article, person, total in self._connection.execute(
                query.where(table.article.in_(batch))
            )
        }

    def text(self, article: Article) -> str:
        """Return the article's text."""
        return self._shelf.text(self._connection, article.sha256)

    def keep_texts(self, by_hash: Mapping[str, str]) -> None:
        """Store texts under their hashes, for articles about to be added."""
        self._shelf.keep(self._connection, by_hash)

    def add(self, value: Value) -> Value:
        """Add one record under a fresh id."""
        self.add_many(type(value), [value])
        return value

    def add_many(self, value: type[Value], records: Iterable[Value], *, fresh: bool = True) -> None:
        """Add records of one kind; `fresh=False` where an id from outside may have a past."""
        kind = self._kind_to_write(value)
        for batch in batches(records, LARGE_BATCH):
            known = (
                {} if fresh else self._journal.heads_of(kind, [kind.id_of(item) for item in batch])
            )
            self._journal.add(
                kind,
                [
                    Write(kind.id_of(item), kind.body(item), known.get(kind.id_of(item), ()))
                    for item in batch
                ],
            )

    def change(self, value: Value) -> Value:
        """Change the record with the same id to this value; the same value writes nothing."""
        kind = self._kind_to_write(type(value))
        if value != self.require(type(value), kind.id_of(value)):
            self._journal.change(kind, self._next([value]))
        return value

    def change_many(self, values: Iterable[Value]) -> None:
        """Change records of one kind, all of which are there and differ from these values."""
        for batch in batches(values):
            self._journal.change(self._kind_to_write(type(batch[0])), self._next(batch))

    def remove(self, value: Value) -> None:
        """Remove the record."""
        self.remove_many([value])

    def remove_many(self, values: Iterable[Value]) -> None:
        """Remove records of one kind."""
        for batch in batches(values):
            kind = self._kind_to_write(type(batch[0]))
            records = [kind.id_of(value) for value in batch]
            known = self._journal.heads_of(kind, records)
            self._journal.remove(kind, [Write(record, None, known[record]) for record in records])

    def keep_only(self) -> None:
        """Let this step be one that undo passes over: nobody did it on purpose."""
        self.kind = "keep"

    def merge(self, texts: Iterable[tuple[str, str]], arriving: Iterable[Named]) -> Tally:
        """Take in texts by their hashes, and revisions from another copy; see `app.store.union`.

        Those that come in order of their records are taken in much faster.
        What is unsound is left out and counted. A step that merges does nothing else.
        """
        self.kind, self.is_settled = "merge", True
        tally = merge(
            self._connection, self._shelf, step=self._journal.step, texts=texts, arriving=arriving
        )
        if tally.new:
            self._journal.note_all(changes_of(self._connection, self._journal.step))
        return tally

    def undo_by_setting_aside(self) -> None:
        """Let undo take this step out of the history, so that what it decided is open again.

        Else undo would write earlier bodies again, as a further decision.
        """
        self.kind = "merge"

    def decide(self, value: type[Any], record: str, body: Mapping[str, Any] | None) -> None:
        """Let a record say this from now on, None for nothing, whatever its newest states said.

        Also where it has no row, because it waits for a decision.
        """
        kind = self._kind_to_write(value)
        known = self._journal.heads_of(kind, [record])
        self._journal.write(
            kind, [Write(record, None if body is None else dict(body), known[record])]
        )

    def give_seat(self, annotator: str) -> None:
        """Make this the copy of one annotator (an id), in which nobody else works."""
        give_seat(self._connection, annotator)

    def seal(self, sealed: Seal) -> None:
        """Seal the file as it stands."""
        set_seal(self._connection, sealed)

    def log_bundle(self, entry: Entry) -> None:
        """Note that a bundle went out, or that this step brought one in."""
        brought = None if self._journal.is_empty else self._journal.step
        log_bundle(self._connection, entry, step=brought)

    @property
    def step(self) -> int:
        """The number of the step under way."""
        return self._journal.step

    def following(self) -> "Transaction":
        """Return what a further step would work with, to rehearse several of them in a row."""
        journal = self._journal.following()
        return Transaction(self._connection, journal, self._shelf, self.person, self._ids)

    def ask(
        self,
        query: Callable[Concatenate[Connection, Facts], Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what a query learns of the project as this step has made it so far."""
        return query(self._connection, *args, **facts)

    @contextmanager
    def part(self) -> Iterator[None]:
        """Run a part of the step that is kept or given up as a whole; an exception gives it up."""
        noted = self._journal.noted
        try:
            with self._connection.begin_nested():
                yield
        except BaseException:
            self._journal.noted = noted
            raise

    def _kind_to_write(self, value: type[Value]) -> Kind[Value]:
        """Return the kind that keeps these values; refuse what is not to be changed here."""
        kind = kind_of(value)
        if kind.name in _THE_LEADS:
            self.require_lead()
        return kind

    def _named(self, annotator: str) -> str:
        found = self.get(Annotator, annotator)
        return found.name if found is not None else "somebody else"

    def _next(self, values: Sequence[Any]) -> list[Write]:
        kind = kind_of(type(values[0]))
        known = self._journal.heads_of(kind, [kind.id_of(value) for value in values])
        return [
            Write(kind.id_of(value), kind.body(value), known[kind.id_of(value)]) for value in values
        ]


@lru_cache(maxsize=64)
def _finding(table: Table, names: tuple[str, ...], among: tuple[str, ...]) -> Select[Any]:
    """Return the question for the rows whose columns of these `names` equal what is bound to them.

    Those `among` them are bound to several values, one of which it must be. A gesture asks this
    several times, and to put the question together takes longer than to answer it.
    """
    columns = table.c
    return (
        select(table)
        .where(
            *(
                columns[name].in_(bindparam(name, expanding=True))
                if name in among
                else columns[name] == bindparam(name)
                for name in names
            )
        )
        .order_by(columns.id)
    )
