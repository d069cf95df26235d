"""An article's annotations, found by the stretch of text they touch, and in reading order."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import accumulate

from app.domain.annotation import Annotation, reading_order
from app.domain.annotation_rows import AnnotationRows, Row

_LEAF = 128
"""So many rows lie together; what is asked of the index looks into a few such leaves only."""

_PLACE = slice(3)
_END, _ID, _LABEL = 1, 2, 3
"""Where in a row these stand; the end is negative, so that the longer of two comes first."""


class AnnotationIndex:
    """All annotations by id, finding, adding and removing which costs the same in any article.

    It keeps rows and makes an annotation of one when that is first looked at.
    """

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._made: dict[str, Annotation] = {}
        self._source: AnnotationRows | None = None
        if isinstance(annotations, AnnotationRows):
            self._source = annotations
            rows = list(annotations.rows)
        else:
            self._made = {each.id: each for each in annotations}
            rows = sorted(map(_row_of, self._made.values()))
        self._line_up(rows)

    def _line_up(self, rows: list[Row]) -> None:
        self._rows = {row[_ID]: row for row in rows}
        self._leaves = [rows[at : at + _LEAF] for at in range(0, len(rows), _LEAF)]
        self._firsts = [leaf[0] for leaf in self._leaves]
        self._reaches = list(map(_reach, self._leaves))
        self._before: list[int] | None = None
        self._covered: tuple[list[int], list[int]] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, annotation_id: object) -> bool:
        return annotation_id in self._rows

    def __getitem__(self, annotation_id: str) -> Annotation:
        made = self._made.get(annotation_id)
        if made is None:
            row = self._rows[annotation_id]
            assert self._source is not None  # noqa: S101 - what came otherwise was made already
            made = self._made[annotation_id] = self._source.make(row)
        return made

    def __iter__(self) -> Iterator[Annotation]:
        """Yield all in reading order."""
        return (self[row[_ID]] for leaf in self._leaves for row in leaf)

    def get(self, annotation_id: str | None) -> Annotation | None:
        """Return the annotation with this id, if it is here."""
        return self[annotation_id] if annotation_id in self._rows else None  # type: ignore[index]

    def ids(self) -> Set[str]:
        """Return the ids of all."""
        return self._rows.keys()

    def counts(self) -> Counter[str]:
        """Return how many carry each label."""
        return Counter([row[_LABEL] for row in self._rows.values()])

    def with_labels(self, labels: Set[str]) -> "AnnotationIndex":
        """Return an index of its own of those that carry one of these labels."""
        result = AnnotationIndex()
        result._source = self._source
        result._made = self._made.copy()
        result._line_up([row for leaf in self._leaves for row in leaf if row[_LABEL] in labels])
        return result

    def at_line(self, line: int) -> Annotation:
        """Return the annotation that comes at this place in reading order, counted from 0."""
        before = self._counts_before()
        leaf = bisect_right(before, line) - 1
        return self[self._leaves[leaf][line - before[leaf]][_ID]]

    def line_of(self, annotation_id: str | None) -> int | None:
        """Return the place of an annotation in reading order, if it is here."""
        row = self._rows.get(annotation_id or "")
        return None if row is None else self._line(row)

    def line_for(self, annotation: Annotation) -> int:
        """Return the place in reading order that an annotation would take."""
        return self._line(reading_order(annotation))

    def put(self, annotation: Annotation) -> Annotation | None:
        """Add an annotation, or replace the one with its id, which is returned."""
        previous = self.drop(annotation.id)
        row = self._rows[annotation.id] = _row_of(annotation)
        self._made[annotation.id] = annotation
        if not self._leaves:
            self._line_up([row])
            return previous
        at = max(bisect_left(self._firsts, row) - 1, 0)
        leaf = self._leaves[at]
        insort(leaf, row)
        half = len(leaf) // 2
        self._settle(at, [leaf[:half], leaf[half:]] if half > _LEAF else [leaf])
        return previous

    def drop(self, annotation_id: str) -> Annotation | None:
        """Remove and return the annotation with this id, if it is here."""
        annotation = self.get(annotation_id)
        if annotation is not None:
            row = self._rows.pop(annotation_id)
            del self._made[annotation_id]
            at = bisect_right(self._firsts, row) - 1
            leaf = self._leaves[at]
            del leaf[bisect_left(leaf, row)]
            self._settle(at, [leaf] if leaf else [])
        return annotation

    def touching(self, start: int, end: int) -> list[Annotation]:
        """Return in reading order those whose outermost span overlaps the code points here."""
        if start >= end:
            return []
        beginning = self._leaves[: bisect_left(self._firsts, (end,))]
        return [
            self[row[_ID]]
            for leaf, reach in zip(beginning, self._reaches, strict=False)
            if reach > start
            for row in leaf
            if row[0] < end and start < -row[_END]
        ]

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any outermost span overlaps the code points here; asked often, it is cheap.

        It looks at nothing but where words are covered, which is put together once per change.
        """
        starts, ends = self._covered_stretches()
        last = bisect_left(starts, end) - 1
        return start < end and last >= 0 and ends[last] > start

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
        line = self._line(key)
        if line < len(self) and self._rows[self.at_line(line).id][_PLACE] == key:
            line += 1
        return self.at_line(line) if line < len(self) else None

    def before(self, key: tuple[int, int, str]) -> Annotation | None:
        """Return the last whose place in reading order comes before `key`."""
        line = self._line(key)
        return self.at_line(line - 1) if line else None

    def _line(self, key: Row) -> int:
        """Return how many rows come before `key`."""
        at = bisect_left(self._firsts, key) - 1
        return 0 if at < 0 else self._counts_before()[at] + bisect_left(self._leaves[at], key)

    def _counts_before(self) -> list[int]:
        """Return for each leaf how many rows lie in those before it."""
        if self._before is None:
            self._before = list(accumulate(map(len, self._leaves), initial=0))[:-1]
        return self._before

    def _covered_stretches(self) -> tuple[list[int], list[int]]:
        """Return where stretches start and end that are covered without a gap, in order."""
        if self._covered is None:
            starts: list[int] = []
            ends: list[int] = []
            for leaf in self._leaves:
                for row in leaf:
                    if ends and row[0] <= ends[-1]:
                        ends[-1] = max(ends[-1], -row[_END])
                    else:
                        starts.append(row[0])
                        ends.append(-row[_END])
            self._covered = starts, ends
        return self._covered

    def _settle(self, at: int, leaves: list[list[Row]]) -> None:
        """Let these leaves stand where one was that changed."""
        self._leaves[at : at + 1] = leaves
        self._firsts[at : at + 1] = [leaf[0] for leaf in leaves]
        self._reaches[at : at + 1] = map(_reach, leaves)
        self._before = self._covered = None


def _row_of(annotation: Annotation) -> Row:
    return (*reading_order(annotation), annotation.label)


def _reach(leaf: list[Row]) -> int:
    """Return the last code point that any of these rows covers, and one more."""
    negative: int = min([row[_END] for row in leaf])
    return -negative
