"""All that annotators say of one article, as it is drawn: a stave for each, and where they meet.

A *stave* is one annotator's row under every line of words. A *passage* is a stretch of words of
which somebody says something that touches what others say there: a group of statements.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.agreement.study import GOLD
from app.alignment.groups import Group, groups
from app.alignment.statement import Statement
from app.domain.annotation import Annotation
from app.domain.label import Hue, Label, Look
from app.domain.span import Span, united
from app.queries.compared_article import ComparedArticle
from ui.reading.annotation_index import AnnotationIndex
from ui.reading.stacking import Stacking, levels

Works = Mapping[str, Sequence[Statement]]
"""What each annotator says who has finished the article, perhaps nothing."""

_MOST_LEVELS = 2
"""A stave is so low that no more things lie in each other there and can be told apart."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody says something about; `pieces` are all that any statement covers."""

    number: int
    group: Group
    pieces: tuple[Span, ...]
    is_agreed: bool

    @property
    def span(self) -> Span:
        """The outermost stretch."""
        return self.group.span


class Stave:
    """One annotator's statements, ready to be drawn in a row of their own."""

    def __init__(
        self, annotator: str, annotations: Sequence[Annotation], labels: Mapping[str, Label]
    ) -> None:
        self.annotator = annotator
        self.annotations = AnnotationIndex(annotations)
        self._stacking = Stacking(
            self.annotations,
            is_band=lambda one: labels[one.label].look.is_band,
            underlines=levels,
        )

    @property
    def is_gold(self) -> bool:
        """Whether it holds what was settled instead of somebody's own work."""
        return is_gold(self.annotator)

    def seat(self, annotation: Annotation) -> int:
        """Return how deep an annotation lies within others of its shape."""
        return min(self._stacking.seat(annotation), _MOST_LEVELS - 1)


class Versions:
    """The staves of some annotators, gold first, and their passages in reading order."""

    def __init__(self, article: ComparedArticle, works: Works) -> None:
        self.article = article
        self.annotators = tuple(sorted(works, key=lambda who: not is_gold(who)))
        names = {label.name: label for label in reversed(article.labels)}
        for work in works.values():
            for one in work:
                names.setdefault(one.label, _unknown(one.label))
        self.label_named: Mapping[str, Label] = names
        self.labels = {label.id: label for label in names.values()}
        self.passages = [
            Passage(number, group, _pieces_of(group), group.is_agreed_by(self.annotators))
            for number, group in enumerate(groups({who: works[who] for who in self.annotators}))
        ]
        self.differing = [one for one in self.passages if not one.is_agreed]
        self._home: dict[str, Passage] = {}
        self.tagged: set[str] = set()
        self.staves = self._staves()

    def passage_of(self, annotation: Annotation) -> Passage:
        """Return the passage that an annotation of a stave belongs to."""
        return self._home[annotation.id]

    def passages_at(self, position: int) -> Iterator[Passage]:
        """Yield the passages whose words include the code point, the innermost word first."""
        for stave in self.staves:
            for annotation in stave.annotations.at(position):
                yield self._home[annotation.id]

    def passage_near(self, span: Span) -> Passage | None:
        """Return the passage that shares most of these code points, one in dispute before others.

        Of several that share as many, the shortest is meant.
        """
        here = {
            self._home[one.id].number: self._home[one.id]
            for stave in self.staves
            for one in stave.annotations.touching(span.start, span.end)
        }
        shared = [(_shared(one.pieces, span), one) for one in here.values()]
        found = [(size, one) for size, one in shared if size]
        if not found:
            return None
        return max(found, key=lambda each: (each[0], not each[1].is_agreed, -len(each[1].span)))[1]

    def beside(self, number: int, *, onward: bool) -> Passage | None:
        """Return the passage in dispute that comes after, or before, the one of this number."""
        if onward:
            return next((one for one in self.differing if one.number > number), None)
        return next((one for one in reversed(self.differing) if one.number < number), None)

    def beside_position(self, position: int, *, onward: bool) -> Passage | None:
        """Return the first passage in dispute from a position on, or the last one before it."""
        before = [one for one in self.passages if one.span.start < position]
        if onward:
            return self.beside(before[-1].number if before else -1, onward=True)
        return self.beside(len(before), onward=False)

    def _staves(self) -> tuple[Stave, ...]:
        made: dict[str, list[Annotation]] = defaultdict(list)
        for passage in self.passages:
            first: dict[str, tuple[int, str]] = {}
            for who, said in passage.group.said.items():
                for one in said:
                    annotation = self._annotation(f"{passage.number}/{len(made[who])}", who, one)
                    made[who].append(annotation)
                    self._home[annotation.id] = passage
                    at = (one.span.start, annotation.id)
                    if one.label not in first or at[0] < first[one.label][0]:
                        first[one.label] = at
            if not passage.is_agreed:
                self.tagged |= {name for _, name in first.values()}
        return tuple(Stave(who, made[who], self.labels) for who in self.annotators)

    def _annotation(self, name: str, who: str, one: Statement) -> Annotation:
        return Annotation(
            id=f"{who}/{name}",
            article=self.article.id,
            annotator=who,
            label=self.label_named[one.label].id,
            spans=one.pieces,
            quote=one.span.of(self.article.text),
        )


def is_gold(annotator: str) -> bool:
    """Tell whether this is the reserved annotator of what was settled."""
    return annotator.casefold() == GOLD


def _unknown(name: str) -> Label:
    """Return a label to draw with where the label set has none of this name any more."""
    return Label(name, name, "", Look.UNDERLINE, Hue.RED, 0, retired=True)


def _pieces_of(group: Group) -> tuple[Span, ...]:
    return united(piece for said in group.said.values() for one in said for piece in one.pieces)


def _shared(pieces: Sequence[Span], span: Span) -> int:
    return sum(max(min(piece.end, span.end) - max(piece.start, span.start), 0) for piece in pieces)
