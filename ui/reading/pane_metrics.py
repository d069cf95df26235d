"""All lengths of the pane, worked out from the size of its letters."""

from dataclasses import dataclass
from math import ceil

from ui.reading.column import STEP, USUAL

BASE_FONT = 17
"""The letters' size in pixels at 100 %, for which the lengths below were tuned."""

_HEAD = 22
_ABOVE = 0.8
"""So much of a line's height Qt puts above the baseline."""

_COLUMN = 760
_GUTTER = 76
_NARROWEST_GUTTER = 30
_RIGHT = 44
_NARROWEST_RIGHT = 14


@dataclass(frozen=True, slots=True)
class PaneMetrics:
    """Lengths in pixels for letters of `font` pixels; heights count from a line's baseline.

    `column` is how wide the column of words stands, in per cent of the usual. `below` and `beside`
    are kept free for something else under each line and in the gutter, for letters of base size.
    """

    font: int
    column: int = USUAL
    below: float = 0
    beside: float = 0

    def at(self, length: float) -> float:
        """Return a length tuned for the base font as it is for this one."""
        return length * self.font / BASE_FONT

    @property
    def pitch(self) -> float:
        """From one baseline to the next; four fifths of it lie above the baseline."""
        return round(self.at(41 + self.below))

    @property
    def head(self) -> int:
        """The margin at the top; less than nothing where it takes back what a high pitch adds."""
        return round(_HEAD - _ABOVE * self.room_below)

    @property
    def room_below(self) -> float:
        """What is kept free under each line."""
        return self.at(self.below)

    @property
    def depth(self) -> float:
        """How far anything that is drawn for a line may reach below it."""
        return self.at(16 + self.below)

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
    def grip_depth(self) -> float:
        """How far below the baseline a grip's centre may lie: clear of the next line's tabs."""
        ring = max(self.at(2), 1.6) / 2
        return self.pitch + self.band_top - self.tag_height - self.grip - ring

    @property
    def bar(self) -> float:
        """The width of a band's start bar and of its bar in the gutter."""
        return max(self.at(3), 2.0)

    def margins(self, width: int) -> tuple[int, int]:
        """Return the gutter and the right margin of a pane of this width.

        The column stands in the middle of a wide pane; a narrow one gives its width to the words.
        """
        gutter, right = self._least_margins(width)
        spare = width - self.at(_COLUMN) * self.column / USUAL - gutter - right
        if spare > 0:
            gutter += spare / 2
            right += spare / 2
        return round(gutter), round(right)

    def fullest(self, width: int) -> int:
        """Return the least column, in per cent of the usual, that fills a pane of this width."""
        room = width - sum(self._least_margins(width))
        return ceil(room / self.at(_COLUMN) * USUAL / STEP) * STEP

    def _least_margins(self, width: int) -> tuple[float, float]:
        share = max(0.0, min(1.0, (width - 420) / 440))
        return (
            _NARROWEST_GUTTER + (_GUTTER - _NARROWEST_GUTTER) * share + self.at(self.beside),
            _NARROWEST_RIGHT + (_RIGHT - _NARROWEST_RIGHT) * share,
        )
