"""Proving that the open project is whole, and saying what is not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Cancelled, FileTrouble, Refused
from ui.jobs import Jobs, Progress, Stopped
from ui.widgets.banner import Tone
from ui.widgets.messages import PlainDialog

if TYPE_CHECKING:
    from app.queries.check import Finding
    from ui.open_project import OpenProject


class Checking(QObject):
    """`told` says that all is well; anything else takes a box that stays until it is read."""

    told = Signal(str)
    checked = Signal(bool)
    """Whether all was well."""
    refused = Signal(str)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._window = jobs, window
        self.dialog: PlainDialog | None = None

    def check(self, opened: "OpenProject") -> None:
        """Look at everything; this changes nothing."""
        from app.queries.check import check

        project = opened.project

        def work(progress: Progress, stopped: Stopped) -> "list[Finding]":
            def tell(done: int, total: int) -> None:
                if stopped():
                    raise Cancelled
                progress(done, total)

            return project.ask(lambda here: list(check(here, progress=tell)))

        self._jobs.run(
            self.tr("Checking the project"),
            work,
            done=self._tell,
            failed=self._fail,
            stopped=self._stop,
        )

    def _tell(self, findings: "list[Finding]") -> None:
        self.checked.emit(not findings)
        if not findings:
            self.told.emit(self.tr("Everything is in order: the file, every text, quote and step."))
            return
        self.dialog = PlainDialog(
            self._window,
            self.tr("Not everything is in order"),
            self.tr(
                "This project is not as Galley left it. Keep the file as it is, and go on with "
                "your newest backup."
            ),
            details="\n".join(str(finding) for finding in findings),
            tone=Tone.WARNING,
        )
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.refused.emit(str(trouble))

    def _stop(self) -> None:
        self.refused.emit(self.tr("The check was cancelled."))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
