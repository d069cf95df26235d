"""Looking for text that is shown as mark-up: in labels, tooltips, lists and documents."""

import ctypes
import ctypes.util
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAction, QTextDocument, QTextTable
from PySide6.QtGui import Qt as guessed  # noqa: N813 - where Qt keeps its own guess
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

import ui
from ui.page import Page

ROWS = 100
_IN_OPEN, _IN_ACCESS = 0x20, 0x01
_OUR_TIPS = re.compile(r"</?qt>|</?nobr>|<br>")


class Watcher(QObject):
    """Sees every widget that is shown, and remembers what it shows as mark-up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()
        self.found: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.shown.add(type(watched).__name__)
        return False

    def look(self) -> None:
        """Look through every widget there is."""
        for widget in QApplication.allWidgets():
            self.found.update(f"{_name(widget)}: {one[:80]}" for one in rich_texts(widget))


def rich_texts(widget: QWidget) -> Iterator[str]:
    """Yield what a widget shows, or would show in a tooltip, as mark-up."""
    yield from (tip for tip in (widget.toolTip(), widget.whatsThis()) if is_rich_tip(tip))
    for action in widget.actions():
        yield from (tip for tip in _tips(action) if is_rich_tip(tip))
    if isinstance(widget, QLabel):
        kind, text = widget.textFormat(), widget.text()
        plain = kind is Qt.TextFormat.PlainText
        if not plain and (kind is not Qt.TextFormat.AutoText or guessed.mightBeRichText(text)):
            yield text
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield from _foreign_parts(widget.document())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rich_cells(widget.model())


def is_rich_tip(tip: str) -> bool:
    """Tell whether a tooltip has mark-up other than the frame that escaped text is put into."""
    if tip.startswith("<qt>"):
        return "<" in _OUR_TIPS.sub("", tip)
    return guessed.mightBeRichText(tip)


def classes(kind: type[QWidget]) -> set[str]:
    """Return the names of all classes of a kind that are defined anywhere in the window's code."""
    for module in walk_packages(ui.__path__, "ui."):
        import_module(module.name)
    found, todo = set(), [kind]
    while todo:
        for one in todo.pop().__subclasses__():
            todo.append(one)
            if one.__module__.startswith("ui."):
                found.add(one.__name__)
    return found


def windows() -> set[str]:
    """Return the names of all dialogs and pages there are."""
    return classes(QDialog) | classes(Page)


@contextmanager
def opened_files(folder: Path) -> Iterator[list[str]]:
    """Give a list that holds, at the end, which files in a folder were opened, by whatever code.

    Qt opens files without Python's knowledge, so the system is asked; only Linux can say.
    """
    seen: list[str] = []
    if not sys.platform.startswith("linux"):
        yield seen
        return
    libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(watch, os.fsencode(folder), _IN_OPEN | _IN_ACCESS) >= 0
    try:
        yield seen
        try:
            if os.read(watch, 65_536):
                seen.append(str(folder))
        except BlockingIOError:
            pass
    finally:
        os.close(watch)


def _tips(action: QAction) -> Iterator[str]:
    yield from (action.toolTip(), action.whatsThis())


def _foreign_parts(document: QTextDocument | None) -> Iterator[str]:
    """Yield pictures and tables in a document: none of Galley's own texts has any."""
    if document is None:
        return
    if any(isinstance(frame, QTextTable) for frame in document.rootFrame().childFrames()):
        yield "a table"
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().isImageFormat():
                yield "a picture"
            part += 1
        block = block.next()


def _rich_cells(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)  # which has one column and no deeper level
    is_flat = is_list or isinstance(model, QAbstractTableModel)
    todo = [QModelIndex()]
    while todo:
        parent = todo.pop()
        for row in range(min(ROWS, model.rowCount(parent))):
            for column in range(1 if is_list else model.columnCount(parent)):
                index = model.index(row, column, parent)
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if isinstance(tip, str) and is_rich_tip(tip):
                    yield tip
                if not is_flat and column == 0 and model.hasChildren(index):
                    todo.append(index)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__module__}.{type(widget).__name__}"
