"""Resting the mouse on an annotation says what it is, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.desk import AtDesk
from tests.journeys.articles import SHORT
from ui.driving import hover

SitAt = Callable[..., AtDesk]


def over(desk: AtDesk, words: str) -> str:
    pane = desk.page.pane
    return desk.page.hover.words_at(pane.point_on(desk.span(words).start + 1))


def test_label_words_note_and_doubt_are_told(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("U", "M")
    desk.write("both?")
    desk.press("Esc", "Esc")
    assert over(desk, "Radio Nine").splitlines() == [
        "actor · unsure",
        "“Radio Nine”",
        "Note: both?",
        "Click to choose it; click again for the one around it",
    ]


def test_the_chosen_one_comes_first_and_with_its_keys(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("the mill burned down at night", "claim")
    desk.mark("denied that the mill burned down at night", "denial")
    told = over(desk, "at night").splitlines()
    assert told[0] == "denial"
    assert "Del delete" in told[2]
    assert told[3] == "Also claim: “the mill burned down at night”"


def test_nothing_is_told_where_nothing_is_marked(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    assert over(desk, "The mayor of") == ""


def test_the_tooltip_shows_words_as_they_are_and_goes_away(sit_at: SitAt) -> None:
    desk = sit_at(SHORT.replace("Radio Nine", "Radio <b>Nine"))
    desk.mark("Radio <b>Nine", "actor")
    pane = desk.page.pane
    point = pane.point_on(desk.span("Radio <b>").start + 1)
    hover(pane, point)
    for where, words in ((point, "Radio &lt;b&gt;Nine"), (QPoint(5, 5), "")):
        event = QHelpEvent(QEvent.Type.ToolTip, where, pane.viewport().mapToGlobal(where))
        QCoreApplication.sendEvent(pane.viewport(), event)
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_a_tab_pushed_aside_tells_of_its_own_and_chooses_it(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    outer = desk.mark("the mill burned down at night", "claim")
    inner = desk.mark("the mill burned down at", "denial")
    desk.press("Esc")
    pane = desk.page.pane
    first = pane.point_before(outer.span.start)
    seen = {}
    for x in range(first.x() - 4, first.x() + 160):
        for y in range(first.y() - 28, first.y() - 10):
            here = pane.annotations_under(QPoint(x, y))
            if len(here) == 1:
                seen[here[0].id] = QPoint(x, y)
    assert set(seen) == {outer.id, inner.id}, "each of the two tabs is hit somewhere"
    for name, point in seen.items():
        assert desk.page.hover.words_at(point)
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert desk.chosen.id == name
        desk.press("Esc")
