"""Excerpts on one line: some words in their sentence, so that the words are always in sight."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from app.domain.excerpt import CUT, Excerpt
from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import Theme

BEFORE = 0.42
"""At most this part of the room goes to what comes before the words."""


def draw_excerpt(
    painter: QPainter, room: QRect, shown: Excerpt, theme: Theme, *, ground: str = ""
) -> None:
    """Draw the words, on a ground of their own, with what stands around them."""
    font, strong = font_for(TextRole.BODY), font_for(TextRole.STRONG)
    metrics = QFontMetrics(font)
    elide = metrics.elidedText
    before, words, after = map(_flat, (shown.before, shown.words, shown.after))
    before = _end_of(before, metrics, round(room.width() * BEFORE))
    taken = metrics.horizontalAdvance(before)
    words = QFontMetrics(strong).elidedText(
        words, Qt.TextElideMode.ElideRight, max(0, room.width() - taken)
    )
    taken += QFontMetrics(strong).horizontalAdvance(words)
    after = elide(after, Qt.TextElideMode.ElideRight, max(0, room.width() - taken - 2))
    layout = QTextLayout(before + words + after, font)
    layout.setFormats([_emphasis(len(_units(before)), len(_units(words)), strong, theme, ground)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, room.width()) + 100)
    layout.endLayout()
    painter.save()
    painter.setClipRect(room)
    painter.setPen(QColor(theme.text_quiet))
    top = room.top() + (room.height() - line.height()) / 2
    layout.draw(painter, QPointF(room.left(), top))
    painter.restore()


def _emphasis(
    start: int, length: int, font: QFont, theme: Theme, ground: str
) -> QTextLayout.FormatRange:
    """Return the looks of the words that were found; `start` and `length` count UTF-16 units."""
    looks = QTextCharFormat()
    looks.setFont(font)
    looks.setForeground(QColor(theme.text))
    looks.setBackground(QColor(ground or theme.selection))
    emphasis = QTextLayout.FormatRange()
    emphasis.start, emphasis.length, emphasis.format = start, length, looks
    return emphasis


def _end_of(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return as many of the last words as there is room for, after "…" where some are cut off."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    elided = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, width)
    _, space, whole = elided.partition(" ")
    return f"{CUT} {whole}" if space else elided


def _flat(words: str) -> str:
    """Return words with each line break or tab as a space; those at the ends stay."""
    return "".join(" " if sign.isspace() else sign for sign in words)


def _units(words: str) -> bytes:
    """Return as many bytes as there are UTF-16 units in `words`."""
    return bytes(len(words.encode("utf-16-le", "surrogatepass")) // 2)
