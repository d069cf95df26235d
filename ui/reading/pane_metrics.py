"""All lengths of the pane, worked out from the size of its letters."""

from dataclasses import dataclass

BASE_FONT = 17
"""The letters' size in pixels at 100 %, for which the lengths below were tuned."""

_COLUMN = 760
_GUTTER = 76
_NARROWEST_GUTTER = 30
_RIGHT = 44
_NARROWEST_RIGHT = 14


@dataclass(frozen=True, slots=True)
class PaneMetrics:
    """Lengths in pixels for letters of `font` pixels; heights count from a line's baseline."""

    font: int

    def at(self, length: float) -> float:
        """Return a length tuned for the base font as it is for this one."""
        return length * self.font / BASE_FONT

    @property
    def pitch(self) -> float:
        """From one baseline to the next; four fifths of it lie above the baseline."""
        return round(self.at(41))

    @property
    def blank_pitch(self) -> float:
        """The height of a blank line."""
        return round(self.at(15))

    @property
    def band_top(self) -> float:
        """Where a band begins above the baseline (negative)."""
        return -self.at(16)

    @property
    def band_bottom(self) -> float:
        """Where a band ends below the baseline."""
        return self.at(10)

    @property
    def inset_above(self) -> float:
        """How much lower a band's top is for every level."""
        return self.at(2)

    @property
    def inset_below(self) -> float:
        """How much higher a band's bottom is for every level; less, to stay clear of underlines."""
        return self.at(1.5)

    @property
    def pad(self) -> float:
        """How far a band reaches out beyond its words."""
        return self.at(1.5)

    @property
    def underline(self) -> float:
        """The first underline's distance from the baseline."""
        return self.at(4.6)

    @property
    def lane(self) -> float:
        """From one underline to the next."""
        return self.at(4)

    @property
    def tag_font(self) -> float:
        """The size of the letters in tags."""
        return max(self.at(9.5), 8.0)

    @property
    def tag_height(self) -> float:
        """The height of a tag or tab, which stands on the bands' top."""
        return self.at(12.5)

    @property
    def grip(self) -> float:
        """The radius of a grip."""
        return max(self.at(4.2), 3.5)

    @property
    def bar(self) -> float:
        """The width of a band's start bar and of its bar in the gutter."""
        return max(self.at(3), 2.0)

    def margins(self, width: int) -> tuple[int, int]:
        """Return the gutter and the right margin of a pane of this width.

        The column stands in the middle of a wide pane; a narrow one gives its width to the words.
        """
        share = max(0.0, min(1.0, (width - 420) / 440))
        gutter = _NARROWEST_GUTTER + (_GUTTER - _NARROWEST_GUTTER) * share
        right = _NARROWEST_RIGHT + (_RIGHT - _NARROWEST_RIGHT) * share
        spare = width - self.at(_COLUMN) - gutter - right
        if spare > 0:
            gutter += spare / 2
            right += spare / 2
        return round(gutter), round(right)
