"""The lengths of a stave: a band as low as a few pixels, and lines that fit into it."""

from dataclasses import dataclass

from ui.reading.pane_metrics import PaneMetrics

PITCH = 14.0
"""From one stave to the next, for letters of base size."""

BESIDE = 42.0
"""What names need in the gutter, for letters of base size, besides the gutter that is there."""

_FIRST = 8
_HEIGHT = 11
_ROOM_FOR_LINE = 3.4


@dataclass(frozen=True, slots=True)
class StaveMetrics(PaneMetrics):
    """What painters of bands and underlines need to know to draw into a stave, counted from 0."""

    stave: int = 0

    @property
    def band_top(self) -> float:
        """Where the stave begins below the baseline of the words."""
        return self.at(_FIRST + self.stave * PITCH)

    @property
    def band_bottom(self) -> float:
        """Where it ends."""
        return self.band_top + self.at(_HEIGHT)

    @property
    def underline(self) -> float:
        """Where the outermost underline runs: at the stave's foot."""
        return self.band_bottom - self.at(_ROOM_FOR_LINE)

    @property
    def lane(self) -> float:
        """From one underline to the one inside it, which runs higher."""
        return -self.at(4)


def stave_metrics(page: PaneMetrics, stave: int) -> StaveMetrics:
    """Return the lengths of one stave on a page."""
    return StaveMetrics(page.font, page.column, page.below, page.beside, stave)
