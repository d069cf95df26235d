"""Where a person was: the spots they jumped from, to go back to and forward again, as in a browser.

Small steps are not jumps: a spot that is near the last one kept is not kept again.
"""

from dataclasses import asdict, dataclass

MOST = 100
DESK = "desk"


@dataclass(frozen=True, slots=True)
class Spot:
    """A page and, where it shows an article, how that stood in view.

    `caret` and `top` count code points; the words at `top` are the first in view, their line
    beginning `down` pixels below the upper edge. `chosen` is the chosen annotation's id. `part` is
    what of the page was shown, where it shows one thing at a time.
    """

    page: str
    article: str | None = None
    caret: int = 0
    top: int = 0
    down: int = 0
    chosen: str | None = None
    part: str = ""

    def is_near(self, other: "Spot") -> bool:
        """Tell whether going from one to the other would show nothing new."""
        return (self.page, self.part, self.article, self.top) == (
            *(other.page, other.part, other.article, other.top),
        )


class Places:
    """What lies behind and what lies ahead; whoever uses it says where the person is now."""

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a spot behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a spot ahead."""
        return bool(self._ahead)

    def jumped(self, before: Spot, now: Spot) -> None:
        """Keep where the person jumped from; what lay ahead is given up."""
        if before.is_near(now):
            return
        self._ahead.clear()
        _keep(self._behind, before)

    def back(self, now: Spot) -> Spot | None:
        """Return the spot to go back to, and keep this one ahead; None where there is none."""
        return _move(self._behind, self._ahead, now)

    def forward(self, now: Spot) -> Spot | None:
        """Return the spot to go forward to, and keep this one behind; None where there is none."""
        return _move(self._ahead, self._behind, now)

    def clear(self) -> None:
        """Forget everything."""
        self._behind.clear()
        self._ahead.clear()


def told(spot: Spot) -> str:
    """Return a spot as text, to be remembered; `spot_told` reads it."""
    import json

    return json.dumps(asdict(spot))


def spot_told(text: str) -> Spot | None:
    """Return the spot that a text tells of; None where it tells of none."""
    import json

    try:
        facts = json.loads(text)
        spot = Spot(**facts)
    except (ValueError, TypeError):
        return None
    words = (spot.page, spot.article or "", spot.chosen or "", spot.part)
    numbers = (spot.caret, spot.top, spot.down)
    sound = all(isinstance(each, str) for each in words) and all(
        type(each) is int for each in numbers
    )
    return spot if sound and spot.caret >= 0 and spot.top >= 0 else None


def _keep(spots: list[Spot], spot: Spot) -> None:
    if not spots or not spots[-1].is_near(spot):
        spots.append(spot)
        del spots[:-MOST]


def _move(source: list[Spot], target: list[Spot], now: Spot) -> Spot | None:
    """Take the next spot that shows something new, passing over those that do not."""
    while source:
        spot = source.pop()
        if not spot.is_near(now):
            _keep(target, now)
            return spot
    return None
