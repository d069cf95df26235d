"""How positions in a text as it was received become positions in the same text as it is stored."""

from bisect import bisect_left
from dataclasses import dataclass

from app.domain.article import canonical


@dataclass(frozen=True, slots=True)
class Counting:
    """Maps code points of a received text to those of its canonical form.

    `removed` holds the received positions, ascending, of the code points that are gone: leading
    byte order marks and the second half of a CRLF. `length` is the received text's.
    """

    length: int
    removed: tuple[int, ...]

    def stored(self, position: int) -> int | None:
        """Return the stored position; None within a line end, where nothing stands any more."""
        if not self.removed:
            return position
        gone = bisect_left(self.removed, position)
        if gone < len(self.removed) and self.removed[gone] == position != gone:
            return None
        return position - gone


def counting_of(received: str) -> Counting:
    """Return how positions in `received` map to positions in `canonical(received).text`."""
    removed = list(range(len(received) - len(received.lstrip("\ufeff"))))
    at = received.find("\r\n")
    while at >= 0:
        removed.append(at + 1)
        at = received.find("\r\n", at + 2)
    return Counting(len(received), tuple(removed))


def quotes_the_same(quote: str, stored: str) -> bool:
    """Tell whether `quote`, as it was received, means the words `stored`."""
    if quote == stored:
        return True
    within = canonical("." + quote).text[1:]
    return stored in (within, within.lstrip("\ufeff"))
