"""Where code points and UTF-16 units meet: Galley counts the former, Qt the latter."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextIndex:
    """The positions of one text in both countings; either way costs one bisect.

    A position lies between two characters: `0 <= position <= length`. Only characters beyond
    U+FFFF make a difference: UTF-16 spends two units on each of them.
    """

    def __init__(self, text: str) -> None:
        self._in_points: list[int] = []
        self._in_units: list[int] = []
        if not text.isascii():
            self._in_points = [match.start() for match in _ASTRAL.finditer(text)]
            self._in_units = [point + count for count, point in enumerate(self._in_points)]
        self.length = len(text)
        self.units = len(text) + len(self._in_points)

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 offset of the code point `position`."""
        if not self._in_points:
            return position
        return position + bisect_left(self._in_points, position)

    def from_utf16(self, unit: int) -> int:
        """Return the code point position of a UTF-16 offset; within a pair, its character's."""
        if not self._in_units:
            return unit
        return unit - bisect_left(self._in_units, unit)
