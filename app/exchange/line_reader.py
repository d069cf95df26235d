"""One JSONL line after another becomes a record, or is refused in words."""

import re
from typing import Any
from uuid import UUID

from app.domain.annotation import LONGEST_NOTE
from app.domain.annotator import settled_name
from app.domain.article import LONGEST, canonical, fingerprint
from app.domain.span import Span, united
from app.domain.storable import storable
from app.errors import Refused
from app.exchange import limits
from app.exchange.counting import Counting, counting_of, quotes_the_same
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.names import trouble_with_name
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.exchange.shapes import LineIn, MetaIn, SpanIn, shaped
from app.exchange.strict_json import decoded, json_object, quoted
from app.wording import counted

_LINE_KEYS = frozenset(LineIn.__struct_fields__)
_SPAN_KEYS = frozenset(SpanIn.__struct_fields__)
_META_KEYS = frozenset(MetaIn.__struct_fields__)
_UNKNOWN_KEYS_NAMED = 20
_COUNTED = "Positions count code points from 0; the end is the first one after the span."
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}")


class LineReader:
    """Reads the lines of one file and remembers what no two of them may share."""

    def __init__(self, loss: Loss) -> None:
        self._loss = loss
        self._annotations: dict[str, int] = {}
        self._articles: dict[str, tuple[int, str]] = {}
        self._labels: set[str] = set()
        self._unknown_keys: set[str] = set()

    def record(self, line: bytes, number: int) -> ArticleRecord:
        """Return what `line`, the file's `number`th, says; raise `Malformed` where it does not."""
        value = json_object(decoded(line))
        shape = shaped(value)
        received = shape.text
        stored = canonical(received)
        text = stored.text
        if not text.strip():
            raise Malformed("it is empty.", field="text")
        if len(text) > limits.ARTICLE_CHARACTERS:
            raise Malformed(
                f"it is longer than {limits.ARTICLE_CHARACTERS:,} characters.", field="text"
            )
        meta = shape.meta or MetaIn()
        sha256 = _proven_fingerprint(meta.sha256, received=received, stored=text)
        article = self._article_id(shape.id, sha256, number)
        annotations = self._annotations_of(shape.spans or [], received, text, number)
        annotator = shape.annotator or ""
        if annotator:
            _check_person(annotator)
        for field, most in LONGEST.items():
            if len(getattr(meta, field) or "") > most:
                raise _too_long(most, f"meta.{field}")
        self._count_losses(value, shape)
        return ArticleRecord(
            text=text,
            id=article,
            title=storable(meta.title or ""),
            source=storable(meta.source or ""),
            url=storable(meta.url or ""),
            published=storable(meta.published or ""),
            language=storable(meta.language or ""),
            sha256=sha256,
            annotator=annotator,
            done=shape.done,
            annotations=annotations,
            changed=stored.changed,
            where=f"line {number}",
        )

    def _article_id(self, given: str | int | None, sha256: str, number: int) -> str:
        """Return the article's id; refuse one that already stands for another text."""
        article = self._uuid(given, "article")
        if article in self._annotations:
            raise Malformed(
                f"an annotation on line {self._annotations[article]} has the same id.", field="id"
            )
        if article:
            first, text = self._articles.setdefault(article, (number, sha256))
            if text != sha256:
                raise Malformed(f"line {first} has the same id with another text.", field="id")
        return article

    def _annotations_of(
        self, spans: list[SpanIn], received: str, text: str, number: int
    ) -> tuple[AnnotationRecord, ...]:
        """Return the annotations, their positions made those of the stored text."""
        if len(spans) > limits.ANNOTATIONS_PER_ARTICLE:
            raise Malformed(
                f"there are more than {limits.ANNOTATIONS_PER_ARTICLE:,} of them.", field="spans"
            )
        counting = _proven_counting(spans, received, text)
        result = []
        for position, span in enumerate(spans):
            try:
                pieces = _pieces(span, counting, text)
                self._check_label(span.label)
                if len(span.note or "") > LONGEST_NOTE:
                    raise _too_long(LONGEST_NOTE, "note")
                result.append(
                    AnnotationRecord(
                        label=span.label,
                        spans=pieces,
                        quote=text[pieces[0].start : pieces[-1].end],
                        id=self._annotation_id(span.id, number),
                        unsure=bool(span.unsure),
                        note=storable(span.note or ""),
                    )
                )
            except Malformed as trouble:
                raise trouble.within(f"spans[{position}]") from None
        return tuple(result)

    def _check_label(self, label: str) -> None:
        if label in self._labels:
            return
        if trouble := trouble_with_name(label, limit=limits.LABEL_CHARACTERS):
            raise Malformed(trouble, field="label")
        if len(self._labels) == limits.LABELS:
            raise Malformed(f"the file has more than {limits.LABELS:,} labels.", field="label")
        self._labels.add(label)

    def _annotation_id(self, given: str | int | None, number: int) -> str:
        """Return the annotation's id; refuse one that was there before."""
        annotation = self._uuid(given, "annotation")
        if annotation in self._annotations:
            first = self._annotations[annotation]
            place = "an annotation before it" if first == number else f"one on line {first}"
            raise Malformed(f"{place} has the same id.", field="id")
        if annotation in self._articles:
            raise Malformed(
                f"the article on line {self._articles[annotation][0]} has the same id.", field="id"
            )
        if annotation:
            self._annotations[annotation] = number
        return annotation

    def _uuid(self, given: str | int | None, kind: str) -> str:
        """Return `given` as ids are written here; empty, and counted, where it is no UUID."""
        if given is None or given == "":
            return ""
        if isinstance(given, str) and _UUID.fullmatch(given):
            return given.lower() if len(given) == 36 else str(UUID(given))
        self._loss.add(
            f"{kind} id that is no UUID, replaced by a new one",
            many=f"{kind} ids that are no UUIDs, replaced by new ones",
        )
        return ""

    def _count_losses(self, value: dict[str, Any], shape: LineIn) -> None:
        """Count what this version cannot keep."""
        self._loss.add("relation", len(shape.relations or ()))
        self._loss.add("region", len(shape.regions or ()))
        if shape.meta is not None:
            self._loss.add("story", int(bool(shape.meta.story)), many="stories")
            self._count_unknown(value["meta"].keys() - _META_KEYS)
        self._count_unknown(value.keys() - _LINE_KEYS)
        for span in value.get("spans") or ():
            self._count_unknown(span.keys() - _SPAN_KEYS)

    def _count_unknown(self, keys: set[str]) -> None:
        for key in keys:
            if key not in self._unknown_keys and len(self._unknown_keys) == _UNKNOWN_KEYS_NAMED:
                what = "further unknown keys"
            else:
                self._unknown_keys.add(key)
                what = f"the unknown key {quoted(key)}"
            self._loss.add(f"value of {what}", many=f"values of {what}")


