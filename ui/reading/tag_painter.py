"""Tags above the words: the label's name in small capitals, on a tab where it heads a band."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.reading.inks import Inks
from ui.reading.pane_metrics import PaneMetrics
from ui.reading.pane_state import PaneState
from ui.reading.strips import Strip
from ui.reading.tag_row import TagWish, placed
from ui.theme.fonts import TextRole, font_for

_LONGEST_NAME = 18


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag in its place, in document coordinates."""

    annotation: Annotation
    label: Label
    words: str
    rect: QRectF


class TagPainter:
    """Places and draws the tags of the strips where annotations begin."""

    def __init__(self, inks: Inks, metrics: PaneMetrics) -> None:
        self._inks = inks
        self._metrics = metrics
        self._font = font_for(TextRole.TAG)
        self._font.setPixelSize(round(metrics.tag_font))
        self._font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, metrics.at(0.5))
        self._measure = QFontMetricsF(self._font)
        self._widths: dict[str, float] = {}

    def tags(self, strips: Iterable[Strip], *, rightmost: float) -> list[Tag]:
        """Return the tags of these strips, none covering another, up to `rightmost`."""
        rows: dict[float, list[Strip]] = defaultdict(list)
        for strip in strips:
            if strip.begins and strip.is_first:
                rows[strip.line.baseline].append(strip)
        return [tag for row in rows.values() for tag in self._row(row, rightmost)]

    def paint(self, painter: QPainter, tags: Iterable[Tag], state: PaneState) -> None:
        """Draw the tags; paper behind each keeps it legible above deep underlines."""
        painter.setFont(self._font)
        for tag in tags:
            ink = self._inks.of(tag.label.hue)
            is_chosen = tag.annotation.id == state.chosen
            is_tab = tag.label.look.is_band or is_chosen
            ground, words = (ink.tab, ink.tab_text) if is_tab else (self._inks.paper, ink.tag)
            if is_chosen:
                ground, words = ink.edge, self._inks.paper
            elif tag.annotation.id == state.hovered:
                ground, words = ink.fill_selected, ink.tab_text
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            radius = self._metrics.at(2)
            painter.drawRoundedRect(tag.rect, radius, radius)
            painter.setPen(words)
            baseline = tag.rect.center().y() + self._measure.capHeight() / 2
            painter.drawText(QPointF(tag.rect.left() + self._side, baseline), tag.words)

    @property
    def _side(self) -> float:
        return self._metrics.at(3.5)

    def _row(self, strips: list[Strip], rightmost: float) -> Iterable[Tag]:
        metrics, line = self._metrics, strips[0].line
        forms = [_forms(strip) for strip in strips]
        wishes = []
        for strip, words in zip(strips, forms, strict=True):
            x, rightwards = line.outer_start(strip.start, strip.end)
            pieces = strip.pieces
            reach = pieces[-1][1] if rightwards else pieces[0][0]
            outwards = metrics.pad + metrics.bar / 2 if strip.label.look.is_band else self._side
            widths = tuple(self._width(form) for form in words)
            if rightwards:
                wishes.append(TagWish(x - outwards, max(reach, x), widths))
            else:
                wishes.append(TagWish(x + outwards, min(reach, x), widths))
        top = round(line.baseline + metrics.band_top - metrics.tag_height)
        places = placed(
            wishes,
            leftmost=line.left - metrics.at(6),
            rightmost=rightmost,
            gap=metrics.at(1.5),
        )
        for strip, words, wish, place in zip(strips, forms, wishes, places, strict=True):
            if place.form is not None:
                rect = QRectF(place.left, top, wish.widths[place.form], metrics.tag_height)
                yield Tag(strip.annotation, strip.label, words[place.form], rect)

    def _width(self, words: str) -> float:
        if words not in self._widths:
            self._widths[words] = self._measure.horizontalAdvance(words) + 2 * self._side
        return self._widths[words]


def _forms(strip: Strip) -> tuple[str, ...]:
    """Return the tag's words, the fullest first; a question mark says that it is unsure."""
    name = strip.label.name.upper()
    doubt = " ?" if strip.annotation.unsure else ""
    full = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return (full + doubt, name[:3] + doubt, name[:1] + doubt)
