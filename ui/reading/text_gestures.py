"""What the mouse, and keys that stand in no menu, do in the text of the desk."""

from PySide6.QtCore import QObject

from ui.page import KeyPart


def text_gestures(desk: QObject) -> list[KeyPart]:
    """Return them for the key sheet."""
    tr = desk.tr
    return [
        (
            tr("In the text"),
            [
                (tr("Select words; they snap to whole ones"), [tr("drag")]),
                (tr("Select exactly these letters"), [tr("Alt + drag"), "Shift+←/→"]),
                (tr("Select a word; its sentence"), [tr("double click"), tr("triple")]),
                (tr("Select word by word"), ["Ctrl+Shift+←/→"]),
                (tr("Select sentence by sentence"), ["Shift+,", "Shift+."]),
                (tr("Select paragraph by paragraph"), ["Alt+Shift+↑/↓"]),
                (tr("Mark the selection with the label that is held"), ["Enter"]),
                (tr("Choose an annotation; the one around it"), [tr("click"), "Enter"]),
                (tr("Move an edge of the chosen one"), [tr("drag a grip")]),
            ],
        )
    ]
