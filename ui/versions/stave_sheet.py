"""A sheet with everybody's staves under its lines, as a score has them under each other.

What all agree on is drawn paler. Beside what they dispute stands a bar in the gutter, and over its
words the names of the labels that somebody gave.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from app.domain.span import Span
from ui.reading.line_geometry import Line
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.sheet import Sheet
from ui.reading.strips import Gap, Strip, cut
from ui.reading.tag_painter import TagPainter
from ui.theme.tokens import Theme
from ui.versions.stave_painter import NamePainter, StavePainter
from ui.versions.versions import Passage, Versions

_NOTHING_CHOSEN = PaneState()
_DIMMED = 0.42
"""How much paper lies over the words of furniture."""


class StaveSheet(Sheet):
    """One article's text with its versions; `chosen` and `hovered` are passages of them."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.versions: Versions | None = None
        self.names: Mapping[str, str] = {}
        self._furniture: Sequence[Span] = ()
        self.chosen: Passage | None = None
        self.hovered: Passage | None = None
        self._staves: list[StavePainter] = []

    def set_versions(self, versions: Versions) -> None:
        """Take others' versions, with nothing chosen."""
        self.versions = versions
        self.chosen = self.hovered = None
        self._ready_staves()

    def set_furniture(self, spans: Sequence[Span]) -> None:
        """Dim the words of these stretches."""
        self._furniture = spans

    def set_style(self, theme: Theme, metrics: PaneMetrics) -> None:
        """Take other colours, lengths or letters."""
        super().set_style(theme, metrics)
        self._theme = theme
        self._tags = TagPainter(self.inks, metrics)
        self._names = NamePainter(theme, metrics)
        self._ready_staves()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies in `area`: grounds, the staves, the gutter, tags, and the words."""
        painter.fillRect(area, self.inks.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines(area.top(), area.bottom())
        if self.versions is not None and lines:
            self._paint_grounds(painter, lines)
            self._paint_selection(painter, lines)
            tagged = self._paint_staves(painter, self.versions, lines)
            tags = self._tags.tags(tagged, rightmost=self._right)
            self._tags.paint(painter, tags, _NOTHING_CHOSEN)
        self._paint_words(painter, area)
        self._dim_furniture(painter, lines)

    def passage_at(self, point: QPointF) -> Passage | None:
        """Return the passage under a point of the words or of a stave; its own stave's first."""
        line = self._line_at(point.y())
        if self.versions is None or line is None:
            return None
        position = line.character_at(point.x())
        if position is None:
            return None
        for stave, painter in zip(self.versions.staves, self._staves, strict=True):
            metrics = painter.metrics
            if metrics.band_top <= point.y() - line.baseline < metrics.band_bottom:
                for one in stave.annotations.at(position):
                    return self.versions.passage_of(one)
        return next(self.versions.passages_at(position), None)

    def stave_rect(self, line: Line, number: int) -> QRectF:
        """Return the height of a stave at a line, as wide as the column's words begin and end."""
        metrics = self._staves[number].metrics
        top = round(line.baseline + metrics.band_top)
        bottom = round(line.baseline + metrics.band_bottom)
        return QRectF(line.left, top, max(self._right - line.left, 1), bottom - top)

    def _ready_staves(self) -> None:
        count = 0 if self.versions is None else len(self.versions.staves)
        self._staves = [
            StavePainter(self._theme, self.inks, self.metrics, number) for number in range(count)
        ]

    def _line_at(self, y: float) -> Line | None:
        """Return the line to which a height belongs: from over its tags to under its staves."""
        metrics = self.metrics
        above = -metrics.band_top + metrics.tag_height
        return self.geometry.at_height(y - 0.8 * metrics.pitch + above)

    def _paint_staves(
        self, painter: QPainter, versions: Versions, lines: Sequence[Line]
    ) -> list[Strip]:
        """Draw the staves and the gutter; return the strips that have tags."""
        tagged: list[Strip] = []
        disputed: dict[float, tuple[Line, bool]] = {}
        staves = list(zip(versions.staves, self._staves, strict=True))
        start, end = lines[0].start, lines[-1].end
        cuts = [
            cut(
                stave.annotations.touching(start, end),
                lines,
                labels=versions.labels,
                seat=stave.seat,
            )
            for stave, _ in staves
        ]
        marked = {strip.line.start: strip.line for strips, _ in cuts for strip in strips}
        for number, ((stave, pen), (strips, gaps)) in enumerate(zip(staves, cuts, strict=True)):
            pen.rule(painter, marked.values())
            for calm in (True, False):
                pen.paint(
                    painter,
                    [one for one in strips if self._is_calm(one) is calm],
                    [one for one in gaps if self._is_calm(one) is calm],
                    calm=calm,
                )
            tagged += [one for one in strips if one.annotation.id in versions.tagged]
            for line in {strip.line.start: strip.line for strip in strips}.values():
                name = self.names.get(stave.annotator, stave.annotator)
                rect = self.stave_rect(line, number)
                self._names.paint(painter, line, rect, name, gold=stave.is_gold)
            for strip in strips:
                passage = versions.passage_of(strip.annotation)
                if not passage.is_agreed:
                    _, is_chosen = disputed.get(strip.line.baseline, (strip.line, False))
                    is_chosen |= passage is self.chosen
                    disputed[strip.line.baseline] = (strip.line, is_chosen)
        for line, is_chosen in disputed.values():
            self._paint_bar(painter, line, is_chosen=is_chosen)
        return tagged

    def _is_calm(self, part: Strip | Gap) -> bool:
        """Tell whether everybody agrees on what a strip or a gap is part of."""
        return self.versions is not None and self.versions.passage_of(part.annotation).is_agreed

    def _paint_bar(self, painter: QPainter, line: Line, *, is_chosen: bool) -> None:
        """Draw the sign that annotators differ on this line, beside its words and staves."""
        metrics = self.metrics
        width = max(round(metrics.at(4 if is_chosen else 3)), 2)
        top = round(line.baseline + metrics.band_top)
        bottom = round(line.baseline + self._foot)
        left = round(line.left - metrics.at(12))
        colour = self.inks.accent if is_chosen else self.inks.found_edge
        painter.fillRect(QRectF(left, top, width, bottom - top), colour)

    def _paint_grounds(self, painter: QPainter, lines: Sequence[Line]) -> None:
        """Draw what lies behind the words and staves of the chosen and the hovered passage."""
        if self.hovered is not None and self.hovered is not self.chosen:
            self._paint_ground(painter, lines, self.hovered, QColor(self._theme.hover), None)
        if self.chosen is not None:
            ground, edge = QColor(self._theme.chosen), self.inks.accent
            self._paint_ground(painter, lines, self.chosen, ground, edge)

    def _paint_ground(
        self,
        painter: QPainter,
        lines: Sequence[Line],
        passage: Passage,
        ground: QColor,
        edge: QColor | None,
    ) -> None:
        metrics = self.metrics
        air, radius = metrics.at(4), metrics.at(4)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
        for line in lines:
            top = round(line.baseline + metrics.band_top - 1) + 0.5
            bottom = round(line.baseline + self._foot + metrics.at(3)) + 0.5
            for piece in passage.pieces:
                for left, right in line.pieces(piece.start, piece.end):
                    box = QRectF(left - air, top, right - left + 2 * air, bottom - top)
                    painter.drawRoundedRect(box, radius, radius)

    @property
    def _foot(self) -> float:
        """Where the last stave ends below the baseline."""
        return self._staves[-1].metrics.band_bottom if self._staves else self.metrics.band_bottom

    def _dim_furniture(self, painter: QPainter, lines: Sequence[Line]) -> None:
        veil = QColor(self.inks.paper)
        veil.setAlphaF(_DIMMED)
        metrics = self.metrics
        for line in lines if self._furniture else ():
            for span in self._furniture:
                for left, right in line.pieces(span.start, span.end):
                    top = line.baseline + metrics.band_top
                    room = QRectF(left, top, right - left, metrics.at(22))
                    painter.fillRect(room, veil)
