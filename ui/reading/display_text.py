"""What the pane shows for a stored text: as many code points and UTF-16 units, nothing invisible.

Positions stay one to one, so no offset needs translating but between the two ways of counting.
"""

import re

LONGEST = 4_000
"""Qt lays out a paragraph in one go; from about this many characters on that is felt."""

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0x2426)
_PICTURES |= {0x7F: 0x2421, 0xFDD0: 0xFFFD, 0xFDD1: 0xFFFD, 0x2029: 0x2028}
_CONTROLS = re.compile("[" + "".join(re.escape(chr(code)) for code in _PICTURES) + "]")
_EATEN_IF_FIRST = "\ufeff\ufffe"
_WORD_JOINER = "\u2060"
_OVERLONG = re.compile(f"[^\\n]{{{LONGEST + 1},}}")
_ENDLESS = re.compile(rf"\S{{{LONGEST + 1}}}")
_SPACES = " \t\u2003\u3000"


def displayed(text: str) -> str:
    """Return `text` as it is shown: controls as pictures, overlong paragraphs broken at spaces."""
    if text[:1] and text[0] in _EATEN_IF_FIRST:
        text = _WORD_JOINER + text[1:]
    if _CONTROLS.search(text):
        text = text.translate(_PICTURES)
    return _OVERLONG.sub(_broken, text) if _has_overlong(text) else text


def has_endless_run(shown: str) -> bool:
    """Tell whether somewhere there is no space for so long that wrapping at words takes ages."""
    return _has_overlong(shown) and _ENDLESS.search(shown) is not None


def _has_overlong(text: str) -> bool:
    """Tell at once what the patterns would take long to find out: whether they have any work."""
    return max(map(len, text.split("\n"))) > LONGEST


def _broken(match: re.Match[str]) -> str:
    """Turn a space into a line feed about every `LONGEST` characters; a run without stays whole."""
    paragraph = match[0]
    pieces = []
    start = 0
    while len(paragraph) - start > LONGEST:
        cut = max(paragraph.rfind(space, start + 1, start + LONGEST) for space in _SPACES)
        if cut < 0:
            later = [paragraph.find(space, start + LONGEST) for space in _SPACES]
            cut = min((place for place in later if place >= 0), default=-1)
        if cut < 0:
            break
        pieces.append(paragraph[start:cut])
        start = cut + 1
    pieces.append(paragraph[start:])
    return "\n".join(pieces)
