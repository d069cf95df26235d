"""The verbs of annotating: mark, relabel, move an edge, add or take a piece, comment, delete."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.annotation import Annotation, quote_of, spans_in
from app.domain.article import Article
from app.domain.label import Label
from app.domain.span import Span, without
from app.domain.storable import storable
from app.domain.words import space_at
from app.errors import Needless, Refused

if TYPE_CHECKING:
    from app.store.transaction import Transaction

NOTE_LIMIT = 10_000


def mark(tx: "Transaction", *, article: str, label: str, spans: Iterable[Span]) -> Annotation:
    """Say that spans of an article carry a label (an id); several for an interrupted quotation."""
    chosen = _offered(tx, label)
    tx.name_step(f"mark as {chosen.name}")
    person = tx.require_person()
    pieces, quote = _placed(tx, article, spans)
    annotation = Annotation(tx.new_id(), article, person.id, label, pieces, quote)
    _refuse_twin(tx, annotation, chosen)
    return tx.add(annotation)


def relabel(tx: "Transaction", *, annotation: str, label: str) -> Annotation:
    """Give an annotation another label."""
    chosen = _offered(tx, label)
    tx.name_step(f"relabel as {chosen.name}")
    changed = replace(_own(tx, annotation), label=label)
    _refuse_twin(tx, changed, chosen)
    return tx.change(changed)


def move(tx: "Transaction", *, annotation: str, spans: Iterable[Span]) -> Annotation:
    """Let an annotation stand on other spans of its article."""
    tx.name_step(f"move an edge of {_label_of(tx, annotation).name}")
    return _stand_on(tx, _own(tx, annotation), spans)


def add_piece(tx: "Transaction", *, annotation: str, span: Span) -> Annotation:
    """Add a further piece to an annotation, as after an interrupted quotation."""
    tx.name_step(f"add a piece to {_label_of(tx, annotation).name}")
    own = _own(tx, annotation)
    if any(piece.covers(span) for piece in own.spans):
        raise Needless("These words are part of the annotation already.")
    return _stand_on(tx, own, (*own.spans, span))


def take_piece(tx: "Transaction", *, annotation: str, span: Span) -> Annotation:
    """Take the code points of `span` out of an annotation; something must be left."""
    tx.name_step(f"take a piece from {_label_of(tx, annotation).name}")
    own = _own(tx, annotation)
    rest = without(own.spans, span)
    if not rest:
        raise Refused("Nothing of the annotation would be left; delete it instead.")
    if rest == own.spans:
        raise Needless("These words are no part of the annotation.")
    return _stand_on(tx, own, rest)


def split(tx: "Transaction", *, annotation: str, position: int) -> Annotation:
    """Cut an annotation in two between the words at a code point, leaving out the space there."""
    tx.name_step(f"split {_label_of(tx, annotation).name}")
    own = _own(tx, annotation)
    gap = space_at(tx.text(tx.require(Article, own.article)), position)
    if gap is None or not any(one.start < gap.start and gap.end < one.end for one in own.spans):
        raise Needless("Put the caret between two words of the annotation to split it there.")
    return _stand_on(tx, own, without(own.spans, gap))


def join_pieces(tx: "Transaction", *, annotation: str) -> Annotation:
    """Let an annotation be one piece, with everything between its first and its last."""
    tx.name_step(f"join the pieces of {_label_of(tx, annotation).name}")
    own = _own(tx, annotation)
    if len(own.spans) == 1:
        raise Needless("The annotation is in one piece already.")
    return _stand_on(tx, own, [own.span])


def set_unsure(tx: "Transaction", *, annotation: str, unsure: bool) -> Annotation:
    """Say that the annotator is, or is no longer, in doubt about an annotation."""
    tx.name_step("mark as unsure" if unsure else "mark as sure")
    return tx.change(replace(_own(tx, annotation), unsure=unsure))


def set_note(tx: "Transaction", *, annotation: str, note: str) -> Annotation:
    """Put a note to an annotation; empty text takes it away."""
    tx.name_step("note" if note else "remove note")
    if len(note) > NOTE_LIMIT:
        raise Refused(f"A note may have {NOTE_LIMIT} characters; this one has {len(note)}.")
    return tx.change(replace(_own(tx, annotation), note=storable(note)))


def delete(tx: "Transaction", *, annotation: str) -> None:
    """Take an annotation back; the history keeps it."""
    tx.name_step(f"delete {_label_of(tx, annotation).name}")
    tx.remove(_own(tx, annotation))


def _own(tx: "Transaction", annotation: str) -> Annotation:
    """Return the annotation; refuse where it is somebody else's."""
    found = tx.require(Annotation, annotation)
    if found.annotator != tx.require_person().id:
        raise Refused("This annotation is somebody else's; only they can change it.")
    return found


def _offered(tx: "Transaction", label: str) -> Label:
    """Return the label; refuse where it is retired."""
    found = tx.require(Label, label)
    if found.retired:
        raise Refused(f"The label {found.name} is retired; the label set's page can restore it.")
    return found


def _label_of(tx: "Transaction", annotation: str) -> Label:
    return tx.require(Label, tx.require(Annotation, annotation).label)


def _placed(tx: "Transaction", article: str, spans: Iterable[Span]) -> tuple[tuple[Span, ...], str]:
    text = tx.text(tx.require(Article, article))
    pieces = spans_in(text, spans)
    return pieces, quote_of(text, pieces)


def _stand_on(tx: "Transaction", own: Annotation, spans: Iterable[Span]) -> Annotation:
    pieces, quote = _placed(tx, own.article, spans)
    changed = replace(own, spans=pieces, quote=quote)
    _refuse_twin(tx, changed, tx.require(Label, own.label))
    return tx.change(changed)


def _refuse_twin(tx: "Transaction", annotation: Annotation, label: Label) -> None:
    """Refuse the same words under the same label twice by the same person."""
    beginning_there = tx.find(
        Annotation,
        article=annotation.article,
        annotator=annotation.annotator,
        start=annotation.span.start,
    )
    for other in beginning_there:
        if (
            other.id != annotation.id
            and other.label == annotation.label
            and other.spans == annotation.spans
        ):
            raise Needless(f"These words are marked as {label.name} already.")
