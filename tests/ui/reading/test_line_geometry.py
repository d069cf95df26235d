from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.ui.reading.conftest import Shown
from ui.reading.line_geometry import Line

Show = Callable[..., Shown]
MIXED = "أكدت شركة TavLine ذلك في 12 مايو، (Tavi) انتهى."


def line_of(shown: Shown, words: str) -> Line:
    return shown.pane._proof.geometry.holding(shown.at(words))


def pieces(shown: Shown, words: str) -> list[tuple[float, float]]:
    span = shown.article.span(words)
    return line_of(shown, words).pieces(span.start, span.end)


def test_left_to_right_words_take_one_piece_without_the_spaces_at_the_lines_end(
    show: Show,
) -> None:
    shown = show("Some words here   \nand others there")
    line = line_of(shown, "words")
    assert len(line.pieces(0, 40)) == 1
    assert line.pieces(0, 40) == line.pieces(0, len("Some words here"))
    assert line.pieces(0, 4)[0][1] <= line.pieces(5, 10)[0][0]


@pytest.mark.parametrize("words", ["TavLine", "(Tavi)", "12", "شركة", "انتهى"])
def test_each_word_of_a_mixed_line_has_its_own_place(show: Show, words: str) -> None:
    shown = show(MIXED)
    ((left, right),) = pieces(shown, words)
    assert right - left > 5
    others = [each for each in ("TavLine", "(Tavi)", "12", "شركة", "انتهى") if each != words]
    for other in others:
        ((other_left, other_right),) = pieces(shown, other)
        assert right <= other_left + 1 or other_right <= left + 1


def test_what_is_one_stretch_of_text_may_lie_in_several_places(show: Show) -> None:
    shown = show("The (أحمد حسن) case.")
    assert len(pieces(shown, "أحمد ح")) == 1
    assert len(pieces(shown, "The (أحمد")) == 2


def test_a_stretch_of_both_directions_begins_and_ends_at_its_own_edges(show: Show) -> None:
    shown = show(MIXED)
    span = shown.article.span("شركة TavLine")
    ((left, right),) = pieces(shown, "شركة TavLine")
    line = line_of(shown, "TavLine")
    assert line.outer_start(span.start, span.end) == (right, False)
    assert line.outer_end(span.start, span.end) == (left, False)


def test_the_character_under_a_point_is_the_one_drawn_there(show: Show) -> None:
    shown = show(MIXED)
    for words in ("TavLine", "شركة", "انتهى", "(Tavi)"):
        ((left, right),) = pieces(shown, words)
        found = line_of(shown, words).character_at((left + right) / 2)
        span = shown.article.span(words)
        assert span.start <= found < span.end


def test_beside_the_words_there_is_no_character(show: Show) -> None:
    shown = show("Short.")
    line = line_of(shown, "Short")
    assert line.character_at(line.left - 5) is None
    assert line.character_at(line.caret_x(6) + 5) is None


def test_every_height_finds_its_lines_between_words_and_blank_lines(show: Show) -> None:
    shown = show("\n\n".join(f"Paragraph {n} is here." for n in range(60)))
    geometry = shown.pane._proof.geometry
    for number in (0, 59, 30, 31, 5, 58):
        line = geometry.holding(shown.at(f"Paragraph {number} "))
        for down in (0.5, 20, 40):
            assert geometry.at_height(line.top + down).start == line.start
            assert line.start in [each.start for each in geometry.between(line.top, line.bottom)]


def test_lines_stand_on_one_grid_whatever_the_script(show: Show) -> None:
    shown = show("Latin words\nكلمات\n中文\n😀 here\nहिन्दी")
    geometry = shown.pane._proof.geometry
    lines = [
        geometry.holding(position) for position, c in enumerate(shown.article.text) if c == "\n"
    ]
    steps = {round(b.baseline - a.baseline, 1) for a, b in pairwise(lines)}
    assert steps == {41.0}
