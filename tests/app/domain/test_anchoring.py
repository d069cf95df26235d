"""Words are found again where a text was corrected around them, and left where that is unsure."""

from app.domain.anchoring import anchored
from app.domain.span import Span

WAS = "The minister said taxes fell. The union denied that taxes fell. Nobody agreed in the end."


def _at(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) + len(after))
    return Span(start, start + len(words))


def test_a_word_that_was_put_in_ahead_shifts_the_place() -> None:
    now = WAS.replace("The minister", "On Monday the minister")
    assert anchored(WAS, now, [_at(WAS, "The union")]) == (_at(now, "The union"),)


def test_surroundings_tell_two_places_apart() -> None:
    now = "New first line. " + WAS
    second = _at(WAS, "taxes fell", after="denied that ")
    assert anchored(WAS, now, [second]) == (_at(now, "taxes fell", after="denied that "),)


def test_one_side_is_enough_where_the_other_was_corrected() -> None:
    now = WAS.replace("denied that taxes", "denied loudly that taxes")
    second = _at(WAS, "taxes fell", after="denied that ")
    assert anchored(WAS, now, [second]) == (_at(now, "taxes fell", after="loudly that "),)


def test_words_that_are_no_longer_there_are_not_placed() -> None:
    assert anchored(WAS, WAS.replace("union", "Union"), [_at(WAS, "The union")]) is None


def test_pieces_keep_their_distances() -> None:
    pieces = (_at(WAS, "The minister"), _at(WAS, "fell"))
    now = f"Update. {WAS}"
    assert anchored(WAS, now, pieces) == tuple(Span(one.start + 8, one.end + 8) for one in pieces)


def test_the_only_words_of_their_kind_are_found_however_much_changed_around_them() -> None:
    now = "Nobody would say more. In the end the ministry agreed; Nobody agreed with it at all."
    only = _at(WAS, "Nobody agreed")
    assert anchored(WAS, now, [only]) == (_at(now, "Nobody agreed"),)
