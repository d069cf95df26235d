"""Buttons: the one that matters, the quiet ones, and those that are only an icon.

They take the keyboard's focus with Tab but not when clicked, so that the reading pane keeps it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui.theme.current import theme_now
from ui.widgets.drawing import draw_key_cap
from ui.widgets.plain import action_text, plain_tooltip

ICON = 16
ICON_AIR = 6  # Qt sets the words close to the icon; a wider icon keeps them apart


def hint(name: str, shortcut: str = "") -> str:
    """A tooltip's words: what it does and, in the platform's own writing, the keys for it."""
    if not shortcut:
        return name
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name}  ({keys})"


class QuietButton(QPushButton):
    """A button with a border: one of several things to do."""

    KIND = "quiet"

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: QIcon | None = None,
        shortcut: str = "",
    ) -> None:
        super().__init__(action_text(text), parent)
        self.setProperty("kind", self.KIND)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(ICON + ICON_AIR, ICON))
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
            plain_tooltip(self, hint(text, shortcut))


class PrimaryButton(QuietButton):
    """The one thing to do here; at most one in sight. Give its icon the tint `on_accent`."""

    KIND = "primary"


class DangerButton(QuietButton):
    """What takes something away for good."""

    KIND = "danger"


class LinkButton(QuietButton):
    """Words to press in the middle of other words."""

    KIND = "link"


class TextButton(QuietButton):
    """A line of text that can be pressed, and is plain text where it cannot."""

    KIND = "text"


class ToolButton(QToolButton):
    """An icon to press; its tooltip and its accessible name say what it does."""

    def __init__(
        self,
        icon: QIcon,
        name: str,
        parent: QWidget | None = None,
        *,
        shortcut: str = "",
        checkable: bool = False,
        size: int = 18,
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setIconSize(QSize(size, size))
        self.setCheckable(checkable)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        self.rename(name, shortcut=shortcut)

    def rename(self, name: str, *, shortcut: str = "") -> None:
        """Say what it does now, as with what there is to undo."""
        self.setAccessibleName(name)
        plain_tooltip(self, hint(name, shortcut))


class KeyCap(QWidget):
    """A key shown as it looks on a keyboard."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """As wide as the key's name needs, never narrower than high."""
        return QSize(max(20, self.fontMetrics().horizontalAdvance(self._key) + 10), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap and its letters."""
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._key, theme_now())
