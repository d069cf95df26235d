"""A sentence with an annotation's words in it, drawn as the desk draws them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.conflict import Words
from app.domain.excerpt import CUT
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.widgets.looks import draw_look
from ui.widgets.tag import draw_tag, tag_size

PITCH = 2.0
"""Lines stand this many times the letters' size apart, so that looks find room."""

PIXELS = 15
TAGS = 24
MOST_LINES = 7


class Sentence(QWidget):
    """A few lines; the words wear their label's look, the label's name stands above them."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._font = font_for(TextRole.BODY)
        self._font.setPixelSize(PIXELS)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        before, said, after = (_flat(part) for part in self._parts())
        self._text = before + said + after
        self._start, self._end = _units(before), _units(before + said)
        label = "" if words.label is None else words.label.name
        self.setAccessibleName(": ".join(part for part in (label, self._text) if part))

    def hasHeightForWidth(self) -> bool:
        """More lines when narrower, up to a limit."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take at a width in pixels."""
        return TAGS + round(self._laid_out(width).lineCount() * PIXELS * PITCH) + 4

    def sizeHint(self) -> QSize:
        """As high as its lines at a usual width."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Narrow."""
        return QSize(120, TAGS + round(PIXELS * PITCH) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tag, the looks under the words, the letters."""
        painter = QPainter(self)
        theme, label = theme_now(), self._words.label
        layout = self._laid_out(self.width())
        if label is not None:
            tokens = theme.labels[label.hue]
            size = tag_size(label.name)
            draw_tag(painter, QRectF(0, 1, size.width(), size.height()), label.name, tokens)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(self._start, line.textStart())
                last = min(self._end, line.textStart() + line.textLength())
                if first < last:
                    xs = sorted(_x_of(line, at) for at in (first, last))
                    box = QRectF(
                        xs[0] - 2, TAGS + line.y() - 4, xs[1] - xs[0] + 4, line.height() + 8
                    )
                    draw_look(painter, box, look=label.look, tokens=tokens)
        painter.setPen(QColor(theme.text))
        layout.draw(painter, QPointF(0, TAGS))

    def _parts(self) -> tuple[str, str, str]:
        shown = self._words.excerpt
        if len(shown.words) <= 2 * 160:
            return shown.before, shown.words, shown.after
        return shown.before, shown.words[:320] + CUT, ""

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        leading = PIXELS * PITCH - QFontMetricsF(self._font).height()
        layout.beginLayout()
        while layout.lineCount() <= MOST_LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width - 6))
            above = (layout.lineCount() - 1) * PIXELS * PITCH + leading / 2
            line.setPosition(QPointF(3, above))
        layout.endLayout()
        return layout


def _x_of(line: QTextLine, position: int) -> float:
    """Return where a position stands on a line; Qt gives the position back beside it."""
    found: object = line.cursorToX(position)
    x = found[0] if isinstance(found, tuple) else found
    return float(x) if isinstance(x, int | float) else 0.0


def _flat(words: str) -> str:
    return "".join(" " if sign.isspace() else sign for sign in words)


def _units(words: str) -> int:
    """Return how many UTF-16 units `words` take, as Qt counts."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
