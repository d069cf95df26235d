"""Numbers and lists as sentences need them."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, one or many: "1 article", "2,000 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: "anna, ben and carla"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
