"""What a single character does in running text: join a word, stand alone, quote, or nothing."""

import unicodedata
from enum import Enum, auto
from functools import lru_cache

APOSTROPHES = "'’"
HYPHENS = "-‐‑"
_JOINERS = frozenset(APOSTROPHES + HYPHENS + "&@·״׳\u00ad\u200c\u200e\u200f")
_ZERO_WIDTH_JOINER = "\u200d"

_WRITTEN_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x2E80, 0x31FF),  # CJK radicals, kana, bopomofo
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # half-width kana
    (0x20000, 0x3FFFF),
)
_KOREAN_JAMO = range(0x3130, 0x3190)
_EMOJI = ((0x2600, 0x27BF), (0x2B50, 0x2B55), (0x1F000, 0x1FAFF))
_SIGNS = "©®™№"

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINING = frozenset("\u200c\u200d")


class Kind(Enum):
    """What a character does in running text."""

    LETTER = auto()
    DIGIT = auto()
    MARK = auto()
    ALONE = auto()
    SYMBOL = auto()
    OTHER = auto()

    @property
    def begins_word(self) -> bool:
        """Letters and digits glue to each other."""
        return self in (Kind.LETTER, Kind.DIGIT)


@lru_cache(maxsize=4096)
def kind_of(character: str) -> Kind:
    """Tell what `character` does: a mark stays with what it follows, ALONE is a word by itself."""
    category = unicodedata.category(character)
    code = ord(character)
    if category[0] == "M" or character == _ZERO_WIDTH_JOINER or 0x1F3FB <= code <= 0x1F3FF:
        return Kind.MARK
    if category[0] == "L":
        return Kind.ALONE if is_written_without_spaces(character) else Kind.LETTER
    if category[0] == "N" or character == "_":
        return Kind.DIGIT if category[0] == "N" else Kind.LETTER
    if category == "So" and (
        character in _SIGNS or any(first <= code <= last for first, last in _EMOJI)
    ):
        return Kind.SYMBOL
    return Kind.OTHER


def is_written_without_spaces(character: str) -> bool:
    """Tell whether its script parts no words by spaces, as Chinese, Japanese and Thai."""
    code = ord(character)
    return code not in _KOREAN_JAMO and any(
        first <= code <= last for first, last in _WRITTEN_WITHOUT_SPACES
    )


def is_regional_indicator(character: str) -> bool:
    """Tell whether two of these in a row make a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def is_hidden(character: str) -> bool:
    """Tell whether nobody sees it: controls, marks of direction, joiners, line separators."""
    return unicodedata.category(character) in _HIDDEN


def hidden_in(name: str) -> str:
    """Return the first character of `name` that could make it pose as another, "" if none does.

    That is what nobody sees, apart from a joiner between two letters of a script without capitals:
    there, as in Persian names, it shows in how they are written.
    """
    if name.isprintable():
        return ""
    for position, letter in enumerate(name):
        if is_hidden(letter) and not (
            letter in _JOINING
            and 0 < position < len(name) - 1
            and all(map(_is_joinable, (name[position - 1], name[position + 1])))
        ):
            return letter
    return ""


def is_currency(character: str) -> bool:
    """Tell whether it is the sign of a currency."""
    return unicodedata.category(character) == "Sc"


def joins(before: str, character: str, after: str) -> bool:
    """Tell whether punctuation between these two neighbours belongs inside one word."""
    left, right = kind_of(before), kind_of(after)
    if not right.begins_word or not (left.begins_word or left is Kind.MARK):
        return False
    if character in _JOINERS:
        return True
    if character in ",:/":
        return left is Kind.DIGIT and right is Kind.DIGIT
    if character == '"':
        return _is_hebrew(before) and _is_hebrew(after)
    return character == "."


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"


def _is_joinable(character: str) -> bool:
    """Tell whether a joiner beside it can show: at letters without case, their marks, emoji."""
    return unicodedata.category(character) in ("Lo", "Mn", "Mc", "So")
