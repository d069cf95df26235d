"""An open project and its two doors: `perform` changes something, `ask` learns something."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import current_thread
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, select

from app.act import Act
from app.domain.changes import Changes
from app.errors import Cancelled, Refused
from app.open_file import OpenFile
from app.store.access import Access
from app.store.bringing_up import bring_up_to_date
from app.store.guard import Guard, Holder
from app.store.history import (
    Step,
    begin_step,
    next_redo,
    next_undo,
    write_again,
    write_step,
)
from app.store.journal import Journal
from app.store.merges import bring_merge_back, highest_seq, is_merge, set_merge_aside
from app.store.noticing import EVERYTHING, changes_since, data_version, last_step
from app.store.rescue import copy_open
from app.store.schema import SCHEMA, read_header
from app.store.settling import is_any_contested, records_of_step, settle_tables, stands_apart
from app.store.tables.annotations import ANNOTATION
from app.store.tables.history import revisions
from app.store.texts import TextShelf
from app.store.transaction import Transaction

if TYPE_CHECKING:
    from app.domain.annotator import Annotator
    from app.store.shelf import Shelf, Slot, Why

Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")
Command = Callable[Concatenate[Transaction, Facts], Answer]
"""What `perform` does: a function of the step under way and of its facts."""
Query = Callable[Concatenate[Connection, Facts], Answer]
"""What `ask` learns by: a function of the project as it stands and of its facts."""
Listener = Callable[[Changes], None]
Stopped = Callable[[], bool]
"""What long work asks now and then, to be given up where it says yes."""


def _never() -> bool:
    return False


class Project:
    """One project file, open.

    Every door may be used from any thread, one at a time. `person` is the annotator who acts here;
    whoever listens to `changed` is told of every step, on the thread that performed it. Without
    `access` it writes beside whoever else does.
    """

    def __init__(self, path: Path, *, access: Access | None = None) -> None:
        self.path = path
        self._person: Annotator | None = None
        self._file = OpenFile(path, access or Access(Guard()))
        self._shelf = TextShelf()
        self._listeners: list[Listener] = []
        try:
            self.id = self._file.identify()
            self._seen = self.ask(data_version), self.ask(last_step)
        except BaseException:
            self._file.give_up()
            raise

    @classmethod
    def create(cls, path: Path) -> "Project":
        """Make a project at `path`, which must not exist, with the default labels, and open it."""
        from app.commands.labels import found_labels
        from app.store.migrate import create_file

        create_file(path)
        project = cls(path, access=Access.ask(path))
        try:
            project._do("found", Act.of(None, found_labels))
        except BaseException:
            project.close()
            path.unlink()
            raise
        return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        backups: Path | None = None,
        only_read: bool = False,
        anyway: bool = False,
    ) -> "Project":
        """Open the project at `path`; an older one is brought up to date after a backup.

        The backup goes into the folder `backups`, or where all of a person's do. What somebody else
        has open, or what is write-protected, is opened for reading (`why_read_only` says why), as
        is everything where one `only_read`s. `anyway` takes no account of another computer's guard.
        """
        header = read_header(path)
        access = Access(only_reads=True) if only_read else Access.ask(path, anyway=anyway)
        try:
            if header.schema < SCHEMA:
                bring_up_to_date(path, access, backups)
            return cls(path, access=access)
        except BaseException:
            access.let_go()
            raise

    @property
    def person(self) -> "Annotator | None":
        """The annotator who acts here, for those who find the project held."""
        return self._person

    @person.setter
    def person(self, person: "Annotator | None") -> None:
        self._person = person
        self._file.name("" if person is None else person.name)

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed here, in one sentence; nothing where it can."""
        return self._file.access.why_not

    @property
    def held_by(self) -> Holder | None:
        """Who else has the project open for writing."""
        return self._file.access.held_by

    @property
    def is_protected(self) -> bool:
        """Whether the file or its folder is write-protected."""
        return self._file.access.is_protected

    def ask_to_write(self, *, anyway: bool = False) -> bool:
        """Try whether a project opened for reading can be written by now; tell whether it can."""
        could = self._file.access.may_write
        can = self._file.ask_to_write(anyway=anyway)
        if can and not could:
            self.person = self._person  # says so to those who find it held
        return can

    def hurry(self) -> None:
        """From now on wait but shortly for other programs on this thread, as a window's must."""
        self._file.hurried = current_thread()

    @property
    def is_at_work(self) -> bool:
        """Whether another thread is at it, so that whoever asks now would have to wait."""
        return self._file.is_at_work

    def look_round(self) -> None:
        """Raise `FileTrouble` where the file is no longer in its place; tell of others' steps."""
        with self._file.lock:
            self._file.require_same()
            with self._file.looking() as connection:
                seen = data_version(connection), last_step(connection)
                news = None
                if seen[0] != self._seen[0]:
                    news = changes_since(connection, self._seen[1]) or EVERYTHING
            self._seen = seen
            if news is not None:
                self._tell(news)

    def tell_all(self) -> None:
        """Tell whoever listens that anything may have changed."""
        self._tell(EVERYTHING)

    def copy_to(self, target: Path) -> None:
        """Copy all there is to `target`, also where the file itself has gone."""
        with self._file.looking() as connection:
            copy_open(connection, target)

    def back_up(self, shelf: "Shelf", why: "Why", *, stopped: Stopped = _never) -> "Slot":
        """Put a copy on a shelf of backups, while others go on working."""
        from app.store.shelf import keep_open

        with self._file.looking() as connection:
            source = connection.connection.driver_connection
        return keep_open(source, self.path, shelf, why, lock=self._file.lock, stopped=stopped)

    def close(self) -> None:
        """Let go of the file; afterwards there is exactly one."""
        self._file.close()

    def perform(
        self,
        command: Command[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Do `command` as one step: all of it or nothing; then everyone who listens is told.

        Raises `Refused` where a rule forbids it and `FileTrouble` where it cannot be written; in
        both cases nothing has changed.
        """
        return self.do(Act.of(self._person, command, *args, **facts))

    def rehearse(
        self,
        command: Command[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what `command` would answer, and leave everything as it is."""
        act = Act.of(self._person, command, *args, **facts)
        with self._file.looking() as connection:
            new = begin_step(connection, "do", _id_of(act.person))
            journal = Journal(connection, step=new.number, seq=new.seq, person=new.person)
            return act.do(Transaction(connection, journal, self._shelf, act.person, act.ids()))

    def do(self, act: Act[Answer]) -> Answer:
        """Perform an act, as `perform` does; one that failed may be tried again."""
        return self._do("do", act)

    def has_done(self, act: Act[Answer]) -> bool:
        """Tell whether a try of this act reached the disk after all."""
        found = select(revisions.c.step).filter_by(id=act.first_revision)
        with self._file.looking() as connection:
            return connection.execute(found).first() is not None

    def ask(
        self,
        query: Query[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what `query` learns; the file stays as it is."""
        with self._file.looking() as connection:
            return query(connection, *args, **facts)

    def text(self, sha256: str) -> str:
        """Return the article text with this hash; the last few are kept in memory."""
        with self._file.looking() as connection:
            return self._shelf.text(connection, sha256)

    def next_undo(self) -> Step | None:
        """Return the step that `undo` would take back, or None."""
        with self._file.looking() as connection:
            return next_undo(connection, _id_of(self.person))

    def next_redo(self) -> Step | None:
        """Return the step that `redo` would do again, or None."""
        with self._file.looking() as connection:
            return next_redo(connection, _id_of(self.person))

    def undo(self, *, stopped: Stopped = _never) -> Changes | None:
        """Take this person's newest step back, as a further step; None where there is none.

        Raises `Cancelled`, and has changed nothing, once `stopped` says yes.
        """
        return self._reverse("undo", stopped)

    def redo(self, *, stopped: Stopped = _never) -> Changes | None:
        """Do again what was undone last, as a further step; None where there is nothing."""
        return self._reverse("redo", stopped)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every step from now on; call what is returned to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _do(self, kind: str, act: Act[Answer]) -> Answer:
        with self._file.lock:
            with self._file.writing() as connection:
                new = begin_step(connection, kind, _id_of(act.person))
                journal = Journal(connection, step=new.number, seq=new.seq, person=new.person)
                tx = Transaction(connection, journal, self._shelf, act.person, act.ids())
                try:
                    answer = act.do(tx)
                finally:
                    act.title = tx.title or act.title
                act.first_revision = journal.first
                if not journal.is_empty:
                    if not tx.is_settled and stands_apart(connection):
                        touched = records_of_step(connection, new.number)
                        if is_any_contested(connection, touched):
                            tx.undo_by_setting_aside()  # it decides, whether meant to or not
                        settle_tables(connection, self._shelf, touched)
                    seq = max(
                        new.seq, highest_seq(connection, new.number) if tx.kind == "merge" else 0
                    )
                    done = kind if tx.kind == "do" else tx.kind
                    write_step(connection, replace(new, kind=done, title=tx.title, seq=seq))
            if not journal.is_empty:
                self._seen = self._seen[0], new.number
                self._tell(journal.noted)
            return answer

    def _reverse(self, kind: str, stopped: Stopped) -> Changes | None:
        with self._file.lock:
            with self._file.writing() as connection:
                person = self.person
                find = next_undo if kind == "undo" else next_redo
                step = find(connection, _id_of(person))
                if step is None:
                    return None
                new = begin_step(connection, kind, _id_of(person))
                journal = Journal(connection, step=new.number, seq=new.seq, person=new.person)
                if is_merge(connection, step):
                    turn = set_merge_aside if kind == "undo" else bring_merge_back
                    journal.note_all(turn(connection, self._shelf, step))
                else:
                    write_again(connection, journal, step, undo=kind == "undo", stopped=stopped)
                    touched = records_of_step(connection, new.number)
                    if not stands_apart(connection):  # then only words may have lost their place
                        touched = {
                            one: kind for one, kind in touched.items() if kind == ANNOTATION.name
                        }
                    settle_tables(connection, self._shelf, touched)
                if stopped():
                    raise Cancelled
                write_step(connection, replace(new, title=step.title, reverses=step.number))
            self._seen = self._seen[0], new.number
            changes = journal.noted
            self._tell(changes)
            return changes

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _id_of(person: "Annotator | None") -> str | None:
    return None if person is None else person.id


__all__ = ["Command", "Project", "Query", "Refused", "Step"]
