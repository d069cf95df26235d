"""What is said when the mouse rests on an annotation: its words, its tag or its bar at the side."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent

from app.domain.label import Label
from ui.reading.annotation_words import described, told
from ui.reading.keyed_pane import KeyedPane
from ui.widgets.plain import show_tip

_NEAR = 6
"""The mouse may move by so many pixels before what is under it is looked up again."""


class HoverWords(QObject):
    """Tells of the annotation that a click would choose, and of those around it."""

    def __init__(self, pane: KeyedPane, label: Callable[[str], Label], parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._label = label
        pane.viewport().installEventFilter(self)

    def words_at(self, point: QPoint) -> str:
        """Return what there is to say at a point of the pane's viewport; "" for nothing."""
        here = self._pane.annotations_under(point)
        if not here:
            return ""
        chosen = self._pane.chosen_id
        first = next((each for each in here if each.id == chosen), here[0])
        around = [each for each in here if each is not first]
        lines = [
            described(first, self._label(first.label), is_chosen=first.id == chosen),
            *(self.tr("Also {0}").format(told(each, self._label(each.label))) for each in around),
        ]
        return "\n".join(lines)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show the tooltip, or take the last one away."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        point = event.pos()
        area = QRect(point, point).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        show_tip(event.globalPos(), self.words_at(point), self._pane.viewport(), area)
        return True
