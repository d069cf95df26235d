"""Gamma's card: computed on request, with how far it is and a way to stop it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.agreement.score import Score
from ui.agreement.headline import HeadlineCard
from ui.latest import Latest, Stopped, Tell
from ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from app.agreement.gamma import Settings
    from app.agreement.study import Study
    from app.errors import FileTrouble, Refused


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
        self._found: _Found | None = None
        self.setEnabled(True)
        self.compute.setAutoDefault(True)  # else Enter passes it by
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Computing gamma"))
        keeps_room = self.bar.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps_room)
        self.row.addWidget(self.compute)
        self.column.insertWidget(self.column.indexOf(self.line), self.bar)
        self.compute.clicked.connect(self._press)
        self._show_rest()

    def grow_old(self) -> None:
        """Say that the figure is of other work than there is now; begin again what goes on."""
        self.set_stale(stale=self._found is not None)
        if self._latest.is_busy:
            self.wanted.emit()
        else:
            self._show_rest()

    def run(self, study: "Study") -> None:
        """Compute it for a study, aside."""
        self.compute.setText(self.tr("Cancel"))
        self.compute.setAccessibleName(self.tr("Cancel computing gamma"))
        self.bar.setRange(0, 0)
        self.bar.show()

        def work(tell: Tell, stopped: Stopped) -> _Found:
            from app.agreement import gamma

            settings = gamma.Settings()
            score = gamma.score(study, settings, progress=lambda *far: tell(far), stopped=stopped)
            return _Found(score, settings, study.seed, len(study.counting))

        self._latest.run(work, done=self._take, failed=self._say_trouble, told=self._show_far)

    def end(self) -> None:
        """Stop; the page is about to go."""
        self._latest.close()

    def _press(self) -> None:
        if self._latest.is_busy:
            self._latest.give_up()
            self._show_rest()
        else:
            self.wanted.emit()

    def _show_far(self, far: tuple[int, int]) -> None:
        done, total = far
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.counts.setText(
            self.tr("{done} of {total} alignments").format(done=f"{done:,}", total=f"{total:,}")
        )

    def _take(self, found: "_Found") -> None:
        self._found = found
        self.set_stale(stale=False)
        self._show_rest()
        self.found.emit(found.score, str(found.settings))

    def _say_trouble(self, trouble: "Refused | FileTrouble") -> None:
        self._found = None
        self._show_rest()
        self.show_score(Score(None, why=str(trouble)), counts="", articles=0)

    def _show_rest(self) -> None:
        """Show what there is while nothing goes on: the figure last found, if any."""
        self.bar.hide()
        self.compute.setAccessibleName(self.tr("Compute gamma"))
        found = self._found
        if found is None:
            self.compute.setText(self.tr("Compute"))
            why = self.tr("It takes a while, so it waits to be asked for.")
            self.show_score(Score(None, why=why), counts="", articles=0)
            return
        self.compute.setText(self.tr("Compute again"))
        beside = self.tr("two by two") if found.score.note else ""
        counts = self.tr(
            "{articles}, {samples} samples each, seed {seed}; {weights}, sampler {sampler}"
        ).format(
            articles=self.tr("%n article(s)", None, found.score.n),
            samples=found.settings.samples,
            seed=found.seed,
            weights=found.settings.weights,
            sampler=found.settings.sampler,
        )
        if self.is_stale:
            beside = self.tr("old")
            counts = self.tr("Of before the last change: {counts}").format(counts=counts)
        self.show_score(
            found.score,
            counts=counts,
            beside=beside,
            articles=found.articles,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A score, and what it was computed with and from."""

    score: Score
    settings: "Settings"
    seed: int
    articles: int
