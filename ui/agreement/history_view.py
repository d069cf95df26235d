"""The history of agreement: which measure, by week or by round, and its chart."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.agreement import MEASURES
from ui.agreement.asked import Measured
from ui.agreement.timeline_chart import TimelineChart
from ui.theme.fonts import TextRole
from ui.widgets.plain import PlainLabel

ROOMY, LEAST = 300, 150
_MEASURES = ("f1", "f1_overlap", "u_alpha")


class HistoryView(QWidget):
    """`opened` carries the period whose cases are wanted."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: Measured | None = None
        self.chart = TimelineChart()
        self.measure = QComboBox()
        self.measure.setAccessibleName(self.tr("Measure"))
        for name in _MEASURES:
            self.measure.addItem(MEASURES[name].title, name)
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Divided by"))
        for words, name in ((self.tr("by week"), "week"), (self.tr("by round"), "round")):
            self.by.addItem(words, name)
        self.told = PlainLabel(
            self.tr(
                "Each article counts in the week in which the last of its annotators finished it, "
                "or in the round in which it was allotted. The number below is how many articles; "
                "a dashed line stands where labels or guideline were changed."
            ),
            role=TextRole.QUIET,
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("History of agreement"), role=TextRole.CAPS))
        row.addStretch(1)
        row.addWidget(self.measure)
        row.addWidget(self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.chart, 1)
        self.setFocusProxy(self.chart)
        self.measure.currentIndexChanged.connect(self._show)
        self.by.currentIndexChanged.connect(self._show)
        self.chart.chosen.connect(self.opened)

    def minimumSizeHint(self) -> QSize:
        """As little as the chart needs, for the words give way to it."""
        return QSize(300, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room for the chart where there is little."""
        super().resizeEvent(event)
        self.told.setVisible(self.height() >= ROOMY)

    def show_measured(self, measured: Measured) -> None:
        """Show other figures."""
        self._measured = measured
        self._show()

    def _show(self) -> None:
        if self._measured is None:
            return
        from app.agreement.timeline import By

        timeline = self._measured.timelines[By(str(self.by.currentData()))]
        self.chart.show_timeline(timeline, str(self.measure.currentData()))
