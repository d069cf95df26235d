"""Groups: statements of several annotators on one article that touch, seen together.

Two statements are in one group where they share a character, or where others join them. This is
what a case is made of, and the rows of a page that shows all versions side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.alignment.statement import Statement, reading_order
from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Group:
    """What every annotator says about one stretch; annotators who say nothing there are absent."""

    said: Mapping[str, tuple[Statement, ...]]
    span: Span

    def is_agreed_by(self, annotators: Sequence[str]) -> bool:
        """Tell whether all of these annotators say exactly the same here."""
        versions = {
            tuple((one.pieces, one.label) for one in self.said.get(who, ())) for who in annotators
        }
        return len(versions) == 1


def groups(works: Mapping[str, Sequence[Statement]]) -> list[Group]:
    """Return the groups of an article in reading order; `works` has each annotator's statements."""
    said = [(who, one) for who, work in works.items() for one in work]
    home = list(range(len(said)))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    pieces = sorted(
        (piece.start, piece.end, number)
        for number, (_, one) in enumerate(said)
        for piece in one.pieces
    )
    reach, last = -1, 0
    for start, end, number in pieces:
        if start < reach:
            home[root(number)] = root(last)
        if end > reach:
            reach, last = end, number
    together: dict[int, list[tuple[str, Statement]]] = {}
    for number, pair in enumerate(said):
        together.setdefault(root(number), []).append(pair)
    found = [_group(members) for members in together.values()]
    return sorted(found, key=lambda group: group.span)


def _group(members: Sequence[tuple[str, Statement]]) -> Group:
    said: dict[str, list[Statement]] = {}
    for who, one in members:
        said.setdefault(who, []).append(one)
    span = Span(
        min(one.pieces[0].start for _, one in members),
        max(one.pieces[-1].end for _, one in members),
    )
    return Group({who: tuple(sorted(own, key=reading_order)) for who, own in said.items()}, span)
