"""Measuring agreement aside: the newest question counts, and the figures say when they are old."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Cancelled
from ui.agreement.asked import Asked, Measured
from ui.latest import Latest, Stopped, Tell

if TYPE_CHECKING:
    from app.errors import FileTrouble, Refused
    from app.project import Project

PAUSE = 350
"""Milliseconds without a further change after which it is worth while to count again."""

MOVES = ("annotation", "assignment", "allotment", "annotator", "article", "label")
"""Kinds of records that figures are made of, or that are named beside them."""


class Measuring(QObject):
    """`began` says that the figures shown are old, `measured` carries new ones.

    `troubled` carries what kept them from being counted.
    """

    began = Signal()
    measured = Signal(object)
    troubled = Signal(object)

    def __init__(self, project: "Project", parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._asked = Asked()
        self._latest = Latest(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._run)

    @property
    def asked(self) -> Asked:
        """What is asked about."""
        return self._asked

    @property
    def is_busy(self) -> bool:
        """Whether figures are being counted, or are about to be."""
        return self._latest.is_busy or self._pause.isActive()

    def ask(self, asked: Asked) -> None:
        """Ask about something else, at once."""
        self._asked = asked
        self.began.emit()
        self._run()

    def ask_again(self) -> None:
        """Ask the same again, once nothing changes for a moment."""
        self._latest.give_up()
        self.began.emit()
        self._pause.start()

    def end(self) -> None:
        """Stop for good."""
        self._pause.stop()
        self._latest.close()

    def _run(self) -> None:
        self._pause.stop()
        self._latest.run(self._measure, done=self.measured.emit, failed=self._say_trouble)

    def _measure(self, _tell: Tell, stopped: Stopped) -> Measured:
        """Return everything about what is asked, in parts between which it can be stopped."""
        from app.agreement.cases import cases
        from app.agreement.report import report
        from app.agreement.timeline import By, timeline
        from app.queries.agreement_matter import agreement_matter

        asked = self._asked
        matter = self._project.ask(
            agreement_matter,
            annotators=asked.annotators,
            labels=asked.labels,
            articles_chosen=asked.articles,
        )
        _unless(stopped)
        chosen = {"chosen_articles": str(asked.articles)}
        told = report(matter.study, parameters=chosen, stopped=stopped)
        found = cases(matter.study, stopped=stopped)
        _ = found.whole, found.by_article  # they are made here, where nobody waits for it
        _unless(stopped)
        history = {by: timeline(matter.study, by, changes=matter.changes) for by in By}
        return Measured(matter, told, found, history)

    def _say_trouble(self, trouble: "Refused | FileTrouble") -> None:
        self.troubled.emit(trouble)


def _unless(stopped: Stopped) -> None:
    if stopped():
        raise Cancelled
