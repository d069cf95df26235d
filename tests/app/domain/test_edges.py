"""An edge moves by a word or a letter and never leaves nothing behind."""

import pytest

from app.domain.edges import with_edge_moved
from app.domain.span import Span

TEXT = "He said: “The U.S.-led talks failed.” Ne\u0301e so."


def moved(words: str, **how: bool) -> str:
    start = TEXT.index(words)
    given = {"at_start": False, "onward": True, "by_character": False} | how
    (span,) = with_edge_moved(TEXT, [Span(start, start + len(words))], **given)
    return span.of(TEXT)


def test_by_words_it_rests_where_galleys_words_begin_and_end() -> None:
    assert moved("The") == "The U.S.-led"
    assert moved("The U.S.-led", onward=False) == "The"
    assert moved("talks", at_start=True, onward=False) == "U.S.-led talks"
    assert moved("The U.S.-led", at_start=True) == "U.S.-led"


def test_quotation_marks_are_a_step_of_their_own() -> None:
    assert moved("The", at_start=True, onward=False) == "“The"
    assert moved("talks failed") == "talks failed.”"


def test_by_letters_a_mark_stays_with_its_letter() -> None:
    assert moved("Th", by_character=True) == "The"
    assert moved("N", by_character=True) == "Ne\u0301"
    assert moved("Ne\u0301", by_character=True, onward=False) == "N"


@pytest.mark.parametrize("by_character", [True, False])
def test_what_would_vanish_or_leave_the_text_stays(by_character: bool) -> None:
    assert moved("H", onward=False, by_character=by_character) == "H"
    assert moved("H", at_start=True, by_character=by_character) == "H"
    assert moved("He", at_start=True, onward=False, by_character=by_character) == "He"
    assert moved("so.", by_character=by_character) == "so."


def test_of_several_pieces_the_outermost_edges_move_and_may_join_them() -> None:
    pieces = [Span(0, 2), Span(3, 7)]
    wider = with_edge_moved(TEXT, pieces, at_start=False, onward=True, by_character=False)
    assert [span.of(TEXT) for span in wider] == ["He", "said: “The"]
