"""The page of labels: which there are, how each is drawn and keyed, and when it is given."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.commands import labels as verbs
from app.default_guideline import default_guideline
from app.domain.changes import Changes
from app.domain.label import Hue, Label, Look
from app.domain.same_name import folded_name
from app.queries.label_set import label_set
from app.queries.label_use import LabelUse, label_use, merge_effect
from ui.open_project import OpenProject
from ui.page import KeyRow
from ui.setup.add_label import AddLabel
from ui.setup.guideline_editor import GuidelineEditor
from ui.setup.label_form import LabelForm
from ui.setup.label_list import LabelList
from ui.setup.merge_dialog import MergeDialog, said_use
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.visited_page import VisitedPage
from ui.widgets.buttons import QuietButton, ToolButton
from ui.widgets.frames import Ground, Hairline, Panel
from ui.widgets.messages import PlainDialog
from ui.widgets.plain import PlainLabel, one_line


class LabelsPage(VisitedPage):
    """Shows the label set and asks for its changes; `left` is the wish to be back at the desk."""

    name = "labels"

    def __init__(self, opened: OpenProject, parent: QWidget | None = None) -> None:
        super().__init__(opened, parent)
        self._labels: dict[str, Label] = {}
        self._use: dict[str, LabelUse] = {}
        self.list = LabelList()
        self.form = LabelForm()
        self.editor = GuidelineEditor()
        self.add = AddLabel()
        self.up = ToolButton(icon("previous"), self.tr("Move up"))
        self.down = ToolButton(icon("next"), self.tr("Move down"))
        self.up.rename(self.tr("Move up"), shortcut="Alt+Up")
        self.down.rename(self.tr("Move down"), shortcut="Alt+Down")
        self.back = QuietButton(self.tr("Back to the desk"), icon=icon("back"))
        self._arrange()
        self._connect()
        self._load()

    def own_keys(self) -> list[KeyRow]:
        """Return what moves a label."""
        return [(self.tr("Move the label up, down"), ["Alt+↑", "Alt+↓"])]

    def refresh(self, _changes: Changes) -> None:
        """Ask again about labels and how they are used."""
        self._load()
        self._tell_count()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self._tell_count()
        self.place_said.emit(self.tr("Labels and guideline"))
        self.list.setFocus()

    def _tell_count(self) -> None:
        self.counted.emit(self.tr("%n label(s)", None, len(self._labels)))

    def settle(self) -> None:
        """Keep what is half typed."""
        self.form.save()
        self.editor.save()

    def _load(self) -> None:
        labels = self.opened.ask(label_set)
        self._labels = {label.id: label for label in labels}
        self._use = self.opened.ask(label_use)
        self.list.show_labels(labels, self._use)

    def _show(self, name: str) -> None:
        label = self._labels.get(name)
        if label is None:
            return
        living = [one for one in self._labels.values() if not one.retired]
        self.form.show_label(label, self._use.get(name, LabelUse()), is_only=living == [label])
        styles = {folded_name(one.name): (one.look, one.hue) for one in self._labels.values()}
        own = default_guideline(label.name)
        self.editor.show_guideline(
            label.id,
            label.guideline,
            styles,
            has_default=bool(own) and own != label.guideline,
        )

    def add_label(self, name: str) -> None:
        """Add a label of this name and go to it; a name that is refused stays to be mended."""
        added = self.opened.perform(verbs.add, name=name)
        if added is not None:
            self.add.end()
            self.list.choose(added.id)

    def _rename(self, label: str, name: str) -> None:
        if self.opened.perform(verbs.rename, label=label, name=name) is None:
            self.form.undo_typing()

    def _set_key(self, label: str, key: str) -> None:
        if self.opened.perform(verbs.set_key, label=label, key=key) is None:
            self.form.undo_typing()

    def _restyle(self, label: str, look: Look, hue: Hue) -> None:
        self.opened.perform(verbs.restyle, label=label, look=look, hue=hue)
        self._show(label)

    def _move(self, label: str, position: int) -> None:
        self.opened.perform(verbs.place, label=label, position=position)

    def _write(self, label: str, guideline: str) -> None:
        self.opened.perform(verbs.set_guideline, label=label, guideline=guideline)

    def _take_default(self) -> None:
        label = self._labels[self.list.current or ""]
        self._write(label.id, default_guideline(label.name))

    def _retire(self, name: str) -> None:
        label = self._labels[name]
        if label.retired:
            self.opened.perform(verbs.restore, label=name)
            return
        use = self._use.get(name, LabelUse())
        dialog = PlainDialog(
            self,
            self.tr("Retire {label}?").format(label=one_line(label.name)),
            self.tr("It is no longer offered for marking. What it marks stays: {use}.").format(
                use=said_use(use)
            ),
            accept=self.tr("Retire"),
            reject=self.tr("Cancel"),
        )
        dialog.accepted.connect(lambda: self.opened.perform(verbs.retire, label=name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _merge(self, name: str) -> None:
        others = [one for one in self._labels.values() if one.id != name and not one.retired]
        dialog = MergeDialog(
            self._labels[name],
            others,
            lambda into: self.opened.ask(merge_effect, label=name, into=into),
            self,
        )
        dialog.accepted.connect(
            lambda: self.opened.perform(verbs.merge, label=name, into=dialog.into)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, name: str) -> None:
        self.opened.perform(verbs.delete, label=name)

    def leave(self) -> None:
        """Keep what is half typed and ask for the desk."""
        self.settle()
        self.left.emit(None)

    def _connect(self) -> None:
        self.list.picked.connect(self._show)
        self.list.moved.connect(self._move)
        self.up.clicked.connect(lambda: self.list.move_current(-1))
        self.down.clicked.connect(lambda: self.list.move_current(1))
        self.add.asked.connect(self.add_label)
        self.back.clicked.connect(self.leave)
        self.form.renamed.connect(self._rename)
        self.form.rekeyed.connect(self._set_key)
        self.form.restyled.connect(self._restyle)
        self.form.retire_asked.connect(self._retire)
        self.form.merge_asked.connect(self._merge)
        self.form.delete_asked.connect(self._delete)
        self.editor.written.connect(self._write)
        self.editor.default_wanted.connect(self._take_default)
        self.opened.settling.connect(self.settle)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel(self.tr("Labels"), role=TextRole.TITLE))
        top.addStretch(1)
        for button in (self.up, self.down):
            top.addWidget(button)
        left = Panel(Ground.PANEL)
        left.setMinimumWidth(250)
        side = QVBoxLayout(left)
        side.setContentsMargins(14, 16, 10, 16)
        side.setSpacing(10)
        side.addLayout(top)
        side.addWidget(self.list, 1)
        side.addWidget(self.add)
        right = Panel(Ground.PAPER)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Labels and guideline"), role=TextRole.TITLE), 1)
        head.addWidget(self.back)
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 14, 24, 18)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(Hairline())
        column.addWidget(self.editor, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([290, 1000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self.back.setIconSize(QSize(16, 16))
