"""Which text can be stored: UTF-8 knows no half characters, and many a program stops at NUL."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates, as a broken clipboard or a broken file yields them."""


def storable(words: str) -> str:
    """Return `words` with lone surrogates and NUL replaced by U+FFFD, and otherwise untouched."""
    return UNSTORABLE.sub(REPLACEMENT, words)
