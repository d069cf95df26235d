"""Undo and redo in the window: they name what they would do, do it, and say that it was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.actions import WindowActions
from ui.jobs import Jobs, Progress, Stopped
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from app.project import Step
    from app.queries.step_extent import Extent
    from ui.open_project import OpenProject
    from ui.start.opening import Opening

LONG = 2_000
"""States of records from which on a step is reversed aside: more take longer than a blink."""


class Undoing(QObject):
    """Connects the actions to whatever project is open.

    `told` carries what became of a step, and `shown` that of one whose effect is not to be seen
    where the person is: of received work, and of long ones.
    """

    told = Signal(str)
    shown = Signal(str)

    def __init__(
        self, opening: "Opening", jobs: Jobs, actions: WindowActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opening = opening
        self._jobs = jobs
        self._actions = actions
        actions.undo.triggered.connect(lambda: self._reverse(undo=True))
        actions.redo.triggered.connect(lambda: self._reverse(undo=False))

    def name_steps(self) -> None:
        """Let both actions say what they would do for who works here now."""
        opened = self._opened
        if opened is None or opened.person is None:
            self._actions.name_history(undo=None, redo=None)
            return
        undo, redo = opened.next_undo(), opened.next_redo()
        self._actions.name_history(
            undo=None if undo is None else undo.title, redo=None if redo is None else redo.title
        )

    @property
    def _opened(self) -> "OpenProject | None":
        return self._opening.opened

    def _reverse(self, *, undo: bool) -> None:
        from app.queries.step_extent import step_extent

        opened = self._opened
        if opened is None or not opened.is_ready_to_reverse():
            return
        step = opened.next_undo() if undo else opened.next_redo()
        if step is None:
            return
        extent = opened.ask(step_extent, step=step.number)
        if extent.states >= LONG and not opened.project.why_read_only:
            self._reverse_aside(opened, step, extent, undo=undo)
            return
        if undo:
            opened.undo()
        else:
            opened.redo()
        self._tell(opened, step, extent, undo=undo)

    def _reverse_aside(
        self, opened: "OpenProject", step: "Step", extent: "Extent", *, undo: bool
    ) -> None:
        reverse = opened.project.undo if undo else opened.project.redo

        def work(_progress: Progress, stopped: Stopped) -> "Changes | None":
            return reverse(stopped=stopped)

        def done(changes: "Changes | None") -> None:
            opened.travel(changes)
            self._tell(opened, step, extent, undo=undo)

        title = self.tr("Undoing: {0}") if undo else self.tr("Redoing: {0}")
        self._jobs.run(title.format(one_line(step.title)), work, done=done, failed=opened.say)

    def _tell(self, opened: "OpenProject", step: "Step", extent: "Extent", *, undo: bool) -> None:
        """Say what was done, if it was: afterwards it is the next one the other way."""
        reversed_ = opened.next_redo() if undo else opened.next_undo()
        if reversed_ is None or reversed_.number != step.number:
            return
        if extent.received is not None:
            self.shown.emit(self._told_of_work(extent, undo=undo))
            return
        told = self.tr("Undone: {0}") if undo else self.tr("Redone: {0}")
        say = self.shown if extent.states >= LONG else self.told
        say.emit(told.format(step.title))

    def _told_of_work(self, extent: "Extent", *, undo: bool) -> str:
        name, number = one_line(extent.received or ""), extent.annotations
        if undo:
            told = self.tr("Receiving {name}'s work was undone").format(name=name)
            rest = self.tr("%n annotation(s) are gone again.", None, number)
        else:
            told = self.tr("{name}'s work is received again").format(name=name)
            rest = self.tr("%n annotation(s) are back.", None, number)
        return f"{told}: {rest}" if number else f"{told}."
