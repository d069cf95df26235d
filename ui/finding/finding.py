"""What the window finds for a person: anything by a few letters, and the same words elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.reading.desk_page import DeskPage

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.reading.occurrences_dialog import OccurrencesDialog


class Finding(QObject):
    """Opens the list of occurrences for the desk of the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: OccurrencesDialog | None = None
        window.opening.arrived.connect(self._arrive)
        window.opening.leaving.connect(self._leave)

    def list_occurrences(self) -> None:
        """List the other places of the chosen annotation's words, to be ticked and marked."""
        from ui.reading.occurrences_dialog import OccurrencesDialog

        window, page = self._window, self._window.page
        if not isinstance(page, DeskPage) or window.opened is None or self.dialog is not None:
            return
        chosen = page.shown.chosen
        if chosen is None:
            page.hinted.emit(self.tr("Choose an annotation first: click it, or press N."))
        elif len(chosen.spans) > 1:
            page.hinted.emit(self.tr("Words in several pieces stand nowhere else."))
        else:
            self.dialog = OccurrencesDialog(
                window.opened,
                window.jobs,
                origin=chosen,
                labels=page.shown.labels(),
                articles=len(page.articles.model.rows()),
                parent=window,
            )
            self.dialog.finished.connect(self._finish)
            self.dialog.open()

    def _arrive(self) -> None:
        page = self._window.page
        if isinstance(page, DeskPage):
            page.keys.occurrences.triggered.connect(self.list_occurrences)

    def _leave(self) -> None:
        """The project is about to be closed."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _finish(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            if dialog.outcome:
                self._window.messages.tell(dialog.outcome)
            dialog.deleteLater()
