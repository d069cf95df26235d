"""The list of cases, however long; headings are passed over."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.agreement.cases import Case
from ui.disagreements.case_delegate import CASE, HEADING, CaseDelegate
from ui.disagreements.case_model import CaseModel, Group
from ui.widgets.line_list import Action, LineList


class CaseList(LineList):
    """Shows cases below headings; one of them is chosen wherever there is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEADING, parent)
        self._headings: list[int] = []
        self.cases = CaseModel(self)
        self.setModel(self.cases)
        self.verticalHeader().setDefaultSectionSize(CASE)
        self.setItemDelegate(CaseDelegate(self))
        self.setAccessibleName(self.tr("Cases"))

    @property
    def chosen(self) -> Case | None:
        """The chosen case."""
        return self.cases.case_at(self.currentIndex().row())

    @property
    def place(self) -> tuple[int, int]:
        """Which case is chosen, counted from 1, and of how many; 0 where there is none."""
        row, headings = self.currentIndex().row(), self.cases.headings
        number = row + 1 - bisect_left(headings, row) if row >= 0 else 0
        return number, len(self.cases.lines) - len(headings)

    def show_cases(self, cases: Sequence[Case], group: Group, wanted: Case | None) -> None:
        """Show these; `wanted` is chosen, or else the case that has come to where one was."""
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self.cases.show_cases(cases, group)
        self._set_heights()
        again = self.cases.index_of(wanted)
        if again.isValid():
            self.verticalScrollBar().setValue(top)
        else:
            near = self.cases.beside(min(max(row, 0), len(self.cases.lines)) - 1, 1)
            near = self.cases.beside(len(self.cases.lines), -1) if near is None else near
            again = QModelIndex() if near is None else self.cases.index(near)
        self.choose(again)
        if again.row() <= 1:
            self.scrollToTop()

    def step(self, by: int) -> Case | None:
        """Choose the next case (1) or the one before (-1); None where there is none."""
        row = self.cases.beside(self.currentIndex().row(), by)
        if row is None:
            return None
        self.choose(self.cases.index(row))
        return self.chosen

    def choose(self, index: QModelIndex) -> None:
        """Let a case be the chosen one, with its heading in view where that is right above."""
        above = index.row() - 1
        if index.isValid() and above >= 0 and self.cases.case_at(above) is None:
            self.scrollTo(self.cases.index(above), QAbstractItemView.ScrollHint.EnsureVisible)
        super().choose(index)

    def _set_heights(self) -> None:
        """Give headings their height; rows keep theirs, so former headings are cases again."""
        header = self.verticalHeader()
        former, self._headings = self._headings, self.cases.headings
        header.setUpdatesEnabled(False)  # else all places are counted again for each heading
        for row in former:
            if row < self.cases.rowCount():
                header.resizeSection(row, CASE)
        for row in self._headings:
            header.resizeSection(row, HEADING)
        header.setUpdatesEnabled(True)

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last case, not to a heading."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and self.cases.case_at(index.row()) is None:
            upwards = action in (Action.MoveUp, Action.MovePageUp, Action.MoveEnd)
            row = self.cases.beside(index.row(), -1 if upwards else 1)
            row = self.cases.beside(index.row(), 1 if upwards else -1) if row is None else row
            return QModelIndex() if row is None else self.cases.index(row)
        return index
