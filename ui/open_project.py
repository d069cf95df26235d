"""The open project as the window has it: the two doors, with refusals in words and notices here."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from app.act import Act
from app.domain.annotator import Annotator
from app.domain.changes import Changes
from app.errors import FileTrouble, Kind, Needless, Refused
from app.project import Command, Project, Query, Step
from ui.kept_acts import KeptActs

Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")


class OpenProject(QObject):
    """Wraps a `Project` for widgets.

    `changed` brings every step's `Changes` to the thread of the window, whoever performed it;
    `saved` follows every act that reached the disk; `refused` and `troubled` carry one sentence
    for the person, and so does `hinted` where that is all what happened is worth. `settling` comes
    before undo, redo, another person and closing: whoever holds words half typed keeps them now;
    after it `parting` comes where the person goes.
    `only_read` comes instead of an act where nothing can be written.
    `standing_changed` tells that something keeps acts from being saved, or no longer does: see
    `kept`, `moved` and `project.why_read_only`.
    """

    changed = Signal(object)
    saved = Signal()
    refused = Signal(str)
    hinted = Signal(str)
    troubled = Signal(str)
    settling = Signal()
    parting = Signal()
    person_changed = Signal()
    person_wanted = Signal()
    standing_changed = Signal()
    only_read = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._stop_listening = project.listen(self._pass_on)
        self._is_looking = False
        self._is_stale = False
        self.moved: FileTrouble | None = None
        """Why the file is not where it was, as long as it is not."""
        self.kept = KeptActs(project, self)
        self.kept.changed.connect(self.standing_changed)
        self.kept.refused.connect(self.refused)
        project.hurry()

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
        self.parting.emit()
        self.project.person = person
        self.person_changed.emit()

    def perform(
        self,
        command: Command[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer | None:
        """Do `command` as one step; where it is refused the person is told and None returned.

        Where nobody has said who works here nothing is done, and `person_wanted` asks who it is.
        What cannot be saved for a reason that may pass is kept and tried again; None until then.
        """
        return self.perform_as("", command, *args, **facts)

    def perform_as(
        self,
        about: str,
        command: Command[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer | None:
        """Do as `perform`; as long as it waits to be saved, `about` says what it does."""
        if self.project.why_read_only:
            self.only_read.emit()
            return None
        if self.project.person is None:
            self.person_wanted.emit()
            return None
        act = Act.of(self.project.person, command, *args, **facts)
        act.about = about
        return self._guarded(lambda: self.kept.do(act))

    def look_round(self) -> None:
        """Notice what became of the file: moved, written or let go by others, to be had again."""
        if self.project.is_at_work:
            return
        before = self.moved, self.project.why_read_only
        self._is_looking = True
        try:
            if self.project.why_read_only:
                self.project.ask_to_write()
            self.project.look_round()
            if self._is_stale:
                self._is_stale = False
                self.project.tell_all()
            self.moved = None
        except FileTrouble as trouble:
            if trouble.kind is Kind.MOVED:
                self.moved = self.moved or trouble
        finally:
            self._is_looking = False
        if before != (self.moved, self.project.why_read_only):
            self.standing_changed.emit()

    def try_again(self, *, anyway: bool = False) -> bool:
        """Try what could not be done: to write here, and to save what waits; `anyway` as there."""
        try:
            if anyway and self.project.ask_to_write(anyway=True):
                self.standing_changed.emit()
        except FileTrouble as trouble:
            self.troubled.emit(str(trouble))
        self.look_round()
        return self.kept.retry()

    def ask(
        self,
        query: Query[Facts, Answer],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> Answer:
        """Return what `query` learns."""
        try:
            return self.project.ask(query, *args, **facts)
        except FileTrouble:
            self._is_stale = True  # what is shown then is shown again when it can be asked for
            raise

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self.project.next_undo()

    def next_redo(self) -> Step | None:
        """Return the step that redo would do again."""
        return self.project.next_redo()

    def undo(self) -> Changes | None:
        """Take the newest step back; return what that changed, None where it could not be done."""
        return self._guarded(self.project.undo) if self.is_ready_to_reverse() else None

    def redo(self) -> Changes | None:
        """Do again what was undone last; return what that changed, None where it could not be."""
        return self._guarded(self.project.redo) if self.is_ready_to_reverse() else None

    def is_ready_to_reverse(self) -> bool:
        """Let words half typed be kept; tell whether nothing waits that undo would pass over."""
        self.settling.emit()
        return self.has_saved_all()

    def say(self, trouble: Refused | FileTrouble) -> None:
        """Tell the person why something was not done."""
        if isinstance(trouble, Needless):
            self.hinted.emit(str(trouble))
        elif isinstance(trouble, Refused):
            self.refused.emit(str(trouble))
        else:
            self.troubled.emit(str(trouble))

    def close(self) -> None:
        """Let go of the file."""
        self.settling.emit()
        self.parting.emit()
        self._stop_listening()
        self.project.close()

    def has_saved_all(self) -> bool:
        """Tell whether nothing waits to be saved; undo would otherwise pass over it."""
        if self.kept.retry():
            return True
        number = len(self.kept.acts)
        self.refused.emit(self.tr("Not now: %n earlier act(s) must be saved first.", None, number))
        return False

    def _pass_on(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if not self._is_looking:
            self.saved.emit()

    def _guarded(self, act: Callable[[], Answer]) -> Answer | None:
        try:
            return act()
        except (Refused, FileTrouble) as trouble:
            self.say(trouble)
        return None
