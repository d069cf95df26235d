"""The project that is open in the window: opening, making and closing it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import Cancelled, FileTrouble, Refused
from app.paths import RESOURCES
from ui.jobs import Jobs
from ui.settings import Settings
from ui.widgets.busy import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.project import Project
    from ui.open_project import OpenProject

SUFFIX = ".galley"
SAMPLE = "Galley sample" + SUFFIX
SOON = 250
"""Milliseconds after which opening is told where a desk is still in sight, as if nothing were."""


class Opening(QObject):
    """At most one project is open. `arrived` brings it; `leaving` comes just before it is closed.

    The next project is opened before the last one is closed, so that whoever cannot open the one
    still has the other.
    """

    arrived = Signal(object)
    leaving = Signal()
    troubled = Signal(str)
    unopened = Signal(object)
    """What cannot be opened: the trouble with a file, after it was told."""
    about_to_open = Signal(object)
    """The path of what is about to be opened; None once it is there, or will not be."""
    held_back = Signal(object)
    """The project cannot be left yet; what is carried tries it once more."""

    def __init__(self, settings: Settings, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._jobs = settings, jobs
        self.opened: OpenProject | None = None
        self.is_plain = False
        """Whether the project was opened without going where the person was."""
        self.doorkeeper: Callable[[Path], bool] = lambda _: False
        """Whoever takes a file in its own hands instead of having it opened says yes."""

    def open(self, path: Path, *, plainly: bool = False, goes_on: bool = False) -> bool:
        """Open a project; False, and a sentence, where that cannot be.

        `plainly` does not go where the person was: something there may have been too much. Where
        the work `goes_on`, it is a copy of what is open, and whoever sits here sits there as well.
        """
        if self.opened is not None and _same_file(path, self.opened.project.path):
            return True  # a second handle on the file would drop the first one's locks
        if self.doorkeeper(path):
            return False
        root = self._settings.backups_folder
        self.is_plain = plainly
        return self._enter(path, lambda project: project.open(path, backups=root), goes_on=goes_on)

    def look_at(self, path: Path) -> bool:
        """Open a project for reading only; False, and a sentence, where that cannot be."""
        self.is_plain = True
        return self._enter(path, lambda project: project.open(path, only_read=True))

    def create(self, path: Path) -> bool:
        """Make a project and open it; False, and a sentence, where that cannot be."""
        path = with_suffix(path)
        return self._enter(path, lambda project: project.create(path))

    def open_sample(self) -> bool:
        """Open the person's copy of the sample project, which is made the first time."""
        path = self._settings.projects_folder / SAMPLE
        if path.exists():
            return self.open(path)
        return self._enter(path, lambda project: _make_sample(project, path))

    def close(self) -> bool:
        """Close the project that is open, if there is one; False where acts wait to be saved."""
        if not self.may_leave(self.close):
            return False
        self._leave()
        return True

    def may_leave(self, then: "Callable[[], object]") -> bool:
        """Tell whether nothing waits to be saved; else have the person asked, who may do `then`."""
        if self.opened is None:
            return True
        if not self.opened.project.is_at_work:
            self.opened.settling.emit()
            if self.opened.kept.retry():
                return True
        if not self.opened.kept.acts:
            return True
        self.held_back.emit(then)
        return False

    def _leave(self) -> None:
        if self.opened is not None:
            self.leaving.emit()
            self.opened.close()
            self.opened.deleteLater()
            self.opened = None

    def _enter(
        self, path: Path, come_by: "Callable[[type[Project]], Project]", *, goes_on: bool = False
    ) -> bool:
        from app.project import Project
        from ui.open_project import OpenProject

        if not self.may_leave(lambda: self._enter(path, come_by, goes_on=goes_on)):
            return False
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.about_to_open.emit(path.absolute())
        try:
            project = self._jobs.wait_for(
                self.tr("Opening the project"),
                lambda _progress, _stopped: come_by(Project),
                patience=PATIENCE if self.opened is None else SOON,
            )
        except Cancelled:  # the window was closed meanwhile
            self.about_to_open.emit(None)
            return False
        except (FileTrouble, Refused) as trouble:
            self.about_to_open.emit(None)
            self.troubled.emit(str(trouble))
            self.unopened.emit(trouble)
            return False
        finally:
            QGuiApplication.restoreOverrideCursor()
        left = self.opened
        self._leave()
        if goes_on and left is not None and left.person_id is not None:
            self._settings.take_along(left.person_id, left.project.path, path)
        self._settings.remember_project(path.absolute())
        self.opened = OpenProject(project, self)
        self.arrived.emit(self.opened)
        QTimer.singleShot(0, self, lambda: self.about_to_open.emit(None))  # once it is shown
        return True


def with_suffix(path: Path) -> Path:
    """The path as a project's file is named; a dot in the name is not taken for an ending."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _make_sample(kind: "type[Project]", path: Path) -> "Project":
    from app.files.receiving import receive_files

    path.parent.mkdir(parents=True, exist_ok=True)
    project = kind.create(path)
    try:
        receive_files(project, sorted((RESOURCES / "sample").glob("*.txt")))
    except (FileTrouble, Refused):
        project.close()
        path.unlink()
        raise
    return project


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
