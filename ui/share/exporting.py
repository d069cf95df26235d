"""Exporting from the window: the dialog, the work, and where the file lies then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.choosing import Chooser
from ui.jobs import Jobs

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.share.export_dialog import ExportDialog


class Exporting(QObject):
    """Keeps at most one dialog open."""

    def __init__(self, jobs: Jobs, chooser: Chooser, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._chooser, self._window = jobs, chooser, window
        self.dialog: ExportDialog | None = None

    def ask(self, opened: "OpenProject") -> None:
        """Ask what goes where, and export it."""
        from ui.share.export_dialog import ExportDialog

        if self.dialog is not None:
            return
        self.dialog = ExportDialog(opened, self._jobs, self._chooser, self._window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def give_up(self) -> None:
        """The project is about to be closed."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
