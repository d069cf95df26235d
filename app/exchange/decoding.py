"""Bytes become text: by what they say of themselves, by proof, and at last by a guess."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.exchange.malformed import Malformed

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_WESTERN = "cp1252"
_OTHERS = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8_r", "koi8_u", "cp866", "mac_roman"),
)
_EAST_ASIAN = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_NAMES = {
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp866": "DOS Cyrillic (866)",
    "mac_roman": "Mac Roman",
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp949": "Korean (949)",
}
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_SYMBOL_IN_A_WORD = re.compile("[^\\W\\d_][¡-©«-±´¶-¹»-¿×÷][^\\W\\d_]")
_AS_CLEAN = 0.1
"""How much messier a reading may look than the cleanest and still be weighed."""
_AS_LIKELY = 0.06
"""How much less a reading may look like a language than the likeliest and still be weighed."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and the encoding it came in; `guessed` where nothing but likelihood speaks for it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(received: bytes) -> DecodedText:
    """Return the text of `received`: UTF-8 first, then as marked, then as a detector judges."""
    for mark, codec, name in _MARKS:
        if received.startswith(mark):
            try:
                return DecodedText(received.decode(codec), name)
            except UnicodeDecodeError as trouble:
                raise Malformed(
                    f"it begins as {name}, but byte {trouble.start + 1} is not.",
                    advice="Save it as UTF-8.",
                ) from None
    try:
        return DecodedText(received.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _guessed(received)


def _guessed(received: bytes) -> DecodedText:
    """Return the likeliest reading in an older encoding.

    The detector's own first choice is often one of several that fit alike; among those the commoner
    encoding wins, unless it sets symbols into words or half-width kana into a text.
    """
    from charset_normalizer import from_bytes

    matches = list(from_bytes(received, cp_isolation=[_WESTERN, *_OTHERS, *_EAST_ASIAN]))
    if not matches:
        raise Malformed("it is in an encoding that is not recognised.", advice="Save it as UTF-8.")
    matches = [match for match in matches if _is_plausible(match)] or matches
    cleanest = min(match.chaos for match in matches)
    matches = [match for match in matches if match.chaos <= cleanest + _AS_CLEAN]
    likeliest = max(match.coherence for match in matches)
    matches = [match for match in matches if match.coherence >= likeliest - _AS_LIKELY]
    chosen = min(matches, key=lambda match: (_rank(match), -match.coherence))
    encoding = _WESTERN if _rank(chosen) == 0 else chosen.encoding
    return DecodedText(str(chosen), _name_of(encoding), guessed=True)


def _is_plausible(match: "CharsetMatch") -> bool:
    if match.encoding in _EAST_ASIAN:
        return _HALF_WIDTH_KANA.search(str(match)) is None
    return _SYMBOL_IN_A_WORD.search(str(match)) is None


def _rank(match: "CharsetMatch") -> int:
    """Rank readings that fit alike: Western European texts are the commonest, by far."""
    if _WESTERN in match.could_be_from_charset:
        return 0
    return 2 if match.encoding in _EAST_ASIAN else 1


def _name_of(encoding: str) -> str:
    return _NAMES.get(encoding) or encoding.replace("cp", "Windows-")
