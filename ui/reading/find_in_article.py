"""Finding words in the open article: what the bar asks, the pane shows, and keys step through."""

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.finding import FoldedText, Wanted, find
from ui.reading.desk_actions import DeskActions
from ui.reading.find_bar import FindBar
from ui.reading.found_words import FoundWords
from ui.reading.keyed_pane import KeyedPane
from ui.widgets.numbers import parted
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.span import Span

_AT_ONCE = 1_000
"""So many are looked for at a time: a letter that stands everywhere must not hold up the next."""

_LONGEST_TAKEN = 80


class FindInArticle(QObject):
    """Keeps bar and pane in step; `told` carries what happened where the bar does not show it.

    The match that the search stands at is also selected, so that a label's key marks exactly it.
    """

    told = Signal(str)

    def __init__(self, pane: KeyedPane, keys: DeskActions, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self.bar = bar = FindBar()
        self._folded = FoldedText("")
        self._wanted = Wanted("")
        self._found = FoundWords()
        self._rest: Iterator[Span] = iter(())
        self._is_whole = True
        self._from = 0
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._find_more)
        bar.hide()
        bar.asked.connect(self._ask)
        bar.onward.connect(self.go_on)
        bar.backward.connect(self.go_back)
        bar.left.connect(self.leave)
        keys.find.triggered.connect(self.open)
        keys.find_next.triggered.connect(self.go_on)
        keys.find_previous.triggered.connect(self.go_back)
        pane.document().contentsChanged.connect(self._notice_other_text)

    def open(self) -> None:
        """Show the bar, with the selected words in it where there are some, ready to type over."""
        selected = self._pane.selection()
        self._from = selected.start if selected else self._pane.caret()
        self.bar.show()
        if selected is not None and len(selected) <= _LONGEST_TAKEN:
            words = one_line(selected.of(self._pane.text))
            if words and words != self.bar.field.text():
                self.bar.field.setText(words)
        self.bar.field.setFocus()
        self.bar.field.selectAll()
        self._ask()

    def leave(self) -> None:
        """Put the bar away; the match stays selected, and the keys are the text's again."""
        self.bar.hide()
        self._slices.stop()
        self._pane.show_found(FoundWords())
        self._pane.setFocus()

    def go_on(self) -> None:
        """Go to the next match, from the last one to the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the previous match, from the first one to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self.bar.field.text().strip():
            self.open()
            return
        self._renew()
        self._finish()
        spans = self._found.spans
        if spans:
            self._found.current = self._neighbour(step)
            self._show_current()
        self._tell()
        if not self.bar.isVisible():
            self.told.emit(self.bar.tally.text())

    def _neighbour(self, step: int) -> int:
        """Return the match to go to: from the current one while it is selected, else the caret."""
        spans, current, selected = self._found.spans, self._found.at, self._pane.selection()
        if current is not None and self._found.current is not None and selected in (current, None):
            return (self._found.current + step) % len(spans)
        here = selected.start if selected else self._pane.caret()
        following = self._found.nearest_after(here)
        if step > 0:
            return (following + (spans[following] == selected)) % len(spans)
        return (following - 1) % len(spans)

    def _ask(self) -> None:
        """Look for what the bar wants now, beginning where the person was when it was opened."""
        self._wanted = Wanted("")
        self._renew()

    def _renew(self) -> None:
        """Look again, unless the same was looked for in the same text."""
        bar, text = self.bar, self._pane.text
        wanted = Wanted(
            bar.field.text(),
            match_case=bar.match_case.isChecked(),
            whole_words=bar.whole_words.isChecked(),
        )
        is_same_text = text is self._folded.text and wanted.match_case == self._folded.match_case
        if wanted == self._wanted and is_same_text:
            return
        if not is_same_text:
            self._folded = FoldedText(text, match_case=wanted.match_case)
        self._wanted = wanted
        self._found = FoundWords()
        self._rest = find(self._folded, wanted)
        self._is_whole = False
        self._find_more()
        if not self._is_whole:
            self._slices.start()

    def _find_more(self) -> None:
        """Look for some more; the first one from where the person was becomes the current one."""
        more = list(islice(self._rest, _AT_ONCE))
        self._found.spans += more
        if len(more) < _AT_ONCE:
            self._is_whole = True
            self._slices.stop()
        if self.bar.isVisible():
            self._choose_first()
            self._pane.show_found(self._found)
        self._tell()

    def _choose_first(self) -> None:
        spans = self._found.spans
        if not spans or self._found.current is not None:
            return
        if spans[-1].start >= self._from or self._is_whole:
            self._found.current = self._found.nearest_after(self._from)
            self._show_current()

    def _finish(self) -> None:
        while not self._is_whole:
            self._find_more()

    def _show_current(self) -> None:
        at = self._found.at
        if at is not None:
            self._pane.select_exactly(at)
            self._pane.go_to(at)
            self._from = at.start
        if self.bar.isVisible():
            self._pane.show_found(self._found)

    def _tell(self) -> None:
        count, current = len(self._found.spans), self._found.current
        self.bar.allow_steps(on=bool(count))
        if not self._wanted.words.strip():
            self.bar.say("")
        elif not count and self._is_whole:
            self.bar.say(self.tr("Not found"), in_vain=True)
        elif not self._is_whole or current is None:
            self.bar.say(parted(self.tr("%n matches", None, count), count))
        else:
            self.bar.say(self.tr("{0} of {1}").format(f"{current + 1:,}", f"{count:,}"))

    def _notice_other_text(self) -> None:
        """Look in the next article too, once it is there as a whole."""
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._pane.text is not self._folded.text and self.bar.isVisible():
            self._from = self._pane.caret()
            self._renew()
