"""Who may see everybody's work in the window: a lead, for the others see their own and no more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.wording import listed
from ui.widgets.plain import one_line, plain_tooltip

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from ui.main_window import MainWindow
    from ui.open_project import OpenProject

PAGES = ("conflicts", "progress", "agreement")
"""The pages that show what others did, by their names."""


class Overseeing(QObject):
    """Offers pages that show everybody's work while a lead sits, and leaves them when none does.

    A copy that was handed out holds nobody else's work: there is nothing in it to keep back.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.why_not = ""
        """Why they are not offered now; "" where they are."""

    def arrive(self, opened: "OpenProject") -> None:
        """Begin with a project that was just opened."""
        opened.person_changed.connect(self.look)
        opened.changed.connect(self._learn)
        self.look()

    def look(self) -> None:
        """Offer the pages, or not, to whoever sits here now."""
        window = self._window
        if window.opened is None:
            return
        self.why_not = self._reason(window.opened)
        for name in PAGES:
            action = getattr(window.actions_, name)
            action.setEnabled(not self.why_not)
            plain_tooltip(action, self.why_not)
        page = window.visiting.page
        if self.why_not and page is not None and page.name in PAGES:
            window.visiting.leave()

    def _reason(self, opened: "OpenProject") -> str:
        from app.queries.leads import leads
        from app.queries.seat import seat

        there = opened.ask(leads)
        may = opened.person_id in {one.id for one in there} or opened.ask(seat) is not None
        if may:
            return ""
        if not there:
            return self.tr("It shows everybody's work; say first who you are.")
        return self.tr(
            "It shows everybody's work and is there while a lead annotates ({names}): who "
            "annotates sees their own work and nobody else's."
        ).format(names=listed([one_line(one.name) for one in there]))

    def _learn(self, changes: "Changes") -> None:
        if changes.concerns("annotator"):
            self.look()
