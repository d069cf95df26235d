"""Which names of labels and people are taken in: visible ones that cannot pose as others."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def trouble_with_name(name: str, *, limit: int) -> str:
    """Say what is wrong with `name`, which may have `limit` code points; empty if nothing is."""
    if not name.strip():
        return "it is empty."
    if len(name) > limit:
        return f"it is longer than {limit} characters."
    if name.isascii() and name.isprintable():
        return ""
    for letter in name:
        if letter in _BIDI or unicodedata.category(letter) in _HIDDEN:
            return f"it holds the invisible character U+{ord(letter):04X}."
    return ""
