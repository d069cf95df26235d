"""How wide the column of words stands, in per cent of the usual, and the steps between widths."""

NARROWEST, USUAL, WIDEST, STEP = 50, 100, 240, 10


def settled_column(percent: int) -> int:
    """Return the width there is that is nearest to the one wanted."""
    return min(max(percent, NARROWEST), WIDEST)


def wider(percent: int, *, fullest: int) -> int | None:
    """Return the next width up; None where the words fill the pane, as they do from `fullest`."""
    most = min(fullest, WIDEST)
    return None if percent >= most else min(percent + STEP, most)


def narrower(percent: int, *, fullest: int) -> int | None:
    """Return the next width down that can be seen to be narrower; None at the narrowest."""
    seen = min(percent, fullest)
    return None if seen <= NARROWEST else max(seen - STEP, NARROWEST)
