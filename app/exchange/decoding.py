"""Bytes become text: by what they say of themselves, by proof, and at last by a guess."""

from dataclasses import dataclass

from app.exchange.malformed import Malformed

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_WESTERN = "cp1252"
_OTHERS = ("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u")
_ALSO = ("cp866", "mac_roman")
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
_HALF_WIDTH_KANA = frozenset(map(chr, range(0xFF61, 0xFFA0)))
_NEARLY = 0.2
"""How much less a likelier encoding may look like a language than the detector's first choice."""


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
    """Return the likeliest reading in an older encoding."""
    from charset_normalizer import from_bytes

    candidates = [_WESTERN, *_OTHERS, *_ALSO, *_EAST_ASIAN]
    matches = [
        match
        for match in from_bytes(received, cp_isolation=candidates)
        if match.encoding not in _EAST_ASIAN or _HALF_WIDTH_KANA.isdisjoint(str(match))
    ]
    if not matches:
        raise Malformed("it is in an encoding that is not recognised.", advice="Save it as UTF-8.")
    first = matches[0]
    equals = [
        match
        for match in matches
        if match.chaos <= first.chaos and match.coherence >= first.coherence - _NEARLY
    ]
    chosen = min(equals, key=lambda match: _rank(match.encoding))
    return DecodedText(str(chosen), _name_of(chosen.encoding), guessed=True)


def _rank(encoding: str) -> int:
    """Rank encodings that fit alike: Western European texts are the commonest, by far."""
    return 0 if encoding == _WESTERN else 2 if encoding in _EAST_ASIAN else 1


def _name_of(encoding: str) -> str:
    return _NAMES.get(encoding) or encoding.replace("cp", "Windows-")
