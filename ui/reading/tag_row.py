"""Where the tags above one line go, so that none covers another: pure arithmetic in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagWish:
    """Where a tag would like to be.

    `edge` is the x at which its words begin and `reach` the x up to which they run on this line;
    for right-to-left words `reach` is the smaller one. `widths` has the width of each form, the
    fullest first.
    """

    edge: float
    reach: float
    widths: tuple[float, ...]

    def left(self, form: int) -> float:
        """Return the x at which the tag would begin in this form."""
        return self.edge if self.reach >= self.edge else self.edge - self.widths[form]


@dataclass(frozen=True, slots=True)
class TagPlace:
    """Where a tag is: its left x, and which of its forms it takes; None where there is no room."""

    left: float
    form: int | None


def placed(
    wishes: Sequence[TagWish], *, leftmost: float, rightmost: float, gap: float
) -> list[TagPlace]:
    """Return a place for each wish between `leftmost` and `rightmost`, `gap` apart.

    Tags that crowd each other take shorter forms rather than drift away from their words.
    """
    forms: list[int | None] = [0] * len(wishes)
    order = sorted(range(len(wishes)), key=lambda each: (wishes[each].left(0), each))
    while True:
        lefts, crowd = _lined_up(wishes, order, forms, gap, leftmost)
        if not crowd:
            break
        shortened = False
        for each in crowd:
            form = forms[each]
            if form is not None and form + 1 < len(wishes[each].widths):
                forms[each] = form + 1
                shortened = True
        if not shortened:
            forms[crowd[-1]] = None
    limit = rightmost
    for each in reversed(order):
        form = forms[each]
        if form is not None:
            lefts[each] = min(lefts[each], limit - wishes[each].widths[form])
            if lefts[each] < leftmost:
                forms[each] = None
            else:
                limit = lefts[each] - gap
    return [TagPlace(left, form) for left, form in zip(lefts, forms, strict=True)]


def _lined_up(
    wishes: Sequence[TagWish],
    order: Sequence[int],
    forms: Sequence[int | None],
    gap: float,
    leftmost: float,
) -> tuple[list[float], list[int]]:
    """Push each tag clear of the one before; return the lefts and the first crowd that drifts."""
    lefts = [0.0] * len(wishes)
    free = float("-inf")
    row: list[int] = []
    for each in order:
        wish, form = wishes[each], forms[each]
        if form is None:
            lefts[each] = wish.left(0)
            continue
        wanted = max(wish.left(form), leftmost)
        if wanted >= free:
            row = []
        row.append(each)
        lefts[each] = max(wanted, free)
        free = lefts[each] + wish.widths[form] + gap
        room = max(wish.reach - wish.edge, 0.0, wish.widths[-1] * 1.5)
        if lefts[each] - wanted > room:
            return lefts, row
    return lefts, []
