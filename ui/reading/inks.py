"""The theme's colours for the pane, made into Qt's once instead of at every stroke."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.domain.label import Hue
from ui.theme.tokens import LabelTokens, Theme


@dataclass(frozen=True, slots=True)
class LabelInk:
    """One hue's shades; see `LabelTokens`."""

    fill: QColor
    fill_nested: QColor
    fill_selected: QColor
    edge: QColor
    edge_faint: QColor
    tag: QColor
    tab: QColor
    tab_text: QColor


class Inks:
    """All colours that the pane paints with."""

    def __init__(self, theme: Theme) -> None:
        self.paper = QColor(theme.paper)
        self.text = QColor(theme.text)
        self.selection = QColor(theme.selection)
        self.accent = QColor(theme.accent)
        self.found = QColor(theme.hover)
        self.found_edge = QColor(theme.line_strong)
        self._labels = {hue: _label_ink(tokens) for hue, tokens in theme.labels.items()}

    def of(self, hue: Hue) -> LabelInk:
        """Return the shades of one hue."""
        return self._labels[hue]


def _label_ink(tokens: LabelTokens) -> LabelInk:
    return LabelInk(
        fill=QColor(tokens.fill),
        fill_nested=QColor(tokens.fill_nested),
        fill_selected=QColor(tokens.fill_selected),
        edge=QColor(tokens.edge),
        edge_faint=_mixed(QColor(tokens.edge), QColor(tokens.fill_nested)),
        tag=QColor(tokens.tag),
        tab=QColor(tokens.tab),
        tab_text=QColor(tokens.tab_text),
    )


def _mixed(one: QColor, other: QColor) -> QColor:
    """Return the colour half way, opaque: see-through layers of several hues turn to mud."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
