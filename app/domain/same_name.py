"""When two names are one: to a reader, `Café` and `CAFÉ` name the same label or the same person."""

import unicodedata


def folded_name(name: str) -> str:
    """Return what two names share that are the same to a reader."""
    return unicodedata.normalize("NFC", name.casefold())
