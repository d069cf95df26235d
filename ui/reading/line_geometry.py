"""Where words stand on the page: the lines in view, and the way from code points to x and back.

All lengths are in document coordinates. Lines are worked out afresh for each use, since Qt lays
text out again whenever it likes; what a line has computed it keeps for its own short life.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from app.domain.characters import Kind, kind_of
from app.domain.offsets import TextIndex

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BASELINE = 0.8
_TOUCHING = 0.6
_UNSEEN_WIDTH = 700


class Line:
    """One line of the page: its code points, its place, and the x of anything on it.

    `end` is where the next line starts; `ink_end` leaves out the spaces at the line's end.
    """

    def __init__(self, block: QTextBlock, line: QTextLine, *, index: TextIndex, text: str) -> None:
        place = block.layout().position()
        pitch = block.blockFormat().lineHeight()
        self._block = block
        self._line = line
        self._index = index
        self._text = text
        self._offset = block.position()
        self._x = place.x()
        self._pieces: dict[tuple[int, int], list[tuple[float, float]]] = {}
        first = self._offset + line.textStart()
        self.start = index.from_utf16(first)
        self.end = index.from_utf16(first + line.textLength())
        ink = text[self.start : self.end]
        self.ink_end = self.start + len(ink.rstrip())
        self.is_mixed = _RIGHT_TO_LEFT.search(ink) is not None
        self.baseline = place.y() + line.y() + line.ascent()
        self.top = self.baseline - _BASELINE * pitch
        self.bottom = self.top + pitch

    @property
    def left(self) -> float:
        """The x where the column begins."""
        return self._x + self._line.x()

    @property
    def runs_left(self) -> bool:
        """Tell whether the line's paragraph is written from right to left."""
        return self._block.textDirection() == Qt.LayoutDirection.RightToLeft

    def caret_x(self, position: int) -> float:
        """Return the x of a caret at `position`."""
        return self._x_of(position)

    def start_edge(self, position: int) -> tuple[float, bool]:
        """Return the x where the character at `position` begins and whether it runs rightwards."""
        extents = self._extents(position, position + 1) if self.is_mixed else []
        if not extents:
            return self.caret_x(position), not (self.is_mixed and self.runs_left)
        left, right, rightwards = extents[0]
        return (left if rightwards else right), rightwards

    def end_edge(self, position: int) -> tuple[float, bool]:
        """Return the x where the character before `position` ends and if it runs rightwards."""
        extents: list[tuple[float, float, bool]] = []
        if self.is_mixed:
            before = position - 1
            while before > self.start and kind_of(self._text[before]) is Kind.MARK:
                before -= 1
            extents = self._extents(before, position)
        if not extents:
            return self.caret_x(position), not (self.is_mixed and self.runs_left)
        rightwards = extents[-1][2]
        if rightwards:
            return max(right for _, right, _ in extents), True
        return min(left for left, _, _ in extents), False

    def outer_start(self, start: int, end: int) -> tuple[float, bool]:
        """Return where a stretch of the line is seen to begin, and if it runs rightwards there."""
        return self._outer(self.start_edge(start), start, end, at_start=True)

    def outer_end(self, start: int, end: int) -> tuple[float, bool]:
        """Return where a stretch of the line is seen to end, and if it runs rightwards there."""
        return self._outer(self.end_edge(end), start, end, at_start=False)

    def is_tight_at(self, position: int) -> bool:
        """Tell whether no space parts the characters before and after `position` on this line."""
        if not self.start < position < self.ink_end:
            return False
        return not (self._text[position - 1].isspace() or self._text[position].isspace())

    def pieces(self, start: int, end: int) -> list[tuple[float, float]]:
        """Return the x ranges, from left to right, that the code points `start` to `end` take.

        Where both directions mix, what is one stretch of text may lie in several places.
        """
        key = (max(start, self.start), min(end, self.ink_end))
        if key[0] >= key[1]:
            return []
        if key not in self._pieces:
            if self.is_mixed:
                self._pieces[key] = self._mixed_pieces(*key)
            else:
                self._pieces[key] = [(self._x_of(key[0]), self._x_of(key[1]))]
        return self._pieces[key]

    def character_at(self, x: float) -> int | None:
        """Return the position of the character under `x`; None beside the words."""
        if self.ink_end == self.start or not any(
            left - _TOUCHING <= x <= right + _TOUCHING
            for left, right in self.pieces(self.start, self.ink_end)
        ):
            return None
        position = self._position_of(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(max(position, self.start), self.ink_end - 1)

    def position_near(self, x: float) -> int:
        """Return the position between two characters that is nearest to `x`."""
        position = self._position_of(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        return min(max(position, self.start), self.ink_end)

    def _outer(
        self, edge: tuple[float, bool], start: int, end: int, *, at_start: bool
    ) -> tuple[float, bool]:
        """Move an edge that lies inside a piece of both directions to the piece's own edge."""
        if not self.is_mixed:
            return edge
        for left, right in self.pieces(start, end):
            if left - _TOUCHING <= edge[0] <= right + _TOUCHING:
                middles = [
                    (extent[2], (extent[0] + extent[1]) / 2) for extent in self._extents(start, end)
                ]
                directions = {rightwards for rightwards, x in middles if left < x < right}
                if len(directions) > 1:
                    rightwards = not self.runs_left
                    return (left if rightwards == at_start else right), rightwards
        return edge

    def _mixed_pieces(self, start: int, end: int) -> list[tuple[float, float]]:
        stretches = sorted((left, right) for left, right, _ in self._extents(start, end))
        pieces = stretches[:1]
        for left, right in stretches[1:]:
            if left <= pieces[-1][1] + _TOUCHING:
                pieces[-1] = (pieces[-1][0], max(pieces[-1][1], right))
            else:
                pieces.append((left, right))
        return pieces

    def _extents(self, start: int, end: int) -> list[tuple[float, float, bool]]:
        """Return the left, the right and whether it runs rightwards of each run of glyphs here.

        Asking for carets instead would put the first character of each run in the wrong place.
        """
        first, last = (self._index.to_utf16(each) - self._offset for each in (start, end))
        return [
            (self._x + box.left(), self._x + box.right(), not run.isRightToLeft())
            for run in self._line.glyphRuns(first, last - first)
            if (box := run.boundingRect()).width() > 0
        ]

    def _x_of(self, position: int) -> float:
        unit = self._index.to_utf16(position) - self._offset
        x, _ = cast("tuple[float, int]", self._line.cursorToX(unit))
        return self._x + x

    def _position_of(self, x: float, kind: QTextLine.CursorPosition) -> int:
        return self._index.from_utf16(self._offset + self._line.xToCursor(x - self._x, kind))


class LineGeometry:
    """The lines of one document laid out on a grid, in code points of its text."""

    def __init__(self, document: QTextDocument, *, text: str, index: TextIndex) -> None:
        self._document = document
        self._text = text
        self._index = index
        self._near = 0

    def between(self, top: float, bottom: float) -> list[Line]:
        """Return the lines of which at least a part lies between these heights."""
        found = []
        for line in self._from_height(top):
            if line.top >= bottom:
                break
            if line.bottom > top:
                found.append(line)
        return found

    def holding(self, position: int) -> Line:
        """Return the line that holds the code point `position`; lays out as far as it must."""
        if self._document.pageSize().isNull():
            # on no screen yet: without a width Qt lays no lines out, and its lines would be void
            self._document.setTextWidth(_UNSEEN_WIDTH)
        unit = self._index.to_utf16(min(position, len(self._text)))
        block = self._document.findBlock(unit)
        self._near = block.blockNumber()
        self._top_of(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            line = block.layout().lineAt(block.layout().lineCount() - 1)
        return self._line(block, line)

    def at_height(self, y: float) -> Line | None:
        """Return the line at this height, or else the nearest one; None without any layout."""
        nearest: Line | None = None
        for line in self._from_height(y):
            if line.top > y and nearest is not None:
                break
            nearest = line
        return nearest

    def _line(self, block: QTextBlock, line: QTextLine) -> Line:
        return Line(block, line, index=self._index, text=self._text)

    def _top_of(self, block: QTextBlock) -> float:
        """Return where a paragraph begins; asking makes Qt lay out everything before it."""
        return self._document.documentLayout().blockBoundingRect(block).top()

    def _block_at(self, y: float) -> int:
        """Return the number of the last paragraph that begins above `y`, or 0.

        Qt's own hit test goes astray between lines of a fixed height. The search widens from where
        the last one ended, so that it lays out little more of a long text than is in view.
        """

        def top_of(number: int) -> float:
            return self._top_of(self._document.findBlockByNumber(number))

        count = self._document.blockCount()
        low = min(self._near, count - 1)
        step = 1
        while low > 0 and top_of(low) > y:
            low, step = max(low - step, 0), 2 * step
        high, step = low + 1, 1
        while high < count and top_of(high) <= y:
            low, high, step = high, high + step, 2 * step
        return bisect_right(range(count), y, low, min(high, count), key=top_of) - 1

    def _from_height(self, y: float) -> Iterator[Line]:
        """Yield the lines from the one at height `y`, or one before it, to the text's end."""
        self._near = max(self._block_at(y) - 1, 0)
        block = self._document.findBlockByNumber(self._near)
        while block.isValid():
            top, lines = self._top_of(block), block.layout()
            first = bisect_right(
                range(lines.lineCount()), y - top, key=lambda number: lines.lineAt(number).y()
            )
            for number in range(max(first - 2, 0), lines.lineCount()):
                yield self._line(block, lines.lineAt(number))
            block = block.next()
