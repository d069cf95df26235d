"""An article's annotations, found by the stretch of text they touch, and in reading order."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

from app.domain.annotation import Annotation, reading_order

_BUCKET = 2_048


class AnnotationIndex:
    """Finding, adding and removing cost about the same in an article of any size."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._by_id: dict[str, Annotation] = {}
        self._keys: dict[str, tuple[int, int, str]] = {}
        self._buckets: dict[int, set[str]] = {}
        self._order: list[tuple[int, int, str]] = []
        for annotation in annotations:
            self._enter(annotation)
        self._order = sorted(self._keys.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        """Yield all in reading order."""
        return (self._by_id[key[2]] for key in self._order)

    def get(self, annotation_id: str | None) -> Annotation | None:
        """Return the annotation with this id, if it is here."""
        return None if annotation_id is None else self._by_id.get(annotation_id)

    def at_line(self, line: int) -> Annotation:
        """Return the annotation that comes at this place in reading order, counted from 0."""
        return self._by_id[self._order[line][2]]

    def line_of(self, annotation_id: str | None) -> int | None:
        """Return the place of an annotation in reading order, if it is here."""
        key = self._keys.get(annotation_id or "")
        return None if key is None else bisect_left(self._order, key)

    def line_for(self, annotation: Annotation) -> int:
        """Return the place in reading order that an annotation would take."""
        return bisect_left(self._order, reading_order(annotation))

    def put(self, annotation: Annotation) -> Annotation | None:
        """Add an annotation, or replace the one with its id, which is returned."""
        previous = self.drop(annotation.id)
        self._enter(annotation)
        insort(self._order, self._keys[annotation.id])
        return previous

    def drop(self, annotation_id: str) -> Annotation | None:
        """Remove and return the annotation with this id, if it is here."""
        annotation = self._by_id.pop(annotation_id, None)
        if annotation is not None:
            key = self._keys.pop(annotation_id)
            for bucket in _buckets_of(key):
                self._buckets[bucket].discard(annotation_id)
            del self._order[bisect_left(self._order, key)]
        return annotation

    def touching(self, start: int, end: int) -> list[Annotation]:
        """Return in reading order those whose outermost span overlaps the code points here."""
        if start >= end:
            return []
        ids: set[str] = set()
        for bucket in range(start // _BUCKET, (end - 1) // _BUCKET + 1):
            ids |= self._buckets.get(bucket, set())
        keys = sorted(
            key for key in map(self._keys.__getitem__, ids) if key[0] < end and start < -key[1]
        )
        return [self._by_id[key[2]] for key in keys]

    def at(self, position: int) -> list[Annotation]:
        """Return those whose words include the code point at `position`, the innermost first."""
        here = [
            annotation
            for annotation in self.touching(position, position + 1)
            if any(span.start <= position < span.end for span in annotation.spans)
        ]
        return sorted(here, key=lambda each: (len(each.span), -each.span.start, each.id))

    def after(self, key: tuple[int, int, str]) -> Annotation | None:
        """Return the first whose place in reading order comes after `key`."""
        place = bisect_right(self._order, key)
        return self._by_id[self._order[place][2]] if place < len(self._order) else None

    def before(self, key: tuple[int, int, str]) -> Annotation | None:
        """Return the last whose place in reading order comes before `key`."""
        place = bisect_left(self._order, key)
        return self._by_id[self._order[place - 1][2]] if place else None

    def _enter(self, annotation: Annotation) -> None:
        name, key = annotation.id, reading_order(annotation)
        self._by_id[name] = annotation
        self._keys[name] = key
        for bucket in _buckets_of(key):
            if bucket in self._buckets:
                self._buckets[bucket].add(name)
            else:
                self._buckets[bucket] = {name}


def _buckets_of(key: tuple[int, int, str]) -> range:
    """Return the stretches of the text that an annotation with this place in reading order is in.

    The place begins with its start and its end, the latter negative.
    """
    return range(key[0] // _BUCKET, (-key[1] - 1) // _BUCKET + 1)
