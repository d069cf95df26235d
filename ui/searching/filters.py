"""What narrows a search: how far articles are, what is marked in them, where they come from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.assignment import State
from app.domain.label import Label
from app.queries.corpus import Narrowing
from ui.reading.article_list_delegate import ICON_WORDS
from ui.reading.article_list_model import state_words
from ui.theme.icons import STATE_TINTS
from ui.widgets.choice_chip import ChoiceChip
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import one_line

STATES = (State.TO_DO, State.BEGUN, State.DONE)
_OUTLET_WIDTH = 190


class Filters(QWidget):
    """Chips for states, labels and doubt, and a list of outlets; `changed` when any changes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = {
            state: ChoiceChip(
                state_words(state), word=ICON_WORDS[state], tint=STATE_TINTS[ICON_WORDS[state]]
            )
            for state in STATES
        }
        self.labels: dict[str, ChoiceChip] = {}
        self._names: dict[str, str] = {}
        self.unsure = ChoiceChip(self.tr("unsure"), word="unsure", tint="accent")
        self.whole = ChoiceChip(self.tr("anywhere in such articles"), word="article", tint="accent")
        self.outlet = QComboBox()
        self.outlet.setAccessibleName(self.tr("Outlet"))
        self.outlet.setFixedWidth(_OUTLET_WIDTH)
        self.outlet.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.outlet.setMinimumContentsLength(18)
        self.outlet.currentIndexChanged.connect(self.changed)
        self._row = FlowLayout(spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        for chip in (*self.states.values(), self.unsure, self.whole):
            chip.toggled.connect(self._change)
        self.set_labels([])
        self.set_outlets({})

    def narrowing(self) -> Narrowing:
        """Return what is chosen."""
        return Narrowing(
            states=frozenset(state for state, chip in self.states.items() if chip.isChecked()),
            outlet=self.outlet.currentData(),
            labels=frozenset(name for name, chip in self.labels.items() if chip.isChecked()),
            unsure=self.unsure.isChecked(),
            whole_articles=self.whole.isChecked(),
        )

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer these labels; those that were chosen stay so."""
        chosen = {name for name, chip in self.labels.items() if chip.isChecked()}
        while self._row.takeAt(0) is not None:
            pass
        for chip in self.labels.values():
            chip.deleteLater()
        self._names = {label.id: label.name for label in labels}
        self.labels = {
            label.id: ChoiceChip(label.name, self, word=label.look, tint=label.hue)
            for label in labels
        }
        for name, chip in self.labels.items():
            chip.setChecked(name in chosen)
            chip.toggled.connect(self._change)
        for chip in (*self.states.values(), *self.labels.values(), self.unsure, self.whole):
            self._row.addWidget(chip)
        self._row.addWidget(self.outlet)
        self._offer_whole()

    def set_outlets(self, outlets: Mapping[str, int]) -> None:
        """Offer these outlets with how many articles each has; the chosen one stays so."""
        chosen = self.outlet.currentData()
        quiet = QSignalBlocker(self.outlet)
        self.outlet.clear()
        self.outlet.addItem(self.tr("All outlets"), None)
        for name, number in outlets.items():
            self.outlet.addItem(f"{one_line(name)}  ({number:,})", name)
        self.outlet.setCurrentIndex(max(0, self.outlet.findData(chosen)) if chosen else 0)
        self.outlet.setVisible(len(outlets) > 1)
        quiet.unblock()

    def drop(self) -> None:
        """Let go of everything that narrows."""
        quiet = QSignalBlocker(self)
        for chip in (*self.states.values(), *self.labels.values(), self.unsure, self.whole):
            chip.setChecked(False)
        self.outlet.setCurrentIndex(0)
        quiet.unblock()
        self.changed.emit()

    def in_words(self) -> str:
        """Say what is searched: all articles, or which, or what is marked in them."""
        chosen = self.narrowing()
        parts = []
        if chosen.asks_for_annotations:
            whole = self.tr("articles with {what}") if chosen.whole_articles else "{what}"
            parts.append(whole.format(what=self._marked_words(chosen)))
        states = ", ".join(state_words(state) for state in STATES if state in chosen.states)
        if states:
            parts.append(self.tr("articles that are {states}").format(states=states))
        if chosen.outlet is not None:
            parts.append(self.tr("articles of {outlet}").format(outlet=one_line(chosen.outlet)))
        return "; ".join(parts) or self.tr("all articles")

    def _marked_words(self, chosen: Narrowing) -> str:
        names = (self._names[name] for name in self.labels if name in chosen.labels)
        labels = ", ".join(one_line(name) for name in names)
        if not labels:
            return self.tr("what you are unsure of")
        if chosen.unsure:
            return self.tr("what you marked as {labels} and are unsure of").format(labels=labels)
        return self.tr("what you marked as {labels}").format(labels=labels)

    def _change(self) -> None:
        self._offer_whole()
        self.changed.emit()

    def _offer_whole(self) -> None:
        self.whole.setVisible(self.narrowing().asks_for_annotations)
        self._row.invalidate()
