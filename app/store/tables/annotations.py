"""How annotations are kept: one row each, with its fragments when a quotation interrupts it."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Text,
    func,
)

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.store.tables.columns import Flag, Fragments, pieces_of, record_table
from app.store.tables.kind import Body, Kind

_HALF_BITS = 24
_HALF = 2**_HALF_BITS

annotations = record_table(
    "annotations",
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("annotator", Text, ForeignKey("annotators.id"), nullable=False),
    Column("label", Text, ForeignKey("labels.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("fragments", Fragments),
    Column("quote", Text, nullable=False),
    Column("unsure", Flag, nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="a_span_has_length"),
    Index("annotations_by_article", "article", "annotator", "start", "fingerprint"),
    Index("annotations_by_label", "label"),
)


def _body(annotation: Annotation) -> dict[str, Any]:
    spans = annotation.spans
    return {
        "article": annotation.article,
        "annotator": annotation.annotator,
        "label": annotation.label,
        "start": spans[0].start,
        "end": spans[-1].end,
        "fragments": [[span.start, span.end] for span in spans] if len(spans) > 1 else None,
        "quote": annotation.quote,
        "unsure": annotation.unsure,
        "note": annotation.note,
    }


def _from_body(record: str, body: Body) -> Annotation:
    pieces = body["fragments"] or ((body["start"], body["end"]),)
    return Annotation(
        id=record,
        article=body["article"],
        annotator=body["annotator"],
        label=body["label"],
        spans=tuple(Span(start, end) for start, end in pieces),
        quote=body["quote"],
        unsure=body["unsure"],
        note=body["note"],
    )


def spans_of(start: int, end: int, fragments: str | None) -> tuple[Span, ...]:
    """Return the spans that a row keeps, its `fragments` as they lie in the file."""
    if fragments is None:
        return (Span(start, end),)
    return tuple(Span(*piece) for piece in pieces_of(fragments))


def fingerprint_sum() -> ColumnElement[int]:
    """Return the sum of the fingerprints of many annotations, as SQL that never overflows.

    It is the plain sum as long as that stays below 2**62; from then on only its lower bits, which
    still tell two sets apart. SQLite would give up at 2**63, which some 65,000 annotations reach.
    """
    upper = func.sum(annotations.c.fingerprint.op(">>")(_HALF_BITS))
    lower = func.sum(annotations.c.fingerprint.op("&")(_HALF - 1))
    total: ColumnElement[int] = (upper % 2 ** (62 - _HALF_BITS)) * _HALF + lower
    return total


ANNOTATION = Kind("annotation", Annotation, annotations, _from_body, _body)
