"""Quotation marks and brackets: which one opens, and which one closes it."""

import re

from app.domain.characters import Kind, joins, kind_of

_FAMILIES = {
    "double": ("“„‟", "”", '"″'),
    "single": ("‘‚‛", "’", "'"),
    "angle": ("«", "»", ""),
    "single angle": ("‹", "›", ""),
    "corner": ("「", "」", ""),
    "white corner": ("『", "』", ""),
    "round": ("(（", ")）", ""),
    "square": ("[", "]", ""),
    "curly": ("{", "}", ""),
}
_BRACKETS = frozenset("()（）[]{}「」『』")
_OPENING = frozenset("".join(opening for opening, _, _ in _FAMILIES.values()))
_FAMILY = {mark: family for family, kinds in _FAMILIES.items() for marks in kinds for mark in marks}
_MARKS = re.compile("[" + re.escape("".join(_FAMILY)) + "]")
_DASHES = "-–—−"
_PENDING_REACH = 300


def is_mark(character: str) -> bool:
    """Tell whether it is a quotation mark or a bracket."""
    return character in _FAMILY


def partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each mark in `text[start:end]` that has a partner there the partner's position.

    Straight marks, and those that open in one language and close in another, are told by their
    neighbours. Apostrophes inside words are no marks.
    """
    found: dict[int, int] = {}
    waiting: list[int] = []
    for match in _MARKS.finditer(text, start, end):
        position = match.start()
        if _is_inside_word(text, position):
            continue
        family = _FAMILY[text[position]]
        if _opens(text, position):
            waiting.append(position)
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if _FAMILY[text[waiting[depth]]] == family:
                found[position] = waiting[depth]
                found[waiting[depth]] = position
                del waiting[depth:]
                break
    return found


def single_quote_pending(text: str, position: int) -> bool:
    """Tell whether a single quotation mark opened shortly before `position` and is still open."""
    paragraph = text.rfind("\n", 0, position) + 1
    pending = False
    for match in _MARKS.finditer(text, max(paragraph, position - _PENDING_REACH), position):
        at = match.start()
        if _FAMILY[text[at]] == "single" and not _is_inside_word(text, at):
            pending = _opens(text, at)
    return pending


def _is_inside_word(text: str, position: int) -> bool:
    return 0 < position < len(text) - 1 and joins(
        text[position - 1], text[position], text[position + 1]
    )


def _opens(text: str, position: int) -> bool:
    mark = text[position]
    if mark in _BRACKETS:
        return mark in _OPENING
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    leans_right = before.isspace() or before in _OPENING or before in _DASHES
    leans_left = after.isspace() or (kind_of(after) is Kind.OTHER and after not in _OPENING)
    if leans_right != leans_left:
        return leans_right
    return mark in _OPENING
