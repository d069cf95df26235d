"""Icons by the words of the house, in the colour of whatever theme is on when they are drawn.

The drawings come from qtawesome, which is slow to import and therefore imported when the first
icon is drawn, not before; see `hold_back` for starting without it. An icon keeps a word and a
tint, never a colour, so it need not be exchanged when the theme changes.
"""

import os
from functools import lru_cache
from types import ModuleType
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.label import Hue, Look
from ui.theme.current import theme_now
from ui.theme.shades import mix
from ui.theme.tokens import Theme

TintWord = Literal[
    "text", "text_quiet", "text_faint", "accent", "on_accent", "good", "warning", "danger"
]
Tint = TintWord | Hue

GLYPHS = {
    "to do": "ph.circle",
    "begun": "ph.circle-half-fill",
    "done": "ph.check-circle-fill",
    "done empty": "ph.minus-circle-fill",
    "changed": "ph.warning-circle-fill",
    "undo": "ph.arrow-u-up-left",
    "redo": "ph.arrow-u-up-right",
    "sun": "ph.sun",
    "moon": "ph.moon",
    "system theme": "ph.desktop",
    "import": "ph.download-simple",
    "export": "ph.upload-simple",
    "open": "ph.folder-open",
    "new": "ph.file-plus",
    "previous": "ph.caret-up",
    "next": "ph.caret-down",
    "back": "ph.caret-left",
    "forward": "ph.caret-right",
    "place before": "ph.arrow-left",
    "place after": "ph.arrow-right",
    "menu": "ph.caret-down",
    "trash": "ph.trash",
    "close": "ph.x",
    "check": "ph.check-bold",
    "add": "ph.plus",
    "edit": "ph.pencil-simple",
    "copy": "ph.copy",
    "zoom in": "ph.magnifying-glass-plus",
    "zoom out": "ph.magnifying-glass-minus",
    "letters": "ph.text-aa",
    "wider": "ph.arrows-out-line-horizontal",
    "narrower": "ph.arrows-in-line-horizontal",
    "search": "ph.magnifying-glass",
    "whole word": "mdi6.format-letter-matches",
    "everywhere": "ph.selection-all",
    "action": "ph.caret-circle-right",
    "filter": "ph.funnel-simple",
    "more": "ph.dots-three-bold",
    "settings": "ph.gear",
    "help": "ph.question",
    "keyboard": "ph.keyboard",
    "person": "ph.user",
    "article": "ph.article",
    "articles": "ph.newspaper",
    "note": "ph.note-pencil",
    "unsure": "ph.question-fill",
    "link": "ph.link",
    "piece": "ph.intersect",
    "quotes": "ph.quotes",
    "shown": "ph.eye",
    "hidden": "ph.eye-slash",
    "gold": "ph.diamond-fill",
    "history": "ph.clock-counter-clockwise",
    "info": "ph.info-fill",
    "warning": "ph.warning-fill",
    "danger": "ph.warning-octagon-fill",
    "good": "ph.check-circle-fill",
    "other label": "ph.tag",
    "other boundary": "ph.arrows-left-right",
    "other both": "ph.swap",
    "only one": "ph.circle-dashed",
    "split": "ph.columns",
    "agreed": "ph.equals",
    "names": "ph.eye",
    Look.UNDERLINE: "ph.user-fill",
    Look.DOTTED_UNDERLINE: "ph.map-pin-fill",
    Look.BAND: "mdi6.comment-quote",
    Look.DASHED_BAND: "mdi6.comment-remove",
}

STATE_TINTS: dict[str, TintWord] = {
    "to do": "text_faint",
    "begun": "accent",
    "done": "good",
    "done empty": "good",
    "changed": "warning",
}

_held_back = False


def icon(word: str, *, tint: Tint = "text_quiet", checked: Tint | None = None) -> QIcon:
    """The icon for a word of `GLYPHS`; `checked` is its tint while a checkable button is down."""
    return QIcon(_Engine(GLYPHS[word], tint, checked or tint))


def state_icon(state: str) -> QIcon:
    """How far an article is: to do, begun, done, done empty (nothing marked), changed (since)."""
    return icon(state, tint=STATE_TINTS[state])


def label_icon(look: Look, hue: Hue) -> QIcon:
    """A label's icon: the shape goes with its look, the colour with its hue."""
    return icon(look, tint=hue)


def paint_icon(painter: QPainter, rect: QRectF, word: str, tint: Tint = "text_quiet") -> None:
    """Draw an icon straight into a rectangle, for delegates and widgets that paint themselves."""
    _draw(painter, rect, GLYPHS[word], colour_of(tint, theme_now()))


def colour_of(tint: Tint, theme: Theme) -> str:
    """The colour of a tint in a theme, `#rrggbb`."""
    if isinstance(tint, Hue):
        return theme.labels[tint].edge
    return str(getattr(theme, tint))


def hold_back() -> None:
    """Draw no icons until `let_go`, so that a window can be seen before qtawesome is imported."""
    global _held_back  # noqa: PLW0603 - one switch for the one lazy import of this module
    _held_back = True


def let_go() -> None:
    """Import what icons need now and draw them everywhere."""
    global _held_back  # noqa: PLW0603
    _held_back = False
    _qtawesome()
    for widget in QApplication.allWidgets():
        widget.update()


@lru_cache(maxsize=1)
def _qtawesome() -> ModuleType:
    os.environ["QT_API"] = "pyside6"  # read by qtpy, which would otherwise look for any binding
    import qtawesome

    return qtawesome  # type: ignore[no-any-return]


@lru_cache(maxsize=256)
def _letter(glyph: str, pixels: int) -> tuple[QFont, str]:
    """The icon font at a size, and the character that is the picture in it."""
    awesome = _qtawesome()
    font = QFont(awesome.font(glyph.partition(".")[0], pixels))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font, str(awesome.charmap(glyph))


def _draw(painter: QPainter, rect: QRectF, glyph: str, colour: str) -> None:
    if _held_back:
        return
    font, letter = _letter(glyph, max(1, round(min(rect.width(), rect.height()))))
    before, pen = painter.font(), painter.pen()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
    painter.setFont(before)
    painter.setPen(pen)


class _Engine(QIconEngine):
    """Draws one glyph in the colour its tint has now."""

    def __init__(self, glyph: str, tint: Tint, checked: Tint) -> None:
        super().__init__()
        self._glyph, self._tint, self._checked = glyph, tint, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        theme = theme_now()
        colour = colour_of(self._checked if state == QIcon.State.On else self._tint, theme)
        if mode == QIcon.Mode.Disabled:
            colour = mix(theme.text_faint, theme.window, 0.5)
        _draw(painter, QRectF(rect), self._glyph, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._glyph, self._tint, self._checked)
