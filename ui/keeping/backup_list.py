"""The list of backups: when each was made, what for and what it holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.keeping.words import said_holds, said_when, said_why
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.widgets.drawing import draw_box, draw_focus, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files.backups import Backup

HEIGHT = 62
AIR = 12
_BACKUP = Qt.ItemDataRole.UserRole


class BackupList(QListWidget):
    """The newest first; `picked` carries the backup that is current."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Backups"))
        self.currentItemChanged.connect(self._pick)

    @property
    def current(self) -> "Backup | None":
        """The backup that is current."""
        found: Backup | None = self.currentIndex().data(_BACKUP)
        return found

    def show_backups(self, backups: "Sequence[Backup]") -> None:
        """Show these backups and choose the first."""
        self.clear()
        for backup in backups:
            item = QListWidgetItem(self)
            item.setData(_BACKUP, backup)
            told = (said_when(backup.made), said_why(backup.why), said_holds(backup))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(told))
        self.setCurrentRow(0)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(_BACKUP))


class _Delegate(QStyledItemDelegate):
    """Draws one backup in three lines."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        backup: Backup = index.data(_BACKUP)
        theme = theme_now()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect
        box = QRectF(rect).adjusted(0, 1, 0, -1)
        painter.save()
        if chosen or hovered:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover)
        room = QRect(rect.left() + AIR, rect.top() + 6, rect.width() - 2 * AIR, 17)
        painter.setFont(font_for(TextRole.STRONG))
        painter.setPen(QColor(theme.text))
        draw_words(painter, room, _capital(said_when(backup.made)))
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet))
        draw_words(painter, room.translated(0, 17), said_why(backup.why))
        draw_words(painter, room.translated(0, 33), said_holds(backup))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, box, theme)
        painter.restore()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
