"""What became, or would become, of files with work in them: a line for each, and all about one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.seal import Way
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import TintWord, icon
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.plain import PlainLabel, one_line, tooltip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files.receiving_bundles import Outcome

SIZE = QSize(820, 520)
DETAILS = 132
_FILE, _WHOSE, _WHAT, _CODE = range(4)
_PICTURES: dict[Tone, tuple[str, TintWord]] = {
    Tone.GOOD: ("good", "good"),
    Tone.INFO: ("info", "text_faint"),
    Tone.WARNING: ("warning", "warning"),
    Tone.DANGER: ("danger", "danger"),
}


class WorkReport(QDialog):
    """Shown before receiving, to be agreed to, or afterwards, to be read and copied."""

    def __init__(self, outcomes: "Sequence[Outcome]", parent: QWidget, *, is_plan: bool) -> None:
        from app.files.bundle_words import total_words

        super().__init__(parent)
        self.outcomes = list(outcomes)
        self.is_plan = is_plan
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = self.tr("Receive this work?") if is_plan else self.tr("Work received")
        if not self.taken:
            title = self.tr("Nothing in this can be received")
        self.setWindowTitle(title)
        self.heading = PlainLabel(title, role=TextRole.TITLE, wrap=True)
        foretold = self.tr("Nothing is changed yet. It would be {what}") if is_plan else "{what}"
        self.sum = PlainLabel(
            foretold.format(what=total_words(outcomes)), role=TextRole.QUIET, wrap=True
        )
        self.list = self._list()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("All about this file"))
        self.details.setFixedHeight(DETAILS)
        self.details.setTabChangesFocus(True)
        self.copy_it = QuietButton(self.tr("Copy report"), icon=icon("copy"))
        self.decide = QuietButton(self.tr("Decide conflicts…"))
        self.cancel = QuietButton(self.tr("Cancel"))
        agree = self.tr("Receive") if is_plan and self.taken else self.tr("Done")
        self.go = PrimaryButton(agree)
        waits = sum(sum(one.report.apart.values()) for one in outcomes if one.report is not None)
        self.decide.setVisible(bool(waits) and not is_plan)
        self.cancel.setVisible(is_plan and bool(self.taken))
        self.copy_it.clicked.connect(self.copy)
        self.cancel.clicked.connect(self.reject)
        is_agreed = is_plan and bool(self.taken)
        self.go.clicked.connect(self.accept if is_agreed or not is_plan else self.reject)
        self.list.currentItemChanged.connect(self._show_details)
        self._arrange(parent)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.go.setFocus()

    @property
    def taken(self) -> "list[Outcome]":
        """The files that were not refused."""
        return [one for one in self.outcomes if one.report is not None]

    def text(self) -> str:
        """The whole report as plain text."""
        return "\n\n".join([self.sum.text(), *map(self._words, self.outcomes)])

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def _words(self, outcome: "Outcome") -> str:
        from app.files.bundle_words import report_words

        if outcome.report is None:
            return self.tr("Refused: {why} File: {name}").format(
                why=_why(outcome), name=one_line(outcome.name)
            )
        return "\n".join(report_words(outcome.report))

    def _show_details(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            outcome = self.outcomes[self.list.indexOfTopLevelItem(item)]
            self.details.setPlainText(self._words(outcome))

    def _list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(4)
        heads = (self.tr("File"), self.tr("Whose"), self.tr("What it brings"), self.tr("Code"))
        tree.setHeaderLabels(list(heads))
        tree.setRootIsDecorated(False)
        tree.setAllColumnsShowFocus(True)
        tree.setItemDelegate(_Airy(tree))
        tree.setAccessibleName(self.tr("Files"))
        items = []
        for outcome in self.outcomes:
            tone, whose, what, code = self._line(outcome)
            words = (outcome.name, whose, what, code)
            item = QTreeWidgetItem([one_line(word) for word in words])
            item.setIcon(_FILE, icon(*_PICTURES[tone][:1], tint=_PICTURES[tone][1]))
            item.setFont(_FILE, font_for(TextRole.MEDIUM))
            for column, word in enumerate(words):
                item.setData(column, Qt.ItemDataRole.ToolTipRole, tooltip_text(word))
            items.append(item)
        tree.addTopLevelItems(items)
        header = tree.header()
        header.setStretchLastSection(False)
        for column, width in ((_FILE, 230), (_WHOSE, 130), (_CODE, 100)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        return tree

    def _line(self, outcome: "Outcome") -> tuple[Tone, str, str, str]:
        report = outcome.report
        if report is None:
            return Tone.DANGER, "", self.tr("refused: {why}").format(why=_why(outcome)), ""
        counts = report.count("annotation")
        parts = [
            words.format(number=f"{number:,}")
            for number, words in (
                (counts.new, self.tr("{number} new")),
                (counts.changed, self.tr("{number} changed")),
                (counts.deleted, self.tr("{number} deleted")),
            )
            if number
        ]
        said = self.tr("annotations: {counts}").format(counts=", ".join(parts)) if parts else ""
        if report.is_nothing_new:
            said = self.tr("nothing new, all of it is here")
        elif not parts:
            said = self.tr("no annotations, but news about labels, articles or what is done")
        refused = sum(report.refused.values()) + sum(report.refused_texts.values())
        waits = sum(report.apart.values())
        more = [
            self.tr("{number} refused").format(number=f"{refused:,}") if refused else "",
            self.tr("{number} to decide").format(number=f"{waits:,}") if waits else "",
            self.tr("others' work in it") if report.strangers else "",
            self.tr("changes what is the lead's") if report.of_the_lead else "",
            self.tr("worked in since it was sealed") if self._is_altered(outcome) else "",
        ]
        tone = Tone.GOOD if report.new else Tone.INFO
        if any(more):
            tone = Tone.WARNING
        whose = report.annotator or self.tr("not sealed")
        if report.way is Way.OUT:
            whose = self.tr("{name} (handed out)").format(name=whose)
        return tone, whose, "; ".join(filter(None, (said, *more))), report.code

    @staticmethod
    def _is_altered(outcome: "Outcome") -> bool:
        report = outcome.report
        return report is not None and report.way is Way.IN and not report.is_as_sealed

    def _arrange(self, parent: QWidget) -> None:
        tones = [self._line(one)[0] for one in self.outcomes]
        worst = Tone.WARNING if {Tone.WARNING, Tone.DANGER} & set(tones) else Tone.GOOD
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.heading)
        words.addWidget(self.sum)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(ToneIcon(worst, size=26), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy_it)
        foot.addStretch(1)
        for button in (self.decide, self.cancel, self.go):
            foot.addWidget(button)
        self.go.setDefault(True)
        self.go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.details)
        column.addLayout(foot)
        self.resize(SIZE.boundedTo(parent.size() - QSize(40, 40)))


def _why(outcome: "Outcome") -> str:
    """Return the reason alone: a whole path before it would push it out of sight."""
    path = str(outcome.path)
    return outcome.refused.removeprefix(f"{path}: ").replace(path, outcome.name)


class _Airy(QStyledItemDelegate):
    """Gives rows air above and below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 13)
