"""Handing out and handing in from the window: who gets what is counted aside, then asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped

if TYPE_CHECKING:
    from app.domain.annotator import Annotator
    from app.queries.hand_over import HandOver
    from ui.open_project import OpenProject


class Handing(QObject):
    """Keeps at most one dialog open; `refused` carries why there is none."""

    refused = Signal(str)

    def __init__(self, jobs: Jobs, chooser: Chooser, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._chooser, self._window = jobs, chooser, window
        self.dialog: QDialog | None = None

    def hand_out(self, opened: "OpenProject") -> None:
        """Ask who gets a file, and write them."""
        from app.queries.hand_over import hand_over
        from app.queries.people import people

        if self.dialog is not None or not self._may_write(opened):
            return
        everybody = opened.ask(people)
        if not everybody:
            self.refused.emit(self.tr("There is nobody yet to hand anything out to."))
            return

        def work(progress: Progress, _stopped: Stopped) -> "list[tuple[Annotator, HandOver]]":
            found = []
            for number, one in enumerate(everybody):
                progress(number, len(everybody))
                found.append((one, opened.project.ask(hand_over, annotator=one.id)))
            return found

        def done(found: "list[tuple[Annotator, HandOver]]") -> None:
            from ui.bundles.hand_out_dialog import HandOutDialog

            self._open(HandOutDialog(opened, found, self._jobs, self._chooser, self._window))

        title = self.tr("Counting what goes along")
        self._jobs.run(title, work, done=done, failed=lambda why: self.refused.emit(str(why)))

    def hand_in(self, opened: "OpenProject") -> None:
        """Say what is not done, and write the file for the lead."""
        from app.queries.reading_list import reading_list
        from app.queries.seat import seat
        from ui.bundles.hand_in_dialog import HandInDialog

        if self.dialog is not None or not self._may_write(opened):
            return
        owner = opened.ask(seat)
        if owner is None:
            self.refused.emit(self.tr("This is the lead's copy; nothing is handed in from here."))
            return
        rows = opened.ask(reading_list, annotator=owner.id)
        self._open(HandInDialog(opened, owner, rows, self._jobs, self._chooser, self._window))

    def give_up(self) -> None:
        """The project is about to be closed."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _may_write(self, opened: "OpenProject") -> bool:
        if opened.project.why_read_only:
            self.refused.emit(opened.project.why_read_only)
            return False
        opened.settling.emit()
        return opened.has_saved_all()  # what waits to be saved would not go along

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
