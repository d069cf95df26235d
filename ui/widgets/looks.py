"""A word drawn in a label's look, as the reading pane would draw it.

Shape tells the labels apart where colour cannot: a solid or dotted bracket under the word, or a
band with a heavy bar before and a light bar after it, its top and bottom dashed for denials.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.domain.label import Look
from ui.theme.tokens import LabelTokens, Theme

BAR_BEFORE = 3.0
BAR_AFTER = 2.0
BAND_AIR = 4.0
BAND_HEIGHT = 1.5
TICK = 4.0


def look_size(word: str, font: QFont, look: Look) -> QSizeF:
    """The room, in logical pixels, that a word takes in a look."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(word)
    if look.is_band:
        width += BAR_BEFORE + BAR_AFTER + 2 * BAND_AIR
    return QSizeF(width, round(font.pixelSize() * BAND_HEIGHT) + 2)


def draw_word(
    painter: QPainter,
    rect: QRectF,
    word: str,
    *,
    look: Look,
    tokens: LabelTokens,
    theme: Theme,
    chosen: bool = False,
) -> None:
    """Draw a word in its look and the painter's font, from the left of `rect`, half way down."""
    size = look_size(word, painter.font(), look)
    box = QRectF(QPointF(rect.x(), rect.center().y() - size.height() / 2), size)
    text = box
    if look.is_band:
        _draw_band(painter, box, look=look, tokens=tokens, chosen=chosen)
        text = box.adjusted(BAR_BEFORE + BAND_AIR, 0, 0, 0)
    painter.setPen(QColor(theme.text))
    painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), word)
    if not look.is_band:
        _draw_bracket(painter, box, dotted=look is Look.DOTTED_UNDERLINE, colour=tokens.edge)


def draw_look(painter: QPainter, box: QRectF, *, look: Look, tokens: LabelTokens) -> None:
    """Draw a look around words that stand in `box` and are drawn afterwards by somebody else."""
    if look.is_band:
        _draw_band(painter, box, look=look, tokens=tokens, chosen=False)
    else:
        _draw_bracket(painter, box, dotted=look is Look.DOTTED_UNDERLINE, colour=tokens.edge)


def _draw_band(
    painter: QPainter, box: QRectF, *, look: Look, tokens: LabelTokens, chosen: bool
) -> None:
    _fill(painter, box, QColor(tokens.fill_selected if chosen else tokens.fill))
    edge = QColor(tokens.edge)
    if look is Look.DASHED_BAND:
        pen = QPen(edge, 1.0)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(box.topLeft() + QPointF(0, 0.5), box.topRight() + QPointF(0, 0.5))
        painter.drawLine(box.bottomLeft() - QPointF(0, 0.5), box.bottomRight() - QPointF(0, 0.5))
    _fill(painter, QRectF(box.left(), box.top(), BAR_BEFORE, box.height()), edge)
    _fill(painter, QRectF(box.right() - BAR_AFTER, box.top(), BAR_AFTER, box.height()), edge)


def _fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle; for `fillRect` the first window would wait until gradients are loaded."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def _draw_bracket(painter: QPainter, box: QRectF, *, dotted: bool, colour: str) -> None:
    line = box.bottom() - 1.0
    ticks = QPen(QColor(colour), 1.5)
    pen = QPen(QColor(colour), 2.0)
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), line), QPointF(box.right(), line))
    painter.setPen(ticks)
    for x in (box.left() + 0.75, box.right() - 0.75):
        painter.drawLine(QPointF(x, line - TICK), QPointF(x, line))
