"""The letters Galley is set in: Inter, carried along, and the few sizes and weights in use."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import RESOURCES

FAMILY = "Inter"
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class TextRole(StrEnum):
    """What some words are for; the role decides how large, how heavy and how loud they are."""

    BODY = "body"
    MEDIUM = "medium"
    STRONG = "strong"
    QUIET = "quiet"
    FAINT = "faint"
    CAPS = "caps"
    TAG = "tag"
    SUBTITLE = "subtitle"
    TITLE = "title"
    HERO = "hero"


@dataclass(frozen=True, slots=True)
class _Cut:
    """Pixels, weight, extra space between letters in pixels, and whether capitals only."""

    pixels: int
    weight: QFont.Weight
    spacing: float = 0.0
    capitals: bool = False


_CUTS = {
    TextRole.BODY: _Cut(13, QFont.Weight.Normal),
    TextRole.MEDIUM: _Cut(13, QFont.Weight.Medium),
    TextRole.STRONG: _Cut(13, QFont.Weight.DemiBold),
    TextRole.QUIET: _Cut(12, QFont.Weight.Normal),
    TextRole.FAINT: _Cut(12, QFont.Weight.Normal),
    TextRole.CAPS: _Cut(12, QFont.Weight.DemiBold, spacing=0.6, capitals=True),
    TextRole.TAG: _Cut(10, QFont.Weight.Bold, spacing=0.5, capitals=True),
    TextRole.SUBTITLE: _Cut(15, QFont.Weight.DemiBold),
    TextRole.TITLE: _Cut(17, QFont.Weight.DemiBold),
    TextRole.HERO: _Cut(22, QFont.Weight.DemiBold),
}


def load_fonts() -> bool:
    """Make the carried fonts known to Qt; False when a file cannot be used, and Qt falls back."""
    loaded = [
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name)) != -1 for name in FILES
    ]
    _cut_font.cache_clear()
    return all(loaded)


def font_for(role: TextRole) -> QFont:
    """The font for a role, in pixels so that it is the same picture on every platform.

    The system's own font families stand behind Inter, for its absence and for other scripts.
    """
    return QFont(_cut_font(role))  # which shares what Qt once had to look up for the role


@cache
def _cut_font(role: TextRole) -> QFont:
    cut = _CUTS[role]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
    font = QFont([FAMILY, *(family for family in system if family != FAMILY)])
    font.setPixelSize(cut.pixels)
    font.setWeight(cut.weight)
    if cut.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, cut.spacing)
    if cut.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font
