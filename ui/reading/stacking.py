"""Which band lies inside which and which underline runs below which, so that all stay legible.

A seat is a small number. For bands it is the level: the outermost has 0, what it contains has more,
and two that cross never share one. For underlines it is the lane: the innermost runs in lane 0,
nearest to the words.
"""

from collections.abc import Callable, Iterable, Sequence

from app.domain.annotation import Annotation, reading_order
from ui.reading.annotation_index import AnnotationIndex

_MOST_ROUNDS = 12
_MOST_TOGETHER = 200


def levels(bands: Iterable[Annotation]) -> dict[str, int]:
    """Return the level of each band, by id: more than that of any band that contains it."""
    result: dict[str, int] = {}
    open_bands: list[Annotation] = []
    for band in sorted(bands, key=reading_order):
        start, end = band.spans[0].start, band.spans[-1].end
        open_bands = [other for other in open_bands if other.spans[-1].end > start]
        around = [other for other in open_bands if _overlap(other, band)]
        taken = {result[other.id] for other in around}
        containing = (result[other.id] for other in around if other.spans[-1].end >= end)
        level = 1 + max(containing, default=-1)
        while level in taken:
            level += 1
        result[band.id] = level
        open_bands.append(band)
    return result


def lanes(underlines: Iterable[Annotation]) -> dict[str, int]:
    """Return the lane of each underline, by id; the shortest comes nearest to the words."""
    result: dict[str, int] = {}
    seated: list[Annotation] = []
    for underline in sorted(underlines, key=_shortest_first):
        taken = {result[other.id] for other in seated if _overlap(other, underline)}
        result[underline.id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        seated.append(underline)
    return result


class Stacking:
    """The seats of an article's annotations, worked out where they are asked for and then kept.

    `underlines` seats what is no band: in lanes, unless something else is asked for.
    """

    def __init__(
        self,
        annotations: AnnotationIndex,
        *,
        is_band: Callable[[Annotation], bool],
        underlines: Callable[[Iterable[Annotation]], dict[str, int]] = lanes,
    ) -> None:
        self._annotations = annotations
        self._is_band = is_band
        self._underlines = underlines
        self._seats: dict[str, int] = {}

    def seat(self, annotation: Annotation) -> int:
        """Return the annotation's level or lane."""
        if annotation.id not in self._seats:
            self._settle(self._together(annotation))
        return self._seats.get(annotation.id, 0)

    def resettle(self, gone: Annotation | None, come: Annotation | None) -> list[Annotation]:
        """Take note of one that left and one that came; return the others whose seat moved."""
        neighbours = {
            other.id: other
            for changed in (gone, come)
            if changed is not None
            for other in self._together(changed)
        }
        before = {each: self._seats.pop(each) for each in neighbours if each in self._seats}
        if gone is not None:
            self._seats.pop(gone.id, None)
        return [
            other
            for other in neighbours.values()
            if other is not come and before.get(other.id, 0) != self.seat(other)
        ]

    def _together(self, annotation: Annotation) -> Sequence[Annotation]:
        """Return those of the same shape that touch it, and those that touch them, and so on."""
        banded = self._is_band(annotation)
        start, end = annotation.spans[0].start, annotation.spans[-1].end
        together = [annotation]
        for _ in range(_MOST_ROUNDS):
            found = [
                other
                for other in self._annotations.touching(start, end)
                if self._is_band(other) == banded
            ]
            if not found or len(found) > _MOST_TOGETHER:
                break
            together = found
            ends = [other.spans[-1].end for other in found]
            wider = (min(start, found[0].spans[0].start), max(end, *ends))
            if wider == (start, end):
                break
            start, end = wider
        return together

    def _settle(self, annotations: Sequence[Annotation]) -> None:
        if annotations:
            banded = self._is_band(annotations[0])
            self._seats.update((levels if banded else self._underlines)(annotations))


def _overlap(one: Annotation, other: Annotation) -> bool:
    return (
        one.spans[0].start < other.spans[-1].end
        and other.spans[0].start < one.spans[-1].end
        and any(mine.overlaps(yours) for mine in one.spans for yours in other.spans)
    )


def _shortest_first(annotation: Annotation) -> tuple[int, int, str]:
    start, end = annotation.spans[0].start, annotation.spans[-1].end
    return (end - start, start, annotation.id)
