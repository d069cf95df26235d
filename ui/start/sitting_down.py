"""Who annotates at the open project: named for us, remembered, or asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.annotator import Annotator
from app.errors import FileTrouble, Refused
from ui.settings import Settings
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.start.who_dialog import WhoDialog


class SittingDown(QObject):
    """Seats one annotator at a project, remembers who it was, and lets them change places."""

    def __init__(self, settings: Settings, window: QWidget, *, named: str = "") -> None:
        super().__init__(window)
        self._settings, self._window, self._named = settings, window, named
        self._opened: OpenProject | None = None
        self._dialog: WhoDialog | None = None

    def sit_down(self, opened: "OpenProject") -> None:
        """Seat the annotator who was named for us or sat here last; ask where there is none."""
        from app.queries.people import people
        from app.queries.seat import seat

        self._opened = opened
        refusal = ""
        owner = opened.ask(seat)
        if owner is not None:
            self.take_seat(owner)
            return
        if self._named:
            try:
                self.take_seat(join_quietly(opened, self._named))
                return
            except (Refused, FileTrouble) as trouble:
                refusal = str(trouble)
        last = self._settings.person_in(opened.project.path)
        known = {person.id: person for person in opened.ask(people)}
        if not refusal and last in known:
            self.take_seat(known[last])
        else:
            self.ask(name=self._named, refusal=refusal)

    def get_up(self) -> None:
        """The project is about to be closed."""
        self._opened = None
        if self._dialog is not None:
            self._dialog.reject()

    def ask(self, *, name: str = "", refusal: str = "") -> None:
        """Ask who annotates; the window waits, the program does not."""
        from app.queries.people import people
        from app.queries.seat import seat
        from ui.start.who_dialog import WhoDialog

        if self._opened is None or self._dialog is not None or self._is_anothers(self._opened):
            return
        opened = self._opened
        owner = opened.ask(seat)
        if owner is not None:
            words = self.tr("This copy was handed out to {name}; nobody else works in it.")
            opened.refused.emit(words.format(name=owner.name))
            return
        dialog = WhoDialog(
            opened.ask(people),
            lambda wanted: join_quietly(opened, wanted),
            self._window,
            sitting=opened.person,
        )
        dialog.chosen.connect(self.take_seat)
        dialog.finished.connect(self._forget_dialog)
        if refusal:
            dialog.refuse(name, refusal)
        self._dialog = dialog
        dialog.open()

    def take_seat(self, person: Annotator) -> None:
        """Let this annotator work here, now and the next time."""
        if self._opened is not None and not self._is_anothers(self._opened, but_for=person):
            self._settings.remember_person(self._opened.project.path, person.id)
            self._opened.set_person(person)

    def _is_anothers(self, opened: "OpenProject", but_for: Annotator | None = None) -> bool:
        """Tell whether the copy is one annotator's, and say so."""
        from app.queries.seat import seat

        owner = opened.ask(seat)
        if owner is None or (but_for is not None and but_for.id == owner.id):
            return False
        told = self.tr("This copy is {name}'s; nobody else works in it.")
        opened.refused.emit(told.format(name=one_line(owner.name)))
        return True

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def join_quietly(opened: "OpenProject", name: str) -> Annotator:
    """Return the annotator of this name, who joins if they are new; raise what forbids it.

    Joining is nobody's step: whoever sat here before could otherwise undo the newcomer away.
    """
    from app.commands.annotators import join
    from app.queries.people import people

    project = opened.project
    there = [one for one in project.ask(people) if one.name.casefold() == name.casefold()]
    if there and project.why_read_only:
        return there[0]
    before, project.person = project.person, None
    try:
        return project.perform(join, name=name)
    finally:
        project.person = before
