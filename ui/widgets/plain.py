"""The one place where text from outside meets a widget: everything here shows it letter by letter.

Qt guesses whether a label, a message box or a tooltip holds mark-up, and then opens the files that
the mark-up names. So no other module makes a `QLabel` or a `QMessageBox` or sets a tooltip.
Labels have a plain mode; tooltips have none and are given escaped mark-up instead.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ui.theme.fonts import TextRole, font_for
from ui.widgets.drawing import draw_words

LONGEST_TIP = 1_500
ONE_LINE_TIP = 60
LONGEST_SHOWN = 4_000

_ESCAPED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\n": "<br>"}
)
"""What means something in mark-up; Python's `html` would be imported before the window is seen."""


def tooltip_text(text: str) -> str:
    """Text made fit for a tooltip or a model's `ToolTipRole`: escaped, wrapped, not endless."""
    if not text:
        return ""
    shown = text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP] + "…"
    words = shown.translate(_ESCAPED)
    if len(shown) <= ONE_LINE_TIP:
        words = f"<nobr>{words}</nobr>"  # Qt would break even three words over two lines
    return f"<qt>{words}</qt>"


def plain_tooltip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tooltip that shows the text as it is.

    A screen reader would read the tooltip's mark-up aloud and is given the text itself instead.
    """
    target.setToolTip(tooltip_text(text))
    if isinstance(target, QWidget):
        target.setAccessibleDescription(text)


def show_tip(where: QPoint, text: str, widget: QWidget, area: QRect) -> None:
    """Show a tooltip at a point of the screen until the mouse leaves this area of the widget."""
    QToolTip.showText(where, tooltip_text(text), widget, area)


def action_text(text: str) -> str:
    """Text made fit for a menu item or a button, where `&` would underline a letter."""
    return text.replace("&", "&&")


def set_action_text(action: QAction, text: str) -> None:
    """Name an action after text from outside; its tooltip would else be guessed from the name."""
    action.setText(action_text(text))
    plain_tooltip(action, text)


def one_line(text: str) -> str:
    """Text with its line breaks, tabs and runs of them shown as one space each."""
    return " ".join(text[:LONGEST_SHOWN].split())


def set_apart(text: str) -> str:
    """Return text as one line that leaves the words around it in order, whichever way it reads."""
    return f"\N{FIRST STRONG ISOLATE}{one_line(text)}\N{POP DIRECTIONAL ISOLATE}"


class PlainLabel(QLabel):
    """A label that never takes its text for mark-up, set in the font and colour of a role."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: TextRole = TextRole.BODY,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font_for(role))
        self.setProperty("role", role.value)
        self.setWordWrap(wrap)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """One line that ends in … where there is no room; the tooltip then has the whole text."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: TextRole = TextRole.BODY
    ) -> None:
        self._full = ""
        super().__init__("", parent, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; line breaks in it are shown as spaces."""
        self._full = text
        super().setText(one_line(text))
        self.setAccessibleName(text)
        self._offer_whole()

    def whole_text(self) -> str:
        """The text as it was given."""
        return self._full

    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:
        """A few letters' width, so that a layout may squeeze it."""
        few = self.fontMetrics().averageCharWidth() * 4
        return self.sizeHint().boundedTo(QSize(few, self.fontMetrics().height()))

    def sizeHint(self) -> QSize:
        """The whole text's width, and a pixel for rounding."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Letter by letter, never as mark-up."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_words(painter, self.contentsRect(), self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._offer_whole()

    def _offer_whole(self) -> None:
        elided = self.shown_text() != self._full
        plain_tooltip(self, self._full if elided else "")


class ClampedLabel(PlainLabel):
    """A few wrapped lines, the last of which ends in … where the text goes on.

    One that is `steady` takes the room of all its lines also for fewer, so that what stands below
    keeps its place.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 4,
        role: TextRole = TextRole.BODY,
        steady: bool = False,
    ) -> None:
        self._full = ""
        self._lines = lines
        self._steady = steady
        super().__init__("", parent, role=role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; line breaks in it are shown as spaces."""
        self._full = text
        super().setText(one_line(text))
        self.setAccessibleName(text)
        self._offer_whole()
        self.updateGeometry()

    def whole_text(self) -> str:
        """The text as it was given."""
        return self._full

    def shown_lines(self) -> list[str]:
        """The lines there is room for at the present width."""
        return self._broken(self.contentsRect().width())

    def hasHeightForWidth(self) -> bool:
        """More lines when narrower, up to the limit."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take at a width in pixels."""
        lines = self._lines if self._steady else max(1, len(self._broken(width)))
        return lines * self._pitch()

    def sizeHint(self) -> QSize:
        """As tall as its lines at a usual width; a layout asks `heightForWidth` for its own."""
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        """Narrow and one line: a layout that knows its width asks `heightForWidth`."""
        return QSize(60, self._pitch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Letter by letter, never as mark-up."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = QRectF(self.contentsRect())
        for number, line in enumerate(self.shown_lines()):
            row = QRectF(area.x(), area.y() + number * self._pitch(), area.width(), self._pitch())
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._offer_whole()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another font takes another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _pitch(self) -> int:
        return self.fontMetrics().height() + 1

    def _broken(self, width: int) -> list[str]:
        return break_lines(self.text(), self.font(), width=width, lines=self._lines)

    def _offer_whole(self) -> None:
        shown = " ".join(line.strip() for line in self.shown_lines())
        plain_tooltip(self, "" if shown == self._full else self._full)


def break_lines(text: str, font: QFont, *, width: int, lines: int) -> list[str]:
    """Break one-line text into at most `lines` lines of `width` pixels, the last one elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")  # Qt's line starts count UTF-16 units
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart() * 2)
    layout.endLayout()
    ends = [*starts[1:], len(units)]
    shown = [
        units[start:end].decode("utf-16-le", "replace").strip()
        for start, end in zip(starts, ends, strict=True)
    ]
    if len(shown) > lines:
        rest = units[starts[lines - 1] :].decode("utf-16-le", "replace")
        last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(1, width))
        shown = [*shown[: lines - 1], last]
    return shown
