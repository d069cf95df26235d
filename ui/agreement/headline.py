"""The headline: three cards, each with a figure, how sure it is, and what it asks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.agreement import MEASURES
from app.agreement.writing import NONE
from app.agreement.writing import figure as written
from ui.agreement.figure import interval
from ui.agreement.interval_line import IntervalLine
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.shades import mix
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import ElidedLabel, PlainLabel, action_text, plain_tooltip

if TYPE_CHECKING:
    from app.agreement.score import Score

RADIUS = 10.0
LARGE = 30
TIGHT, ROOMY, SPACIOUS = 430, 560, 660
"""Heights of the page, in pixels, from which on a card shows more."""

FEW_ARTICLES = 10
"""Below this many articles an interval says little, and is drawn so."""

ALPHA_MARKS = (0.667, 0.8)
"""Krippendorff 2004, p. 241: the least for tentative conclusions, and what is reliable."""


class HeadlineCard(QAbstractButton):
    """One measure; pressed, it opens the words behind it.

    `marks` are the values that readers of the measure go by, where somebody published any.
    """

    def __init__(
        self, measure: str, parent: QWidget | None = None, *, marks: tuple[float, ...] = ()
    ) -> None:
        super().__init__(parent)
        self._measure = MEASURES[measure]
        self._is_stale = False
        self.value = Large(NONE)
        self.beside = PlainLabel(role=TextRole.MEDIUM)
        self.range = PlainLabel(role=TextRole.QUIET)
        self.line = IntervalLine(marks)
        self.counts = ElidedLabel(role=TextRole.QUIET)
        self.asks = PlainLabel(self._measure.asks, role=TextRole.BODY, wrap=True)
        self.trust = PlainLabel(
            self._measure.bands or self._measure.trust, role=TextRole.QUIET, wrap=True
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(action_text(self._measure.title))
        self.column = QVBoxLayout(self)
        self.row = QHBoxLayout()
        self._arrange()

    def show_score(self, score: "Score", *, counts: str, beside: str = "", articles: int) -> None:
        """Show a score; `counts` says in words what was counted, `beside` what stands next to it.

        Of fewer than ten articles the interval is drawn faint and called so.
        """
        self.value.setText(written(score.value))
        self.beside.setText(beside)
        few = articles < FEW_ARTICLES
        ends = None
        if score.low is not None and score.high is not None:
            ends = score.low, score.high
        told = self.tr("95 %: {ends}").format(ends=interval(score)) if ends else ""
        if ends and few:
            told = self.tr("{told}, few articles").format(told=told)
        self.range.setText(told or score.why or score.note)
        self.line.show_value(score.value, ends, faint=few or self._is_stale)
        self.counts.setText(counts)
        self.setAccessibleName(
            ", ".join(
                part
                for part in (self._measure.title, written(score.value), beside, told, counts)
                if part
            )
        )
        known = self._measure
        tip = [told, counts, known.asks, known.trust, known.bands, score.why, score.note]
        plain_tooltip(self, "\n".join(part for part in tip if part))

    @property
    def is_stale(self) -> bool:
        """Whether the figure is not of what there is now."""
        return self._is_stale

    def set_stale(self, *, stale: bool) -> None:
        """Draw quietly what is about to be counted again."""
        self._is_stale = stale
        self.value.set_quiet(quiet=stale)

    def set_room(self, height: int) -> None:
        """Show less where the page is only so high, in pixels; the tooltip has all of it."""
        self.trust.setVisible(height >= SPACIOUS)
        self.asks.setVisible(height >= ROOMY)
        self.line.setVisible(height >= TIGHT)
        self._wrap(wraps=height >= ROOMY)

    def sizeHint(self) -> QSize:
        """As much as what stands in it needs."""
        return self.column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as what stands in it needs."""
        return QSize(200, self.column.minimumSize().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, and the ring of the keyboard's focus."""
        theme, painter, area = theme_now(), QPainter(self), QRectF(self.rect())
        can = self.isEnabled()
        lively = can and self.underMouse()
        ground = theme.chosen if self.isDown() else theme.hover if lively else theme.field
        border = theme.accent if lively else mix(theme.line_strong, theme.line, 0.12)
        draw_box(painter, area, ground=ground, border=border, radius=RADIUS)
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=RADIUS)

    def _wrap(self, *, wraps: bool) -> None:
        """Say whether words wrap in it; where none do, Qt takes a card that says so for empty."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def _arrange(self) -> None:
        self._wrap(wraps=True)
        figures = self.row
        figures.setSpacing(10)
        figures.addWidget(self.value)
        figures.addWidget(self.beside)
        figures.addStretch(1)
        self.column.setContentsMargins(16, 13, 16, 13)
        self.column.setSpacing(3)
        self.column.addWidget(PlainLabel(self._measure.title, role=TextRole.CAPS))
        self.column.addLayout(figures)
        self.column.addWidget(self.line)
        self.column.addWidget(self.range)
        self.column.addWidget(self.counts)
        self.column.addSpacing(4)
        self.column.addWidget(self.asks)
        self.column.addWidget(self.trust)
        self.column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Large(PlainLabel):
    """A figure in large letters."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role=TextRole.HERO)
        font = QFont(font_for(TextRole.HERO))
        font.setPixelSize(LARGE)
        self.setFont(font)
        self.setMinimumHeight(QFontMetrics(font).height())

    def set_quiet(self, *, quiet: bool) -> None:
        """Let it stand back, or be what matters again."""
        role = TextRole.FAINT if quiet else TextRole.HERO
        if self.property("role") != role.value:
            self.setProperty("role", role.value)
            self.style().unpolish(self)
            self.style().polish(self)
