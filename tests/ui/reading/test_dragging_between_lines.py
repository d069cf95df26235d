"""A drag means the words of the lines it passes, wherever in the line's height it goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint

from tests.ui.reading.conftest import Shown
from ui.driving import drag_between, point_of

ARTICLE = "The minister said that taxes had fallen. " * 12


@pytest.mark.parametrize("above", [-12, -6, 0, 6, 12, 18, 24])
def test_a_drag_in_the_white_over_or_under_the_words_selects_them(
    show: Callable[..., Shown], above: int
) -> None:
    shown = show(ARTICLE)
    start = ARTICLE.index("taxes", 200)
    end = ARTICLE.index("fallen", start)
    first, last = point_of(shown.pane, start), point_of(shown.pane, end)
    assert first.y() == last.y(), "the words are meant to stand on one line"
    drag_between(shown.pane, first - QPoint(0, above), last - QPoint(0, above))
    assert shown.words(shown.pane.selection()) == "taxes had "
