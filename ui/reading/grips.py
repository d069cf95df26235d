"""Grips: the round handles at the edges of the chosen annotation's spans."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from app.domain.annotation import Annotation
from ui.reading.inks import Inks
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.span_painter import SpanPainter
from ui.reading.strips import Strip

_REACH = 2.1


@dataclass(frozen=True, slots=True)
class Grip:
    """One handle, in document coordinates: which span's start or end it moves."""

    annotation: Annotation
    number: int
    is_start: bool
    centre: QPointF
    strip: Strip


def grips_of(
    strips: Iterable[Strip], chosen: str | None, spans: SpanPainter, metrics: PaneMetrics
) -> list[Grip]:
    """Return the grips of the chosen annotation that stand on these strips."""
    found = []
    for strip in strips:
        if strip.annotation.id != chosen:
            continue
        number = strip.annotation.spans.index(strip.span)
        if strip.label.look.is_band:
            rects = spans.band_rects(strip, strip.start, strip.end)
            y = rects[0].bottom() if rects else strip.line.baseline
        else:
            y = spans.underline_y(strip)
        y = min(y, strip.line.baseline + metrics.grip_depth)
        if strip.begins:
            x, _ = strip.line.start_edge(strip.start)
            found.append(Grip(strip.annotation, number, True, QPointF(x, y), strip))  # noqa: FBT003
        if strip.ends:
            x, _ = strip.line.end_edge(strip.end)
            found.append(Grip(strip.annotation, number, False, QPointF(x, y), strip))  # noqa: FBT003
    return found


def grip_at(grips: Iterable[Grip], point: QPointF, metrics: PaneMetrics) -> Grip | None:
    """Return the grip under `point`, the nearest where several are."""

    def distance(grip: Grip) -> float:
        away = grip.centre - point
        return max(abs(away.x()), abs(away.y()))

    nearest = min(grips, key=distance, default=None)
    if nearest is None or distance(nearest) > metrics.grip * _REACH:
        return None
    return nearest


def paint_grips(painter: QPainter, grips: Iterable[Grip], inks: Inks, metrics: PaneMetrics) -> None:
    """Draw the grips, above the words."""
    for grip in grips:
        painter.setPen(QPen(inks.of(grip.strip.label.hue).edge, max(metrics.at(2), 1.6)))
        painter.setBrush(inks.paper)
        painter.drawEllipse(grip.centre, metrics.grip, metrics.grip)
