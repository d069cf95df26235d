"""JSONL, Galley's own format: one line per article and annotator, offsets in code points."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import BinaryIO

import msgspec

from app.domain.article import fingerprint
from app.domain.span import Span
from app.exchange.limits import LINE_BYTES
from app.exchange.line_reader import LineReader
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.exchange.shapes import LineOut, MetaOut, SpanOut
from app.exchange.strict_json import quoted

_UTF8_MARK = b"\xef\xbb\xbf"
_CHECK = "Check the project before exporting it again."


def read(
    stream: BinaryIO,
    *,
    name: str = "",  # noqa: ARG001 - every format's reader is told the file's name
    loss: Loss | None = None,
) -> Iterator[ArticleRecord]:
    """Yield the record of each line; what cannot be kept is counted in `loss`.

    Lines end with LF alone. The first line that is malformed ends the reading with `Malformed`,
    which names it; whoever receives the records then keeps none of the file's.
    """
    reader = LineReader(Loss() if loss is None else loss)
    number = 0
    empty = True
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_UTF8_MARK)
        try:
            if len(line) > LINE_BYTES and not line.endswith(b"\n"):
                raise Malformed(f"it is longer than {LINE_BYTES // 1_000_000} MB.")
            if line.strip():
                yield reader.record(line, number)
                empty = False
        except Malformed as trouble:
            raise trouble.at(f"line {number}") from None
    if empty:
        raise Malformed("it holds no articles.")


def write(records: Iterable[ArticleRecord], stream: BinaryIO) -> Loss:
    """Write one line per record, after proving every quote; the same records give the same bytes.

    Raises `Malformed` for a record that contradicts itself, as a damaged project yields.
    """
    loss = Loss()
    encoder = msgspec.json.Encoder()
    line = bytearray()
    for record in records:
        try:
            encoder.encode_into(_line_of(record), line)
        except UnicodeEncodeError:
            raise Malformed(
                "it holds half of a character pair.", where=f"article {record.id}", advice=_CHECK
            ) from None
        except Malformed as trouble:
            raise trouble.at(f"article {record.id}") from None
        if len(line) > LINE_BYTES:
            loss.add(
                "line too long to be imported again", many="lines too long to be imported again"
            )
        line += b"\n"
        stream.write(line)
    return loss


def _line_of(record: ArticleRecord) -> LineOut:
    """Return the line that says what `record` says."""
    sha256 = fingerprint(record.text)
    if not _is_canonical(record.text) or record.sha256 not in ("", sha256):
        raise Malformed("it is not the text that was received.", field="text", advice=_CHECK)
    return LineOut(
        id=record.id,
        text=record.text,
        annotator=record.annotator,
        done=record.done is True,
        spans=[
            _span_of(annotation, record.text, position)
            for position, annotation in enumerate(record.annotations)
        ],
        relations=[],
        regions=[],
        meta=MetaOut(
            title=record.title,
            source=record.source,
            url=record.url,
            published=record.published,
            story="",
            language=record.language,
            sha256=sha256,
        ),
    )


def _is_canonical(text: str) -> bool:
    """Tell whether reading `text` again leaves it as it is; lone surrogates fail in encoding."""
    return not ("\r" in text or "\x00" in text or text.startswith(("\ufeff", "\ufffe")))


def _span_of(annotation: AnnotationRecord, text: str, position: int) -> SpanOut:
    """Return the annotation as it is written; refuse it where its quote is not in the text."""
    spans = annotation.spans
    start, end, quote = spans[0].start, spans[-1].end, annotation.quote
    is_whole = len(spans) == 1
    if text[start:end] != quote or end > len(text) or not (is_whole or _in_order(spans)):
        raise Malformed(
            f"{quoted(quote)} is not what stands at {start}–{end}.",
            field=f"spans[{position}].text",
            advice=_CHECK,
        )
    return SpanOut(
        annotation.id,
        start,
        end,
        annotation.label,
        quote,
        None if is_whole else [(span.start, span.end) for span in spans],
        annotation.unsure,
        annotation.note,
    )


def _in_order(spans: tuple[Span, ...]) -> bool:
    """Tell whether each span begins after the one before it ended."""
    return all(before.end < after.start for before, after in pairwise(spans))
