"""The label that is armed: whatever is selected next is marked with it at once."""

from PySide6.QtCore import QObject, Signal

from app.domain.label import Label


class StickyLabel(QObject):
    """First it waits for a label, then it holds one until it is let go; `changed` tells of both."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.label: Label | None = None
        self.is_waiting = False

    @property
    def is_on(self) -> bool:
        """Tell whether a label is held, or is about to be."""
        return self.is_waiting or self.label is not None

    def toggle(self) -> None:
        """Wait for a label; or, where one is held or waited for, stop."""
        if self.is_on:
            self.let_go()
        else:
            self.is_waiting = True
            self.changed.emit()

    def hold(self, label: Label) -> None:
        """Hold this label; if it is held already, let it go."""
        is_held = self.label is not None and self.label.id == label.id
        self.label = None if is_held else label
        self.is_waiting = False
        self.changed.emit()

    def let_go(self) -> None:
        """Hold nothing and wait for nothing."""
        if self.is_on:
            self.label, self.is_waiting = None, False
            self.changed.emit()

    def renew(self, labels: list[Label]) -> None:
        """Take the label set as it is now; a label that is no longer offered is let go."""
        if self.label is not None:
            held = next((one for one in labels if one.id == self.label.id), None)
            if held != self.label:
                self.label = held
                self.changed.emit()

    def words(self) -> str:
        """Say what is on, "" where nothing is."""
        if self.label is not None:
            return self.tr("Marking as {0}; Esc stops.").format(self.label.name)
        if self.is_waiting:
            return self.tr("Press the key of a label to keep marking with; Esc stops.")
        return ""
