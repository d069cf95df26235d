"""Acts that could not be saved yet: kept in order, tried again, and never dropped in silence."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.act import Act
from app.errors import FileTrouble, Kind, Refused
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.project import Project

Answer = TypeVar("Answer")

FIRST_WAIT = 1_000
LONGEST_WAIT = 10_000
"""Milliseconds between two tries; each wait is twice the last one."""


def do_again(act: Act[Any], other: "Project") -> None:
    """Do an act in another copy of the project too; what a rule forbids there is left out.

    The same rule would leave it out here, once it could be saved.
    """
    with suppress(Refused):
        other.do(act.again())


class KeptActs(QObject):
    """Saves acts; one that cannot be saved waits, and every later one behind it.

    `changed` tells that more or fewer wait, or for another reason; `waits` carries the act that has
    to wait from now on. `refused` carries a sentence where a rule forbids by now what has waited,
    or where the same was asked for twice.
    """

    changed = Signal()
    waits = Signal(object)
    refused = Signal(str)

    def __init__(self, project: "Project", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._is_trying = False
        self.acts: list[Act[Any]] = []
        self.trouble: FileTrouble | None = None
        """What keeps them from being saved."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._try_in_passing)

    def do(self, act: Act[Answer]) -> Answer | None:
        """Save an act and return its answer; None where it has to wait."""
        if self._is_trying or (self.acts and not self.retry()):
            self._keep(act, self.trouble)
            return None
        try:
            return self._project.do(act)
        except FileTrouble as trouble:
            if trouble.kind is Kind.OTHER:
                raise
            self._keep(act, trouble)
            self._timer.start(FIRST_WAIT)
            return None

    def retry(self) -> bool:
        """Try to save all that wait, in order; tell whether none does any more."""
        if self._is_trying or (self.trouble is not None and self.trouble.kind is Kind.DAMAGED):
            return not self.acts
        self._is_trying = True
        before = len(self.acts), str(self.trouble)
        try:
            while self.acts and self._is_settled(self.acts[0]):
                self.acts.pop(0)
        finally:
            self._is_trying = False
        if not self.acts:
            self.trouble = None
            self._timer.stop()
        if before != (len(self.acts), str(self.trouble)):
            self.changed.emit()
        return not self.acts

    def do_in(self, other: "Project") -> None:
        """Do all that wait in another copy of the project too, as those who did them."""
        for act in self.acts:
            do_again(act, other)

    def give_up(self) -> None:
        """Let go of all that wait: the person said so, or they are saved elsewhere."""
        self.acts.clear()
        self.trouble = None
        self._timer.stop()
        self.changed.emit()

    def _is_settled(self, act: Act[Any]) -> bool:
        """Try one act; tell whether it need not wait any longer."""
        try:
            if act.first_revision is not None and self._project.has_done(act):
                self._project.tell_all()  # it was saved, but the window did not learn of it
            else:
                self._project.do(act)
        except FileTrouble as trouble:
            self.trouble = trouble
            return False
        except Refused as refusal:
            told = self.tr("“{act}” could not be saved after all: {why}")
            self.refused.emit(told.format(act=act.told, why=refusal))
        return True

    def _keep(self, act: Act[Any], trouble: FileTrouble | None) -> None:
        self.trouble = trouble
        if self.acts and act.asked is not None and act.asked == self.acts[-1].asked:
            self.refused.emit(
                self.tr("This waits to be saved already: {act}.").format(act=one_line(act.told))
            )
            return
        self.acts.append(act)
        self.changed.emit()
        self.waits.emit(act)

    def _try_in_passing(self) -> None:
        """Try again, a little later each time, without waiting for long work."""
        if self._project.is_at_work or not self.retry():
            wait = min(LONGEST_WAIT, max(FIRST_WAIT, 2 * self._timer.interval()))
            self._timer.start(wait)
