"""What differs between a backup and now, one line for each article and annotation."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.difference import How, Line
from ui.keeping.words import SEAM, said_how
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import TintWord, paint_icon
from ui.widgets.drawing import draw_words
from ui.widgets.plain import one_line, tooltip_text

HEIGHT = 42
ICON = 13
AIR = 10
_LINE = Qt.ItemDataRole.UserRole

_SIGNS: dict[How, tuple[str, TintWord]] = {
    How.MORE: ("add", "good"),
    How.FEWER: ("close", "danger"),
    How.CHANGED: ("edit", "accent"),
}


class DifferenceList(QListWidget):
    """Shows lines; a plus is only in the backup, a cross not in it, a pencil different in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What differs from now"))

    def show_lines(self, lines: Sequence[Line], untold: int) -> None:
        """Show these lines, and how many more there would be."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(self)
            first, second = _words(line)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {second}")
            item.setData(Qt.ItemDataRole.ToolTipRole, tooltip_text(f"{first}\n{second}"))
        if untold > 0:
            item = QListWidgetItem(self)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            more = self.tr("and %n more", None, untold)
            item.setData(_LINE, more)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, more)


def _words(line: Line) -> tuple[str, str]:
    """Return what stands large and what stands small."""
    if not line.label:
        article = QCoreApplication.translate("Keeping", "article")
        return one_line(line.title), SEAM.join((article, said_how(line.how)))
    facts = (line.label, said_how(line.how), line.annotator, line.title)
    return f"“{one_line(line.quote)}”", one_line(SEAM.join(facts))


class _Delegate(QStyledItemDelegate):
    """Draws a sign, the words, and below them label, annotator and article."""

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
        line = index.data(_LINE)
        theme = theme_now()
        rect: QRect = option.rect
        left = rect.left() + AIR + ICON + 10
        room = QRect(left, rect.top() + 3, rect.right() - left - AIR, 19)
        painter.save()
        painter.setPen(QColor(theme.text_quiet))
        painter.setFont(font_for(TextRole.QUIET))
        if isinstance(line, str):
            draw_words(painter, room.translated(0, 8), line)
        else:
            first, second = _words(line)
            word, tint = _SIGNS[line.how]
            top = rect.top() + (rect.height() - ICON) / 2
            paint_icon(painter, QRectF(rect.left() + AIR, top, ICON, ICON), word, tint)
            draw_words(painter, room.translated(0, 18), second)
            painter.setPen(QColor(theme.text))
            painter.setFont(font_for(TextRole.BODY if line.label else TextRole.MEDIUM))
            draw_words(painter, room, first)
        painter.restore()
