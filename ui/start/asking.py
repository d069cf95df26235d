"""Asking which project: a new file, one that is there, or one of the recent ones."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui.choosing import Chooser
from ui.settings import Settings
from ui.start.opening import SUFFIX, Opening
from ui.widgets.plain import set_action_text

PURPOSE = "projects"


class Asking(QObject):
    """Asks, and has the answer opened."""

    def __init__(self, opening: Opening, chooser: Chooser, settings: Settings) -> None:
        super().__init__(opening)
        self._opening, self._chooser, self._settings = opening, chooser, settings

    def new(self) -> None:
        """Ask where a new project is to lie, and make it."""
        self._chooser.new(
            self.tr("New project"),
            self._kinds(),
            lambda paths: self._opening.create(paths[0]),
            purpose=PURPOSE,
            suggested=self.tr("Untitled") + SUFFIX,
            confirm=False,  # a project is never written over another file; opening says so
        )

    def existing(self) -> None:
        """Ask for a project, and open it."""
        self._chooser.existing(
            self.tr("Open a project"),
            self._kinds(),
            lambda paths: self._opening.open(paths[0]),
            purpose=PURPOSE,
        )

    def fill_recent(self, menu: QMenu) -> None:
        """Offer the recent projects; those that have gone cannot be chosen."""
        menu.clear()
        for project in self._settings.recent():
            action = menu.addAction("")
            set_action_text(action, str(project.path))
            action.setEnabled(project.is_there)
            action.triggered.connect(lambda _, path=project.path: self._opening.open(path))
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)

    def _kinds(self) -> list[str]:
        return [
            self.tr("Galley projects ({pattern})").format(pattern=f"*{SUFFIX}"),
            self.tr("All files ({pattern})").format(pattern="*"),
        ]
