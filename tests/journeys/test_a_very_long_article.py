"""An article of a million characters opens and is marked at both ends, and little is repainted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPaintEvent

from app.domain.span import Span
from tests.desk import AtDesk
from ui.driving import drag, press

SitAt = Callable[..., AtDesk]

PARAGRAPH = "The mayor of Lindow said on day {0} that the mill had burned down again. "
LONG = "\n\n".join(PARAGRAPH.format(number) * 5 for number in range(2_600))


class Painted(QObject):
    """Watches how much of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return False


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    assert len(LONG) > 900_000
    return sit_at(LONG)


def test_it_is_marked_at_both_ends_and_found_again(desk: AtDesk) -> None:
    pane = desk.page.pane
    first = Span(4, 9)
    last = Span(LONG.rindex("mill"), len(LONG) - len(" again. "))
    for span in (first, last):
        drag(pane, span.start, span.end)
        press(pane, "3")
        assert desk.chosen.spans == (span,)
    bar = pane.verticalScrollBar()
    assert bar.value() > 0
    desk.press("P")
    assert desk.chosen.spans == (first,)
    desk.press("Ctrl+Z")
    assert desk.marks() == [("claim", "mayor")]
    assert bar.value() > 0, "undo leads to where it happened"


def test_marking_paints_only_the_lines_it_concerns(desk: AtDesk) -> None:
    pane = desk.page.pane
    drag(pane, 4, 9)
    QCoreApplication.processEvents()
    watch = Painted()
    pane.viewport().installEventFilter(watch)
    press(pane, "1")
    assert desk.marks() == [("actor", "mayor")]
    assert watch.heights
    assert max(watch.heights) < pane.viewport().height() / 2
