"""Going back to where one was, and forward again, as in a browser."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT

SitAt = Callable[..., AtDesk]
LONG = "\n\n".join(f"In hamlet {n} nothing was said by the warden of gate {n}." for n in range(90))


def press_side_button(desk: AtDesk, button: Qt.MouseButton) -> None:
    window = desk.window.windowHandle()
    assert window is not None
    QTest.mouseClick(window, button, Qt.KeyboardModifier.NoModifier, QPoint(600, 400))
    QCoreApplication.processEvents()


def top_of(desk: AtDesk) -> int:
    return desk.page.pane.verticalScrollBar().value()


def walk_down(desk: AtDesk) -> tuple[int, int]:
    """Read on for a while; return the caret and how far down that is."""
    pane = desk.page.pane
    pane.verticalScrollBar().setValue(1000)
    pane.set_caret(1500)
    return pane.caret(), top_of(desk)


def test_back_leads_to_the_article_before_as_it_was_left(sit_at: SitAt) -> None:
    desk = sit_at(LONG, OTHER)
    left = walk_down(desk)
    desk.press("Ctrl+Down")
    assert desk.title == "Article 2"
    desk.press("Ctrl+[")
    assert desk.title == "Article 1"
    assert (desk.page.pane.caret(), top_of(desk)) == left
    desk.press("Ctrl+]")
    assert desk.title == "Article 2"


def test_small_steps_are_no_places(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("Right", "Down", "Ctrl+Right", "End")
    assert not desk.window.actions_.back.isEnabled()
    assert not desk.window.header.back.isEnabled()


def test_an_annotation_gone_to_from_the_outline_is_a_jump(sit_at: SitAt) -> None:
    desk = sit_at(LONG)
    desk.mark("the warden of gate 88", "actor")
    desk.page.pane.verticalScrollBar().setValue(0)
    desk.page.pane.set_caret(3)
    desk.press("Esc")
    desk.click_row("the warden of gate 88")
    assert top_of(desk) > 0
    assert desk.page.pane.caret() == desk.span("the warden of gate 88").start
    desk.click_widget(desk.window.header.back)
    assert (top_of(desk), desk.page.pane.caret()) == (0, 3)


def test_back_after_undo_leads_to_where_one_was_before_it(sit_at: SitAt) -> None:
    desk = sit_at(LONG)
    desk.mark("the warden of gate 88", "actor")
    desk.page.pane.verticalScrollBar().setValue(0)
    desk.press("Ctrl+Z")
    assert top_of(desk) > 0
    desk.press("Ctrl+[")
    assert top_of(desk) == 0


def test_a_mouses_side_buttons_go_back_and_forward(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.press("Ctrl+Down")
    press_side_button(desk, Qt.MouseButton.BackButton)
    assert desk.title == "Article 1"
    press_side_button(desk, Qt.MouseButton.ForwardButton)
    assert desk.title == "Article 2"


def test_the_page_of_labels_is_a_place_too(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    left = desk.page
    desk.press("Ctrl+Shift+G")
    assert desk.window.visiting.page is not None
    desk.press("Ctrl+[")
    assert desk.window.visiting.page is None
    assert left.isVisible()
    desk.press("Ctrl+]")
    assert desk.window.visiting.page is not None
    desk.press("Esc")
    assert left.isVisible()
    desk.press("Ctrl+[")
    assert desk.window.visiting.page is not None


def test_a_place_whose_article_is_gone_is_passed_over(sit_at: SitAt, tmp_path: Path) -> None:
    desk = sit_at(SHORT, OTHER)
    file = tmp_path / "Third.txt"
    file.write_text("A third matter was told of.")
    desk.receive(file)
    desk.click_row("A third")
    desk.press("Ctrl+Up")
    assert desk.title == "Article 2"
    desk.press("Ctrl+Z")
    desk.press("Ctrl+[")
    assert desk.title == "Article 1"
    assert not desk.window.actions_.back.isEnabled()


def test_places_end_with_the_project(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.press("Ctrl+Down", "Ctrl+W")
    assert not desk.window.actions_.back.isEnabled()
