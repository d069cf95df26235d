"""Copies of the open project that take along what could not be saved in it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.errors import FileTrouble, Refused
from ui.jobs import Jobs, Progress, Stopped

if TYPE_CHECKING:
    from app.act import Act
    from ui.open_project import OpenProject


class Rescue(QObject):
    """Writes copies aside, through the connection that is open.

    `written` follows a rescue copy that holds every act there is; `failed` says why there is none.
    """

    written = Signal()
    failed = Signal(str)

    def __init__(self, jobs: Jobs, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._folder = jobs, folder
        self.path: Path | None = None
        """Where the rescue copy of the open project lies."""
        self._holds = 0

    def holds(self, acts: int) -> bool:
        """Tell whether the rescue copy holds as many acts as wait."""
        return self.path is not None and self._holds == acts

    def forget(self) -> None:
        """Another project is open; the copy stays where it is."""
        self.path = None
        self._holds = 0

    def write(self, opened: "OpenProject") -> None:
        """Write a rescue copy with every act that waits; later ones are added to the same copy."""
        if self._jobs.is_busy or not opened.kept.acts or self.holds(len(opened.kept.acts)):
            return
        from app.files.rescued import rescue_name, thin_out_rescued

        acts = tuple(opened.kept.acts)
        there = self.path if self.path is not None and self.path.is_file() else None
        target = there or self._folder / rescue_name(opened.project.path.stem, datetime.now(UTC))

        def work(_progress: Progress, _stopped: Stopped) -> None:
            if there is None:
                self._holds = 0
                opened.project.copy_to(target)
            self.path = target
            self._add(acts)
            thin_out_rescued(self._folder)

        def done(_: object) -> None:
            self.written.emit()

        self._jobs.run(self.tr("Writing a rescue copy"), work, done=done, failed=self._fail)

    def copy(self, opened: "OpenProject", target: Path, done: Callable[[], object]) -> None:
        """Write a copy to `target` with every act that waits, and then call `done`."""

        def work(_progress: Progress, _stopped: Stopped) -> None:
            self._copy(opened, target)

        title = self.tr("Saving a copy")
        self._jobs.run(title, work, done=lambda _: done(), failed=self._fail)

    def _add(self, acts: "Sequence[Act[Any]]") -> None:
        """Do in the rescue copy what it does not hold yet."""
        from app.project import Project
        from ui.kept_acts import do_again

        if self.path is None or len(acts) <= self._holds:
            return
        copy = Project.open(self.path)
        try:
            for act in acts[self._holds :]:
                do_again(act, copy)
                self._holds += 1
        finally:
            copy.close()

    def _copy(self, opened: "OpenProject", target: Path) -> None:
        from app.project import Project

        opened.project.copy_to(target)
        if opened.kept.acts:
            copy = Project.open(target)
            try:
                opened.kept.do_in(copy)
            finally:
                copy.close()

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.failed.emit(str(trouble))
