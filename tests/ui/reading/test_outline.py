"""The outline lists annotations in reading order, nested, and says only what a person chose."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.marked import marked
from tests.ui.reading.conftest import LABELS, annotations_of
from ui.reading.outline import Outline
from ui.reading.outline_model import DEEPEST, Role

ARTICLE = marked(
    "[Ana|actor] [denied that [the [mayor|actor] lied|claim]|denial] in [Lindow|location]."
)
SAID = annotations_of(ARTICLE)


@pytest.fixture
def outline(qtbot: QtBot) -> Outline:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.set_labels(LABELS)
    outline.set_annotations(reversed(SAID))
    outline.show()
    return outline


def lines(outline: Outline) -> list[tuple[int, str]]:
    found = []
    for row in range(outline.model.rowCount()):
        index = outline.model.index(row)
        found.append((index.data(Role.LINE).depth, index.data()))
    return found


def test_lines_stand_in_reading_order_and_nest(outline: Outline) -> None:
    assert lines(outline) == [
        (0, "Ana"),
        (0, "denied that the mayor lied"),
        (1, "the mayor lied"),
        (2, "mayor"),
        (0, "Lindow"),
    ]


def test_nesting_is_shown_up_to_a_depth(outline: Outline) -> None:
    deep = marked("[" * 9 + "x" + "|claim] y" * 9)
    outline.set_annotations(annotations_of(deep))
    assert max(depth for depth, _ in lines(outline)) == DEEPEST


def test_a_chip_shows_one_label_and_counts_stay(outline: Outline) -> None:
    outline._chips["actor"].click()
    assert lines(outline) == [(0, "Ana"), (0, "mayor")]
    assert outline.model.counts()["claim"] == 1
    outline._chips["actor"].click()
    assert len(lines(outline)) == len(SAID)


def test_neither_removing_nor_adding_lines_picks_anything(outline: Outline, qtbot: QtBot) -> None:
    chosen = SAID[2]
    outline.show_chosen(chosen.id)
    with qtbot.assertNotEmitted(outline.picked):
        outline.change([], [SAID[0].id, SAID[3].id])
        outline.change([SAID[0]], [])
    assert outline.view.currentIndex().data() == chosen.quote
    with qtbot.assertNotEmitted(outline.picked):
        outline.change([], [chosen.id])
        outline.show_chosen(None)
    assert not outline.view.currentIndex().isValid()


def test_passing_by_with_tab_chooses_nothing(outline: Outline, qtbot: QtBot) -> None:
    outline.activateWindow()
    with qtbot.assertNotEmitted(outline.picked):
        outline.view.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(outline.view.hasFocus)
    with qtbot.waitSignal(outline.picked) as picked:
        qtbot.keyClick(outline.view, Qt.Key.Key_Down)
    assert picked.args == [SAID[0].id]


def test_a_line_is_told_to_a_screen_reader_with_its_label(outline: Outline) -> None:
    told = outline.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "actor: Ana"


def test_where_nothing_is_marked_it_says_how_to(outline: Outline) -> None:
    assert not outline._nothing.isVisible()
    outline.set_annotations([])
    assert outline._nothing.isVisible()


def test_the_chosen_line_stays_in_view_when_the_list_gets_lower(
    outline: Outline, qtbot: QtBot
) -> None:
    outline.resize(260, 400)
    view, last = outline.view, SAID[-1]
    outline.show_chosen(last.id)
    room = view.viewport()
    assert room.rect().contains(view.visualRect(view.currentIndex()))
    outline.resize(260, outline.minimumSizeHint().height())
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert room.rect().contains(view.visualRect(view.currentIndex()))


def test_lines_keep_clear_of_both_edges(outline: Outline) -> None:
    view = outline.view.geometry()
    assert view.left() == outline.width() - 1 - view.right() > 0
