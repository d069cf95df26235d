"""Writing a label's guideline, with what it will look like beside it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.fonts import TextRole
from ui.widgets.buttons import LinkButton
from ui.widgets.guideline_view import GuidelineView, Styles
from ui.widgets.plain import PlainLabel

_PAUSE = 1_500
"""After this many milliseconds without a key a guideline is saved as it stands."""


class GuidelineEditor(QWidget):
    """`written` carries the id of the label and its new guideline; `default_wanted` is a press."""

    written = Signal(str, str)
    default_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._kept = ""
        self._styles: Styles = {}
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Guideline of the label"))
        self.field.setPlaceholderText(
            self.tr("When is this label given? Begin with one sentence; then the cases.")
        )
        self.field.installEventFilter(self)
        self.preview = GuidelineView()
        self.preview.setAccessibleName(self.tr("The guideline as it will be shown"))
        self.default = LinkButton(self.tr("Use Galley's own"))
        self.default.clicked.connect(self.default_wanted)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self.field.textChanged.connect(self._follow)
        self._arrange()

    def show_guideline(
        self, label: str, guideline: str, styles: Styles, *, has_default: bool
    ) -> None:
        """Show a label's guideline, but never over words that are still being typed."""
        same = label == self._label
        if not same:
            self.save()
        is_typing = same and self.field.toPlainText() != self._kept
        self._label, self._kept, self._styles = label, guideline, styles
        if not is_typing and self.field.toPlainText() != guideline:
            self.field.setPlainText(guideline)
            self._kept = self.field.toPlainText()  # a no-break space comes back as a plain one
        if not is_typing:
            self._pause.stop()
        self._show()
        self.default.setVisible(has_default)

    def save(self) -> None:
        """Ask for the guideline to be kept as it stands, if it was changed."""
        self._pause.stop()
        said = self.field.toPlainText()
        if self._label and said != self._kept:
            self._kept = said
            self.written.emit(self._label, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the guideline when the person leaves it."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self._pause.start()
        self._show()

    def _show(self) -> None:
        self.preview.show_guideline(self.field.toPlainText(), self._styles)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Guideline"), role=TextRole.CAPS))
        head.addStretch(1)
        head.addWidget(self.default)
        head.addStrut(28)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.field, 1)
        both.addWidget(self.preview, 1)
        notation = PlainLabel(
            self.tr("# heading   - bullet   **bold**   *italic*   `example with [words|label]`"),
            role=TextRole.FAINT,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addWidget(notation)
