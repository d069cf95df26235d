"""Statements: what an annotation says, without who says it and in which article."""

from collections.abc import Iterable, Sequence

import msgspec

from app.domain.span import Span, united


class Statement(msgspec.Struct, frozen=True, gc=False):
    """These pieces of the text carry this label.

    `pieces` are in order and never touch; there are several where a quotation is interrupted. Two
    statements are equal where all pieces and the label are; `id` names the annotation it is.
    """

    pieces: tuple[Span, ...]
    label: str
    id: str = ""

    @property
    def span(self) -> Span:
        """The outermost stretch, from the first piece's start to the last one's end."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    @property
    def characters(self) -> int:
        """How many code points its pieces have together."""
        return sum(map(len, self.pieces))

    def says_the_same(self, other: "Statement") -> bool:
        """Tell whether the other one gives the same label to the same pieces."""
        return self.label == other.label and self.pieces == other.pieces


def statement(spans: Iterable[Span], label: str, name: str = "") -> Statement:
    """Return the statement that these spans carry this label."""
    return Statement(united(spans), label, name)


def once_each(said: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return what is said in reading order, the same words under the same label only once."""
    first: dict[tuple[tuple[Span, ...], str], Statement] = {}
    for one in said:
        first.setdefault((one.pieces, one.label), one)
    return tuple(sorted(first.values(), key=reading_order))


def reading_order(one: Statement) -> tuple[int, int, str, tuple[Span, ...]]:
    """Sort key: by start, the longer first, then the label."""
    return (one.pieces[0].start, -one.pieces[-1].end, one.label, one.pieces)


def trimmed(one: Statement, furniture: Sequence[Span]) -> Statement | None:
    """Return the statement outside `furniture` (in order, apart); None where nothing is left.

    A piece within furniture is dropped, an end within it moves to its edge, and furniture in the
    middle of a piece leaves the piece whole.
    """
    kept = []
    for piece in one.pieces:
        start, end = piece.start, piece.end
        for region in furniture:
            if region.start <= start < region.end:
                start = region.end
            if region.start < end <= region.end:
                end = region.start
                break
        if start < end:
            kept.append(Span(start, end))
    if len(kept) == len(one.pieces) and tuple(kept) == one.pieces:
        return one
    return Statement(tuple(kept), one.label, one.id) if kept else None
