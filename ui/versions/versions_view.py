"""The room of versions: one article with a stave for everybody who finished it, to be read only."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.alignment.statement import Statement
from app.domain.place import Place
from app.domain.span import Span
from app.queries.compared_article import ComparedArticle
from ui.page import MenuPart
from ui.reading.sheet_view import ZOOM_STEP
from ui.versions.passage_panel import PassagePanel
from ui.versions.versions import Versions, Works
from ui.versions.versions_actions import VersionsActions
from ui.versions.versions_head import VersionsHead
from ui.versions.versions_pane import VersionsPane
from ui.widgets.announce import Announcer
from ui.widgets.frames import Ground, Hairline, Panel

WIDE = 1000
"""Narrower than this the panel lies under the text, and only while a passage is chosen."""

PANEL_WIDTH = 320
PANEL_HEIGHT = 210
_USUAL_ZOOM = 100


class VersionsView(QWidget):
    """Shows an article's versions; `left` asks to go back, `desk_wanted` carries a `Place`.

    `next_wanted` and `previous_wanted` ask for the next of a list that somebody else keeps, who
    says by `set_position` where in it this is.
    """

    left = Signal()
    desk_wanted = Signal(object)
    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: ComparedArticle | None = None
        self._works: Works = {}
        self._names: Mapping[str, str] = {}
        self.head = VersionsHead()
        self.pane = VersionsPane()
        self.panel = PassagePanel()
        self.keys = VersionsActions(self)
        self.announcer = Announcer(self.pane)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()
        self.set_position(0, 0)

    def show_article(
        self,
        article: ComparedArticle,
        works: Mapping[str, tuple[Statement, ...]],
        *,
        absent: Sequence[str] = (),
        names: Mapping[str, str] | None = None,
        furniture: Sequence[Span] = (),
    ) -> None:
        """Show another article from its beginning, with a stave for each annotator in `works`.

        `works` has what everybody says who finished it, labels by name; `absent` are those who did
        not; `names` has what annotators are called here. Words of `furniture` are dimmed.
        """
        self._article, self._works = article, works
        self._names = {} if names is None else names
        self.head.show_article(article, works, absent=absent, names=self._names)
        self.pane.set_names(self._names)
        versions = Versions(article, works)
        self.pane.show_versions(versions, furniture=furniture)
        self._show_counts(versions)
        self._show_passage()

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Let the same words stay at the top, and the passage chosen, while they are shown anew."""
        anchor, chosen = self.pane.anchor(), self.pane.chosen_passage
        yield
        versions = self.pane.versions
        if versions is not None and chosen is not None:
            self.pane.choose(versions.passage_near(chosen.span))
        self.pane.return_to(anchor)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call the annotators by other names, as where they are hidden."""
        self._names = names
        self.head.set_names(names)
        self.pane.set_names(names)
        self._show_passage()

    def set_position(self, number: int, of: int) -> None:
        """Say which of a list of so many this is; with 0 of 0 there is no list."""
        self.head.set_position(number, of)
        self.keys.previous_in_list.setEnabled(number > 1)
        self.keys.next_in_list.setEnabled(number < of)

    def go_to(self, span: Span) -> None:
        """Bring a stretch of the text into view and choose the passage there, if there is one."""
        versions = self.pane.versions
        passage = None if versions is None else versions.passage_near(span)
        self.pane.choose(passage)
        self.pane.go_to(span)

    def menus(self) -> list[MenuPart]:
        """Return the menus that this room brings to the window."""
        return self.keys.menus()

    def event(self, event: QEvent) -> bool:
        """Take Escape before the page does that this room may stand in: it means one step back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.keys.back.trigger()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel lie where there is room for it."""
        super().resizeEvent(event)
        self._place_panel()

    def _show_only(self, annotators: Sequence[str]) -> None:
        """Compare these annotators and leave the others out."""
        if self._article is not None:
            works = {who: self._works[who] for who in annotators}
            versions = Versions(self._article, works)
            self.pane.set_versions(versions)
            self._show_counts(versions)
            self._show_passage()

    def _show_counts(self, versions: Versions) -> None:
        differing = len(versions.differing)
        self.head.set_counts(differing, len(versions.passages) - differing)

    def _show_passage(self) -> None:
        versions = self.pane.versions
        if versions is not None:
            self.panel.show_passage(versions, self.pane.chosen_passage, self._names)
            self._place_panel()

    def _say_passage(self) -> None:
        versions = self.pane.versions
        if versions is not None:
            passage = self.pane.chosen_passage
            self.announcer.say(self.panel.spoken(versions, passage, self._names))

    def _step(self, *, onward: bool) -> None:
        if not self.pane.step(onward=onward):
            self.announcer.say(
                self.tr("No further difference") if onward else self.tr("No difference before")
            )

    def _want_desk(self) -> None:
        if self._article is not None:
            passage = self.pane.chosen_passage
            span = None if passage is None else passage.span
            self.desk_wanted.emit(Place(self._article.id, span))

    def _zoom(self, change: int) -> None:
        self.pane.set_zoom(self.pane.zoom + change if change else _USUAL_ZOOM)

    def _connect(self) -> None:
        keys = self.keys
        self.pane.chosen.connect(self._show_passage)
        self.pane.chosen.connect(self._say_passage)
        self.head.shown_changed.connect(self._show_only)
        for asks, act in (
            (self.head.back_wanted, self.left),
            (self.head.next_wanted, self.next_wanted),
            (self.head.previous_wanted, self.previous_wanted),
            (self.panel.next_wanted, lambda: self._step(onward=True)),
            (self.panel.previous_wanted, lambda: self._step(onward=False)),
            (self.panel.desk_wanted, self._want_desk),
            (keys.next_difference.triggered, lambda: self._step(onward=True)),
            (keys.previous_difference.triggered, lambda: self._step(onward=False)),
            (keys.next_in_list.triggered, self.next_wanted),
            (keys.previous_in_list.triggered, self.previous_wanted),
            (keys.open_at_desk.triggered, self._want_desk),
            (keys.back.triggered, self.left),
            (keys.zoom_in.triggered, lambda: self._zoom(ZOOM_STEP)),
            (keys.zoom_out.triggered, lambda: self._zoom(-ZOOM_STEP)),
            (keys.zoom_reset.triggered, lambda: self._zoom(0)),
        ):
            asks.connect(act)

    def _place_panel(self) -> None:
        is_wide = self.width() >= WIDE
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if way != self._splitter.orientation():
            self._splitter.setOrientation(way)
            self.panel.lay_along(along=not is_wide)
            size = PANEL_WIDTH if is_wide else PANEL_HEIGHT
            whole = self._splitter.width() if is_wide else self._splitter.height()
            self._splitter.setSizes([max(whole - size, size), size])
        wanted = is_wide or self.pane.chosen_passage is not None
        if wanted is self.panel.isHidden():
            self.panel.setVisible(wanted)
            self._splitter.refresh()  # at once: what is brought into view must have its final room

    def _arrange(self) -> None:
        self.setFocusProxy(self.pane)
        paper = Panel(Ground.PAPER)
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.pane)
        self.panel.setMinimumSize(PANEL_WIDTH - 40, 120)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(paper)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([1000, PANEL_WIDTH])
        top = Panel(Ground.PAPER)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        column.addWidget(self._splitter, 1)
