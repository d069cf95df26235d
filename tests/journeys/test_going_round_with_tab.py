"""Tab goes through every page as one reads it, comes back to where it began, and is seen to go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.main_window import MainWindow
from ui.widgets.tab_order import tab_stops

SitAt = Callable[..., AtDesk]
MOST = 80


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def go_round(*, backwards: bool = False) -> list[QWidget]:
    """Press Tab until it comes back to where it began; return where it stopped on the way."""
    first, stops = focused(), [focused()]
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    while len(stops) < MOST:
        QTest.keyClick(focused(), key)
        QCoreApplication.processEvents()
        if focused() is first:
            return stops
        stops.append(focused())
    raise AssertionError(f"caught after {[name(one) for one in stops[-3:]]}")


def name(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def parts_in_turn(stops: list[QWidget], *parts: QWidget) -> list[int]:
    """Which of the parts each stop lies in, each run of the same told once."""
    turns: list[int] = []
    for stop in stops:
        inside = [at for at, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)]
        if inside and turns[-1:] != inside:
            turns += inside
    return turns


def from_the_beginning(stops: list[QWidget], first: QWidget) -> list[QWidget]:
    at = stops.index(first)
    return stops[at:] + stops[:at]


def test_the_desk_is_gone_through_as_it_is_read(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    page, window = desk.page, desk.window
    stops = from_the_beginning(go_round(), window.header.project)
    parts = (
        *(window.header, page.articles, page.shown.header, page.label_bar, page.pane),
        *(page.shown.details, page.guideline, page.shown.outline, window.status),
    )
    assert parts_in_turn(stops, *parts) == list(range(len(parts)))
    assert [name(one) for one in stops if page.label_bar.isAncestorOf(one)][:4] == [
        *("actor", "location", "claim", "denial")
    ]


def test_shift_tab_goes_the_same_way_back(sit_at: SitAt) -> None:
    sit_at(SHORT, OTHER)
    onward = go_round()
    backward = go_round(backwards=True)
    assert backward == [onward[0], *reversed(onward[1:])]


def test_nothing_that_can_be_reached_is_left_out(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    assert set(go_round()) == set(tab_stops(desk.window))
    desk.press("Ctrl+Shift+G")
    labels = go_round()
    assert set(labels) == set(tab_stops(desk.window))
    assert desk.page.pane not in labels


def test_the_start_page_is_gone_round(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert set(window.start.cards) <= set(go_round())


@pytest.mark.parametrize("keys", ["F1", "Ctrl+E", "F2"])
def test_dialogs_are_no_traps(sit_at: SitAt, keys: str) -> None:
    desk = sit_at(SHORT)
    desk.press(keys)
    opened = QApplication.activeModalWidget()
    assert opened is not None
    stops = go_round()
    assert all(opened.isAncestorOf(stop) for stop in stops)
    desk.press("Esc")
    assert QApplication.activeModalWidget() is None


def shows_focus(window: QWidget, stop: QWidget) -> bool:
    """Tell whether a picture of the window changes when this stop has the focus."""
    stop.clearFocus()
    QCoreApplication.processEvents()
    before = window.grab().toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    return window.grab().toImage() != before


def test_it_is_seen_what_has_the_focus(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    desk.mark("Radio Nine", "actor")
    unseen = [name(one) for one in tab_stops(desk.window) if not shows_focus(desk.window, one)]
    assert unseen == []
    desk.press("Ctrl+Shift+G")
    unseen = [name(one) for one in tab_stops(desk.window) if not shows_focus(desk.window, one)]
    assert unseen == []


def test_the_focus_is_seen_on_the_start_page(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    window.settings.remember_project(tmp_path / "gone.galley")
    window.start.show_recent(window.settings.recent())
    QCoreApplication.processEvents()
    assert [name(one) for one in tab_stops(window) if not shows_focus(window, one)] == []
