"""Undo and redo in the window: they name what they would do, do it, and say that it was done.

At the desk they go where the step did something. From a page that stands before the desk they lead
nowhere: they say what they did and offer to go there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.actions import WindowActions
from ui.jobs import Jobs, Progress, Stopped
from ui.messages import Messages
from ui.setup.visiting import Visiting
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from app.domain.place import Place
    from app.project import Step
    from app.queries.step_extent import Extent
    from ui.open_project import OpenProject
    from ui.start.opening import Opening

LONG = 2_000
"""States of records from which on a step is reversed aside: more take longer than a blink."""


class Undoing(QObject):
    """Connects the actions to whatever project is open.

    `went` carries the place where a step did something, if the person is to be there. `told`
    carries what became of a step that is seen then; a bar says it where the effect is not to be
    seen where the person is: of received work, of long steps, and on a page before the desk.
    """

    went = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        opening: "Opening",
        jobs: Jobs,
        actions: WindowActions,
        visiting: Visiting,
        messages: Messages,
    ) -> None:
        super().__init__(messages)
        self._opening, self._jobs, self._actions = opening, jobs, actions
        self._visiting, self._messages = visiting, messages
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
        changes = opened.undo() if undo else opened.redo()
        self._end(opened, step, extent, changes, undo=undo)

    def _reverse_aside(
        self, opened: "OpenProject", step: "Step", extent: "Extent", *, undo: bool
    ) -> None:
        reverse = opened.project.undo if undo else opened.project.redo

        def work(_progress: Progress, stopped: Stopped) -> "Changes | None":
            return reverse(stopped=stopped)

        def done(changes: "Changes | None") -> None:
            self._end(opened, step, extent, changes, undo=undo)

        title = self.tr("Undoing: {0}") if undo else self.tr("Redoing: {0}")
        self._jobs.run(title.format(one_line(step.title)), work, done=done, failed=opened.say)

    def _end(
        self,
        opened: "OpenProject",
        step: "Step",
        extent: "Extent",
        changes: "Changes | None",
        *,
        undo: bool,
    ) -> None:
        """Go there and say what was done, if it was: it is the next one the other way then."""
        place = None if changes is None else changes.place
        is_visiting = self._visiting.page is not None
        if place is not None and not is_visiting:
            self.went.emit(place)
        reversed_ = opened.next_redo() if undo else opened.next_undo()
        if reversed_ is None or reversed_.number != step.number:
            return
        told = self._words(step, extent, undo=undo)
        if is_visiting:
            self._offer_to_go(told, place)
        elif extent.received is not None or extent.states >= LONG:
            self._messages.tell(told)
        else:
            self.told.emit(told)

    def _offer_to_go(self, told: str, place: "Place | None") -> None:
        if place is None:
            self._messages.tell(told)
        else:
            way = self.tr("Go there")
            self._messages.tell(told, action=way, do=lambda: self.went.emit(place))

    def _words(self, step: "Step", extent: "Extent", *, undo: bool) -> str:
        if extent.received is not None:
            return self._told_of_work(extent, undo=undo)
        told = self.tr("Undone: {0}") if undo else self.tr("Redone: {0}")
        return told.format(step.title)

    def _told_of_work(self, extent: "Extent", *, undo: bool) -> str:
        name, number = one_line(extent.received or ""), extent.annotations
        if undo:
            told = self.tr("Receiving {name}'s work was undone").format(name=name)
            rest = self.tr("%n annotation(s) are gone again.", None, number)
        else:
            told = self.tr("{name}'s work is received again").format(name=name)
            rest = self.tr("%n annotation(s) are back.", None, number)
        return f"{told}: {rest}" if number else f"{told}."
