"""The lines of the palette: candidates under their headings, and how each is drawn."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.finding.candidate import Candidate, Candidates, Group
from ui.reading.article_list_delegate import ICON_WORDS
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import STATE_TINTS, paint_icon
from ui.widgets.drawing import draw_box, draw_key_cap, key_font
from ui.widgets.plain import one_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HEIGHT = 36
AIR = 12
ICON = 15
TEXT = AIR + ICON + 11
DETAIL = 0.42
"""What stands at the right takes at most this share of a line."""


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    LINE = Qt.ItemDataRole.UserRole + 1


def heading(group: Group) -> str:
    """Return what stands above a group."""
    translate = QCoreApplication.translate
    return {
        Group.RECENT: translate("Palette", "Lately"),
        Group.ACTIONS: translate("Palette", "Actions"),
        Group.ARTICLES: translate("Palette", "Articles"),
        Group.ANNOTATIONS: translate("Palette", "Your annotations"),
    }[group]


class PaletteModel(QAbstractListModel):
    """Candidates in groups, each under a heading, which cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Candidate | Group] = []

    def show_groups(self, groups: "list[tuple[Group, Candidates]]") -> None:
        """Show these candidates, in this order."""
        self.beginResetModel()
        self._lines = []
        for group, candidates in groups:
            if candidates:
                self._lines += [group, *candidates]
        self.endResetModel()

    def candidate(self, line: int) -> Candidate | None:
        """Return the candidate in a line."""
        found = self._lines[line] if 0 <= line < len(self._lines) else None
        return found if isinstance(found, Candidate) else None

    def next_line(self, line: int, step: int) -> int:
        """Return the next line that can be chosen that way, round the ends; -1 without any."""
        lines = [at for at, one in enumerate(self._lines) if isinstance(one, Candidate)]
        if not lines:
            return -1
        if line not in lines:
            return lines[0 if step > 0 else -1]
        return lines[(lines.index(line) + step) % len(lines)]

    def names(self) -> list[str]:
        """Return the names of the candidates, in order."""
        return [one.name for one in self._lines if isinstance(one, Candidate)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that headings cannot be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, its words, or what a screen reader tells."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(line) if isinstance(line, Group) else line.name
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(line, Candidate):
            said = line.label.name if line.label else ""
            return ", ".join(filter(None, (said, line.name, line.detail, line.keys)))
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Draws a candidate in one line: icon, name with the letters typed, and what tells it apart."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the one height that all lines have."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line, rect = index.data(Role.LINE), option.rect
        painter.save()
        if isinstance(line, Group):
            painter.setFont(font_for(TextRole.CAPS))
            painter.setPen(QColor(theme_now().text_quiet))
            painter.drawText(
                rect.adjusted(AIR, 0, -AIR, -6),
                int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft),
                heading(line),
            )
        else:
            self._candidate(painter, rect, line, option)
        painter.restore()

    def _candidate(
        self, painter: QPainter, rect: QRect, line: Candidate, option: QStyleOptionViewItem
    ) -> None:
        theme = theme_now()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            box = QRectF(rect).adjusted(0, 1, 0, -1)
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=7.0)
            if chosen:
                bar = QRectF(box.left(), box.top() + 8, 3, box.height() - 16)
                draw_box(painter, bar, ground=theme.accent, radius=1.5)
        _paint_icon(
            painter,
            QRectF(rect.left() + AIR, rect.center().y() - ICON / 2 + 0.5, ICON, ICON),
            line,
        )
        room = rect.adjusted(TEXT, 0, -AIR, 0)
        if line.keys:
            width = max(22, QFontMetrics(key_font()).horizontalAdvance(line.keys) + 12)
            cap = QRectF(room.right() - width, room.center().y() - 9.5, width, 20)
            draw_key_cap(painter, cap, line.keys, theme)
            room = room.adjusted(0, 0, -width - 10, 0)
        room = self._detail(painter, room, line)
        painter.setPen(QColor(theme.chosen_text if chosen else theme.text))
        _draw_name(painter, room, line)

    @staticmethod
    def _detail(painter: QPainter, room: QRect, line: Candidate) -> QRect:
        words = one_line(line.detail)
        if not words:
            return room
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme_now().text_quiet))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width() * DETAIL))
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown
        )
        return room.adjusted(0, 0, -metrics.horizontalAdvance(shown) - 14, 0)


def _paint_icon(painter: QPainter, rect: QRectF, line: Candidate) -> None:
    if line.row is not None:
        word = ICON_WORDS[line.row.state]
        paint_icon(painter, rect, word, STATE_TINTS[word])
    elif line.label is not None:
        paint_icon(painter, rect, line.label.look, line.label.hue)
    elif line.action is not None and not line.action.icon().isNull():
        line.action.icon().paint(painter, rect.toRect())
    else:
        paint_icon(painter, rect, "action", "text_faint")


def _draw_name(painter: QPainter, room: QRect, line: Candidate) -> None:
    """Draw the name; the letters typed are heavier where the line shows from its beginning."""
    name = line.name
    plain, strong = font_for(TextRole.BODY), font_for(TextRole.STRONG)
    places = set(line.places)
    is_simple = "\n" not in name and name.isprintable() and all(ord(one) < 0x500 for one in name)
    if not places or not is_simple or QFontMetrics(strong).horizontalAdvance(name) > room.width():
        painter.setFont(plain)
        shown = painter.fontMetrics().elidedText(
            one_line(name), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, left | Qt.AlignmentFlag.AlignVCenter, shown)
        return
    x, start = room.left(), 0
    while start < len(name):
        is_typed = start in places
        end = start + 1
        while end < len(name) and (end in places) is is_typed:
            end += 1
        painter.setFont(strong if is_typed else plain)
        box = QRect(x, room.top(), room.right() - x + 1, room.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name[start:end])
        x += painter.fontMetrics().horizontalAdvance(name[start:end])
        start = end
