"""Finding in a changed text the words that an annotation was made on, or leaving it be."""

from collections.abc import Sequence

from app.domain.span import Span, outermost

SURROUNDINGS = 32
"""Code points on either side that tell two places with the same words apart."""


def anchored(was: str, now: str, spans: Sequence[Span]) -> tuple[Span, ...] | None:
    """Return where `spans` of the text `was` stand in the text `now`; None where that is unsure.

    The quotation, from the first span to the last, must stand there letter by letter, so that the
    pieces keep their distances. Where it stands several times, or did, only a place with the same
    surroundings counts: on both sides or, failing that, on one. Of two such places none is taken.
    """
    whole = outermost(spans)
    quote = whole.of(was)
    if whole.end > len(was):
        return None
    before = was[max(0, whole.start - SURROUNDINGS) : whole.start]
    after = was[whole.end : whole.end + SURROUNDINGS]
    places = places_of(quote, now)
    ahead = {place for place in places if _stands_after(now, place, before, whole.start)}
    behind = {
        place
        for place in places
        if _stands_before(now, place + len(quote), after, len(was) - whole.end)
    }
    both = ahead & behind
    likely = both or ahead | behind
    if not likely and len(places) == 1 and len(places_of(quote, was)) == 1:
        likely = set(places)
    if len(likely) != 1:
        return None
    shift = likely.pop() - whole.start
    return tuple(Span(span.start + shift, span.end + shift) for span in spans)


def places_of(quote: str, text: str) -> list[int]:
    """Return all positions, in code points, at which `quote` begins in `text`."""
    found = []
    place = text.find(quote)
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + 1)
    return found


def _stands_after(now: str, place: int, before: str, room: int) -> bool:
    """Tell whether `before` ends at `place`; where the old text began, so must the new one."""
    if room < SURROUNDINGS:
        return now[:place] == before
    return now[max(0, place - SURROUNDINGS) : place] == before


def _stands_before(now: str, place: int, after: str, room: int) -> bool:
    """Tell whether `after` begins at `place`; where the old text ended, so must the new one."""
    if room < SURROUNDINGS:
        return now[place:] == after
    return now[place : place + SURROUNDINGS] == after
