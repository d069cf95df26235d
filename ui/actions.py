"""What can be done anywhere in the window: one action each, for its keys, menus and buttons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.appearance import Choice
from ui.widgets.plain import set_action_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import MenuPart


NAME = "name"
"""An action's property: what it is called where its text also says what it would do next."""


class WindowActions(QObject):
    """The window's own actions; whoever arranges the window connects them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        make = self._make
        self.new = make(self.tr("New project…"), "Ctrl+N")
        self.open = make(self.tr("Open…"), "Ctrl+O")
        self.sample = make(self.tr("Open sample project"))
        self.recent = QMenu(self.tr("Recent projects"), window)
        self.receive = make(self.tr("Receive articles…"), "Ctrl+I")
        self.receive_folder = make(self.tr("Receive a folder…"), "Ctrl+Shift+I")
        self.export = make(self.tr("Export…"), "Ctrl+E")
        self.hand_out = make(self.tr("Hand out…"), "Ctrl+Shift+O")
        self.hand_in = make(self.tr("Hand in…"), "Ctrl+Shift+H")
        self.receive_work = make(self.tr("Receive work…"), "Ctrl+Shift+R")
        self.receive_work_folder = make(self.tr("Receive a folder of work…"))
        self.save = make(self.tr("Save"), "Ctrl+S")
        self.save_copy = make(self.tr("Save a copy…"), "Ctrl+Shift+S")
        self.backups = make(self.tr("Backups…"))
        self.check = make(self.tr("Check project"))
        self.close = make(self.tr("Close project"), "Ctrl+W")
        self.quit = make(self.tr("Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = make("", "Ctrl+Z")
        self.redo = make("", "Ctrl+Shift+Z", "Ctrl+Y")
        self.back = make(self.tr("Back to where you were"), "Ctrl+[", "Back")
        self.forward = make(self.tr("Forward again"), "Ctrl+]", "Forward")
        self.person = make(self.tr("Annotate as somebody else…"))
        self.find_anything = make(self.tr("Find anything…"), "Ctrl+K")
        self.search = make(self.tr("Search all articles…"), "Ctrl+Shift+F")
        self.labels = make(self.tr("Labels and guideline…"), "Ctrl+Shift+G")
        self.assigning = make(self.tr("People and assignments…"), "Ctrl+Shift+A")
        self.conflicts = make(self.tr("Conflicts…"), "Ctrl+Shift+D")
        self.progress = make(self.tr("Progress…"), "Ctrl+Shift+P")
        self.agreement = make(self.tr("Agreement…"), "Ctrl+Shift+M")
        self.toggle_theme = make(self.tr("Change between light and dark"))
        self.full_screen = make(self.tr("Full screen"), "F11")
        self.full_screen.setCheckable(True)
        self.keys = make(self.tr("Keys"), "F1", "?")
        self.about = make(self.tr("About Galley"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.themes = {
            Choice.SYSTEM: make(self.tr("Theme of the system")),
            Choice.LIGHT: make(self.tr("Light theme")),
            Choice.DARK: make(self.tr("Dark theme")),
        }
        group = QActionGroup(self)
        for action in self.themes.values():
            action.setCheckable(True)
            group.addAction(action)
        self.name_history(undo=None, redo=None)
        self.offer_places(back=False, forward=False)

    def menus(self, page: "Sequence[MenuPart]") -> "list[MenuPart]":
        """The menu bar with a page's menus in it; what the page adds to View comes first there."""
        view = self.tr("&View")
        shown = [part for title, actions in page if _same(title, view) for part in (*actions, None)]
        own = [part for part in page if not _same(part[0], view)]
        return [
            (
                self.tr("&File"),
                [
                    *(self.new, self.open, self.recent.menuAction(), self.sample, None),
                    *(self.receive, self.receive_folder, self.export, None),
                    *(self.hand_out, self.hand_in),
                    *(self.receive_work, self.receive_work_folder, None),
                    *(self.save, self.save_copy, self.backups, self.check, self.close, self.quit),
                ],
            ),
            (
                self.tr("&Edit"),
                [
                    *(self.undo, self.redo, None, self.find_anything, self.search),
                    *(self.labels, self.assigning, self.conflicts, self.progress),
                    *(self.agreement, self.person),
                ],
            ),
            (
                view,
                [
                    *shown,
                    self.back,
                    self.forward,
                    None,
                    *self.themes.values(),
                    None,
                    self.full_screen,
                ],
            ),
            *own,
            (self.tr("&Help"), [self.keys, None, self.about]),
        ]

    def need_project(self, *, there: bool) -> None:
        """Offer what needs an open project only while there is one."""
        for action in (
            *(self.receive, self.receive_folder, self.export),
            *(self.save, self.save_copy, self.backups, self.check, self.close),
            *(self.search, self.labels, self.person, self.assigning),
            *(self.conflicts, self.progress, self.agreement),
            *(self.hand_out, self.hand_in, self.receive_work, self.receive_work_folder),
        ):
            action.setEnabled(there)

    def name_history(self, *, undo: str | None, redo: str | None) -> None:
        """Let undo and redo say what they would do; None where there is nothing."""
        for action, title, plain, named in (
            (self.undo, undo, self.tr("Undo"), self.tr("Undo {what}")),
            (self.redo, redo, self.tr("Redo"), self.tr("Redo {what}")),
        ):
            set_action_text(action, plain if title is None else named.format(what=title))
            action.setProperty(NAME, plain)
            action.setEnabled(title is not None)

    def offer_places(self, *, back: bool, forward: bool) -> None:
        """Offer to go back and forward where there is a place to go to."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _make(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._window.addAction(action)
        return action


def _same(one: str, other: str) -> bool:
    return one.replace("&", "") == other.replace("&", "")
