"""The palette: a field over the window in which a few letters find anything."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.finding.palette_list import HEIGHT, PaletteDelegate, PaletteModel
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import icon
from ui.widgets.drawing import draw_box
from ui.widgets.frames import Hairline
from ui.widgets.line_list import LineList
from ui.widgets.plain import PlainLabel

WIDTH = 660
MARGIN = 24
FROM_TOP = 0.1
MOST_LINES = 13
_VEIL = {False: QColor(20, 24, 34, 70), True: QColor(0, 0, 0, 130)}
_SHADOW = 14
_AROUND_LINES = 110
"""The height of the card without its lines."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(QLineEdit):
    """A line that keeps every key from the window below; it walks, chooses and leaves with them."""

    walked = Signal(int)
    chosen = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep keys from being anybody's shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose or leave; everything else is typing."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if key in steps:
            self.walked.emit(steps[Qt.Key(key)])
        elif key in _ENTER:
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_K):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Let Tab come as a key: there is nowhere else to go."""
        return False


class Card(QWidget):
    """The sheet that field and lines stand on."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded sheet with a fine edge."""
        theme = theme_now()
        draw_box(
            QPainter(self),
            QRectF(self.rect()),
            ground=theme.paper,
            border=theme.line_strong if theme.is_dark else theme.line,
            radius=12.0,
        )


class Palette(QWidget):
    """Lies over the whole window while it is open; a click beside it closes it.

    `asked` carries what is typed, `chosen` the candidate that was chosen, after the palette has
    closed and the keys are where they were; `left` that nothing was.
    """

    asked = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.model = PaletteModel()
        self._card = Card(self)
        self.field = PaletteField()
        self.field.setProperty("kind", "bare")
        self.field.setFrame(False)
        letters = font_for(TextRole.SUBTITLE)
        letters.setWeight(QFont.Weight.Normal)
        self.field.setFont(letters)
        self.field.setPlaceholderText(self.tr("Find an action, an article or an annotation"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.view = LineList(HEIGHT)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("What was found"))
        self.nothing = PlainLabel(
            self.tr("Nothing is called that. Ctrl+Shift+F looks for words in all articles."),
            role=TextRole.QUIET,
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setFixedHeight(56)
        self.hint = PlainLabel(
            self.tr("↑ ↓ go · Enter takes · > only actions · # only annotations"),
            role=TextRole.FAINT,
        )
        self._arrange()
        self.field.textChanged.connect(self.asked)
        self.field.walked.connect(self._walk)
        self.field.chosen.connect(self._choose)
        self.field.left.connect(self.leave)
        self.view.clicked.connect(self._choose_line)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the palette, empty, and take the keys."""
        if self.isVisible():
            self.field.setFocus()
            return
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.asked.emit("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Close without choosing anything."""
        self._close()
        self.left.emit()

    def show_found(self, *, again: bool = False) -> None:
        """Follow the model, which was filled; the first line is chosen, or `again` the same one."""
        line = self.view.currentIndex().row() if again else -1
        if self.model.candidate(line) is None:
            line = self.model.next_line(-1, 1)
        self.view.choose(self.model.index(line) if line >= 0 else QModelIndex())
        if not again:
            self.view.scrollToTop()
        self.nothing.setVisible(not self.model.rowCount())
        self.view.setVisible(bool(self.model.rowCount()))
        self._say()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave when clicked beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window a little, and let the card stand out from it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL[theme_now().is_dark])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 7))
        card = QRectF(self._card.geometry())
        for step in range(_SHADOW):
            painter.drawRoundedRect(card.adjusted(-step, -step + 4, step, step + 4), 12, 12)

    def _walk(self, step: int) -> None:
        line = self.model.next_line(self.view.currentIndex().row(), step)
        if line >= 0:
            self.view.choose(self.model.index(line))
            if self.model.next_line(-1, 1) == line:
                self.view.scrollToTop()
            self._say()

    def _say(self) -> None:
        """Let a screen reader tell, at the field, which line Enter would take."""
        index = self.view.currentIndex()
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.field.setAccessibleDescription(str(words or self.nothing.text()))

    def _choose_line(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _choose(self) -> None:
        self._take(self.view.currentIndex().row())

    def _take(self, line: int) -> None:
        candidate = self.model.candidate(line)
        if candidate is not None:
            self._close()
            self.chosen.emit(candidate)

    def _close(self) -> None:
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(WIDTH, self.width() - 2 * MARGIN)
        top = max(MARGIN, round(self.height() * FROM_TOP))
        room = max((self.height() - top - _AROUND_LINES - MARGIN) // HEIGHT, 3)
        self.view.setFixedHeight(min(self.model.rowCount(), MOST_LINES, room) * HEIGHT)
        self._card.setFixedWidth(width)
        self._column.activate()
        self._card.setGeometry(
            (self.width() - width) // 2, top, width, self._column.sizeHint().height()
        )
        self.update()

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self._card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        self.field.setFixedHeight(42)
        column.addWidget(self.field)
        column.addWidget(Hairline())
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        self.hint.setContentsMargins(12, 2, 0, 2)
        column.addWidget(self.hint)
