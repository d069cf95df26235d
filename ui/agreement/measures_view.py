"""All measures with what each asks, when to trust it, whose bands there are, and its formula."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.agreement import MEASURES
from ui.agreement.asked import Measured
from ui.agreement.figure_table import FigureTable
from ui.agreement.measure_table import measure_figures, measures_shown
from ui.agreement.section import Section, Sections
from ui.theme.fonts import TextRole
from ui.widgets.frames import Ground, Panel
from ui.widgets.plain import PlainLabel

WIDEST_HEAD = 400
"""There are reasons beneath the names."""


class MeasuresView(QSplitter):
    """`opened` carries the cases behind a figure."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._shown: list[str] = []
        self.table = FigureTable(self.tr("All measures"), widest_head=WIDEST_HEAD)
        self.title = PlainLabel(role=TextRole.SUBTITLE, wrap=True)
        self.asks = PlainLabel(wrap=True)
        self.trust = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.bands = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.formula = PlainLabel(wrap=True)
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._tell(now.row()))

    def show_measured(self, measured: Measured) -> None:
        """Show other figures; the measure that is told about stays."""
        self._shown = measures_shown(measured)
        self.table.show_figures(measure_figures(measured))
        self._tell(max(self.table.currentIndex().row(), 0))

    def _tell(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        name = self._shown[row]
        measure = MEASURES[name]
        self.title.setText(measure.title)
        self.asks.setText(measure.asks)
        self.trust.setText(measure.trust)
        bands = measure.bands or self.tr(
            "Nobody has published bands for it: compare with rounds of your own."
        )
        self.bands.setText(bands)
        self.formula.setText(_flowing(measure.definition.strip()))

    def _arrange(self) -> None:
        section = Section(
            self.tr("All measures"),
            self.tr("Choose one to read what it asks, when to trust it, and how it is defined."),
            self.table,
        )
        told = Panel(Ground.PANEL)
        column = QVBoxLayout(told)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        for widget in (self.title, self.asks, self.trust, self.bands):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self.tr("Definition and sources"), role=TextRole.CAPS))
        column.addWidget(self.formula)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Definition and sources"))
        scroll.setWidget(told)
        self.addWidget(Sections([section]))
        self.addWidget(scroll)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setChildrenCollapsible(False)


def _flowing(definition: str) -> str:
    """Return a definition whose paragraphs break where there is room, formulas on their lines."""
    parts = definition.replace("`", "").split("\n\n")
    return "\n\n".join(
        part if part.startswith(" ") else " ".join(part.split("\n")) for part in parts
    )
