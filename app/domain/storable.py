"""Which text can be stored: UTF-8 knows no half characters, and many a program stops at NUL."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates, as a broken clipboard or a broken file yields them."""


def replaced_unstorable(words: str) -> tuple[str, int]:
    """Return `words` with lone surrogates and NUL replaced by U+FFFD, and how many there were."""
    if words.isascii() and "\x00" not in words:  # told at once, where the pattern reads it all
        return words, 0
    return _UNSTORABLE.subn(REPLACEMENT, words)


def storable(words: str) -> str:
    """Return `words` with lone surrogates and NUL replaced by U+FFFD, and otherwise untouched."""
    return replaced_unstorable(words)[0]
