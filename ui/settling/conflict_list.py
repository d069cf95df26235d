"""The list of conflicts: what happened and to which words, a line each."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.conflict import Conflict
from ui.settling.words import subject_of, title_of
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.plain import tooltip_text

HEIGHT = 52
AIR = 12
ICON = 15
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the words."""

    CONFLICT = Qt.ItemDataRole.UserRole + 1


class ConflictModel(QAbstractListModel):
    """The conflicts, those to decide first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.conflicts: list[Conflict] = []

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.conflicts = list(conflicts)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.conflicts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a conflict's words, or the conflict."""
        if not index.isValid():
            return None
        one = self.conflicts[index.row()]
        words = ", ".join(part for part in (title_of(one), subject_of(one)) if part)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(words)
            case Role.CONFLICT:
                return one
        return None


class ConflictDelegate(QStyledItemDelegate):
    """Draws one line: an icon, what happened, and the words or the name it happened to."""

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
        one: Conflict = index.data(Role.CONFLICT)
        theme, rect = theme_now(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = QRectF(rect).adjusted(4, 2, -4, -2)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=6.0)
        icon = QRectF(rect.left() + AIR, rect.top() + 9, ICON, ICON)
        is_open = one.why.is_open
        paint_icon(
            painter, icon, "warning" if is_open else "info", "warning" if is_open else "text_faint"
        )
        left = rect.left() + AIR + ICON + 9
        room = QRect(left, rect.top() + 6, rect.right() - left - AIR, 20)
        painter.setFont(font_for(TextRole.MEDIUM))
        painter.setPen(QColor(theme.chosen_text if chosen else theme.text))
        draw_words(painter, room, title_of(one))
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        draw_words(painter, room.translated(0, 20), subject_of(one))
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme, radius=6.0)
        painter.restore()
