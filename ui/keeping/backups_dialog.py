"""The screen of backups: which there are, how one differs from now, and the way back to it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.difference import Differences
from ui.keeping.backup_list import BackupList
from ui.keeping.difference_list import DifferenceList
from ui.keeping.words import (
    said_amount,
    said_annotations,
    said_articles,
    said_when,
    said_why,
)
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.frames import Ground, Panel
from ui.widgets.plain import ClampedLabel, ElidedLabel, PlainLabel, one_line

if TYPE_CHECKING:
    from app.files.backups import Backup

SIZE = QSize(920, 620)
LIST_WIDTH = 280
MOST_PEOPLE = 5


class BackupsDialog(QDialog):
    """Lists backups; whoever opened it answers `looked_at` with `show_differences`.

    `restore_wanted` and `save_wanted` carry a backup. Without a project that is open there is
    nothing to compare with.
    """

    looked_at = Signal(object)
    restore_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self,
        name: str,
        backups: "Sequence[Backup]",
        parent: QWidget,
        *,
        sentence: str = "",
        has_now: bool = True,
    ) -> None:
        super().__init__(parent)
        self._has_now = has_now
        self.setWindowTitle(self.tr("Backups"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = self.tr("Backups of {project}").format(project=one_line(name))
        usual = self.tr(
            "Made when the project is opened, every ten minutes of work, and before articles come "
            "in. They lie apart from the project."
        )
        self.heading = ElidedLabel(title, role=TextRole.TITLE)
        self.sentence = PlainLabel(sentence or usual, role=TextRole.QUIET, wrap=True)
        self.list = BackupList()
        self.list.setFixedWidth(LIST_WIDTH)
        self.when = PlainLabel(role=TextRole.SUBTITLE)
        self.why = PlainLabel(role=TextRole.QUIET)
        self.amounts = QGridLayout()
        self.told = PlainLabel(role=TextRole.CAPS)
        self.lines = DifferenceList()
        self.state = EmptyState("history", "")
        self.restore = PrimaryButton(self.tr("Restore…"), icon=icon("history", tint="on_accent"))
        self.save = QuietButton(self.tr("Save as another project…"))
        self.close_button = QuietButton(self.tr("Close"))
        for button in (self.restore, self.save, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange(parent)
        self.list.picked.connect(self._look_at)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self.list.current))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.list.current))
        self.close_button.clicked.connect(self.reject)
        self.show_backups(backups)
        self.list.setFocus()

    def show_backups(self, backups: "Sequence[Backup]") -> None:
        """Show these backups."""
        self._pages.setCurrentIndex(0 if backups else 1)
        self.restore.setEnabled(bool(backups))
        self.save.setEnabled(bool(backups))
        self.list.show_backups(backups)

    def show_differences(self, backup: "Backup", found: Differences) -> None:
        """Say how a backup differs from now; once another was chosen that does not matter."""
        if backup != self.list.current:
            return
        rows = [
            (_total(said_articles, backup.articles), said_amount(found.articles)),
            (_total(said_annotations, backup.annotations), said_amount(found.annotations)),
        ]
        people = list(found.people.items())
        rows += [(one_line(name), said_amount(amount)) for name, amount in people[:MOST_PEOPLE]]
        if len(people) > MOST_PEOPLE:
            rows.append((self.tr("%n other(s)", None, len(people) - MOST_PEOPLE), "…"))
        if found.labels:
            rows.append((self.tr("Labels"), said_amount(found.labels)))
        if found.done:
            rows.append((self.tr("Who is done with what"), said_amount(found.done)))
        self._show_rows(rows)
        self.lines.show_lines(found.lines, found.untold)
        self.told.setText(self.tr("What differs from now"))
        if found.lines:
            self._foot.setCurrentIndex(0)
        elif found:
            self._say(self.tr("Articles and annotations are as now"))
        else:
            self._say(self.tr("Nothing differs from now"))

    def show_trouble(self, backup: "Backup", sentence: str) -> None:
        """Say why a backup cannot be compared."""
        if backup == self.list.current:
            self.told.setText("")
            self._say(self.tr("This backup cannot be looked into"), sentence)

    def _look_at(self, backup: "Backup") -> None:
        words = said_when(backup.made)
        self.when.setText(words[:1].upper() + words[1:])
        self.why.setText(self.tr("Made {why}").format(why=said_why(backup.why)))
        self._show_rows(
            [
                (_total(said_articles, backup.articles), ""),
                (_total(said_annotations, backup.annotations), ""),
            ]
        )
        self.told.setText("")
        self.lines.show_lines((), 0)
        if self._has_now:
            self._say(self.tr("Comparing with now…"))
            self.looked_at.emit(backup)
        else:
            self._say(
                self.tr("There is nothing to compare with"),
                self.tr("The project cannot be opened; this backup was sound when it was made."),
            )

    def _say(self, title: str, sentence: str = "") -> None:
        self.state.set_words(title, sentence)
        self._foot.setCurrentIndex(1)

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        while (item := self.amounts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = [(first, second) for first, second in rows if first]
        for number, (first, second) in enumerate(shown):
            name = ClampedLabel(first, lines=1, role=TextRole.MEDIUM)
            self.amounts.addWidget(name, number, 0)
            self.amounts.addWidget(PlainLabel(second, role=TextRole.QUIET), number, 1)

    def _arrange(self, parent: QWidget) -> None:
        self.amounts.setHorizontalSpacing(18)
        self.amounts.setVerticalSpacing(4)
        self.amounts.setColumnStretch(0, 2)
        self.amounts.setColumnStretch(1, 3)
        self._foot = QStackedWidget()
        self._foot.addWidget(self.lines)
        self._foot.addWidget(self.state)
        paper = Panel(Ground.PAPER)
        side = QVBoxLayout(paper)
        side.setContentsMargins(20, 16, 12, 12)
        side.setSpacing(6)
        side.addWidget(self.when)
        side.addWidget(self.why)
        side.addSpacing(6)
        side.addLayout(self.amounts)
        side.addSpacing(8)
        side.addWidget(self.told)
        side.addWidget(self._foot, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(paper, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(middle)
        self._pages.addWidget(
            EmptyState(
                "history",
                self.tr("No backups yet"),
                self.tr("The first one is made when the project is opened and something changed."),
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(6)
        column.addWidget(self._pages, 1)
        column.addSpacing(6)
        column.addLayout(buttons)
        window = parent.window().size()
        self.resize(SIZE.boundedTo(QSize(window.width() - 40, window.height() - 40)))


def _total(say: Callable[[int], str], number: int | None) -> str:
    return "" if number is None else say(number)
