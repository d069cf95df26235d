"""Two annotators' statements on one article side by side, place by place."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.alignment.disagreements import Kind, difference
from app.alignment.pairing import paired
from app.alignment.statement import Statement
from app.alignment.stretches import stretches
from app.alignment.together import together


@dataclass(frozen=True, slots=True)
class Differing:
    """What either side says in one place, in reading order, and how that differs."""

    kind: Kind
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]

    @property
    def start(self) -> int:
        """Where the words in question start."""
        return min(one.pieces[0].start for one in (*self.left, *self.right))


def differing(left: Sequence[Statement], right: Sequence[Statement]) -> list[Differing]:
    """Return the places where two sides differ, by where they start; each is said once a side."""
    labels = sorted({one.label for one in (*left, *right)})
    ours, theirs = stretches(left, labels), stretches(right, labels)
    found = []
    for one, other in together(ours, theirs, paired(ours, theirs)):
        here = tuple(left[number] for number in sorted(one))
        there = tuple(right[number] for number in sorted(other))
        kind, _ = difference(here, there)
        if kind is not None:
            found.append(Differing(kind, here, there))
    return sorted(found, key=lambda each: (each.start, each.kind.value))
