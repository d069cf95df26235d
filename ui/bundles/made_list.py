"""A list of bundles: whose, what goes along, and afterwards its code."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.domain.annotator import Annotator, Role
from ui.theme.fonts import TextRole, font_for
from ui.widgets.plain import one_line, tooltip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files.bundles import Bundle
    from app.queries.hand_over import HandOver

_AIR = 13
_WHO, _WHAT, _CODE = range(3)


class _Airy(QStyledItemDelegate):
    """Gives rows air above and below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _AIR)


class PeopleList(QTreeWidget):
    """People to tick, with what would go along to each; then the codes of what went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Annotator"), self.tr("Goes along"), self.tr("Code")])
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegate(_Airy(self))
        self.setAccessibleName(self.tr("Who gets a bundle"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_CODE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_WHO, 190)
        header.resizeSection(_CODE, 110)
        self._people: list[Annotator] = []

    def show_people(self, people: "Sequence[tuple[Annotator, HandOver]]") -> None:
        """Show these people; everybody but leads is ticked."""
        from app.files.bundle_words import standing_words

        self._people = [person for person, _ in people]
        items = []
        for person, standing in people:
            said = standing_words(standing)
            item = QTreeWidgetItem([one_line(person.name), said, ""])
            wanted = person.role is not Role.LEAD and standing.articles > 0
            state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
            item.setCheckState(_WHO, state)
            item.setFont(_WHO, font_for(TextRole.MEDIUM))
            item.setData(_WHO, Qt.ItemDataRole.ToolTipRole, tooltip_text(person.name))
            item.setData(_WHAT, Qt.ItemDataRole.ToolTipRole, tooltip_text(said))
            items.append(item)
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def chosen(self) -> list[Annotator]:
        """Return who is ticked."""
        return [
            person
            for row, person in enumerate(self._people)
            if self._item(row).checkState(_WHO) is Qt.CheckState.Checked
        ]

    def show_made(self, bundle: "Bundle") -> None:
        """Show the code of a bundle that was made, and its file's name."""
        item = self._item(self._people.index(bundle.annotator))
        item.setText(_CODE, bundle.code)
        item.setFont(_CODE, font_for(TextRole.STRONG))
        item.setText(_WHAT, one_line(bundle.path.name))
        item.setData(_WHAT, Qt.ItemDataRole.ToolTipRole, tooltip_text(str(bundle.path)))

    def _item(self, row: int) -> QTreeWidgetItem:
        item = self.topLevelItem(row)
        assert item is not None  # noqa: S101 - one is made for each person
        return item


def show_folder(path: Path) -> None:
    """Open a folder as the system does; where there is no screen nothing is opened."""
    if QGuiApplication.platformName() != "offscreen":
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def free_path(path: Path) -> Path:
    """Return the path, or the same with a number where a file of this name is there."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
