"""The projects that were open not long ago, each one click away."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ui.settings import RecentProject
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.plain import ElidedLabel, PlainLabel, plain_tooltip

ROW = 50
RADIUS = 8.0


class RecentRow(QAbstractButton):
    """A project's name and place, when it was open and how far it was; greyed where it has gone."""

    forget_wanted = Signal()

    def __init__(self, project: RecentProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(ROW)
        there = project.is_there
        self.has_backup = False
        name = ElidedLabel(project.path.stem, role=TextRole.STRONG if there else TextRole.FAINT)
        self._place = ElidedLabel(
            str(project.path.parent), role=TextRole.QUIET if there else TextRole.FAINT
        )
        when = told_when(project.when) if there else self.tr("not there any more")
        self._when = when
        moment = PlainLabel(when, role=TextRole.FAINT)
        far = self.tr("{0} of {1} done").format(project.done, project.articles)
        self.far = PlainLabel(far if project.articles else "", role=TextRole.QUIET)
        self.far.setVisible(there and project.articles > 0)
        for label in (name, self._place, moment, self.far):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.forget = ToolButton(
            icon("close", tint="text_faint"), self.tr("Take from this list"), size=14
        )
        self.forget.clicked.connect(self.forget_wanted)
        self.setAccessibleName(project.path.stem)
        said = [str(project.path), when, self.far.text() if there else ""]
        self.setAccessibleDescription(", ".join(filter(None, said)))
        if not there:
            plain_tooltip(
                self,
                self.tr(
                    "{0} is not there any more. Open it where it is now, or take it from the list."
                ).format(project.path),
            )
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(self._place)
        words.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(1)
        right.addStretch(1)
        right.addWidget(moment, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.far, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addLayout(right)
        row.addWidget(self.forget)

    def show_backup(self, when: str) -> None:
        """Say that the file has gone but a backup is there; a click then asks for it."""
        self.has_backup = True
        words = self.tr("There is a backup from {when}.").format(when=when)
        self._place.setText(words)
        plain_tooltip(
            self,
            self.tr("{0} is not there any more. Click to see its backups.").format(
                self.project.path
            ),
        )
        self.setAccessibleDescription(f"{self.project.path}, {self._when}. {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as Space does; Delete takes the project from the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint under the mouse, a ring for the keyboard."""
        theme = theme_now()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.isDown():
            draw_box(painter, area, ground=theme.chosen, radius=RADIUS)
        elif self.underMouse():
            draw_box(painter, area, ground=theme.hover, radius=RADIUS)
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=RADIUS)


class RecentList(QWidget):
    """The rows under their heading, or what to do where there are none."""

    chosen = Signal(object)
    forgotten = Signal(object)
    backups_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(PlainLabel(self.tr("Recent projects"), role=TextRole.CAPS))
        self.nothing = PlainLabel(
            self.tr("None yet. The sample project is the quickest way to see what Galley does."),
            role=TextRole.QUIET,
            wrap=True,
        )
        self._column.addWidget(self.nothing)

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """Show these projects."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(project) for project in projects]
        for row in self.rows:
            path = row.project.path
            row.clicked.connect(lambda _checked=False, row=row: self._choose(row))
            row.forget_wanted.connect(lambda path=path: self.forgotten.emit(path))
            self._column.addWidget(row)
        self.nothing.setVisible(not projects)

    def show_backup(self, path: Path, when: str) -> None:
        """Say of a project that has gone from when its newest backup is."""
        for row in self.rows:
            if row.project.path == path and not row.project.is_there:
                row.show_backup(when)

    def _choose(self, row: RecentRow) -> None:
        wanted = self.backups_wanted if row.has_backup else self.chosen
        wanted.emit(row.project.path)


def told_when(moment: datetime | None) -> str:
    """When it was, as people say it: the time today, else the day."""
    if moment is None:
        return ""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    days = local.date().daysTo(QDate.currentDate())
    if days == 0:
        time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
        return QCoreApplication.translate("RecentList", "today {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("RecentList", "yesterday")
    return QLocale().toString(local.date(), "d MMMM yyyy")
