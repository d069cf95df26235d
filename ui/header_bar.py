"""The window's head: the mark, the project, the menus, undo and redo, and the page's own button."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.actions import WindowActions
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.theme.mark import paint_mark
from ui.widgets.buttons import QuietButton, ToolButton
from ui.widgets.frames import Panel
from ui.widgets.plain import ElidedLabel, action_text, one_line, plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import MenuPart

HEIGHT = 48
NAME_WIDTH = 200
MARK = 24


class Mark(QWidget):
    """Galley's mark."""

    def __init__(self, parent: QWidget | None = None, *, size: int = MARK) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark, filling the square."""
        paint_mark(QPainter(self), QRectF(self.rect()))


class ActionButton(ToolButton):
    """A window action as an icon to press; it says what the action says."""

    def __init__(self, action: QAction, word: str, parent: QWidget | None = None) -> None:
        super().__init__(icon(word, tint="text"), "", parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        name = self._action.text().replace("&&", "&")
        self.rename(name, shortcut=self._action.shortcut().toString())


class ProjectButton(QToolButton):
    """The project's name, with what can be done with projects behind it."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "named")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMenu(menu)
        self.clicked.connect(self.showMenu)

    def name(self, text: str, *, tip: str) -> None:
        """Show a project's name; the tooltip says where it lies."""
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
        self.setText(action_text(shown))
        self.setAccessibleName(self.tr("Project {name}").format(name=text))
        plain_tooltip(self, tip)


class HeaderBar(Panel):
    """One row; the menus stand in it too, so that the text below has the rest of the window."""

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedHeight(HEIGHT)
        self._menus: list[QMenu] = []
        self._page_widget: QWidget | None = None
        self.project = ProjectButton(_project_menu(actions, self))
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = ActionButton(actions.back, "place before")
        self.forward = ActionButton(actions.forward, "place after")
        self.undo = ActionButton(actions.undo, "undo")
        self.redo = ActionButton(actions.redo, "redo")
        self.theme = ActionButton(actions.toggle_theme, "moon")
        self.owner = ElidedLabel(role=TextRole.MEDIUM)
        self.owner.setMaximumWidth(NAME_WIDTH)
        self.conflicts = QuietButton("", icon=icon("warning", tint="warning"))
        self.conflicts.clicked.connect(actions.conflicts.trigger)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 14, 0)
        self._row.setSpacing(4)
        self._row.addWidget(Mark())
        self._row.addSpacing(4)
        self._row.addWidget(self.project)
        self._row.addWidget(self.menu_bar)
        self._row.addStretch(1)
        self._row.addWidget(self.owner)
        self._row.addWidget(self.conflicts)
        for button in (self.back, self.forward):
            self._row.addWidget(button)
        self._row.addSpacing(8)
        for button in (self.undo, self.redo, self.theme):
            self._row.addWidget(button)
        self.show_theme()
        self.show_project(None)

    def show_project(self, path: Path | None) -> None:
        """Name the open project, or nothing where there is none."""
        for widget in (self.project, self.back, self.forward, self.undo, self.redo):
            widget.setVisible(path is not None)
        self.show_owner("")
        self.show_conflicts(0)
        if path is not None:
            self.project.name(path.stem, tip=str(path))

    def show_owner(self, name: str) -> None:
        """Say whose copy this is, nothing where it is the lead's."""
        self.owner.setText(self.tr("{name}'s copy").format(name=one_line(name)) if name else "")
        self.owner.setVisible(bool(name))

    def show_conflicts(self, number: int) -> None:
        """Say how many conflicts wait, nothing where none does."""
        told = self.tr("%n conflict(s)", None, number)
        self.conflicts.setText(told)
        self.conflicts.setAccessibleName(told)
        self.conflicts.setVisible(number > 0)

    def set_menus(self, menus: "Sequence[MenuPart]") -> None:
        """Put these menus into the bar instead of those that stand there."""
        self.menu_bar.clear()
        for old in self._menus:
            old.deleteLater()
        self._menus = []
        for title, actions in menus:
            menu = self.menu_bar.addMenu(title)
            menu.setToolTipsVisible(True)  # an action that is not offered says why
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
            self._menus.append(menu)

    def set_page_widget(self, widget: QWidget | None) -> None:
        """Put a page's own button at the right end instead of the one that stands there."""
        if self._page_widget is not None:
            self._row.removeWidget(self._page_widget)
            self._page_widget.deleteLater()
        self._page_widget = widget
        if widget is not None:
            self._row.addWidget(widget)
            widget.show()

    def show_page_widget(self, *, shown: bool) -> None:
        """Show the page's own button, or keep it back while another page stands before that one."""
        if self._page_widget is not None:
            self._page_widget.setVisible(shown)

    def show_theme(self) -> None:
        """Show on the theme's button what pressing it would bring."""
        self.theme.setIcon(icon("sun" if theme_now().is_dark else "moon", tint="text"))


def _project_menu(actions: WindowActions, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.addActions([actions.new, actions.open])
    menu.addMenu(actions.recent)
    menu.addSeparator()
    menu.addActions([actions.receive, actions.receive_folder, actions.export])
    menu.addSeparator()
    menu.addAction(actions.close)
    return menu