def _check_person(name: str) -> None:
    try:
        settled_name(name)
    except Refused as rule:
        raise Malformed(str(rule), field="annotator") from None


def _proven_fingerprint(given: str | None, *, received: str, stored: str) -> str:
    """Return the stored text's fingerprint; refuse a `given` one that is of neither text."""
    sha256 = fingerprint(stored)
    if given and given.lower() != sha256 and given.lower() != fingerprint(storable(received)):
        raise Malformed(
            "it is the fingerprint of another text.",
            field="meta.sha256",
            advice="The text was changed after the line was written.",
        )
    return sha256


def _proven_counting(spans: list[SpanIn], received: str, text: str) -> Counting:
    """Return how the positions count: in the text as received, unless the quotes prove otherwise.

    The two differ only where line ends or a byte order mark went.
    """
    as_stored = Counting(len(text), ())
    if len(received) == len(text):
        return as_stored
    as_received = counting_of(received)
    told = [span for span in spans if span.text is not None]
    if told and not _all_quote(told, as_received, text) and _all_quote(told, as_stored, text):
        return as_stored
    return as_received


def _all_quote(spans: list[SpanIn], counting: Counting, text: str) -> bool:
    try:
        return all(_pieces(span, counting, text) for span in spans)
    except Malformed:
        return False


def _pieces(span: SpanIn, counting: Counting, text: str) -> tuple[Span, ...]:
    """Return the stretches of the stored text that `span` covers; refuse contradictions."""
    _check_bounds(span.start, span.end, counting.length)
    if span.fragments:
        _check_fragments(span)
    pieces = []
    for start, end in span.fragments or ((span.start, span.end),):
        stored_start, stored_end = counting.stored(start), counting.stored(end)
        if stored_start is None or stored_end is None:
            raise Malformed(
                "it parts a line end in two.", field="end" if stored_end is None else "start"
            )
        if stored_start == stored_end:
            raise Malformed("it covers nothing but a byte order mark.", field="end")
        pieces.append(Span(stored_start, stored_end))
    if span.text is not None:
        there = text[pieces[0].start : pieces[-1].end]
        if not quotes_the_same(span.text, there):
            raise Malformed(
                f"{quoted(span.text)} is not what stands at {span.start}–{span.end}; "
                f"there stands {quoted(there)}.",
                field="text",
                advice=_COUNTED,
            )
    return united(pieces) if len(pieces) > 1 else tuple(pieces)


def _check_bounds(start: int, end: int, length: int) -> None:
    if 0 <= start < end <= length:
        return
    if start < 0:
        raise Malformed("it is less than 0.", field="start", advice=_COUNTED)
    if end <= start:
        raise Malformed(
            f"it must be more than the start, which is {_shown(start)}.",
            field="end",
            advice=_COUNTED,
        )
    raise Malformed(
        f"{_shown(end)} is after the text's end; the text has {counted(length, 'character')}.",
        field="end",
        advice=_COUNTED,
    )


def _check_fragments(span: SpanIn) -> None:
    """Refuse fragments that overlap, are out of order or end elsewhere than their span."""
    fragments = span.fragments or []
    before = span.start
    for position, (start, end) in enumerate(fragments):
        if not before <= start < end <= span.end:
            raise Malformed(
                "the fragments must be in order, apart from each other and within the span.",
                field=f"fragments[{position}]",
            )
        before = end
    if fragments[0][0] != span.start or before != span.end:
        raise Malformed(
            f"the fragments cover {fragments[0][0]}–{before}, "
            f"but the span is {span.start}–{span.end}.",
            field="fragments",
        )


def _shown(number: int) -> str:
    """Return `number` for a sentence; one with thousands of digits would not be printable."""
    return str(number) if abs(number) < 10**18 else "a number this large"


def _too_long(most: int, field: str) -> Malformed:
    return Malformed(f"it is longer than {most:,} characters.", field=field, advice="Shorten it.")
