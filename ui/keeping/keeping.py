"""Backups in the window: the schedule, the screen of backups, and restoring one of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import FileTrouble, Kind, Refused
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped
from ui.keeping.schedule import Schedule
from ui.keeping.words import said_time, said_when
from ui.settings import Settings
from ui.start.opening import SUFFIX, Opening, with_suffix
from ui.widgets.banner import Tone
from ui.widgets.messages import PlainDialog

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from app.domain.difference import Differences
    from app.files.backups import Backup
    from ui.keeping.backups_dialog import BackupsDialog
    from ui.open_project import OpenProject

PURPOSE = "projects"


class Keeping(QObject):
    """Looks after backups.

    `last_said` carries a few words about the newest backup and a sentence about it; `told` says
    what was done, `troubled` what could not be.
    """

    last_said = Signal(str, str)
    told = Signal(str)
    troubled = Signal(str)
    _compared = Signal(object, object)

    def __init__(
        self, opening: Opening, jobs: Jobs, chooser: Chooser, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._opening, self._jobs, self._chooser = opening, jobs, chooser
        self._settings, self._window = settings, window
        self.schedule = Schedule(settings, self)
        self.dialog: BackupsDialog | None = None
        self.question: PlainDialog | None = None
        self._pool: ThreadPoolExecutor | None = None
        self.schedule.kept.connect(self._say_last)
        self.schedule.left_out.connect(self._say_none)
        self._compared.connect(self._show_comparison)
        self.before = self.schedule.before_receiving
        opening.arrived.connect(self.schedule.begin)
        opening.unopened.connect(self.offer_instead)
        opening.leaving.connect(self._leave)

    def show(self) -> None:
        """Show the backups of the project that is open."""
        from app.files.backups import backups, of_file

        opened = self._opening.opened
        if opened is not None:
            project = opened.project
            found = of_file(backups(self._settings.backups_folder, project.id), project.path)
            self._open_dialog(project.path, found)

    def offer(self, path: Path, *, is_gone: bool = False) -> bool:
        """Show the backups of a file that cannot be opened; False where there are none."""
        from app.files.backups import backups_of

        found = backups_of(self._settings.backups_folder, path)
        if not found:
            return False
        words = (
            self.tr("The file is gone. There is a backup from {when}.")
            if is_gone
            else self.tr(
                "The file is damaged. There is a backup from {when}; the damaged file is kept too."
            )
        )
        self._open_dialog(path, found, sentence=words.format(when=said_when(found[0].made)))
        return True

    def offer_instead(self, trouble: Refused | FileTrouble) -> None:
        """Offer the backups of a file that has gone or is damaged."""
        if isinstance(trouble, FileTrouble) and self._opening.opened is None:
            path = Path(trouble.path)
            if trouble.kind is Kind.DAMAGED or not path.exists():
                self.offer(path, is_gone=not path.exists())

    def say_checked(self, is_whole: bool) -> None:
        """Remember what a check found: while damage is suspected no backup is thinned out."""
        from app.files.backups import say_checked

        if self._opening.opened is not None:
            root = self._settings.backups_folder
            say_checked(self._opening.opened.project, root, is_whole=is_whole)

    def _open_dialog(self, path: Path, found: "list[Backup]", *, sentence: str = "") -> None:
        from concurrent.futures import ThreadPoolExecutor

        from ui.keeping.backups_dialog import BackupsDialog

        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="galley-comparing")
        has_now = self._opening.opened is not None and not sentence
        dialog = BackupsDialog(path.stem, [], self._window, sentence=sentence, has_now=has_now)
        self.dialog = dialog
        dialog.looked_at.connect(self._compare)
        dialog.restore_wanted.connect(lambda backup: self._ask(path, backup))
        dialog.save_wanted.connect(lambda backup: self._save_as(path, backup))
        dialog.finished.connect(self._forget_dialog)
        dialog.show_backups(found)
        dialog.open()

    def _compare(self, backup: "Backup") -> None:
        from app.files.backups import differences

        opened, pool = self._opening.opened, self._pool
        if opened is None or pool is None:
            return
        project = opened.project

        def work() -> None:
            try:
                self._compared.emit(backup, differences(project, backup.path))
            except FileTrouble as trouble:
                self._compared.emit(backup, trouble)

        pool.submit(work)

    def _show_comparison(self, backup: "Backup", found: "Differences | FileTrouble") -> None:
        if self.dialog is None:
            return
        if isinstance(found, FileTrouble):
            self.dialog.show_trouble(backup, str(found))
        else:
            self.dialog.show_differences(backup, found)

    def _ask(self, path: Path, backup: "Backup") -> None:
        """Ask once more, and say that nothing is lost."""
        when = said_when(backup.made)
        if self._opening.opened is not None and self._opening.opened.project.path == path:
            words = self.tr(
                "The project becomes what it was {when}. What it is now is backed up first and "
                "stays in the list of backups."
            )
        else:
            words = self.tr(
                "The project becomes what it was {when}. Where there is a damaged file, it is kept "
                "under another name."
            )
        self.question = PlainDialog(
            self.dialog,
            self.tr("Restore this backup?"),
            words.format(when=when),
            tone=Tone.INFO,
            accept=self.tr("Restore"),
            reject=self.tr("Cancel"),
        )
        self.question.accepted.connect(lambda: self.restore(path, backup))
        self.question.finished.connect(self.question.deleteLater)
        self.question.open()

    def restore(self, path: Path, backup: "Backup") -> None:
        """Keep what there is now, let the project be what the backup holds, and show it."""
        opened = self._opening.opened
        if self.dialog is not None:
            self.dialog.accept()
        if opened is None or opened.project.path != path:
            self._swap(path, backup, is_kept=False)
        elif opened.project.why_read_only:
            self.troubled.emit(opened.project.why_read_only)
        elif self._opening.may_leave(lambda: self.restore(path, backup)):
            self._keep_first(opened, lambda: self._close_and_swap(path, backup))

    def _keep_first(self, opened: "OpenProject", then: Callable[[], object]) -> None:
        from app.files.backups import Why, make_backup

        root = self._settings.backups_folder

        def work(_progress: Progress, stopped: Stopped) -> object:
            return make_backup(opened.project, root, Why.RESTORING, stopped=stopped, anyhow=True)

        self._run(self.tr("Keeping what there is now"), work, lambda _: then())

    def _close_and_swap(self, path: Path, backup: "Backup") -> None:
        if self._opening.close():
            self._swap(path, backup, is_kept=True)

    def _swap(self, path: Path, backup: "Backup", *, is_kept: bool) -> None:
        from app.files.restoring import keep_damaged, restore

        def work(_progress: Progress, _stopped: Stopped) -> Path | None:
            damaged = None if is_kept else keep_damaged(path)
            restore(backup.path, path)
            return damaged

        def done(damaged: Path | None) -> None:
            if not self._opening.open(path):
                return
            words = self.tr("This is the project as it was {when}.")
            if damaged is not None:
                words += " " + self.tr("The damaged file is now called {name}.")
            name = "" if damaged is None else damaged.name
            self.told.emit(words.format(when=said_when(backup.made), name=name))

        def failed(trouble: Refused | FileTrouble) -> None:
            if is_kept:
                self._opening.open(path)  # it is still as it was
            self.troubled.emit(str(trouble))

        self._jobs.run(self.tr("Restoring the backup"), work, done=done, failed=failed)

    def _save_as(self, path: Path, backup: "Backup") -> None:
        from app.files.restoring import save_as

        suggested = f"{path.stem} {backup.made.astimezone():%Y-%m-%d %H.%M}{SUFFIX}"

        def save(paths: list[Path]) -> None:
            target = with_suffix(paths[0])

            def work(_progress: Progress, _stopped: Stopped) -> None:
                save_as(backup.path, target)

            def done(_: object) -> None:
                words = self.tr("The backup was saved as {name}.")
                self.told.emit(words.format(name=target.name))

            self._run(self.tr("Saving the backup"), work, done)

        self._chooser.new(
            self.tr("Save as another project"),
            [self.tr("Galley projects ({pattern})").format(pattern=f"*{SUFFIX}")],
            save,
            purpose=PURPOSE,
            suggested=suggested,
            confirm=False,  # nothing is written over; saving says so
        )

    def _run(
        self,
        title: str,
        work: Callable[[Progress, Stopped], object],
        done: Callable[[object], object],
    ) -> None:
        self._jobs.run(
            title, work, done=done, failed=lambda trouble: self.troubled.emit(str(trouble))
        )

    def _say_last(self, backup: "Backup") -> None:
        told = self.tr("The newest backup is from {when}. It lies apart from the project: {path}")
        self.last_said.emit(
            self.tr("Last backup {time}").format(time=said_time(backup.made)),
            told.format(when=said_when(backup.made), path=backup.path),
        )

    def _say_none(self, trouble: FileTrouble) -> None:
        told = self.tr("{trouble} Your work goes on and is saved as always.")
        self.last_said.emit(self.tr("No backup"), told.format(trouble=trouble))

    def _leave(self) -> None:
        self.schedule.end()
        if self.dialog is not None:
            self.dialog.reject()
        self.last_said.emit("", "")

    def _forget_dialog(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
