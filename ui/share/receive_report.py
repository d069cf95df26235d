"""What became of the files that were received, in a box that can be read and copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import TintWord, icon
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.numbers import parted
from ui.widgets.plain import PlainLabel, one_line, tooltip_text

if TYPE_CHECKING:
    from app.commands.receive import FileReport

WIDTH = 700
ROW = 31
ROW_AIR = 13
MOST_ROWS = 12
NAME_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file, in a clause."""

    file: str
    outcome: str
    tone: Tone


_PICTURES: dict[Tone, tuple[str, TintWord]] = {
    Tone.GOOD: ("good", "good"),
    Tone.INFO: ("info", "text_faint"),
    Tone.WARNING: ("warning", "warning"),
    Tone.DANGER: ("danger", "danger"),
}
_WORST_FIRST = (Tone.DANGER, Tone.WARNING, Tone.INFO, Tone.GOOD)


class ReceiveReport(QDialog):
    """A sentence for all files and a line for each, what needs attention first."""

    def __init__(self, reports: "Sequence[FileReport]", parent: QWidget | None = None) -> None:
        from app.files.receiving import summary

        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._summary = summary(reports)
        self.lines = sorted(
            (self._line(report) for report in reports),
            key=lambda line: _WORST_FIRST.index(line.tone),
        )
        self.heading = PlainLabel(self._title(reports), role=TextRole.TITLE, wrap=True)
        self.setWindowTitle(self.heading.text())
        self.list = _list_of(self.lines)
        self.list.setAccessibleName(self.tr("What became of each file"))
        self.list.setHeaderLabels([self.tr("File"), self.tr("What became of it")])
        self._copy = QuietButton(self.tr("Copy report"), icon=icon("copy"))
        self._copy.clicked.connect(self.copy)
        close = PrimaryButton(self.tr("Done"))
        close.setDefault(True)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self.copy)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(ToneIcon(self._tone(), size=26), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(foot)
        self.list.setVisible(bool(self.lines))
        rows = min(len(self.lines), MOST_ROWS)
        self.resize(QSize(WIDTH, 150 + (ROW * (rows + 1) if rows else 0)))
        close.setFocus()

    def text(self) -> str:
        """The whole report as plain text."""
        return "\n".join(
            [*self._summary, "", *(f"{one.file}: {one.outcome}" for one in self.lines)]
        )

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def _title(self, reports: "Sequence[FileReport]") -> str:
        new = sum(report.new for report in reports)
        refused = sum(bool(report.refused) for report in reports)
        parts = [
            parted(self.tr("%n new article(s)", None, new), new)
            if new
            else self.tr("No new articles")
        ]
        if refused:
            parts.append(parted(self.tr("%n file(s) refused", None, refused), refused))
        return ", ".join(parts)

    def _tone(self) -> Tone:
        worst = self.lines[0].tone if self.lines else Tone.INFO
        return Tone.WARNING if worst is Tone.DANGER else worst

    def _line(self, report: "FileReport") -> Line:
        if report.refused:
            return Line(report.name, _reason(report), Tone.DANGER)
        parts = []
        if report.new:
            parts.append(parted(self.tr("%n new article(s)", None, report.new), report.new))
        if report.known == 1 and report.known_as:
            parts.append(self.tr("here already as “{title}”").format(title=report.known_as))
        elif report.known:
            parts.append(
                parted(self.tr("%n article(s) here already", None, report.known), report.known)
            )
        if report.annotations:
            parts.append(
                parted(self.tr("%n annotation(s)", None, report.annotations), report.annotations)
            )
        if report.annotations_known:
            told = parted(
                self.tr("%n annotation(s) here already", None, report.annotations_known),
                report.annotations_known,
            )
            parts.append(told)
        parts += report.changed
        if report.left_out:
            parts.append(self.tr("left out: {what}").format(what=report.left_out))
        tone = Tone.WARNING if report.left_out else Tone.GOOD if report.new else Tone.INFO
        return Line(report.name, "; ".join(parts) or self.tr("nothing in it"), tone)


def _reason(report: "FileReport") -> str:
    """Why a file was refused, without its name, which stands beside it."""
    where, named, reason = report.refused.partition(Path(report.name).name)
    return reason.lstrip(":, ") if named and not where.strip().count(" ") else report.refused


class _Airy(QStyledItemDelegate):
    """Gives rows air above and below, however many lines they take."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, ROW_AIR)


def _list_of(lines: Sequence[Line]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setRootIsDecorated(False)
    tree.setWordWrap(True)
    tree.setItemDelegate(_Airy(tree))
    tree.setAllColumnsShowFocus(True)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    strong = font_for(TextRole.MEDIUM)
    items = []
    for line in lines:
        item = QTreeWidgetItem([one_line(line.file), one_line(line.outcome)])
        item.setIcon(0, icon(*_PICTURES[line.tone][:1], tint=_PICTURES[line.tone][1]))
        item.setFont(0, strong)
        item.setData(0, Qt.ItemDataRole.ToolTipRole, tooltip_text(line.file))
        item.setData(1, Qt.ItemDataRole.ToolTipRole, tooltip_text(line.outcome))
        items.append(item)
    tree.addTopLevelItems(items)
    tree.header().resizeSection(0, NAME_WIDTH)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    tree.header().sectionResized.connect(tree.scheduleDelayedItemsLayout)
    return tree
