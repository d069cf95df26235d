"""What the window finds for a person: anything by a few letters, and the same words elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.finding.anything import Anything
    from ui.main_window import MainWindow
    from ui.reading.desk_page import DeskPage
    from ui.reading.occurrences_dialog import OccurrencesDialog


class Finding(QObject):
    """Opens the palette and the list of occurrences; both are made when they are first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.anything: Anything | None = None
        self.dialog: OccurrencesDialog | None = None
        window.actions_.find_anything.triggered.connect(self.open_palette)
        window.opening.arrived.connect(self._arrive)
        window.opening.leaving.connect(self._leave)

    def open_palette(self) -> None:
        """Let the person find anything by a few letters."""
        from ui.finding.anything import Anything

        if self.anything is None:
            self.anything = Anything(self._window)
        self.anything.palette.open()

    def list_occurrences(self) -> None:
        """List the other places of the chosen annotation's words, to be ticked and marked."""
        from ui.reading.occurrences_dialog import OccurrencesDialog

        window, page = self._window, self._desk()
        if page is None or window.opened is None or self.dialog is not None:
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

    def _desk(self) -> "DeskPage | None":
        from ui.reading.desk_page import DeskPage

        page = self._window.page
        return page if isinstance(page, DeskPage) else None

    def _arrive(self) -> None:
        page = self._desk()
        if page is not None:
            page.keys.occurrences.triggered.connect(self.list_occurrences)

    def _leave(self) -> None:
        """The project is about to be closed."""
        if self.anything is not None:
            self.anything.forget()
        if self.dialog is not None:
            self.dialog.done(0)

    def _finish(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            if dialog.outcome:
                self._window.messages.tell(dialog.outcome)
            dialog.deleteLater()
