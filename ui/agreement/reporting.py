"""Printing a report of agreement from the window: where to, the work, and where it lies then."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped
from ui.widgets.plain import set_apart

if TYPE_CHECKING:
    from app.agreement.report import Report
    from app.errors import FileTrouble, Refused
    from ui.open_project import OpenProject

PURPOSE = "report"


class Reporting(QObject):
    """`told` says in one sentence where the report lies; `refused` why there is none."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, jobs: Jobs, chooser: Chooser, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._chooser = jobs, chooser

    def ask(self, opened: "OpenProject", report: "Report", *, hide_names: bool) -> None:
        """Ask where to, and print the report there."""
        self._chooser.new(
            self.tr("Printable report"),
            [self.tr("Web page (*.html)")],
            lambda paths: self.write(opened, report, paths[0], hide_names=hide_names),
            purpose=PURPOSE,
            suggested=f"{opened.project.path.stem} agreement.html",
        )

    def write(
        self, opened: "OpenProject", report: "Report", path: Path, *, hide_names: bool
    ) -> None:
        """Print the report to a file."""
        out = path if path.suffix else path.with_suffix(".html")

        def work(_progress: Progress, stopped: Stopped) -> None:
            from app.files.reporting import write_report

            write_report(opened.project, out, report, hide_names=hide_names, cancelled=stopped)

        self._jobs.run(
            self.tr("Printing the report"),
            work,
            done=lambda _: self.told.emit(
                self.tr("The report lies in {path}.").format(path=set_apart(str(out)))
            ),
            failed=self._refuse,
        )

    def _refuse(self, trouble: "Refused | FileTrouble") -> None:
        self.refused.emit(str(trouble))
