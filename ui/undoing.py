"""Undo and redo in the window: they name what they would do, do it, and say that it was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.actions import WindowActions

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.start.opening import Opening


class Undoing(QObject):
    """Connects the actions to whatever project is open; `told` carries what became of a step."""

    told = Signal(str)

    def __init__(self, opening: "Opening", actions: WindowActions, parent: QObject) -> None:
        super().__init__(parent)
        self._opening = opening
        self._actions = actions
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)

    def name_steps(self) -> None:
        """Let both actions say what they would do for who works here now."""
        opened = self._opened
        if opened is None or opened.person is None:
            self._actions.name_history(undo=None, redo=None)
            return
        undo, redo = opened.next_undo(), opened.next_redo()
        self._actions.name_history(
            undo=None if undo is None else undo.title, redo=None if redo is None else redo.title
        )

    @property
    def _opened(self) -> "OpenProject | None":
        return self._opening.opened

    def _undo(self) -> None:
        opened = self._opened
        if opened is None:
            return
        step = opened.next_undo()
        opened.undo()
        undone = opened.next_redo()
        if step is not None and undone is not None and undone.number == step.number:
            self.told.emit(self.tr("Undone: {0}").format(step.title))

    def _redo(self) -> None:
        opened = self._opened
        if opened is None:
            return
        step = opened.next_redo()
        opened.redo()
        done = opened.next_undo()
        if step is not None and done is not None and done.number == step.number:
            self.told.emit(self.tr("Redone: {0}").format(step.title))
