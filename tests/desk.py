"""Somebody at the desk of an open window: the mouse goes to words, keys to what has the focus."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QMimeData,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget

from app.domain.annotation import Annotation
from app.domain.span import Span
from ui.driving import NO_KEYS, click, double_click, drag, drag_grip, press
from ui.main_window import MainWindow
from ui.reading.desk_page import DeskPage
from ui.share.receive_report import ReceiveReport
from ui.start.sitting_down import join_quietly

Shown = TypeVar("Shown", bound=QWidget)

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE = 10_000
"""Milliseconds after which something that should have happened has not."""

KEYS = {"actor": "1", "location": "2", "claim": "3", "denial": "4"}


class AtDesk:
    """Does what a person does, and says what they see."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> DeskPage:
        assert isinstance(self.window.page, DeskPage)
        return self.window.page

    @property
    def text(self) -> str:
        """The stored text of the article on the desk."""
        return self.page.pane.text

    @property
    def title(self) -> str:
        """The title of the article on the desk."""
        article = self.page.shown.article
        return "" if article is None else article.title

    @property
    def chosen(self) -> Annotation:
        """The chosen annotation; there must be one."""
        assert self.page.shown.chosen is not None, "no annotation is chosen"
        return self.page.shown.chosen

    @property
    def note(self) -> str:
        """What stands in the field of the note."""
        return self.page.shown.details.note.toPlainText()

    @property
    def hint(self) -> str:
        """What the foot of the window says could be done."""
        return self.window.status.hint.text()

    def marks(self) -> list[tuple[str, str]]:
        """The label and the words of every annotation, in reading order, pieces joined by " / "."""
        lines = self.page.shown.outline.model.annotations()
        ordered = sorted(lines, key=lambda one: (one.span.start, -one.span.end, one.id))
        return [(self.label_of(one), self.words_of(one)) for one in ordered]

    def label_of(self, annotation: Annotation) -> str:
        return self.page.shown.label(annotation.label).name

    def words_of(self, annotation: Annotation) -> str:
        return " / ".join(span.of(self.text) for span in annotation.spans)

    def chosen_everywhere(self) -> set[str | None]:
        """What pane, outline and details each show as the chosen one; they must agree."""
        shown = self.page.shown
        line = shown.outline.view.currentIndex()
        listed = shown.outline.model.annotation_at(line.row()) if line.isValid() else None
        told = shown.details._annotation
        return {shown.pane.chosen_id, listed, None if told is None else told.id}

    def listed_in_outline(self) -> bool:
        """Whether the outline, filtered or not, has a line for the chosen annotation."""
        shown = self.page.shown
        return shown.outline.model.index_of(shown.pane.chosen_id).isValid()

    def span(self, words: str) -> Span:
        """Where words stand; they must stand there once."""
        assert self.text.count(words) == 1, f"{words!r} stands {self.text.count(words)} times"
        start = self.text.index(words)
        return Span(start, start + len(words))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, on whatever has the focus."""
        for each in keys:
            press(self._focused(), each)

    def write(self, text: str) -> None:
        """Type letters into whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def drag(self, words: str, *, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Draw the mouse over words."""
        span = self.span(words)
        drag(self.page.pane, span.start, span.end, modifiers=modifiers)

    def drag_over(self, span: Span, *, sloppily: bool = False) -> None:
        """Draw the mouse over a stretch, on the way one letter short of what are long words."""
        words = span.of(self.text).split()
        short = [sloppily and len(word) > 4 and word.isalpha() for word in (words[0], words[-1])]
        drag(self.page.pane, span.start + short[0], span.end - short[1])

    def mark(self, words: str, label: str) -> Annotation:
        """Draw the mouse over words and press the label's key."""
        self.drag(words)
        self.press(KEYS[label])
        return self.chosen

    def click(self, words: str, *, inside: int = 1) -> None:
        """Click on a character of these words."""
        click(self.page.pane, self.span(words).start + inside)

    def double_click(self, words: str) -> None:
        double_click(self.page.pane, self.span(words).start + 1)

    def drag_grip(self, number: int, to: int) -> None:
        drag_grip(self.page.pane, number, to)

    def select_with_keys(self, span: Span) -> None:
        """Go to a stretch with the arrow keys, by words as far as that helps, and select it."""
        self._walk_to(span.start, "")
        self._walk_to(span.end, "Shift+")
        assert self.page.pane.selection() == span

    def _walk_to(self, position: int, shift: str) -> None:
        pane = self.page.pane
        for control in ("Ctrl+", ""):
            while pane.caret() < position:
                self._step(control + shift, onward=True)
            while pane.caret() > position:
                self._step(control + shift if control and not shift else shift, onward=False)

    def _step(self, held: str, *, onward: bool) -> None:
        """Press an arrow key: leftwards is onward in a text that reads from right to left."""
        pane = self.page.pane
        before = pane.caret()
        is_mirrored = pane.textCursor().block().textDirection() is RIGHT_TO_LEFT
        self.press(f"{held}{'Left' if onward is is_mirrored else 'Right'}")
        assert (pane.caret() > before) is onward, "the caret does not go where it is sent"

    def click_widget(self, widget: QWidget) -> None:
        """Click in the middle of a widget, or on the box that is to be ticked."""
        assert widget.isVisible(), "what is not seen cannot be clicked"
        where = widget.rect().center()
        if isinstance(widget, QCheckBox):
            where.setX(10)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
        QCoreApplication.processEvents()

    def click_row(self, words: str) -> None:
        """Click on a line of the article list or of the outline that shows these words."""
        for view in (self.page.articles.view, self.page.shown.outline.view):
            model = view.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                if words in str(index.data()):
                    view.scrollTo(index)
                    where = view.visualRect(index).center()
                    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
                    QCoreApplication.processEvents()
                    return
        raise AssertionError(f"no line shows {words}")

    def right_click(self, words: str, act: Callable[[QMenu], None]) -> None:
        """Ask for the menu on these words, and do something with it; then it goes away."""
        self.page.pane.go_to(self.span(words))
        point = self.page.pane.point_on(self.span(words).start + 1)
        viewport = self.page.pane.viewport()
        with self.when_menu_opens(act):
            event = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point)
            )
            QCoreApplication.sendEvent(viewport, event)

    @contextmanager
    def when_menu_opens(self, act: Callable[[QMenu], None]) -> Iterator[None]:
        """Do something with the menu that opens meanwhile."""
        seen: list[QMenu] = []

        def look() -> None:
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                seen.append(menu)
                act(menu)
                menu.close()

        QTimer.singleShot(0, look)
        yield
        assert seen, "no menu opened"

    @staticmethod
    def until(condition: Callable[[], object]) -> None:
        """Let the window work until something has come about."""
        deadline = QDeadlineTimer(PATIENCE)
        while not condition():
            assert not deadline.hasExpired(), "it did not come about"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        QCoreApplication.processEvents()

    def dialog(self, kind: type[Shown]) -> Shown:
        """The dialog of this class that is open."""
        (found,) = (each for each in self.window.findChildren(kind) if each.isVisible())
        return found

    def receive(self, *paths: Path) -> ReceiveReport:
        """Drop files on the window and read the report; then it is put away."""
        self.drop(*paths)
        receiving = self.window.receiving
        self.until(lambda: receiving.report is not None and receiving.report.isVisible())
        report = receiving.report
        assert report is not None
        report.accept()
        QCoreApplication.processEvents()
        return report

    def sit_down(self, name: str) -> None:
        """Let somebody else annotate from now on."""
        assert self.window.opened is not None
        self.window.seat.take_seat(join_quietly(self.window.opened, name))

    def drop(self, *paths: Path) -> None:
        """Let files fall on the middle of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        where = QPointF(self.window.rect().center())
        facts = (data, Qt.MouseButton.LeftButton, NO_KEYS)
        copy = Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(where.toPoint(), copy, *facts),
            QDropEvent(where, copy, *facts),
        ):
            QCoreApplication.sendEvent(self.window, event)

    def listed(self) -> list[str]:
        """The titles in the article list."""
        model = self.page.articles.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def _focused(self) -> QWidget:
        if QApplication.focusWidget() is None:  # off screen nobody hands it back after a dialog
            self.window.activateWindow()
            QCoreApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused
