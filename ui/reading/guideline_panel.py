"""The guideline of the label at hand, beside the text: its first sentence, or all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.guideline import first_sentence
from app.domain.label import Hue, Label, Look
from app.domain.same_name import folded_name
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.guideline_view import GuidelineView
from ui.widgets.plain import ElidedLabel, PlainLabel
from ui.widgets.tag import Tag

_HIGHEST = 340


class GuidelinePanel(QWidget):
    """Shows when to give a label; `toggle_asked` is the wish to see more of it, or less."""

    toggle_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: dict[str, tuple[Look, Hue]] = {}
        self._label: Label | None = None
        self._tag = Tag("", Hue.BLUE)
        self.toggle = ToolButton(icon("next"), "")
        self.toggle.setFixedHeight(28)
        self.toggle.clicked.connect(self.toggle_asked)
        self.rule = ElidedLabel(role=TextRole.QUIET)
        self.whole = GuidelineView()
        self.whole.setMinimumHeight(64)
        self.whole.setMaximumHeight(_HIGHEST)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("Guideline"), role=TextRole.CAPS))
        head.addWidget(self._tag)
        head.addStretch(1)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 14, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rule)
        column.addWidget(self.whole)
        self.set_open(on=False)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the project's labels, as they are drawn in examples."""
        self._styles = {folded_name(one.name): (one.look, one.hue) for one in labels}
        named = {one.id: one for one in labels}
        self.show_label(named.get(self._label.id) if self._label else None)

    def show_label(self, label: Label | None) -> None:
        """Show when to give a label; without one, how to have one shown."""
        self._label = label
        self._tag.setVisible(label is not None)
        if label is None:
            said = self.tr("Point at a label, or choose an annotation, to read when it is given.")
            self.rule.setText(said)
            self.whole.show_guideline(said, {})
            return
        self._tag.show_label(label.name, label.hue)
        missing = self.tr("Nobody has written when to give this label.")
        self.rule.setText(first_sentence(label.guideline) or missing)
        self.whole.show_guideline(label.guideline or missing, self._styles)

    def set_open(self, *, on: bool) -> None:
        """Show all of the guideline, or its first sentence only."""
        self.rule.setVisible(not on)
        self.whole.setVisible(on)
        self.toggle.setIcon(icon("previous" if on else "next"))
        name = self.tr("Show less of the guideline") if on else self.tr("Show all of the guideline")
        self.toggle.rename(name, shortcut="G")
