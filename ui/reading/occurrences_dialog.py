"""Every other place of the chosen words, to be ticked and marked at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.commands.occurrences import mark_all
from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.jobs import Jobs, Progress, Stopped
from ui.reading.occurrence_delegate import HEIGHT, OccurrenceDelegate
from ui.reading.occurrence_model import OccurrenceModel
from ui.reading.occurrence_search import MOST, Harvest, search_all, search_one
from ui.theme.fonts import TextRole
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.frames import Hairline
from ui.widgets.line_list import LineList
from ui.widgets.numbers import parted
from ui.widgets.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from ui.open_project import OpenProject

SIZE = (780, 560)
SMALLEST = (560, 380)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OccurrencesDialog(QDialog):
    """Shows the places; Enter marks the ticked ones as one step, Esc leaves everything.

    `outcome` says afterwards in words what was done, "" where nothing was.
    """

    def __init__(
        self,
        opened: "OpenProject",
        jobs: Jobs,
        *,
        origin: Annotation,
        labels: Mapping[str, Label],
        articles: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._opened, self._jobs, self._origin = opened, jobs, origin
        self._labels, self._articles = labels, articles
        self._label = labels[origin.label]
        self._harvest = Harvest((), 0, is_cut=False)
        self.outcome = ""
        self.setWindowTitle(self.tr("Mark all occurrences"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.model = OccurrenceModel(self._label, self)
        self.view = self._make_view()
        self.here = QuietButton(self.tr("This article"))
        self.everywhere = QuietButton(self.tr("All articles"))
        self.others = QCheckBox(self.tr("Other capitals, too"))
        self.told = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.tally = PlainLabel(role=TextRole.MEDIUM)
        self.apply_button = PrimaryButton(self.tr("Mark"))
        self._nothing = PlainLabel(role=TextRole.QUIET, wrap=True)
        self._arrange()
        self._connect()
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list, also where there is none because nothing was found."""
        if (
            watched in (self.view, self._nothing)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._act_on(event.key(), event.modifiers())
        ):
            return True
        return super().eventFilter(watched, event)

    def apply(self) -> None:
        """Mark what is ticked; where something was left out, say so."""
        ticked = self.model.ticked()
        if not ticked:
            return
        done = self._opened.perform(mark_all, label=self._label.id, places=ticked)
        if done is None:
            self.reject()
            return
        left = sum(done.skipped.values())
        if left:
            self.outcome = self.tr("{marked}. {left}: {why}.").format(
                marked=parted(self.tr("%n places marked", None, len(done.made)), len(done.made)),
                left=parted(self.tr("%n left as they were", None, left), left),
                why=", ".join(done.skipped),
            )
        self.accept()

    def _act_on(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ENTER:
            self.apply()
        elif key == Qt.Key.Key_Space:
            self.model.toggle(self.view.currentIndex().row())
        elif key == Qt.Key.Key_A:
            self.model.toggle_all()
        elif key == Qt.Key.Key_S:
            (self.here if self.everywhere.isChecked() else self.everywhere).click()
        elif key == Qt.Key.Key_C:
            self.others.click()
        else:
            return False
        return True

    def _search(self) -> None:
        """Look where the switch says."""
        project, origin = self._opened.project, self._origin
        if self.here.isChecked():
            self._show(search_one(project, origin))
            return
        articles = self._articles

        def work(progress: Progress, stopped: Stopped) -> Harvest:
            return search_all(
                project, origin, articles=articles, progress=progress, stopped=stopped
            )

        self.setEnabled(False)
        self._jobs.run(
            self.tr("Looking through all articles"),
            work,
            done=self._show,
            failed=lambda trouble: self._give_up(str(trouble)),
            stopped=lambda: self._give_up(self.tr("The search was stopped.")),
            over=self,
        )

    def _give_up(self, why: str) -> None:
        """Go back to the one article, and say why."""
        self.setEnabled(True)
        self.here.setChecked(True)
        self._search()
        self.told.setText(why)

    def _show(self, harvest: Harvest) -> None:
        self.setEnabled(True)
        self._harvest = harvest
        self.others.setChecked(False)
        self.model.show_found(harvest.found, self._labels)
        self.view.choose(self.model.first_place())
        others = self.model.others()
        self.others.setVisible(bool(others))
        self.others.setText(
            parted(self.tr("%n with other capitals, too  (C)", None, others), others)
        )
        self._tell()
        shown = self.view if self.model.rowCount() else self._nothing
        self._stack.setCurrentWidget(shown)
        shown.setFocus()  # what is hidden cannot have it, and the keys would go nowhere
        self._count()

    def _tell(self) -> None:
        """Say what is not in the list, and why."""
        parts = []
        if self._harvest.is_cut:
            parts.append(
                self.tr("Only the first {0} places are listed; do these first.").format(f"{MOST:,}")
            )
        already = self._harvest.already
        if already:
            parts.append(
                parted(
                    self.tr("%n more marked as {label} already.", None, already), already
                ).replace("{label}", self._label.name)
            )
        if any(one.done for one in self._harvest.found):
            parts.append(self.tr("Articles that are done are not ticked by themselves."))
        self.told.setText(" ".join(parts))
        self.told.setVisible(bool(parts))
        where = (
            self.tr("These words stand nowhere else in this article.")
            if self.here.isChecked()
            else self.tr("These words stand nowhere else.")
        )
        self._nothing.setText(where if not already else self.tr("There is no place left to mark."))

    def _count(self) -> None:
        number, count = len(self.model.ticked()), self.model.count()
        self.tally.setText(
            self.tr("{0} of {1} ticked").format(f"{number:,}", f"{count:,}") if count else ""
        )
        self.apply_button.setEnabled(bool(number))
        self.apply_button.setText(self.tr("Mark %n places", None, number))

    def _make_view(self) -> LineList:
        view = LineList(HEIGHT)
        view.setModel(self.model)
        view.setItemDelegate(OccurrenceDelegate(self._label, view))
        view.setAccessibleName(self.tr("Places where these words stand"))
        view.installEventFilter(self)
        return view

    def _connect(self) -> None:
        scopes = QButtonGroup(self)
        for button, key in ((self.here, "S"), (self.everywhere, "S")):
            button.setCheckable(True)
            plain_tooltip(button, self.tr("Where to look  ({key})").format(key=key))
            scopes.addButton(button)
        self.here.setChecked(True)
        scopes.buttonClicked.connect(self._search)
        self.others.clicked.connect(lambda on: self.model.tick_others(on=on))
        self.view.clicked.connect(self._toggle)
        self.model.dataChanged.connect(self._count)
        self.apply_button.clicked.connect(self.apply)

    def _toggle(self, index: QModelIndex) -> None:
        self.model.toggle(index.row())

    def _arrange(self) -> None:
        words = ElidedLabel(self._origin.quote, role=TextRole.TITLE)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Tag(self._label.name, self._label.hue))
        head.addWidget(words, 1)
        scope = QHBoxLayout()
        scope.setSpacing(6)
        scope.addWidget(self.here)
        scope.addWidget(self.everywhere)
        scope.addStretch(1)
        scope.addWidget(self.others)
        top = QVBoxLayout()
        top.setContentsMargins(20, 18, 20, 12)
        top.setSpacing(12)
        top.addLayout(head)
        top.addLayout(scope)
        top.addWidget(self.told)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._nothing.installEventFilter(self)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline())
        middle = QHBoxLayout()
        middle.setContentsMargins(8, 6, 8, 6)
        middle.addLayout(self._stack)
        column.addLayout(middle, 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.apply_button.setDefault(True)
        hint = PlainLabel(
            self.tr("Space ticks · A all or none · S where · Enter marks"), role=TextRole.QUIET
        )
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 14)
        row.setSpacing(10)
        row.addWidget(self.tally)
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.apply_button)
        return row
