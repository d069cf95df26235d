"""Working with others: what the window does when work goes out, comes back, or differs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.bundles.handing import Handing
from ui.bundles.overseeing import Overseeing
from ui.bundles.taking_in import TakingIn
from ui.widgets.banner import Tone
from ui.widgets.messages import PlainDialog
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import Changes
    from app.files.peek import Look
    from ui.main_window import MainWindow
    from ui.open_project import OpenProject


class Team(QObject):
    """Connects one window to the rooms of handing, receiving, deciding and overseeing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.handing = Handing(window.jobs, window.chooser, window)
        self.taking_in = TakingIn(window.jobs, window.chooser, window, before=window.keeping.before)
        self.overseeing = Overseeing(window)
        self.question: PlainDialog | None = None
        actions = window.actions_
        for action, act in (
            (actions.hand_out, self.handing.hand_out),
            (actions.hand_in, self.handing.hand_in),
            (actions.receive_work, self.taking_in.choose_files),
            (actions.receive_work_folder, self.taking_in.choose_folder),
        ):
            action.triggered.connect(lambda _=False, act=act: self._with_project(act))
        for action, page, show in (
            (actions.conflicts, "conflicts", self._show_conflicts),
            (actions.progress, "progress", self._show_progress),
            (actions.agreement, "agreement", self._show_agreement),
        ):
            door = partial(self._oversee, show)
            action.triggered.connect(door)
            window.travel.doors[page] = door
        for room in (self.handing, self.taking_in):
            room.refused.connect(window.messages.refuse)
        self.taking_in.decisions_wanted.connect(self._decide)
        window.opening.doorkeeper = self.stands_in_the_door
        window.opening.arrived.connect(self._arrive)
        window.opening.leaving.connect(self._leave)

    def take_dropped(self, paths: "Sequence[Path]") -> bool:
        """Receive those of the files dropped that are copies of the open project; say whether."""
        from app.files.peek import peek

        opened = self._window.opened
        if opened is None:
            return False
        own = opened.project.path
        ours = [
            path
            for path in paths
            if path.is_file() and not _is_same(path, own) and _is_of(peek(path), opened)
        ]
        if ours:
            self.taking_in.look(opened, ours)
        return bool(ours)

    def stands_in_the_door(self, path: Path) -> bool:
        """Ask what to do with a file that somebody handed in; other files are just opened."""
        from app.files.peek import peek

        window = self._window
        look = peek(path)
        if look is None or not look.is_handed_in:
            return False
        opened, target = window.opened, None
        if opened is not None and _is_of(look, opened):
            target = opened.project.path
        elif (found := self._lead_project(look)) is not None:
            target = found
        words = self.tr(
            "{name} handed this file in. It can be received into the lead's project, or only "
            "looked at: what would be changed in it here would reach nobody."
        )
        question = PlainDialog(
            window,
            self.tr("Work of {name}").format(name=one_line(look.annotator)),
            words.format(name=one_line(look.annotator)),
            tone=Tone.INFO,
            accept=(
                self.tr("Look at it")
                if target is None
                else self.tr("Receive into {project}").format(project=one_line(target.stem))
            ),
            reject=self.tr("Cancel") if target is None else self.tr("Look at it"),
        )
        self.question = question

        def look_at() -> None:
            window.opening.look_at(path)

        if target is None:
            question.accepted.connect(look_at)
        else:
            into = target
            question.accepted.connect(lambda: self._receive_into(into, path))
            question.rejected.connect(look_at)
        question.finished.connect(self._forget_question)
        question.open()
        return True

    def _receive_into(self, target: Path, path: Path) -> None:
        if self._window.opening.open(target) and self._window.opened is not None:
            self.taking_in.look(self._window.opened, [path])

    def _lead_project(self, look: "Look") -> Path | None:
        """Return the project, opened lately, that a file was handed in for."""
        from app.files.peek import peek

        opened = self._window.opened
        for recent in self._window.settings.recent():
            if opened is not None and _is_same(recent.path, opened.project.path):
                continue
            found = peek(recent.path)
            if found and found.project == look.project and not found.has_seat:
                return recent.path
        return None

    def _with_project(self, act: "Callable[[OpenProject], object]") -> None:
        if self._window.opened is not None:
            act(self._window.opened)

    def _oversee(self, show: "Callable[[OpenProject], object]", *_: object) -> None:
        """Show a page with everybody's work, as long as it is offered."""
        if not self.overseeing.why_not:
            self._with_project(show)

    def _decide(self) -> None:
        if self.overseeing.why_not:
            self._window.messages.refuse(self.overseeing.why_not)
        self._oversee(self._show_conflicts)

    def _show_conflicts(self, opened: "OpenProject") -> None:
        from ui.settling.conflicts_page import ConflictsPage

        self._window.visiting.other(ConflictsPage, opened)

    def _show_progress(self, opened: "OpenProject") -> None:
        from ui.progress.progress_page import ProgressPage

        self._window.visiting.other(ProgressPage, opened)

    def _show_agreement(self, opened: "OpenProject") -> None:
        from ui.agreement.agreement_page import AgreementPage
        from ui.agreement.reporting import Reporting

        window = self._window
        window.visiting.other(AgreementPage, opened)
        page = window.visiting.page
        if isinstance(page, AgreementPage) and page.reporting is None:
            page.reporting = Reporting(window.jobs, window.chooser, page)
            page.reporting.told.connect(window.messages.tell)
            page.reporting.refused.connect(window.messages.refuse)

    def _arrive(self, opened: "OpenProject") -> None:
        from app.queries.seat import seat

        owner = opened.ask(seat)
        actions, is_lead = self._window.actions_, owner is None
        self._window.header.show_owner("" if owner is None else owner.name)
        for action, fits in ((actions.hand_out, is_lead), (actions.hand_in, not is_lead)):
            action.setEnabled(fits)
            action.setVisible(fits)
        for action in (actions.progress, actions.agreement):
            action.setVisible(is_lead)
        self.overseeing.arrive(opened)
        opened.changed.connect(self._learn)
        opened.person_changed.connect(self._count)
        self._count()

    def _learn(self, changes: "Changes") -> None:
        """Count again, for undoing the last decision looks like a change to any one record."""
        if changes.kinds != {"sitting"}:
            self._count()

    def _count(self) -> None:
        from app.queries.conflicts import conflict_count

        opened = self._window.opened
        if opened is not None:
            number = 0 if self.overseeing.why_not else opened.ask(conflict_count)
            self._window.header.show_conflicts(number)

    def _leave(self) -> None:
        self.handing.give_up()
        self.taking_in.give_up()

    def _forget_question(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None


def _is_of(look: "Look | None", opened: "OpenProject") -> bool:
    return look is not None and look.project == opened.project.id


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
