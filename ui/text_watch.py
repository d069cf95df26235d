"""Looking at every text of the open project beside the work: damage that SQLite does not notice."""

from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import FileTrouble
from ui.start.opening import Opening

if TYPE_CHECKING:
    from app.project import Project
    from ui.open_project import OpenProject

AFTER = 2_000
"""Milliseconds after opening, so that the person's first look comes first."""

_NAMED = 3


class TextWatch(QObject):
    """`found` carries a sentence where texts are no longer those that were received."""

    found = Signal(str)
    _wrong = Signal(list)

    def __init__(self, opening: Opening, parent: QObject) -> None:
        super().__init__(parent)
        self._opening = opening
        self._stopped = Event()
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.look)
        self._wrong.connect(self._tell)
        opening.arrived.connect(self._arrive)
        opening.leaving.connect(self.stop)

    def look(self) -> None:
        """Begin to look at the texts of the project that is open."""
        opened = self._opening.opened
        if opened is not None and self._thread is None:
            self._stopped.clear()
            self._thread = Thread(
                target=self._look, args=(opened.project,), name="galley-texts", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Look no further, and wait until nothing is being looked at."""
        self._timer.stop()
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _arrive(self, _opened: "OpenProject") -> None:
        self._timer.start()

    def _look(self, project: "Project") -> None:
        from app.queries.text_hashes import look_at_texts

        wrong: list[str] = []
        after: str | None = ""
        while after is not None and not self._stopped.is_set():
            try:
                looked = project.ask(look_at_texts, after=after)
            except FileTrouble:
                return  # whoever works there is told of it, and the next opening looks again
            wrong += looked.wrong
            after = looked.last
        if wrong and not self._stopped.is_set():
            self._wrong.emit(wrong)

    def _tell(self, wrong: list[str]) -> None:
        titles = ", ".join(f"“{title}”" for title in wrong[:_NAMED])
        more = "…" if len(wrong) > _NAMED else ""
        self.found.emit(
            self.tr(
                "The disk has damaged the text of %n article(s): {titles}. Keep this file as it "
                "is, and restore a backup.",
                None,
                len(wrong),
            ).format(titles=titles + more)
        )
