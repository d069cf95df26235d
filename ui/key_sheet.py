"""The key sheet: the keys of what is in front, as its menus have them, and what the mouse does."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import NAME
from ui.page import KeyPart, KeyRow, MenuPart
from ui.theme.fonts import TextRole
from ui.widgets.buttons import KeyCap, PrimaryButton
from ui.widgets.plain import PlainLabel, one_line

COLUMNS = 2
MOST_KEYS = 2
SIZE = (780, 620)


class KeySheet(QDialog):
    """Shows keys by menu, made from the menus themselves, so that it cannot tell anything else.

    `gestures` are what the page in front brings besides, such as what the mouse does.
    """

    def __init__(
        self,
        menus: Sequence[MenuPart],
        parent: QWidget | None = None,
        *,
        gestures: Sequence[KeyPart] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.parts = [*gestures, *_by_menu(menus)]
        close = PrimaryButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(PlainLabel(self.tr("Keys"), role=TextRole.TITLE))
        column.addWidget(_scrolled(self._columns()), 1)
        column.addLayout(foot)

    def _columns(self) -> QWidget:
        """The parts, each put into whichever column is shorter so far."""
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        heights = [0] * COLUMNS
        for title, rows in self.parts:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(_part(title, rows))
            heights[shortest] += len(rows) + 2
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(36)
        for column in columns:
            column.setSpacing(18)
            column.addStretch(1)
            row.addLayout(column, 1)
        return sheet


def _by_menu(menus: Sequence[MenuPart]) -> list[tuple[str, list[KeyRow]]]:
    parts = []
    for title, actions in menus:
        rows = [
            (_plain(action.property(NAME) or action.text()), _keys(action))
            for action in actions
            if action and _keys(action)
        ]
        if rows:
            parts.append((_plain(title), rows))
    return parts


def _keys(action: QAction) -> list[str]:
    written = (keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
    return list(dict.fromkeys(written))[:MOST_KEYS]


def _plain(text: str) -> str:
    """A menu's words without the marks for its letters and without the dots of a dialog."""
    return one_line(text.replace("&&", "\0").replace("&", "").replace("\0", "&")).rstrip("…")


def _part(title: str, rows: Sequence[KeyRow]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(PlainLabel(title, role=TextRole.CAPS))
    for words, keys in rows:
        row = QHBoxLayout()  # each line for itself: long keys in one leave the others their room
        row.setSpacing(4)
        row.addWidget(PlainLabel(words, wrap=True), 1)
        row.addSpacing(12)
        for key in keys:
            row.addWidget(KeyCap(key))
        column.addLayout(row)
    return part


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(QCoreApplication.translate("KeySheet", "Keys"))
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    return area
