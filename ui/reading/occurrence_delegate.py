"""How a place in the list of occurrences is drawn: its tick, its sentence, what overlaps it."""

import unicodedata

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.label import Label
from ui.reading.occurrence_model import Heading, PlaceLine, Role
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.looks import draw_word, look_size
from ui.widgets.plain import one_line
from ui.widgets.tag import draw_tag, tag_size

HEIGHT = 36
AIR = 10
BOX = 16
STEP = 24
"""How far a place is set in under its article."""

GAP = 9
LONGEST_WORDS = 0.6
"""The words themselves take at most this share of the line."""


class OccurrenceDelegate(QStyledItemDelegate):
    """Draws a place, with its words as the label would draw them, or an article above places."""

    def __init__(self, label: Label, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label = label

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height that all lines have."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        theme = theme_now()
        line = index.data(Role.LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect
        painter.save()
        box = QRectF(rect).adjusted(2, 1, -2, -1)
        if chosen or hovered:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=6.0)
        left = rect.left() + AIR + (STEP if isinstance(line, PlaceLine) else 0)
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        middle = rect.top() + (rect.height() - BOX) / 2
        draw_tick(painter, QRectF(left, middle, BOX, BOX), state)
        room = rect.adjusted(left - rect.left() + BOX + GAP, 0, -AIR, 0)
        if isinstance(line, Heading):
            self._heading(painter, room, line)
        else:
            self._place(painter, room, line, ticked=state == Qt.CheckState.Checked)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme, radius=6.0)
        painter.restore()

    def _heading(self, painter: QPainter, room: QRect, line: Heading) -> None:
        theme = theme_now()
        if line.done:
            icon = QRectF(room.right() - 14, room.center().y() - 6, 14, 14)
            paint_icon(painter, icon, "done", "good")
            room = room.adjusted(0, 0, -14 - GAP, 0)
            said = self.tr("done")
            painter.setFont(font_for(TextRole.QUIET))
            width = painter.fontMetrics().horizontalAdvance(said) + 1
            painter.setPen(QColor(theme.text_quiet))
            painter.drawText(
                QRect(room.right() - width, room.top(), width + 1, room.height()),
                int(Qt.AlignmentFlag.AlignVCenter),
                said,
            )
            room = room.adjusted(0, 0, -width - GAP, 0)
        title, source = one_line(line.title), one_line(line.source)
        painter.setFont(font_for(TextRole.STRONG))
        painter.setPen(QColor(theme.text))
        width = min(painter.fontMetrics().horizontalAdvance(title) + 1, room.width())
        draw_words(painter, QRect(room.left(), room.top(), width, room.height()), title)
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        draw_words(painter, room.adjusted(width + GAP, 0, 0, 0), source)

    def _place(self, painter: QPainter, room: QRect, line: PlaceLine, *, ticked: bool) -> None:
        theme, place = theme_now(), line.place
        room = self._hints(painter, room, line)
        painter.setFont(font_for(TextRole.BODY))
        metrics = QFontMetricsF(painter.font())
        most = room.width() * LONGEST_WORDS
        words = metrics.elidedText(
            one_line(place.occurrence.quote), Qt.TextElideMode.ElideMiddle, most
        )
        size = look_size(words, painter.font(), self._label.look)
        air = metrics.horizontalAdvance(" ")
        before, after = _tidied(place.before), _tidied(place.after)
        is_mirrored = _reads_from_right(place.before + place.occurrence.quote)
        spare = max(room.width() - size.width() - 2 * air, 0)
        ahead = metrics.horizontalAdvance(before) + 1
        behind = metrics.horizontalAdvance(after) + 1
        ahead = min(ahead, max(spare * 0.5, spare - behind))
        start = room.left() + ahead + (air if place.before[-1:].isspace() else 0)
        if is_mirrored:
            start = room.right() - (start - room.left()) - size.width()
        target = QRectF(start, room.top(), size.width(), room.height())
        left = QRectF(room.left(), room.top(), start - room.left(), room.height())
        right = QRectF(target.right(), room.top(), room.right() - target.right(), room.height())
        gaps = [air if place.before[-1:].isspace() else 0, air if place.after[:1].isspace() else 0]
        if is_mirrored:
            left, right = right, left
        painter.setPen(QColor(theme.text if ticked else theme.text_quiet))
        for box, shown, is_ahead, gap in (
            (left, before, True, gaps[0]),
            (right, after, False, gaps[1]),
        ):
            at_right = is_ahead is not is_mirrored
            box = box.adjusted(0 if at_right else gap, 0, -gap if at_right else 0, 0)
            mode = Qt.TextElideMode.ElideLeft if is_ahead else Qt.TextElideMode.ElideRight
            side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.drawText(
                box,
                int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                metrics.elidedText(shown, mode, box.width()),
            )
        tokens = theme.labels[self._label.hue]
        draw_word(
            painter, target, words, look=self._label.look, tokens=tokens, theme=theme, chosen=ticked
        )

    def _hints(self, painter: QPainter, room: QRect, line: PlaceLine) -> QRect:
        """Draw at the right what the place is besides; return the room that is left."""
        theme = theme_now()
        for label in reversed(line.labels[:3]):
            size = tag_size(label.name)
            width = min(size.width(), 90)
            box = QRectF(
                room.right() - width, room.center().y() - size.height() / 2, width, size.height()
            )
            draw_tag(painter, box, label.name, theme.labels[label.hue])
            room = room.adjusted(0, 0, -width - 4, 0)
        if not line.place.same_case:
            painter.setFont(font_for(TextRole.QUIET))
            painter.setPen(QColor(theme.text_quiet))
            said = self.tr("other capitals")
            width = painter.fontMetrics().horizontalAdvance(said) + 1
            painter.drawText(
                QRect(room.right() - width - 4, room.top(), width + 1, room.height()),
                int(Qt.AlignmentFlag.AlignVCenter),
                said,
            )
            room = room.adjusted(0, 0, -width - 8, 0)
        return room.adjusted(0, 0, -GAP, 0)


def draw_tick(painter: QPainter, rect: QRectF, state: Qt.CheckState) -> None:
    """Draw a box that is ticked, half ticked or empty."""
    theme = theme_now()
    if state == Qt.CheckState.Unchecked:
        draw_box(painter, rect, ground=theme.field, border=theme.line_strong, radius=4.0)
        return
    draw_box(painter, rect, ground=theme.accent, radius=4.0)
    if state == Qt.CheckState.PartiallyChecked:
        bar = QRectF(rect.left() + 4, rect.center().y() - 1, rect.width() - 8, 2)
        painter.fillRect(bar, QColor(theme.on_accent))
    else:
        paint_icon(painter, rect.adjusted(2.5, 2.5, -2.5, -2.5), "check", "on_accent")


def _tidied(words: str) -> str:
    return one_line(words[-400:] if len(words) > 400 else words)


def _reads_from_right(words: str) -> bool:
    """Tell whether the first letter that has a direction is written from right to left."""
    for letter in words:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
