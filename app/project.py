"""An open project and its two doors: `perform` changes something, `ask` learns something."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from app.domain.changes import Changes
from app.errors import FileTrouble, Refused
from app.store.engine import close_engine, open_engine, reading, trouble_of
from app.store.history import (
    NewStep,
    Step,
    next_numbers,
    next_redo,
    next_undo,
    write_again,
    write_step,
)
from app.store.journal import Journal
from app.store.schema import DAMAGED, SCHEMA, read_header
from app.store.tables import has_all_tables
from app.store.tables.history import identity
from app.store.texts import TextShelf
from app.store.transaction import Transaction

if TYPE_CHECKING:
    from app.domain.annotator import Annotator

Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")
Listener = Callable[[Changes], None]


class Project:
    """One project file, open.

    Every door may be used from any thread, one at a time. `person` is the annotator who acts here;
    whoever listens to `changed` is told of every step, on the thread that performed it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.person: Annotator | None = None
        self._engine = open_engine(path)
        self._shelf = TextShelf()
        self._listeners: list[Listener] = []
        self._lock = RLock()
        try:
            self.id = self._identify()
        except BaseException:
            self._engine.dispose()
            raise

    @classmethod
    def create(cls, path: Path) -> "Project":
        """Make a project at `path`, which must not exist, with the default labels, and open it."""
        from app.commands.labels import found_labels
        from app.store.migrate import create_file

        create_file(path)
        project = cls(path)
        try:
            project._step("found", found_labels)
        except BaseException:
            project.close()
            path.unlink()
            raise
        return project

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> "Project":
        """Open the project at `path`; an older one is brought up to date after a backup.

        The backup goes into the folder `backups`, or beside the project.
        """
        header = read_header(path)
        if header.schema < SCHEMA:
            from app.store.migrate import upgrade_file

            name = f"{path.stem}-before-version-{SCHEMA}{path.suffix}"
            upgrade_file(path, (backups or path.parent) / name)
        return cls(path)

    def close(self) -> None:
        """Let go of the file; afterwards there is exactly one."""
        with self._lock:
            close_engine(self._engine)

    def perform(
        self,
        command: Callable[Concatenate[Transaction, Facts], Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Do `command` as one step: all of it or nothing; then everyone who listens is told.

        Raises `Refused` where a rule forbids it and `FileTrouble` where it cannot be written; in
        both cases nothing has changed.
        """
        return self._step("do", command, *args, **facts)

    def ask(
        self,
        query: Callable[Concatenate[Connection, Facts], Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what `query` learns; the file stays as it is."""
        with self._looking() as connection:
            return query(connection, *args, **facts)

    def text(self, sha256: str) -> str:
        """Return the article text with this hash; the last few are kept in memory."""
        with self._looking() as connection:
            return self._shelf.text(connection, sha256)

    def next_undo(self) -> Step | None:
        """Return the step that `undo` would take back, or None."""
        with self._looking() as connection:
            return next_undo(connection, _id_of(self.person))

    def next_redo(self) -> Step | None:
        """Return the step that `redo` would do again, or None."""
        with self._looking() as connection:
            return next_redo(connection, _id_of(self.person))

    def undo(self) -> Changes | None:
        """Take this person's newest step back, as a further step; None where there is none."""
        return self._reverse("undo")

    def redo(self) -> Changes | None:
        """Do again what was undone last, as a further step; None where there is nothing."""
        return self._reverse("redo")

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every step from now on; call what is returned to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _step(
        self,
        kind: str,
        command: Callable[Concatenate[Transaction, Facts], Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        with self._lock:
            with self._writing() as connection:
                person = self.person  # one and the same to the end, whoever sits down meanwhile
                new = _new_step(connection, kind, person)
                journal = Journal(connection, step=new.number, seq=new.seq, person=new.person)
                tx = Transaction(connection, journal, self._shelf, person)
                answer = command(tx, *args, **facts)
                if not journal.is_empty:
                    write_step(connection, replace(new, title=tx.title))
            if not journal.is_empty:
                self._tell(journal.noted)
            return answer

    def _reverse(self, kind: str) -> Changes | None:
        with self._lock:
            with self._writing() as connection:
                person = self.person
                find = next_undo if kind == "undo" else next_redo
                step = find(connection, _id_of(person))
                if step is None:
                    return None
                new = _new_step(connection, kind, person)
                journal = Journal(connection, step=new.number, seq=new.seq, person=new.person)
                write_again(connection, journal, step, undo=kind == "undo")
                write_step(connection, replace(new, title=step.title, reverses=step.number))
            changes = journal.noted
            self._tell(changes)
            return changes

    def _identify(self) -> str:
        """Return the project's id; a file that has none, or several, is no whole project."""
        try:
            with self._looking() as connection:
                ids = connection.execute(select(identity.c.project)).scalars().all()
                is_whole = has_all_tables(connection)
        except (DatabaseError, UnicodeDecodeError) as error:  # or in decoding the message of one
            raise FileTrouble(self.path, *DAMAGED) from error
        if len(ids) != 1 or not is_whole:
            raise FileTrouble(self.path, *DAMAGED)
        name: str = ids[0]
        return name

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give the connection in a transaction that is kept as a whole or not at all."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise _told(self.path, error) from error.orig

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with self._lock:
            try:
                with reading(self._engine) as connection:
                    yield connection
            except DatabaseError as error:
                raise _told(self.path, error) from error.orig


def _new_step(connection: Connection, kind: str, person: "Annotator | None") -> NewStep:
    """Return the step that begins; its title is known when it ends."""
    number, seq = next_numbers(connection)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return NewStep(number, kind, "", _id_of(person), now, seq)


def _id_of(person: "Annotator | None") -> str | None:
    return None if person is None else person.id


def _told(path: Path, error: DatabaseError) -> Exception:
    """Return the trouble a person can mend, or the error itself, which is then a bug."""
    trouble: FileTrouble | None = trouble_of(path, error)
    return trouble or error


__all__ = ["Project", "Refused"]
