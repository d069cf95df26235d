"""Bars that tell something: nothing moves under the mouse, nothing is covered, Esc ends them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint

from tests.desk import AtDesk
from tests.journeys.articles import SHORT

SitAt = Callable[..., AtDesk]


def top_of_text(desk: AtDesk) -> QPoint:
    QCoreApplication.processEvents()
    pane = desk.page.pane
    return pane.viewport().mapTo(desk.window, pane.point_on(0))


def test_no_bar_moves_the_text_under_the_mouse(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    before = top_of_text(desk)
    messages = desk.window.messages
    messages.trouble("The disk is full.")
    assert messages.trouble_banner.isVisible()
    assert top_of_text(desk) == before
    messages.refuse("The same words carry this label already.")
    assert messages.passing_banner.isVisible()
    assert top_of_text(desk) == before
    desk.window.standing.banner.say("Another program is using the file.")
    assert top_of_text(desk) == before


def test_esc_puts_bars_away_one_by_one_before_it_lets_go_of_an_annotation(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    messages = desk.window.messages
    messages.trouble("The disk is full.")
    messages.refuse("The same words carry this label already.")
    desk.press("Esc")
    assert not messages.passing_banner.isVisible()
    assert messages.trouble_banner.isVisible()
    desk.press("Esc")
    assert not messages.trouble_banner.isVisible()
    assert desk.chosen.quote == "Radio Nine", "Esc has not let go of anything else"


def test_what_was_said_in_passing_stays_behind_and_covers_no_page(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    messages = desk.window.messages
    messages.refuse("The same words carry this label already.")
    desk.window.show_labels()
    assert not messages.passing_banner.isVisible()
    page = desk.window.visiting.page
    assert page is not None
    messages.refuse("There is a label of this name already.")
    QCoreApplication.processEvents()
    assert page.mapTo(desk.window, page.rect().bottomLeft()).y() < (
        messages.passing_banner.mapTo(desk.window, QPoint()).y()
    )
