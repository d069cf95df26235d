"""The box that shows long work going on and lets the person stop it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.buttons import QuietButton
from ui.widgets.plain import ElidedLabel, PlainLabel

PATIENCE = 1_000
WIDTH = 420


class WorkDialog(QDialog):
    """Appears when work takes longer than `patience` milliseconds; stays until `finish`.

    It shows and asks, it does not work: whoever works calls `show_progress`, listens to
    `cancelled` and calls `finish`.
    """

    cancelled = Signal()

    def __init__(
        self, title: str, parent: QWidget | None = None, *, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self._over = False
        self._title = PlainLabel(title, role=TextRole.SUBTITLE, wrap=True)
        self._text = ElidedLabel(role=TextRole.QUIET)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = QuietButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 20, 22, 18)
        outer.setSpacing(10)
        outer.addWidget(self._title)
        outer.addWidget(self._bar)
        outer.addWidget(self._text)
        outer.addSpacing(6)
        outer.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._timer.start(patience)

    def show_progress(self, done: int, total: int, text: str = "") -> None:
        """How far the work is; a total of 0 means that nobody knows."""
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        if text:
            self._text.setText(text)

    def finish(self) -> None:
        """The work is over, well or not; the box goes, or never comes, and is deleted."""
        self._over = True
        self._timer.stop()
        self.accept()
        self.deleteLater()

    def reject(self) -> None:
        """Ask the work to stop; the box stays until it has."""
        if self._over or not self._cancel.isEnabled():
            return
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the box is asking to stop."""
        if self._over:
            event.accept()
            return
        event.ignore()
        self.reject()
