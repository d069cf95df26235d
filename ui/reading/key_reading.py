"""Reading with the keys: from phrase to phrase, sentence to sentence, wider and narrower."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.clauses import bare
from app.domain.edges import with_edge_moved
from app.domain.sentences import (
    next_paragraph,
    next_sentence,
    previous_paragraph,
    previous_sentence,
    sentences_before,
    sentences_from,
)
from app.domain.span import Span
from app.domain.stops import next_stop, previous_stop
from app.domain.widening import best_at, narrower, wider
from app.domain.words import word_at
from ui.reading.keyed_pane import KeyedPane


class KeyReading(QObject):
    """Moves the caret and the selection of a pane; each move tells whether there was one.

    It starts from what is selected, or else from the chosen annotation if the caret is at it, or
    else from the caret.
    """

    def __init__(self, pane: KeyedPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._path: list[Span | int] = []
        self._widest: Span | None = None
        self._stop: Span | None = None

    def next_phrase(self) -> bool:
        """Select the next name, speaker, statement or quotation that is not marked yet."""
        here = self._here()
        if isinstance(here, Span) and self._stop is not None and here.covers(self._stop):
            here = self._stop  # it was widened: what was passed is not offered again
        return self._rest_on(next_stop(self._pane.text, here, skip=self._is_marked))

    def previous_phrase(self) -> bool:
        """Select the one before."""
        return self._rest_on(previous_stop(self._pane.text, self._here(), skip=self._is_marked))

    def widen(self) -> bool:
        """Select the phrase at the caret, or the next wider unit around what is selected."""
        text, here = self._pane.text, self._here()
        if here != self._widest:
            self._path = []
        if isinstance(here, Span):
            found = wider(text, here)
            came_from: list[Span | int] = [here]
        else:
            found, word = best_at(text, here), word_at(text, here)
            is_beyond = found is not None and word is not None and found != word
            came_from = [here, word] if is_beyond and word is not None else [here]
        if found is None:
            return False
        self._path += came_from
        self._widest = found
        self._pane.select_exactly(found)
        return True

    def narrow(self) -> bool:
        """Go back the way that widening came; with none, select the next narrower unit."""
        here = self._here()
        if here == self._widest and self._path:
            back = self._path.pop()
        elif isinstance(here, Span):
            self._path = []
            inner = narrower(self._pane.text, here)
            if inner is None:
                return False
            back = inner
        else:
            return False
        if isinstance(back, int):
            self._widest = None
            self._pane.set_caret(back)
        else:
            self._widest = back if self._path else None
            self._pane.select_exactly(back)
        return True

    def next_unmarked(self) -> bool:
        """Select the next sentence in which nothing is marked."""
        return self._find_unmarked(onward=True)

    def previous_unmarked(self) -> bool:
        """Select the last sentence before in which nothing is marked."""
        return self._find_unmarked(onward=False)

    def next_sentence(self, *, select: bool = False) -> bool:
        """Move to where the next sentence starts, or let the selection reach to there."""
        return self._move(next_sentence, select=select)

    def previous_sentence(self, *, select: bool = False) -> bool:
        """Move to where this sentence, or the one before, starts."""
        return self._move(previous_sentence, select=select)

    def next_paragraph(self, *, select: bool = False) -> bool:
        """Move to where the next paragraph starts."""
        return self._move(next_paragraph, select=select)

    def previous_paragraph(self, *, select: bool = False) -> bool:
        """Move to where this paragraph, or the one before, starts."""
        return self._move(previous_paragraph, select=select)

    def move_edge(self, *, at_start: bool, rightwards: bool, by_character: bool) -> bool:
        """Move an edge of the selection, or ask for one of the chosen annotation to be moved."""
        pane, chosen, selected = self._pane, self._pane.chosen_annotation, self._pane.selection()
        if selected is not None:
            spans: tuple[Span, ...] = (selected,)
        elif chosen is not None:
            spans = chosen.spans
        else:
            return False
        edge = spans[0].start if at_start else spans[-1].end - 1
        moved = with_edge_moved(
            pane.text,
            spans,
            at_start=at_start,
            onward=rightwards is not pane.runs_left(edge),
            by_character=by_character,
        )
        if moved == spans:
            return False
        if selected is not None:
            pane.select_exactly(moved[0])
        elif chosen is not None:
            pane.resize_requested.emit(chosen.id, moved)
        return True

    def _here(self) -> Span | int:
        pane = self._pane
        selected, chosen, caret = pane.selection(), pane.chosen_annotation, pane.caret()
        if selected is not None:
            return selected
        if chosen is not None and chosen.span.start <= caret <= chosen.span.end:
            return chosen.span
        return caret

    def _rest_on(self, span: Span | None) -> bool:
        if span is None:
            return False
        self._stop = span
        self._pane.select_exactly(span)
        self._pane.go_to(span)
        return True

    def _is_marked(self, span: Span) -> bool:
        here = self._pane.annotations.touching(span.start, span.start + 1)
        return any(span in (one.span, *one.spans) for one in here)

    def _find_unmarked(self, *, onward: bool) -> bool:
        text, here = self._pane.text, self._here()
        start = here.start if isinstance(here, Span) else here
        for sentence in (sentences_from if onward else sentences_before)(text, start):
            is_here = isinstance(here, Span) and sentence.overlaps(here)
            if not is_here and not self._pane.annotations.touches(sentence.start, sentence.end):
                return self._rest_on_sentence(bare(text, sentence))
        return False

    def _rest_on_sentence(self, sentence: Span) -> bool:
        found = self._rest_on(sentence)
        self._stop = None  # what begins where the sentence begins comes next
        return found

    def _move(self, step: Callable[[str, int], int], *, select: bool) -> bool:
        before = self._pane.caret()
        position = step(self._pane.text, before)
        self._pane.move_caret(position, select=select)
        return position != before
