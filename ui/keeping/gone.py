"""Recent projects whose file has gone: which of them have left a backup."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.keeping.words import said_when

if TYPE_CHECKING:
    from ui.latest import Latest, Stopped, Tell


class Gone(QObject):
    """Looks aside, once the window is shown; `found` carries a path and when its newest backup was.

    What stands there is what it was when it was looked for; whoever wants it looks again.
    """

    found = Signal(object, str)

    def __init__(self, root: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._root = root
        self._aside: Latest | None = None

    def look_for(self, paths: Sequence[Path]) -> None:
        """Look for backups of the files that lay here, and no longer for others."""
        if self._aside is not None:
            self._aside.give_up()
        if paths:
            QTimer.singleShot(0, self, lambda: self._look_for(paths))

    def end(self) -> None:
        """Look no more."""
        aside, self._aside = self._aside, None
        if aside is not None:
            aside.close()

    def _look_for(self, paths: Sequence[Path]) -> None:
        from ui.latest import Latest

        if self._aside is None:
            self._aside = Latest(self)

        def work(tell: "Tell", stopped: "Stopped") -> None:
            from app.files.backups import backups_of

            for path in paths:
                if not stopped() and (backups := backups_of(self._root, path)):
                    tell((path, backups[0].made))

        self._aside.run(
            work,
            done=lambda _: None,
            failed=lambda _: None,
            told=lambda found: self.found.emit(found[0], said_when(found[1])),
        )
