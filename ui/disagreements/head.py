"""The head of the list: what is shown in words, kinds with counts, the order, and the sum."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.agreement.cases import Order
from app.alignment.disagreements import Kind
from ui.disagreements.case_model import Group
from ui.disagreements.words import ICONS, KINDS, kind_in_full, kind_words, order_words
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_chip import ChoiceChip
from ui.widgets.drop_chip import DropChip
from ui.widgets.flow import FlowLayout
from ui.widgets.frames import Ground, Panel
from ui.widgets.plain import PlainLabel, plain_tooltip


class Head(Panel):
    """`dropped` names a field of `Sought`; `changed` says that kinds, order or grouping did."""

    dropped = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PANEL, parent)
        self.title = PlainLabel(role=TextRole.TITLE)
        self.back = QuietButton(self.tr("Back to the figures"), icon=icon("back"))
        self.drops: dict[str, DropChip] = {}
        self.kinds = {kind: ChoiceChip(kind_words(kind), word=ICONS[kind]) for kind in KINDS}
        self.order = _choice(self.tr("Order"), {by: order_words(by) for by in Order})
        self.group = _choice(
            self.tr("Headings"),
            {Group.KIND: self.tr("Grouped by kind"), Group.ARTICLE: self.tr("Grouped by article")},
        )
        self.sum = PlainLabel(role=TextRole.QUIET, wrap=True)
        self._filters = FlowLayout(spacing=6)
        self._arrange()
        for kind, chip in self.kinds.items():
            chip.setChecked(kind is not None)
            chip.toggled.connect(self._change)
        for choice in (self.order, self.group):
            choice.currentIndexChanged.connect(self.changed)
        self._change()

    def chosen_kinds(self) -> set[Kind | None]:
        """Return the kinds that are shown."""
        return {kind for kind, chip in self.kinds.items() if chip.isChecked()}

    def choose_kinds(self, kinds: set[Kind | None]) -> None:
        """Show these kinds; says nothing."""
        quiet = QSignalBlocker(self)
        for kind, chip in self.kinds.items():
            chip.setChecked(kind in kinds)
        quiet.unblock()

    def show_filters(self, told: Sequence[tuple[str, str]]) -> None:
        """Say what narrows the list, each with a way to drop it."""
        while self._filters.takeAt(0) is not None:
            pass
        for chip in self.drops.values():
            chip.hide()  # it would be seen until it is deleted
            chip.deleteLater()
        self.drops = {}
        for field, words in told:
            chip = DropChip(words, self)
            chip.clicked.connect(lambda _checked=False, name=field: self.dropped.emit(name))
            chip.show()
            self._filters.addWidget(chip)
            self.drops[field] = chip
        self._filters.invalidate()

    def show_counts(self, counts: Counter[Kind | None]) -> None:
        """Say how many there are of each kind."""
        for kind, chip in self.kinds.items():
            chip.set_count(counts[kind])

    def _change(self) -> None:
        self.title.setText(
            self.tr("Agreed or not") if self.kinds[None].isChecked() else self.tr("Disagreements")
        )
        self.changed.emit()

    def _arrange(self) -> None:
        for number, (kind, chip) in enumerate(self.kinds.items(), start=1):
            told = self.tr("{kind} (key {key})").format(kind=kind_in_full(kind), key=number)
            plain_tooltip(chip, told)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.title)
        upper.addLayout(self._filters, 1)
        upper.addWidget(self.back)
        chips = FlowLayout(spacing=6)
        for chip in self.kinds.values():
            chips.addWidget(chip)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(self.sum, 1)
        lower.addWidget(self.group)
        lower.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.setSpacing(9)
        column.addLayout(upper)
        column.addLayout(chips)
        column.addLayout(lower)


def _choice(name: str, words: Mapping[Order, str] | Mapping[Group, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, said in words.items():
        box.addItem(said, value)
    return box
