"""Asking for files and folders; the window waits for the answer, the program does not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Settings

Then = Callable[[list[Path]], object]


class Chooser:
    """Asks, and remembers for each purpose the folder that was used last."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        self._settings, self._window = settings, window

    def existing(
        self, title: str, kinds: list[str], then: Then, *, purpose: str, many: bool = False
    ) -> None:
        """Ask for one or many files that are there."""
        dialog = self._dialog(title, purpose)
        one, several = QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.ExistingFiles
        dialog.setFileMode(several if many else one)
        dialog.setNameFilters(kinds)
        self._ask(dialog, then, purpose)

    def folder(self, title: str, then: Then, *, purpose: str) -> None:
        """Ask for a folder that is there."""
        dialog = self._dialog(title, purpose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog, then, purpose)

    def new(
        self,
        title: str,
        kinds: list[str],
        then: Then,
        *,
        purpose: str,
        suggested: str,
        confirm: bool = True,
    ) -> None:
        """Ask where a file is to be written; `confirm` asks again before one is replaced."""
        dialog = self._dialog(title, purpose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(kinds)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not confirm)
        dialog.selectFile(suggested)
        self._ask(dialog, then, purpose)

    def folder_for(self, purpose: str) -> Path:
        """The folder used last for a purpose."""
        return self._settings.folder(purpose)

    def remember(self, purpose: str, folder: Path) -> None:
        """Suggest this folder the next time."""
        self._settings.remember_folder(purpose, folder)

    def _dialog(self, title: str, purpose: str) -> QFileDialog:
        return QFileDialog(self._window, title, str(self.folder_for(purpose)))

    def _ask(self, dialog: QFileDialog, then: Then, purpose: str) -> None:
        def answer(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self.remember(purpose, paths[0].parent)
            then(paths)

        dialog.filesSelected.connect(answer)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
