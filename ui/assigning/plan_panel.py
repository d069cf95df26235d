"""The panel in which a lead says how articles are shared out, and sees what that would do."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.domain.allotting import Shares, Sharing
from ui.theme.fonts import TextRole
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel, plain_tooltip, set_apart

MOST_NAMED = 6
HIGHEST_SEED = 9_999
HIGHEST_ROUND = 99


class PlanPanel(QWidget):
    """`changed` says that something else is wished for; `apply_asked` and `take_asked` act."""

    changed = Signal()
    apply_asked = Signal()
    take_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.each = _spin(1, 99, self.tr("People who read each article"))
        self.overlap = _spin(0, 100, self.tr("Per cent of the articles for several"))
        self.overlap.setSuffix(self.tr(" %"))
        self.many = _spin(2, 99, self.tr("People who read those"))
        self.round = _spin(1, HIGHEST_ROUND, self.tr("Round"))
        self.seed = _spin(1, HIGHEST_SEED, self.tr("Seed of chance"))
        self.together = QCheckBox(self.tr("Keep the same titles together"))
        self.together.setChecked(True)
        self.summary = PlainLabel(wrap=True)
        self.detail = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.apply = PrimaryButton(self.tr("Allot"))
        self.take = QuietButton(self.tr("Take back what is to do"))
        self._arrange()
        for spin in (self.each, self.overlap, self.many, self.seed):
            spin.valueChanged.connect(self.changed)
        self.together.toggled.connect(self.changed)
        self.apply.clicked.connect(self.apply_asked)
        self.take.clicked.connect(self.take_asked)
        self.say("")

    def sharing(self) -> Sharing:
        """Return what is wished for."""
        return Sharing(
            each=self.each.value(),
            overlap=self.overlap.value() / 100,
            overlap_each=self.many.value(),
            seed=self.seed.value(),
        )

    def say(self, words: str) -> None:
        """Say that there is nothing to allot, and why."""
        self.summary.setText(words)
        self.detail.setText("")
        self.apply.setText(self.tr("Allot"))
        self.apply.setEnabled(False)

    def show_shares(self, shares: Shares, names: Mapping[str, str]) -> None:
        """Say what the plan would do: how much more for whom, how many articles for several."""
        number = len(shares.pairs)
        if not number:
            self.say(self.tr("Every article shown has its readers; nothing would be added."))
            return
        more = [(name, count) for name, count in shares.more.items() if count]
        told = [f"{set_apart(names[name])} +{count:,}" for name, count in more[:MOST_NAMED]]
        if len(more) > MOST_NAMED:
            told.append(self.tr("%n more", None, len(more) - MOST_NAMED))
        self.summary.setText(", ".join(told))
        read = sorted(shares.read_by.items(), reverse=True)
        self.detail.setText("; ".join(self._read_by(people, count) for people, count in read))
        self.apply.setText(self.tr("Allot {number}").format(number=f"{number:,}"))
        self.apply.setEnabled(True)

    def _read_by(self, people: int, count: int) -> str:
        if not people:
            return self.tr("%n article(s) for nobody", None, count)
        told = self.tr("%n article(s) for {number}", None, count)
        return told.format(number=people)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.addWidget(PlainLabel(self.tr("Readers for each article")), 1)
        first.addWidget(self.each)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for at, (words, spin, why) in enumerate(
            (
                (
                    self.tr("Overlap"),
                    self.overlap,
                    self.tr("This part of the articles has more readers, to measure agreement."),
                ),
                (self.tr("read by"), self.many, self.tr("So many read the overlap.")),
                (
                    self.tr("Round"),
                    self.round,
                    self.tr("What is allotted now, by plan or by hand, belongs to this round."),
                ),
                (
                    self.tr("Seed"),
                    self.seed,
                    self.tr("The same seed shares the same articles out in the same way."),
                ),
            )
        ):
            grid.addWidget(PlainLabel(words), at // 2, at % 2 * 2)
            grid.addWidget(spin, at // 2, at % 2 * 2 + 1)
            plain_tooltip(spin, why)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(grid)
        column.addWidget(self.together)
        column.addSpacing(2)
        column.addWidget(self.summary)
        column.addWidget(self.detail)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.take, 1)
        column.addLayout(buttons)


def _spin(least: int, most: int, name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setAccessibleName(name)
    spin.setFixedWidth(76)
    spin.lineEdit().setTextMargins(7, 0, 0, 0)
    spin.lineEdit().setAccessibleName(name)
    return spin
