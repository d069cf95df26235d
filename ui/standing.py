"""How the open project stands: what keeps acts from being saved, and the ways out of that."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import FileTrouble, Kind
from ui.choosing import Chooser
from ui.jobs import Jobs
from ui.rescue import Rescue
from ui.settings import Settings
from ui.standing_banner import StandingBanner, Way
from ui.start.opening import SUFFIX, Opening, with_suffix
from ui.text_watch import TextWatch
from ui.widgets.banner import Tone
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.waiting_dialog import WaitingDialog

RESCUED = "rescued"

MOST_NAMED = 3
"""So many of the acts that wait are named in the bar, the newest ones."""

EVERY = 3_000
"""Milliseconds between two looks at the file."""


class Standing(QObject):
    """Looks after the open project, says how it stands, and does what the person chooses.

    `settled` tells whether all that was done is saved, `only_read` whether nothing can be.
    `restore_wanted` asks for the screen of backups. `told` says what was done, `troubled` what
    could not be.
    """

    settled = Signal(bool)
    only_read = Signal(bool)
    restore_wanted = Signal()
    told = Signal(str)
    troubled = Signal(str)
    explained = Signal(str)
    """What is to be known about the folder, once for each."""

    def __init__(
        self, opening: Opening, jobs: Jobs, chooser: Chooser, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._opening, self._chooser, self._window = opening, chooser, window
        self.banner = StandingBanner()
        self._settings = settings
        self.texts = TextWatch(opening, self)
        self.texts.found.connect(self.troubled)
        self.rescue = Rescue(jobs, settings.backups_folder / RESCUED, self)
        self._was_only_read = False
        self.dialog: WaitingDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self.rescue.written.connect(self.show)
        self.rescue.failed.connect(self.troubled)
        opening.arrived.connect(self._arrive)
        opening.leaving.connect(self._leave)
        opening.held_back.connect(self.ask_before_leaving)
        QGuiApplication.instance().applicationStateChanged.connect(self._come_to_front)  # type: ignore[union-attr]
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file when the person comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._look)
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Say how the project stands now."""
        opened = self._opening.opened
        if opened is None:
            self.banner.clear()
            return
        if opened.moved is not None or _kind(opened) is Kind.MOVED:
            self.rescue.write(opened)
            self._show_moved(opened)
        elif opened.kept.acts:
            self._show_waiting(opened)
        elif opened.project.why_read_only:
            self._show_read_only(opened)
        elif rescued := self._rescued(opened):
            self._show_rescued(rescued)
        else:
            self.banner.clear()
        self._tell_whether_only_read(only=bool(opened.project.why_read_only))
        if opened.moved is None and _kind(opened) is not Kind.MOVED:
            self.rescue.forget()  # another loss has a copy of its own
        self.settled.emit(not opened.kept.acts)

    def _tell_whether_only_read(self, *, only: bool) -> None:
        was, self._was_only_read = self._was_only_read, only
        self.only_read.emit(only)
        if was and not only:
            self.told.emit(self.tr("You can write now."))

    def save_copy(self) -> None:
        """Ask where a copy is to lie; where this project takes no acts, go on in the copy."""
        opened = self._opening.opened
        if opened is None:
            return
        self._chooser.new(
            self.tr("Save a copy"),
            [self.tr("Galley projects ({pattern})").format(pattern=f"*{SUFFIX}")],
            lambda paths: self.copy_to(with_suffix(paths[0])),
            purpose="projects",
            suggested=(
                self._rescued(opened)
                or self.tr("{project} copy").format(project=opened.project.path.stem)
            )
            + SUFFIX,
            confirm=False,  # a copy is never written over another file
        )

    def copy_to(self, target: Path) -> None:
        """Save a copy there, with all acts that wait."""
        opened = self._opening.opened
        if opened is None:
            return
        if target.exists():
            trouble = FileTrouble(
                target,
                self.tr("there is a file of this name already."),
                self.tr("Choose another name."),
            )
            self.troubled.emit(str(trouble))
            return
        is_left = opened.moved or opened.project.why_read_only or self._rescued(opened)
        goes_on = bool(opened.kept.acts or is_left)

        def done() -> None:
            if goes_on:
                opened.kept.give_up()  # the copy has them
                self._opening.open(target, goes_on=True)
            self.told.emit(self.tr("A copy lies at {path}.").format(path=target))

        self.rescue.copy(opened, target, done)

    def ask_before_leaving(self, leave: Callable[[], object]) -> None:
        """Ask what is to become of acts that wait; `leave` goes on with what was held back."""
        opened = self._opening.opened
        if opened is None or self.dialog is not None:
            return
        from ui.waiting_dialog import WaitingDialog

        acts = opened.kept.acts
        rescued = self.rescue.path if self.rescue.holds(len(acts)) else None
        dialog = WaitingDialog(acts, self._why(opened), self._window, rescued=rescued)

        def give_up() -> None:
            opened.kept.give_up()
            leave()

        dialog.given_up.connect(give_up)
        dialog.copy_wanted.connect(self.save_copy)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def leave_at_once(self, close: Callable[[], object]) -> None:
        """Close without a question, because nobody may be there to answer it.

        What waits goes into a rescue copy first.
        """
        opened = self._opening.opened
        if opened is None or not self._waits(opened):
            close()
            return

        def go() -> None:
            opened.kept.give_up()  # the copy has them, or no copy can be made either
            close()

        if self.rescue.holds(len(opened.kept.acts)):
            go()
            return
        for over in (self.rescue.written, self.rescue.failed):
            over.connect(go, Qt.ConnectionType.SingleShotConnection)
        self.rescue.write(opened)

    def _waits(self, opened: "OpenProject") -> bool:
        """Tell whether something is still not saved after one more try."""
        if opened.project.is_at_work:
            return bool(opened.kept.acts)
        opened.settling.emit()
        return not opened.kept.retry()

    def _show_moved(self, opened: "OpenProject") -> None:
        trouble = opened.moved or opened.kept.trouble
        problem = "" if trouble is None else _sentence(trouble.problem)
        ways = [self._copy_way(), self._again_way()]
        number = len(opened.kept.acts)
        if not number:
            words = self.tr("{problem} Put it back, or save a copy; nothing is lost so far.")
        elif self.rescue.holds(number):
            words = self.tr(
                "{problem} Nothing is lost: a rescue copy with %n act(s) made since is {path}.",
                None,
                number,
            )
            ways.insert(0, Way(self.tr("Go on in the rescue copy"), self._go_on_in_rescue))
        else:
            words = self.tr("{problem} %n act(s) are waiting.", None, number)
        told = words.format(problem=problem, path=self.rescue.path) + self._named(opened)
        self.banner.say(told, ways, tone=Tone.DANGER)

    def _show_waiting(self, opened: "OpenProject") -> None:
        ways = [self._again_way(), self._copy_way()]
        if _kind(opened) is Kind.DAMAGED:
            ways = [Way(self.tr("Restore a backup…"), self.restore_wanted.emit)]
        waiting = self.tr("%n act(s) are waiting.", None, len(opened.kept.acts))
        tone = Tone.DANGER if _kind(opened) is Kind.DAMAGED else Tone.WARNING
        self.banner.say(f"{self._why(opened)} {waiting}{self._named(opened)}", ways, tone=tone)

    def _named(self, opened: "OpenProject") -> str:
        """Name the acts that wait, the newest ones where they are many."""
        newest = [one_line(one.told) for one in opened.kept.acts[-MOST_NAMED:]]
        if not newest:
            return ""
        earlier = ["…"] if len(opened.kept.acts) > len(newest) else []
        return " " + self.tr("Waiting: {acts}.").format(acts="; ".join([*earlier, *newest]))

    def _show_rescued(self, stem: str) -> None:
        words = self.tr(
            "This is the rescue copy of {project}, in a folder of Galley's own. Save it to where "
            "you keep your projects and go on there."
        ).format(project=stem)
        self.banner.say(words, [Way(self.tr("Save it to…"), self.save_copy)], tone=Tone.WARNING)

    def _rescued(self, opened: "OpenProject") -> str:
        """Return the name of the project that this is the rescue copy of; "" where it is none."""
        from app.files.rescued import rescued_stem

        path = opened.project.path.absolute()
        is_there = path.parent == (self._settings.backups_folder / RESCUED).absolute()
        return rescued_stem(path.stem) if is_there else ""

    def _show_read_only(self, opened: "OpenProject") -> None:
        ways = [self._again_way(), self._copy_way()]
        holder = opened.project.held_by
        if holder is not None and not holder.is_here:
            anyway = Way(
                self.tr("It is not open there any more"), lambda: opened.try_again(anyway=True)
            )
            ways = [self._again_way(), anyway]
        elif holder is not None:
            ways = [self._again_way()]
        self.banner.say(opened.project.why_read_only, ways, tone=Tone.INFO)

    def _why(self, opened: "OpenProject") -> str:
        """Say what keeps acts from being saved."""
        told = {
            Kind.BUSY: self.tr("Not saved: another program is using the file."),
            Kind.FULL: self.tr("Not saved: the disk is full."),
            Kind.DISK: self.tr("Not saved: the disk cannot be written or read."),
            Kind.PROTECTED: self.tr("Not saved: the file or its folder is write-protected."),
            Kind.MOVED: self.tr("Not saved: the file is not where it was."),
            Kind.DAMAGED: self.tr(
                "Not saved: the file is damaged. It stays as it is, and nothing more is written."
            ),
        }
        return told.get(_kind(opened), self.tr("Not saved."))

    def _copy_way(self) -> Way:
        return Way(self.tr("Save a copy…"), self.save_copy)

    def _again_way(self) -> Way:
        return Way(self.tr("Try again"), self._try_again)

    def _try_again(self) -> None:
        opened = self._opening.opened
        if opened is not None:
            opened.try_again()
            self.show()

    def _go_on_in_rescue(self) -> None:
        opened, path = self._opening.opened, self.rescue.path
        if opened is not None and path is not None and self.rescue.holds(len(opened.kept.acts)):
            opened.kept.give_up()  # the copy has them
            self._opening.open(path, goes_on=True)

    def _arrive(self, opened: "OpenProject") -> None:
        self._was_only_read = False
        opened.standing_changed.connect(self.show)
        self._timer.start()
        self.show()
        QTimer.singleShot(0, self, self._explain_folder)  # once the desk is there

    def _explain_folder(self) -> None:
        from app.files.folders import warning_about

        opened = self._opening.opened
        if opened is None:
            return
        folder = opened.project.path.absolute().parent
        warning = warning_about(folder)
        if warning and not self._settings.was_told(str(folder)):
            self._settings.remember_told(str(folder))
            self.explained.emit(warning)

    def _leave(self) -> None:
        self._timer.stop()
        self.rescue.forget()
        self.banner.clear()
        if self.dialog is not None:
            self.dialog.reject()

    def _look(self) -> None:
        opened = self._opening.opened
        if opened is not None:
            opened.look_round()
            if opened.moved is None and opened.kept.acts and not opened.project.is_at_work:
                opened.kept.retry()
            if self.banner.isVisible():
                self.show()

    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._look()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _kind(opened: "OpenProject") -> Kind:
    """What keeps acts waiting."""
    trouble = opened.kept.trouble
    return Kind.OTHER if trouble is None else trouble.kind


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
