"""What the window shows from the moment a project is asked for until its desk is there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.start.opening import Opening
from ui.start.start_page import StartPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import one_line


class OpeningSign(EmptyState):
    """Takes the place of the start page: that would look as if nothing had been asked for.

    Where another project is open its desk stays in sight until it is left.
    """

    def __init__(self, stack: QStackedWidget, start: StartPage, opening: Opening) -> None:
        super().__init__("open", "")
        self._stack, self._start, self._opening = stack, start, opening
        self._focused: QWidget | None = None
        stack.addWidget(self)
        opening.about_to_open.connect(self.show_for)

    def show_for(self, path: Path | None) -> None:
        """Say that this is being opened; None where it is there now, or will not be."""
        if self._opening.opened is not None:
            return
        if path is not None:
            self.set_words(self.tr("Opening {project}…").format(project=one_line(path.stem)))
            if self._stack.currentWidget() is not self:
                self._focused = QApplication.focusWidget()
            self._stack.setCurrentWidget(self)
            self.repaint()  # the desk is made on this thread, maybe before anything is painted
        elif self._stack.currentWidget() is self:
            self._stack.setCurrentWidget(self._start)
            if self._focused is None:
                self._start.take_focus()
            else:
                self._focused.setFocus()
