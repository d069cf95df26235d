"""What widgets that paint themselves have in common: boxes, key caps, focus rings."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QStaticText,
    QTextOption,
)

from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import Theme

_NARROWEST = 2
"""Hardly a letter is narrower, in pixels."""


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
    shown = _set_words(words, room.width(), _Letters(painter.font()))
    height = painter.fontMetrics().height()
    painter.drawStaticText(room.left(), room.top() + (room.height() - height) // 2, shown)


class _Letters:
    """A font in a cache's key: fonts that look alike are the same."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._key = font.key()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Letters) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=512)
def _set_words(words: str, width: int, letters: _Letters) -> QStaticText:
    """Return words with their letters put in place: a list draws the same ones again and again."""
    most = max(width // _NARROWEST, 1)
    if len(words) > most:
        words = f"{words[:most]}…"  # nobody sees the rest, but to measure it takes as long
    metrics = QFontMetrics(letters.font)
    shown = QStaticText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))
    shown.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown.setTextOption(option)
    return shown
