"""The list of articles at the left of the desk: progress, filter, and one line for each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assignment import State
from app.queries.article_list import ArticleRow
from ui.reading.article_list_delegate import HEIGHT, ArticleDelegate
from ui.reading.article_list_model import ArticleListModel
from ui.theme.fonts import TextRole
from ui.widgets.filter_field import FilterField
from ui.widgets.frames import Ground, Panel
from ui.widgets.line_list import LineList
from ui.widgets.plain import ElidedLabel, PlainLabel
from ui.widgets.progress_line import ProgressLine


class ArticleListPanel(Panel):
    """Shows the articles; `picked` carries the id of the one the person chose.

    `found` says that it is the one that was looked for: keys belong to its text from here on.
    """

    picked = Signal(str)
    found = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PANEL, parent)
        self.model = ArticleListModel(self)
        self._shown: str | None = None
        self._heading = PlainLabel(self.tr("Articles"), role=TextRole.CAPS)
        self._tally = ElidedLabel(role=TextRole.QUIET)
        self._progress = ProgressLine()
        self.filter = FilterField(self.tr("Filter by title, outlet or state"))
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self._find)
        self.filter.installEventFilter(self)
        self._nothing = PlainLabel(self.tr("No article matches."), role=TextRole.QUIET)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.hide()
        self.foot = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.foot.setContentsMargins(9, 8, 7, 10)
        self.foot.hide()
        self.view = self._make_view()
        self._arrange()

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show these articles."""
        self.model.set_rows(rows)
        self._tell_progress()
        self.show_current(self._shown)

    def update_rows(self, rows: Sequence[ArticleRow]) -> bool:
        """Show some articles anew; False where one of them is not in the list."""
        missing = [row for row in rows if not self.model.update_row(row)]
        self._tell_progress()
        return not missing

    def show_current(self, article: str | None) -> None:
        """Let the line of the article on the desk be the chosen one."""
        self._shown = article
        self.view.choose(self.model.index_of(article))

    def say_foot(self, words: str) -> None:
        """Say something under the list, or nothing."""
        self.foot.setText(words)
        self.foot.setVisible(bool(words))

    def next_to_do(self, after: str | None) -> str | None:
        """Return the next article shown and not done, from below `after` round to the top."""
        return next((row.id for row in self.model.shown_rows(after) if not row.state.is_done), None)

    def _make_view(self) -> LineList:
        view = LineList(HEIGHT)
        view.setModel(self.model)
        view.setItemDelegate(ArticleDelegate(view))
        view.setAccessibleName(self.tr("Articles"))
        view.selectionModel().currentChanged.connect(self._pick)
        view.activated.connect(self.found)
        return view

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(9, 0, 7, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self._progress)
        top.addSpacing(3)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the filter down into what it left."""
        if (
            watched is self.filter
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._enter()
            return True
        return super().eventFilter(watched, event)

    def _enter(self) -> bool:
        """Let keys go to the list, at the first match unless one is chosen; False without any."""
        if not self.model.rowCount():
            return False
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        return True

    def _find(self) -> None:
        if self._enter():
            self.found.emit()

    def _narrow(self, words: str) -> None:
        self.model.set_filter(words)
        self._nothing.setVisible(bool(words) and not self.model.rowCount())
        self.show_current(self._shown)

    def _pick(self, current: QModelIndex) -> None:
        article = self.model.article_at(current.row()) if current.isValid() else None
        if article is not None and article != self._shown:
            self._shown = article
            self.picked.emit(article)

    def _tell_progress(self) -> None:
        counts = self.model.counts()
        total = len(self.model.rows())
        done = sum(number for state, number in counts.items() if state.is_done)
        begun = counts[State.BEGUN]
        self._progress.set_parts(done=done, begun=begun, total=total)
        words = self.tr("{0} of {1} done, {2} begun") if begun else self.tr("{0} of {1} done")
        tally = words.format(f"{done:,}", f"{total:,}", f"{begun:,}")
        self._tally.setText(tally if total else "")
