"""The desk of a project that can only be read: what would write cannot be pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.open_project import OpenProject

if TYPE_CHECKING:
    from ui.reading.desk_page import DeskPage


class ReadingOnly(QObject):
    """Takes buttons and fields of the desk out of use as long as nothing can be written."""

    def __init__(self, opened: OpenProject, desk: "DeskPage") -> None:
        super().__init__(desk)
        self._opened, self._desk = opened, desk
        opened.standing_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        may_write, desk = not self._opened.project.why_read_only, self._desk
        desk.label_bar.let_press(on=may_write)
        desk.done_button.let_press(on=may_write)
        desk.shown.details.setEnabled(may_write)
