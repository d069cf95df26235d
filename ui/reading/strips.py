"""Annotations cut into strips, one for each line they run over: what the painters draw."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.annotation import Annotation
from app.domain.label import Label
from app.domain.span import Span
from ui.reading.line_geometry import Line

_DOTTED_THROUGHOUT = 240
"""An interruption of at most this many code points is bridged by a dotted line all the way."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of one annotation's span that stands on one line, from `start` to `end`.

    `begins` and `ends` tell whether the span does so on this line, `is_first` and `is_last` whether
    it is the annotation's first or last span. `seat` is its level or lane.
    """

    annotation: Annotation
    label: Label
    seat: int
    line: Line
    span: Span
    start: int
    end: int
    begins: bool
    ends: bool
    is_first: bool
    is_last: bool

    @property
    def is_head(self) -> bool:
        """Tell whether the annotation begins here, so that its tag belongs here."""
        return self.begins and self.is_first

    @property
    def pieces(self) -> list[tuple[float, float]]:
        """The x ranges that the strip takes on its line."""
        return self.line.pieces(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Gap:
    """The part of an interruption between two spans of one annotation that stands on one line."""

    annotation: Annotation
    label: Label
    seat: int
    line: Line
    span: Span
    start: int
    end: int
    begins: bool
    ends: bool

    @property
    def is_bridged(self) -> bool:
        """Tell whether the interruption is short enough to be dotted throughout."""
        return len(self.span) <= _DOTTED_THROUGHOUT


def cut(
    annotations: Iterable[Annotation],
    lines: Sequence[Line],
    *,
    labels: Mapping[str, Label],
    seat: Callable[[Annotation], int],
) -> tuple[list[Strip], list[Gap]]:
    """Return what the annotations take of these lines, which are in order."""
    starts = [line.start for line in lines]
    strips, gaps = [], []
    for annotation in annotations:
        label = labels.get(annotation.label)
        if label is None:
            continue
        place = seat(annotation)
        count = len(annotation.spans)
        for number, span in enumerate(annotation.spans):
            strips += [
                Strip(annotation, label, place, *part, number == 0, number == count - 1)
                for part in _parts(span, lines, starts)
            ]
            if number + 1 < count:
                between = Span(span.end, annotation.spans[number + 1].start)
                gaps += [
                    Gap(annotation, label, place, *part) for part in _parts(between, lines, starts)
                ]
    return strips, gaps


def _parts(
    span: Span, lines: Sequence[Line], starts: Sequence[int]
) -> Iterator[tuple[Line, Span, int, int, bool, bool]]:
    """Yield what the span takes of each line, and whether it begins or ends there.

    A span that begins in the spaces at a line's end is seen to begin on the next line.
    """
    first = max(bisect_right(starts, span.start) - 1, 0)
    inked = [
        line
        for line in lines[first : bisect_left(starts, span.end)]
        if max(span.start, line.start) < min(span.end, line.ink_end)
    ]
    for line in inked:
        begins = line.start <= span.start or (line is inked[0] and line is not lines[first])
        ends = line.end >= span.end
        start, end = max(span.start, line.start), min(span.end, line.ink_end)
        yield line, span, start, end, begins, ends
