"""How two annotators differ in one place: in the label, the boundary, both, or in more than that.

Which statements stand in one place together says `app/alignment/together.py`, by the same pairing
that the measures count.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.alignment.statement import Statement
from app.domain.span import Span, united


class Kind(StrEnum):
    """How a disagreement differs."""

    LABEL = "same place, other label"
    BOUNDARY = "same label, other boundary"
    BOTH = "other label and other boundary"
    MISSING = "only one marked"
    SPLIT = "split or merged"


def difference(left: Sequence[Statement], right: Sequence[Statement]) -> tuple[Kind | None, int]:
    """Return how the statements of one place differ (None: not at all), and by how much.

    One on each side for a label, a boundary or both; several on one side where one says in pieces
    what the other says in one; none on one side where it is missing. What is counted are the
    characters that one side's statements cover and the other's do not; those in question where
    nothing but the label differs, and those agreed on where nothing does.
    """
    if not left or not right:
        return Kind.MISSING, sum(one.characters for one in (*left, *right))
    if len(left) + len(right) > 2:
        return Kind.SPLIT, _covered_once(_pieces(left), _pieces(right))
    one, other = left[0], right[0]
    if one.pieces == other.pieces:
        return None if one.label == other.label else Kind.LABEL, one.characters
    kind = Kind.BOUNDARY if one.label == other.label else Kind.BOTH
    return kind, _covered_once(one.pieces, other.pieces)


def _covered_once(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Return how many characters one side covers and the other does not."""
    found = sum(map(len, left)) + sum(map(len, right))
    for one in left:
        for other in right:
            if one.start < other.end and other.start < one.end:
                found -= 2 * (min(one.end, other.end) - max(one.start, other.start))
    return found


def _pieces(said: Iterable[Statement]) -> tuple[Span, ...]:
    return united(piece for one in said for piece in one.pieces)
