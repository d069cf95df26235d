"""A card for one version of a passage: who says so, which words, and how it differs."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.alignment.statement import Statement
from app.domain.label import Label
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.versions.gold_mark import GoldMark
from ui.versions.version import Version
from ui.versions.version_words import place_of, words_of
from ui.widgets.drawing import draw_box
from ui.widgets.frames import LabelCard
from ui.widgets.plain import ClampedLabel, ElidedLabel, PlainLabel
from ui.widgets.tag import Tag

NARROWEST = 236
_MOST_SHOWN = 12


class VersionCard(QWidget):
    """Shows a version; `differences` says how it differs from the one the others follow."""

    def __init__(
        self,
        version: Version,
        *,
        who: str,
        differences: str,
        text: str,
        labels: Mapping[str, Label],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.differences = differences
        self.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        if version.has_gold:
            head.addWidget(GoldMark())
        head.addWidget(ElidedLabel(who, role=TextRole.STRONG), 1)
        column.addLayout(head)
        if differences:
            column.addWidget(PlainLabel(differences, role=TextRole.QUIET, wrap=True))
        for said in version.said[:_MOST_SHOWN]:
            column.addWidget(_said(said, text, labels[said.label]))
        left_out = len(version.said) - _MOST_SHOWN
        if left_out > 0:
            column.addWidget(PlainLabel(self.tr("and %n more", None, left_out)))
        if not version.said:
            column.addWidget(PlainLabel(self.tr("Nothing marked here"), role=TextRole.QUIET))
        column.addStretch(1)
        self.setAccessibleName(who)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet of its own."""
        theme = theme_now()
        area = QRectF(self.rect())
        draw_box(QPainter(self), area, ground=theme.paper, border=theme.line, radius=8.0)


def _said(said: Statement, text: str, label: Label) -> LabelCard:
    card = LabelCard(label.hue)
    card.column.setContentsMargins(12, 8, 10, 9)
    card.column.setSpacing(6)
    top = QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(Tag(label.name, label.hue))
    top.addStretch(1)
    top.addWidget(PlainLabel(place_of(said), role=TextRole.QUIET))
    card.column.addLayout(top)
    card.column.addWidget(ClampedLabel(words_of(said, text), lines=4))
    return card
