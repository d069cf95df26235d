"""The list of a project's labels, each drawn as it marks; dragged or moved by keys into order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.label import Label
from app.queries.label_use import LabelUse
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.widgets.drawing import draw_box, draw_focus, draw_key_cap
from ui.widgets.looks import draw_word
from ui.widgets.numbers import parted
from ui.widgets.plain import one_line

HEIGHT = 42
CAP = 20
ICON = 15
FADED = 0.6
LONGEST = 22
_LABEL = Qt.ItemDataRole.UserRole
_USED = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class LabelList(QListWidget):
    """`picked` carries the id of the current label; `moved` an id and its wanted position."""

    picked = Signal(str)
    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSpacing(1)
        self.setAccessibleName(self.tr("Labels"))
        self.currentItemChanged.connect(self._pick)

    @property
    def current(self) -> str | None:
        """The id of the current label."""
        item = self.currentItem()
        return _label(item).id if self.count() and item is not None else None

    def show_labels(self, labels: Sequence[Label], use: Mapping[str, LabelUse]) -> None:
        """Show these labels; the one that was current stays so, or the one in its place."""
        current, row = self.current, max(0, self.currentRow())
        quiet = QSignalBlocker(self)
        self.clear()
        for label in labels:
            item = QListWidgetItem(self)
            count = use.get(label.id, LabelUse()).annotations
            item.setData(_LABEL, label)
            item.setData(_USED, count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._told(label, count))
        rows = [number for number, label in enumerate(labels) if label.id == current]
        self.setCurrentRow(rows[0] if rows else min(row, len(labels) - 1))
        quiet.unblock()
        self._pick(self.currentItem())

    def choose(self, label: str) -> None:
        """Make a label current."""
        for row in range(self.count()):
            if _label(self.item(row)).id == label:
                self.setCurrentRow(row)

    def move_current(self, by: int) -> None:
        """Ask for the current label to stand so many lines further down."""
        wanted = self.currentRow() + by
        if self.current is not None and 0 <= wanted < self.count():
            self.moved.emit(self.current, wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current label with Alt and an arrow."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_current(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for what was dragged to stand where it was dropped; the answer moves it."""
        label, row = self.current, self.indexAt(event.position().toPoint()).row()
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if label is None or event.source() is not self:
            return
        wanted = self.count() if row < 0 else row + below
        self.moved.emit(label, wanted - (self.currentRow() < wanted))

    def _told(self, label: Label, count: int) -> str:
        parts = [label.name, self.tr("key {0}").format(label.key) if label.key else ""]
        parts += [self.tr("retired") if label.retired else "", self._counted(count)]
        return ", ".join(part for part in parts if part)

    def _counted(self, count: int) -> str:
        return parted(self.tr("%n annotation(s)", None, count), count)

    def _pick(self, item: QListWidgetItem | None) -> None:
        self.picked.emit("" if item is None else _label(item).id)


def _label(item: QListWidgetItem) -> Label:
    label: Label = item.data(_LABEL)
    return label


class _Delegate(QStyledItemDelegate):
    """Paints key, icon, the name as it marks, and how often it is used."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        label: Label = index.data(_LABEL)
        theme = theme_now()
        state = option.state
        area = QRectF(option.rect).adjusted(4, 1, -4, -1)
        style = option.widget.style()
        is_current = bool(state & style.StateFlag.State_Selected)
        is_under = bool(state & style.StateFlag.State_MouseOver)
        painter.save()
        if is_current or is_under:
            draw_box(painter, area, ground=theme.chosen if is_current else theme.hover, radius=7)
        if is_current and state & style.StateFlag.State_HasFocus:
            draw_focus(painter, area, theme, radius=7)
        middle = area.center().y()
        left = area.left() + 10
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(theme.chosen_text if is_current else theme.text_quiet)
        right = self.tr("retired") if label.retired else f"{index.data(_USED):n}"
        painter.drawText(
            area.adjusted(0, 0, -12, 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            right,
        )
        if label.retired:
            painter.setOpacity(FADED)
        if label.key:
            draw_key_cap(painter, QRectF(left, middle - CAP / 2, CAP, CAP), label.key, theme)
        left += CAP + 10
        paint_icon(painter, QRectF(left, middle - ICON / 2, ICON, ICON), label.look, label.hue)
        left += ICON + 9
        painter.setFont(font_for(TextRole.MEDIUM))
        name = one_line(label.name)
        draw_word(
            painter,
            QRectF(left, area.top(), area.right() - left, area.height()),
            name if len(name) <= LONGEST else name[: LONGEST - 1] + "…",
            look=label.look,
            tokens=theme.labels[label.hue],
            theme=theme,
        )
        painter.restore()
