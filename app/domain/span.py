"""Stretches of text: half-open, in Unicode code points of the stored text, pure geometry."""

from collections.abc import Iterable

import msgspec

from app.errors import Refused


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """The code points `start <= position < end` of an article's text; never empty.

    A struct, since every annotation has one, and a frozen dataclass takes much longer to make.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise Refused(
                "A span must begin at 0 or later and end after its start, "
                f"not {self.start}–{self.end}."
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words it covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


def outermost(spans: Iterable[Span]) -> Span:
    """Return the shortest span that covers all of `spans` (at least one)."""
    spans = tuple(spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same code points as the fewest spans, in order, none touching the next."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def without(spans: Iterable[Span], gone: Span) -> tuple[Span, ...]:
    """Return `spans` less the code points of `gone`; empty where nothing is left."""
    result: list[Span] = []
    for span in united(spans):
        if span.start < gone.start:
            result.append(Span(span.start, min(span.end, gone.start)))
        if gone.end < span.end:
            result.append(Span(max(span.start, gone.end), span.end))
    return tuple(result)
