"""Receiving articles in the window: choosing, the work, its report, and on to the first new one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.place import Place
from app.errors import FileTrouble, Refused
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped

if TYPE_CHECKING:
    from app.commands.receive import FileReport
    from ui.open_project import OpenProject
    from ui.share.receive_report import ReceiveReport

PURPOSE = "articles"


class Receiving(QObject):
    """`arrived` carries the place of the first article that is new; `refused` why none came.

    `before` is done first, on the thread of the work.
    """

    arrived = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        chooser: Chooser,
        window: QWidget,
        *,
        before: "Callable[[OpenProject, Stopped], object]",
    ) -> None:
        super().__init__(window)
        self._before = before
        self._jobs, self._chooser, self._window = jobs, chooser, window
        self.report: ReceiveReport | None = None

    def choose_files(self, opened: "OpenProject") -> None:
        """Ask for files and receive them."""
        self._chooser.existing(
            self.tr("Receive articles"),
            [
                self.tr("Articles ({patterns})").format(patterns="*.txt *.text *.md *.jsonl"),
                self.tr("All files ({pattern})").format(pattern="*"),
            ],
            lambda paths: self.receive(opened, paths),
            purpose=PURPOSE,
            many=True,
        )

    def choose_folder(self, opened: "OpenProject") -> None:
        """Ask for a folder and receive what it holds."""
        self._chooser.folder(
            self.tr("Receive a folder"),
            lambda paths: self.receive(opened, paths),
            purpose=PURPOSE,
        )

    def receive(self, opened: "OpenProject", paths: Sequence[Path]) -> None:
        """Receive files and folders as one step, then show what became of each."""
        from app.files.receiving import receive_files
        from app.files.room import little_room

        before = set(_articles(opened))
        person = opened.person
        if warning := little_room(opened.project.path):
            self.refused.emit(warning)

        def work(progress: Progress, stopped: Stopped) -> "list[FileReport]":
            self._before(opened, stopped)
            return receive_files(
                opened.project,
                paths,
                annotator="" if person is None else person.name,
                progress=progress,
                cancelled=stopped,
            )

        def done(reports: "list[FileReport]") -> None:
            new = [name for name in _articles(opened) if name not in before]
            if new:
                self.arrived.emit(Place(article=new[0]))
            self._show_report(reports)

        self._jobs.run(
            self.tr("Receiving articles"), work, done=done, failed=self._fail, stopped=self._stop
        )

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.refused.emit(str(trouble))

    def _stop(self) -> None:
        self.refused.emit(self.tr("Receiving was cancelled; nothing was changed."))

    def _show_report(self, reports: "list[FileReport]") -> None:
        from ui.share.receive_report import ReceiveReport

        self.report = ReceiveReport(reports, self._window)
        self.report.finished.connect(self._forget_report)
        self.report.open()

    def _forget_report(self) -> None:
        if self.report is not None:
            self.report.deleteLater()
            self.report = None


def _articles(opened: "OpenProject") -> list[str]:
    from app.queries.article_list import article_list

    return [row.id for row in opened.ask(article_list, annotator=None)]
