"""Drive widgets by mouse and keys as a person would: for the tour and the tests.

Positions count code points of the article that a pane shows. The mouse goes to the viewport and
keys go to the widget, as the window system would send them.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.span import Span
from ui.reading.article_pane import ArticlePane

NO_KEYS = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_STEPS = 6
_BETWEEN_CLICKS = 20


def point_of(pane: ArticlePane, position: int) -> QPoint:
    """Return the viewport's point right before the character at `position`, brought into view."""
    _bring(pane, position)
    return pane.point_before(position)


def drag(
    pane: ArticlePane, start: int, end: int, *, modifiers: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Press before the character at `start`, draw the mouse to `end` and let go."""
    _bring(pane, min(start, end), max(start, end))
    drag_between(pane, pane.point_before(start), pane.point_before(end), modifiers=modifiers)


def drag_grip(
    pane: ArticlePane, number: int, to: int, *, modifiers: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Drag the chosen annotation's grip, counted from 0 in reading order, to a position."""
    drag_between(pane, pane.grip_points()[number], pane.point_before(to), modifiers=modifiers)


def drag_between(
    pane: ArticlePane, start: QPoint, end: QPoint, *, modifiers: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Press at one point of the viewport, move to another in steps and let go."""
    viewport = pane.viewport()
    QTest.mousePress(viewport, _LEFT, modifiers, start)
    move(pane, start, end, modifiers=modifiers)
    QTest.mouseRelease(viewport, _LEFT, modifiers, end)
    QCoreApplication.processEvents()


def move(
    pane: ArticlePane, start: QPoint, end: QPoint, *, modifiers: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Move the mouse in steps with the left button down."""
    for step in range(1, _STEPS + 1):
        where = QPointF(start) + QPointF(end - start) * step / _STEPS
        _send(pane, QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton, _LEFT, modifiers)


def hover(pane: ArticlePane, point: QPoint) -> None:
    """Move the mouse to a point of the viewport with no button down."""
    nothing = Qt.MouseButton.NoButton
    _send(pane, QEvent.Type.MouseMove, QPointF(point), nothing, nothing, NO_KEYS)
    QCoreApplication.processEvents()


def click(pane: ArticlePane, position: int, *, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click on the character at `position`."""
    _bring(pane, position)
    QTest.mouseClick(pane.viewport(), _LEFT, modifiers, pane.point_on(position))
    QCoreApplication.processEvents()


def double_click(pane: ArticlePane, position: int) -> None:
    """Double-click on the character at `position`."""
    click_times(pane, position, 2)


def click_times(pane: ArticlePane, position: int, times: int) -> None:
    """Click several times in a quick row on the character at `position`."""
    _bring(pane, position)
    where = QPointF(pane.point_on(position))
    for number in range(times):
        kind = QEvent.Type.MouseButtonDblClick if number == 1 else QEvent.Type.MouseButtonPress
        _send(pane, kind, where, _LEFT, _LEFT, NO_KEYS, number * _BETWEEN_CLICKS)
        kind, nothing = QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton
        _send(pane, kind, where, _LEFT, nothing, NO_KEYS, number * _BETWEEN_CLICKS + 5)
    QCoreApplication.processEvents()


def press(widget: QWidget, keys: str) -> None:
    """Press keys as they are written on a menu, such as `Ctrl+Z`."""
    QTest.keySequence(widget, QKeySequence(keys))
    QCoreApplication.processEvents()


def _bring(pane: ArticlePane, start: int, end: int | None = None) -> None:
    """Bring positions into view as a person scrolls, before anything is measured."""
    last = max(len(pane.text), 1)
    start = min(start, last - 1)
    pane.go_to(Span(start, min(max(end or 0, start + 1), last)))
    QCoreApplication.processEvents()


def _send(
    pane: ArticlePane,
    kind: QEvent.Type,
    where: QPointF,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
    when: int = 0,
) -> None:
    viewport = pane.viewport()
    event = QMouseEvent(
        kind, where, QPointF(viewport.mapToGlobal(where)), button, buttons, modifiers
    )
    event.setTimestamp(when)
    QCoreApplication.sendEvent(viewport, event)
