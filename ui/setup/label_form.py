"""What can be said about one label: its name, its key, how it is drawn, and what becomes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.label import NAME_LIMIT, Label
from app.queries.label_use import LabelUse
from ui.setup.merge_dialog import said_use
from ui.setup.style_picker import StylePicker
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import QuietButton
from ui.widgets.plain import PlainLabel


class LabelForm(QWidget):
    """Shows one label; what is changed here is asked for by signals."""

    renamed = Signal(str, str)
    rekeyed = Signal(str, str)
    restyled = Signal(str, object, object)
    retire_asked = Signal(str)
    merge_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self.name, self.key = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(self.tr("Name of the label"))
        self.key.setMaxLength(1)
        self.key.setFixedWidth(56)
        self.key.setAccessibleName(self.tr("Key that marks with the label"))
        self.style_picker = StylePicker()
        self.use = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.retire = QuietButton("")
        self.merge = QuietButton(self.tr("Merge into…"))
        self.delete = QuietButton(self.tr("Delete"), icon=icon("trash"))
        self.name.editingFinished.connect(self._rename)
        self.key.editingFinished.connect(self._rekey)
        self.style_picker.picked.connect(self._restyle)
        for button, signal in (
            (self.retire, self.retire_asked),
            (self.merge, self.merge_asked),
            (self.delete, self.delete_asked),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self._id()))
        self._arrange()

    def show_label(self, label: Label, use: LabelUse, *, is_only: bool) -> None:
        """Show a label; `is_only` where it is the last one to mark with."""
        self._label = label
        for field, said in ((self.name, label.name), (self.key, label.key)):
            if field.text() != said:
                field.setText(said)
        self.style_picker.show_style(label.look, label.hue)
        told = said_use(use) if use.annotations else self.tr("It marks nothing yet.")
        retired = self.tr("Retired: no longer offered for marking. {use}")
        self.use.setText(retired.format(use=told) if label.retired else told)
        self.retire.setText(self.tr("Restore") if label.retired else self.tr("Retire"))
        self.retire.setAccessibleName(self.retire.text())
        self.retire.setEnabled(label.retired or not is_only)
        self.merge.setEnabled(not is_only)
        self.delete.setEnabled(not use.annotations and not is_only)

    def save(self) -> None:
        """Ask for what was typed to be kept."""
        self._rename()
        self._rekey()

    def undo_typing(self) -> None:
        """Show what is kept, where what was typed was refused."""
        if self._label is not None:
            self.name.setText(self._label.name)
            self.key.setText(self._label.key)

    def _id(self) -> str:
        return "" if self._label is None else self._label.id

    def _rename(self) -> None:
        if self._label is not None and self.name.text().strip() != self._label.name:
            self.renamed.emit(self._label.id, self.name.text())

    def _rekey(self) -> None:
        if self._label is not None and self.key.text().strip().upper() != self._label.key:
            self.rekeyed.emit(self._label.id, self.key.text())

    def _restyle(self, look: object, hue: object) -> None:
        self.restyled.emit(self._id(), look, hue)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(self.tr("Name"), role=TextRole.QUIET))
        row.addWidget(self.name, 1)
        row.addWidget(PlainLabel(self.tr("Key"), role=TextRole.QUIET))
        row.addWidget(self.key)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.use, 1)
        for button in (self.retire, self.merge, self.delete):
            ends.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.style_picker)
        column.addLayout(ends)
