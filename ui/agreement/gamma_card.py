"""Gamma's card: computed on request, with how far it is and a way to stop it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.agreement.score import Score
from ui.agreement.headline import HeadlineCard
from ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from app.agreement.study import Study
    from app.errors import FileTrouble, Refused

from ui.latest import Latest


class GammaCard(HeadlineCard):
    """`wanted` is said where somebody asks for it; whoever arranges the page hands in the study.

    `found` carries the score, with the settings by which it was computed.
    """

    wanted = Signal()
    found = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.compute = QuietButton(self.tr("Compute"))
        self.bar = QProgressBar()
        super().__init__("gamma", parent)
        self._latest = Latest(self)
        self._articles = 0
        self.setEnabled(True)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Computing gamma"))
        self.bar.hide()
        self.row.addWidget(self.compute)
        self.column.insertWidget(self.column.indexOf(self.line), self.bar)
        self.compute.clicked.connect(self._press)
        self.say_nothing_yet()

    def say_nothing_yet(self) -> None:
        """Show that nobody has asked."""
        self._latest.give_up()
        self._show_rest()
        self.show_score(
            Score(None, why=self.tr("It takes a while, so it waits to be asked for.")),
            counts="",
            articles=0,
        )

    def run(self, study: "Study") -> None:
        """Compute it for a study, aside."""
        self._articles = len(study.counting)
        self.compute.setText(self.tr("Cancel"))
        self.compute.setAccessibleName(self.tr("Cancel computing gamma"))
        self.bar.setRange(0, 0)
        self.bar.show()

        def work(tell, stopped):  # type: ignore[no-untyped-def]
            from app.agreement import gamma

            settings = gamma.Settings()
            score = gamma.score(study, settings, progress=lambda *far: tell(far), stopped=stopped)
            return score, str(settings)

        self._latest.run(work, done=self._show, failed=self._say_trouble, told=self._show_far)

    def end(self) -> None:
        """Stop; the page is about to go."""
        self._latest.close()

    def _press(self) -> None:
        if self._latest.is_busy:
            self.say_nothing_yet()
        else:
            self.wanted.emit()

    def _show_far(self, far: tuple[int, int]) -> None:
        done, total = far
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.counts.setText(
            self.tr("{done} of {total} articles").format(done=f"{done:,}", total=f"{total:,}")
        )

    def _show(self, found: tuple[Score, str]) -> None:
        score, settings = found
        self._show_rest()
        self.compute.setText(self.tr("Compute again"))
        self.show_score(
            score,
            counts=self.tr("%n article(s)", None, score.n),
            beside=score.note,
            articles=self._articles,
        )
        self.found.emit(score, settings)

    def _say_trouble(self, trouble: "Refused | FileTrouble") -> None:
        self._show_rest()
        self.show_score(Score(None, why=str(trouble)), counts="", articles=0)

    def _show_rest(self) -> None:
        self.bar.hide()
        self.compute.setText(self.tr("Compute"))
        self.compute.setAccessibleName(self.tr("Compute gamma"))
