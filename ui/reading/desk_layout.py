"""How the desk is laid out: three columns, and what stands over what in each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.reading.label_bar import LabelBar
from ui.widgets.buttons import ToolButton
from ui.widgets.frames import Ground, Hairline, Panel


def three_columns(left: QWidget, middle: QWidget, right: QWidget) -> QSplitter:
    """Return left, middle and right beside one another; the middle one takes what is to spare."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName("desk")
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget, least, share in ((left, 190, 0), (middle, 420, 1), (right, 230, 0)):
        widget.setMinimumWidth(least)
        splitter.addWidget(widget)
        splitter.setStretchFactor(splitter.count() - 1, share)
    splitter.setSizes([270, 900, 316])
    return splitter


def reading_side(
    header: QWidget,
    label_bar: LabelBar,
    pane: QWidget,
    *,
    foot: QWidget,
    tools: Iterable[QAction],
) -> QWidget:
    """Return the article under its header and its label bar, with small tools at the bar's end.

    What stands at its `foot` comes and goes without moving the words that are being read.
    """
    for action in tools:
        tool = ToolButton(action.icon(), action.text())
        tool.rename(action.text(), shortcut=action.shortcut().toString())
        tool.clicked.connect(action.trigger)
        label_bar.add_tool(tool)
    top = QVBoxLayout()
    top.setContentsMargins(24, 12, 18, 12)
    top.setSpacing(10)
    top.addWidget(header)
    top.addWidget(label_bar)
    side = Panel(Ground.PAPER)
    column = _column(side)
    column.addLayout(top)
    column.addWidget(Hairline())
    column.addWidget(pane, 1)
    column.addWidget(foot)
    return side


def details_side(details: QWidget, guideline: QWidget, outline: QWidget) -> QWidget:
    """Return the chosen annotation over its label's guideline and the outline of the article."""
    side = Panel(Ground.PANEL)
    column = _column(side)
    column.addWidget(details)
    column.addWidget(Hairline())
    column.addWidget(guideline)
    column.addWidget(Hairline())
    column.addSpacing(12)
    column.addWidget(outline, 1)
    return side


def _column(side: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
