"""A field for the path of a file or folder."""

import os

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter

from ui.widgets.plain import one_line

_AIR = 2
"""Pixels that Qt leaves before the text of a line."""


class PathField(QLineEdit):
    """A line that shows the end of a path that is too long, from a folder's name on.

    The name of what it leads to counts most. While somebody types, it is a line like any other.
    """

    def shown_text(self) -> str:
        """What there is room for, with … for a beginning that is left out."""
        whole = one_line(self.text())
        rest, room = whole, self._room().width()
        while self.fontMetrics().horizontalAdvance(rest) > room:
            _, cut, after = rest.removeprefix("…").lstrip("/\\").replace("\\", "/").partition("/")
            if not cut:
                return self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideMiddle, room)
            rest = f"…{os.sep}{after.replace('/', os.sep)}"
        return rest

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the end of the path, unless it is typed in."""
        shown = self.shown_text()
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        option = self._option()
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, shown)

    def _room(self) -> QRect:
        element = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(element, self._option(), self)
        return room.adjusted(_AIR, 0, -_AIR, 0)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option
