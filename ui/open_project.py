"""The open project as the window has it: the two doors, with refusals in words and notices here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.annotator import Annotator
from app.domain.changes import Changes
from app.errors import FileTrouble, Refused
from app.project import Project

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.store.history import Step
    from app.store.transaction import Transaction

Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")


class OpenProject(QObject):
    """Wraps a `Project` for widgets.

    `changed` brings every step's `Changes` to the thread of the window, whoever performed it;
    `travelled` brings the place where undo or redo did something; `saved` follows every act that
    reached the disk; `refused` and `troubled` carry one sentence for the person. `settling` comes
    before undo, redo, another person and closing: whoever holds words half typed keeps them now.
    """

    changed = Signal(object)
    travelled = Signal(object)
    saved = Signal()
    refused = Signal(str)
    troubled = Signal(str)
    settling = Signal()
    person_changed = Signal()
    person_wanted = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._stop_listening = project.listen(self._pass_on)

    @property
    def person(self) -> Annotator | None:
        """The annotator who works here."""
        return self.project.person

    @property
    def person_id(self) -> str | None:
        """The id of the annotator who works here."""
        return None if self.project.person is None else self.project.person.id

    def set_person(self, person: Annotator) -> None:
        """Let this annotator work here from now on."""
        self.settling.emit()
        self.project.person = person
        self.person_changed.emit()

    def perform(
        self,
        command: "Callable[Concatenate[Transaction, Facts], Answer]",
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer | None:
        """Do `command` as one step; where it is refused the person is told and None returned.

        Where nobody has said who works here nothing is done, and `person_wanted` asks who it is.
        """
        if self.project.person is None:
            self.person_wanted.emit()
            return None
        return self._guarded(lambda: self.project.perform(command, *args, **facts))

    def ask(
        self,
        query: "Callable[Concatenate[Connection, Facts], Answer]",
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what `query` learns."""
        return self.project.ask(query, *args, **facts)

    def next_undo(self) -> "Step | None":
        """Return the step that undo would take back."""
        return self.project.next_undo()

    def next_redo(self) -> "Step | None":
        """Return the step that redo would do again."""
        return self.project.next_redo()

    def undo(self) -> None:
        """Take the newest step back and go where it was."""
        self.settling.emit()
        self._travel(self._guarded(self.project.undo))

    def redo(self) -> None:
        """Do again what was undone last and go where it is."""
        self.settling.emit()
        self._travel(self._guarded(self.project.redo))

    def close(self) -> None:
        """Let go of the file."""
        self.settling.emit()
        self._stop_listening()
        self.project.close()

    def _pass_on(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.saved.emit()

    def _travel(self, changes: Changes | None) -> None:
        if changes is not None and changes.place is not None:
            self.travelled.emit(changes.place)

    def _guarded(self, act: Callable[[], Answer]) -> Answer | None:
        try:
            return act()
        except Refused as refusal:
            self.refused.emit(str(refusal))
        except FileTrouble as trouble:
            self.troubled.emit(str(trouble))
        return None
