"""Receiving work in the window: looked at aside, agreed to, taken in file by file, and told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import FileTrouble, Refused
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped

if TYPE_CHECKING:
    from app.files.receiving_bundles import Outcome
    from ui.bundles.work_report import WorkReport
    from ui.open_project import OpenProject

PURPOSE = "bundles in"


class TakingIn(QObject):
    """Keeps at most one report open.

    `refused` carries why nothing came, `decisions_wanted` that conflicts are to be shown. `before`
    is done before anything is taken in, on the thread of the work.
    """

    refused = Signal(str)
    decisions_wanted = Signal()
    taken = Signal()

    def __init__(
        self,
        jobs: Jobs,
        chooser: Chooser,
        window: QWidget,
        *,
        before: "Callable[[OpenProject, Stopped], object]",
    ) -> None:
        super().__init__(window)
        self._jobs, self._chooser, self._window = jobs, chooser, window
        self._before = before
        self.report: WorkReport | None = None

    def choose_files(self, opened: "OpenProject") -> None:
        """Ask for files and look at them."""
        self._chooser.existing(
            self.tr("Receive work"),
            [
                self.tr("Galley projects ({pattern})").format(pattern="*.galley"),
                self.tr("All files ({pattern})").format(pattern="*"),
            ],
            lambda paths: self.look(opened, paths),
            purpose=PURPOSE,
            many=True,
        )

    def choose_folder(self, opened: "OpenProject") -> None:
        """Ask for a folder and look at what it holds."""
        self._chooser.folder(
            self.tr("Receive a folder of work"),
            lambda paths: self.look(opened, paths),
            purpose=PURPOSE,
        )

    def look(self, opened: "OpenProject", paths: Sequence[Path]) -> None:
        """Say what receiving these would do, and do it once somebody agrees."""
        from app.files.receiving_bundles import rehearse_bundles

        if opened.project.why_read_only:
            self.refused.emit(opened.project.why_read_only)
            return
        if self.report is not None:
            return
        opened.settling.emit()

        def work(progress: Progress, stopped: Stopped) -> "list[Outcome]":
            return rehearse_bundles(opened.project, paths, progress=progress, cancelled=stopped)

        self._jobs.run(
            self.tr("Looking at what came"),
            work,
            done=lambda outcomes: self._plan(opened, outcomes),
            failed=self._fail,
            stopped=self._stop,
        )

    def _plan(self, opened: "OpenProject", outcomes: "list[Outcome]") -> None:
        if not outcomes:
            self.refused.emit(self.tr("There are no Galley projects in this folder."))
            return
        report = self._show(outcomes, is_plan=True)
        report.accepted.connect(lambda: self._receive(opened, outcomes))

    def _receive(self, opened: "OpenProject", planned: "list[Outcome]") -> None:
        """Take in what was not refused; what was keeps its line, first, in what is told then."""
        from app.files.receiving_bundles import receive_bundles

        paths = [one.path for one in planned if one.report is not None]
        refused = [one for one in planned if one.report is None]

        def work(progress: Progress, stopped: Stopped) -> "list[Outcome]":
            self._before(opened, stopped)
            return receive_bundles(opened.project, paths, progress=progress, cancelled=stopped)

        def done(outcomes: "list[Outcome]") -> None:
            self.taken.emit()
            self._show([*refused, *outcomes], is_plan=False)

        self._jobs.run(
            self.tr("Receiving work"), work, done=done, failed=self._fail, stopped=self._stop
        )

    def give_up(self) -> None:
        """The project is about to be closed."""
        if self.report is not None:
            self.report.done(0)

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.refused.emit(str(trouble))

    def _stop(self) -> None:
        self.refused.emit(
            self.tr("Cancelled. Nothing of the file at hand was kept; those before it were.")
        )

    def _show(self, outcomes: "list[Outcome]", *, is_plan: bool) -> "WorkReport":
        from ui.bundles.work_report import WorkReport

        self._forget()
        report = WorkReport(outcomes, self._window, is_plan=is_plan)
        self.report = report
        report.decide.clicked.connect(report.accept)
        report.decide.clicked.connect(self.decisions_wanted)
        report.finished.connect(self._forget)
        report.open()
        return report

    def _forget(self) -> None:
        if self.report is not None:
            self.report.deleteLater()
            self.report = None
