"""In the smallest window everything can still be seen and pressed, in any language and theme."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.commands.labels import add
from tests.desk import KEYS, AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.main_window import SMALLEST, USUAL

SitAt = Callable[..., AtDesk]


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    """A desk as small as it gets, with something chosen and long words everywhere."""
    desk = sit_at(**{"A very long title of an article about the mill of Lindow": SHORT, "b": OTHER})
    desk.window.resize(*SMALLEST)
    desk.mark("The mayor of Lindow said the mill burned down", "claim")
    desk.mark("Ana Vell, who owns it, denied that the mill burned down at night", "denial")
    QCoreApplication.processEvents()
    return desk


def seen(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.isVisible() and each.size()]


def inside(widget: QWidget) -> bool:
    """Whether all of a widget lies within its parent, and so on up to the window."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    around = widget.parentWidget()
    return around is None or (
        QRect(around.mapTo(window, QPoint()), around.size()).contains(place) and inside(around)
    )


def test_the_window_gets_as_small_as_it_says(desk: AtDesk) -> None:
    assert (desk.window.width(), desk.window.height()) == SMALLEST


def test_no_button_field_or_list_is_cut_off(desk: AtDesk) -> None:
    shown = desk.page.shown
    wanted = [
        *(each for each in seen(desk.window) if isinstance(each, QAbstractButton)),
        *(desk.page.articles.filter, desk.page.articles.view, desk.page.pane),
        *(shown.details.note, shown.outline.view, desk.window.status.saved),
    ]
    assert len(wanted) > 15
    assert [each for each in wanted if each.isVisible() and not inside(each)] == []
    assert all(each.isVisible() for each in wanted[-6:])


def test_buttons_have_room_for_their_words(desk: AtDesk) -> None:
    for button in (*desk.page.label_bar._buttons, desk.page.done_button):
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()


def test_no_two_buttons_of_a_row_lie_over_one_another(desk: AtDesk) -> None:
    buttons = [each for each in seen(desk.page) if isinstance(each, QAbstractButton)]
    places = [(each, QRect(each.mapTo(desk.window, QPoint()), each.size())) for each in buttons]
    for number, (one, place) in enumerate(places):
        for other, there in places[number + 1 :]:
            assert not place.intersects(there), (one.accessibleName(), other.accessibleName())


def label_rows(desk: AtDesk) -> int:
    """In how many rows the labels stand, all of them in view."""
    QCoreApplication.processEvents()
    buttons = desk.page.label_bar._buttons
    assert all(inside(button) for button in buttons)
    return len({button.y() for button in buttons})


def test_labels_take_one_low_row_so_that_the_text_keeps_the_height(desk: AtDesk) -> None:
    assert len(desk.page.label_bar._buttons) == len(KEYS)
    assert label_rows(desk) == 1
    low = desk.page.label_bar.height()
    desk.window.resize(*USUAL)
    assert label_rows(desk) == 1
    assert desk.page.label_bar.height() > low


def test_labels_take_a_second_row_where_one_is_too_short(desk: AtDesk) -> None:
    assert desk.window.opened is not None
    for name in ("quotation", "insinuation", "correction"):
        desk.window.opened.perform(add, name=name)
    assert label_rows(desk) == 2


def test_the_text_stays_readable_and_can_be_marked(desk: AtDesk) -> None:
    assert desk.page.pane.viewport().width() >= 400
    desk.mark("Radio Nine", "actor")
    assert ("actor", "Radio Nine") in desk.marks()


def test_the_words_of_the_chosen_annotation_are_not_cut_off(desk: AtDesk) -> None:
    assert desk.window.opened is not None
    desk.window.opened.perform(add, name="quotation")
    QCoreApplication.processEvents()
    words = desk.page.shown.details._words
    assert words.height() >= words.heightForWidth(words.width())


def test_the_usual_column_comes_back_by_a_key(desk: AtDesk) -> None:
    desk.window.resize(*USUAL)
    usual = desk.page.pane.column
    desk.press("Ctrl+Shift+,")
    assert desk.page.pane.column < usual
    desk.press("Ctrl+Shift+0")
    assert desk.page.pane.column == usual
