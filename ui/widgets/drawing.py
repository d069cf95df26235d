"""What widgets that paint themselves have in common: boxes, key caps, focus rings."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import Theme


def draw_box(
    painter: QPainter,
    rect: QRectF,
    *,
    ground: str | None,
    border: str | None = None,
    radius: float = 8.0,
    width: float = 1.0,
) -> None:
    """A rounded box whose border lies wholly inside `rect`."""
    inset = width / 2 if border else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_focus(painter: QPainter, rect: QRectF, theme: Theme, *, radius: float = 8.0) -> None:
    """The ring that tells keyboard users where they are."""
    draw_box(painter, rect, ground=None, border=theme.focus, radius=radius, width=2.0)


def draw_key_cap(painter: QPainter, rect: QRectF, key: str, theme: Theme) -> None:
    """A key as printed on a keyboard."""
    draw_box(painter, rect, ground=theme.window, border=theme.line, radius=4.0)
    draw_box(painter, rect, ground=None, border=theme.line, radius=4.0)
    painter.setFont(key_font())
    painter.setPen(QColor(theme.text_quiet))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def key_font() -> QFont:
    """The letters on key caps."""
    font = font_for(TextRole.STRONG)
    font.setPixelSize(11)
    return font


def draw_words(painter: QPainter, room: QRect, words: str) -> None:
    """One line at the left of `room`, ending in … where it does not fit.

    Each line reads in the direction of its own script, so that the … stands where reading ends.
    """
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(room, left | Qt.AlignmentFlag.AlignVCenter, shown)
