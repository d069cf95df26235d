"""What a hand does on the page, each gesture one small object that turns moves into an intent."""

from collections.abc import Sequence

from app.domain.annotation import Annotation
from app.domain.sentences import paragraph_at, sentence_at
from app.domain.snapping import nearest_end, nearest_start
from app.domain.span import Span, outermost, united
from app.domain.words import word_at
from ui.reading.grips import Grip


class ResizeGesture:
    """Dragging a grip: the spans the annotation would have, snapped to words unless told not to."""

    def __init__(self, text: str, grip: Grip) -> None:
        self._text = text
        self._grip = grip
        self.annotation = grip.annotation
        self.spans = grip.annotation.spans
        self.edge = self._span.start if grip.is_start else self._span.end

    @property
    def _span(self) -> Span:
        return self._grip.annotation.spans[self._grip.number]

    @property
    def has_changed(self) -> bool:
        """Tell whether letting go now would change anything."""
        return self.spans != self.annotation.spans

    def move(self, position: int, *, snap: bool) -> None:
        """Follow the hand to the code point `position`; the span never vanishes or turns over."""
        span = self._span
        if self._grip.is_start:
            self.edge = self._start(position, snap=snap)
            moved = Span(self.edge, span.end)
        else:
            self.edge = self._end(position, snap=snap)
            moved = Span(span.start, self.edge)
        spans = list(self.annotation.spans)
        spans[self._grip.number] = moved
        self.spans = united(spans)

    def _start(self, position: int, *, snap: bool) -> int:
        span = self._span
        start = nearest_start(self._text, position) if snap else position
        if start < span.end:
            return max(start, 0)
        last = word_at(self._text, span.end - 1) if snap else None
        return min(last.start, span.end - 1) if last else span.end - 1

    def _end(self, position: int, *, snap: bool) -> int:
        span = self._span
        end = nearest_end(self._text, position) if snap else position
        if end > span.start:
            return min(end, len(self._text))
        first = word_at(self._text, span.start) if snap else None
        return max(first.end, span.start + 1) if first else span.start + 1


class PickGesture:
    """Clicking where annotations overlap: the innermost first, then outwards with every click."""

    def __init__(self) -> None:
        self._offered: tuple[str, ...] = ()

    def pick(self, here: Sequence[Annotation], chosen: str | None) -> str | None:
        """Return whom a click chooses among those `here`, innermost first; None where none is."""
        ids = tuple(annotation.id for annotation in here)
        again = ids == self._offered
        self._offered = ids
        if not ids:
            return None
        if again and chosen in ids:
            return ids[(ids.index(chosen) + 1) % len(ids)]
        return ids[0]


class WordGesture:
    """Clicking twice, three or four times: word, sentence, paragraph; dragging on adds more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anchor: Span | None = None
        self.clicks = 1

    def click_again(self, position: int) -> Span | None:
        """Count one more click and return what it selects around the code point `position`."""
        self.clicks = self.clicks + 1 if self.clicks < 4 else 2
        self._anchor = self._unit(position)
        return self._anchor

    def extend(self, position: int) -> Span | None:
        """Return what is selected when the hand moves on to `position` before letting go."""
        there = self._unit(position)
        if self._anchor is None or there is None:
            return self._anchor
        return outermost((self._anchor, there))

    def _unit(self, position: int) -> Span | None:
        around = {2: word_at, 3: sentence_at, 4: paragraph_at}[self.clicks]
        return around(self._text, position)
