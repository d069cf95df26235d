"""The people of a project beside the table: who takes part, what each would get, new names."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotator import NAME_LIMIT, Annotator, Role
from app.queries.allotment_table import Load
from ui.assigning.coverage_model import load_words
from ui.setup.add_label import NameField
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.plain import ElidedLabel, PlainLabel, one_line, set_action_text


class PersonLine(QWidget):
    """One person: whether they take part, their name, what they have to read, what they get."""

    ticked = Signal()
    renamed = Signal(str, str)
    appointed = Signal(str, object)
    unite_asked = Signal(str, str)

    def __init__(self, person: Annotator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self._others: Sequence[Annotator] = ()
        self.box = QCheckBox()
        self.box.setAccessibleName(self.tr("Share out to {name}").format(name=person.name))
        self.name = ElidedLabel(person.name, role=TextRole.STRONG)
        self.field = NameField()
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setAccessibleName(self.tr("Another name"))
        self.field.hide()
        self.load = ElidedLabel(role=TextRole.QUIET)
        self.more = PlainLabel(role=TextRole.STRONG)
        self.menu = QMenu(self)
        self.button = ToolButton(
            icon("more"), self.tr("What can be done about {name}").format(name=person.name), size=16
        )
        self._arrange()
        self.box.toggled.connect(self.ticked)
        self.field.returnPressed.connect(self._rename)
        self.field.given_up.connect(self._give_up)
        self.button.clicked.connect(self._show_menu)

    def know(self, others: Sequence[Annotator]) -> None:
        """Take those whom this person may be one with."""
        self._others = others

    def show_load(self, load: Load) -> None:
        """Say what this person has to read."""
        lead = self.tr("leads") if self.person.role is Role.LEAD else ""
        self.load.setText(" · ".join(filter(None, (lead, load_words(load)))))

    def show_more(self, number: int) -> None:
        """Say how many articles a plan would add."""
        self.more.setText(f"+{number:,}" if number else "")

    def begin_renaming(self) -> None:
        """Ask for another name in the place of this one."""
        self.field.setText(self.person.name)
        self.name.hide()
        self.field.show()
        self.field.selectAll()
        self.field.setFocus()

    def fill_menu(self) -> QMenu:
        """Offer what can be done about this person."""
        self.menu.clear()
        self.menu.addAction(self.tr("Rename…")).triggered.connect(self.begin_renaming)
        role = Role.ANNOTATOR if self.person.role is Role.LEAD else Role.LEAD
        words = self.tr("Let them lead") if role is Role.LEAD else self.tr("Lead no longer")
        self.menu.addAction(words).triggered.connect(
            lambda: self.appointed.emit(self.person.id, role)
        )
        if self._others:
            both = self.menu.addMenu(self.tr("Is the same person as"))
            for other in self._others:
                action = both.addAction("")
                set_action_text(action, one_line(other.name))
                action.triggered.connect(
                    lambda _=False, into=other.id: self.unite_asked.emit(self.person.id, into)
                )
        return self.menu

    def _show_menu(self) -> None:
        self.fill_menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _rename(self) -> None:
        if self.field.text() == self.person.name:
            self._give_up()
        else:
            self.renamed.emit(self.person.id, self.field.text())

    def _give_up(self) -> None:
        self.field.hide()
        self.name.show()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.box, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.load, 1, 1)
        grid.addWidget(self.more, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.button, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)


class PeopleList(QWidget):
    """`ticked` says that others take part; `added` carries a new name."""

    ticked = Signal()
    added = Signal(str)
    renamed = Signal(str, str)
    appointed = Signal(str, object)
    unite_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, PersonLine] = {}
        self._ticks: dict[str, bool] = {}
        self.nobody = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.new = QLineEdit()
        self.new.setMaxLength(NAME_LIMIT)
        self.new.setPlaceholderText(self.tr("Add an annotator: name, then Enter"))
        self.new.setAccessibleName(self.tr("Name of a new annotator"))
        self.new.returnPressed.connect(self._offer)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.nobody)
        column.addWidget(self._area, 1)
        column.addWidget(self.new)

    def show_people(self, people: Sequence[Annotator], loads: Mapping[str, Load]) -> None:
        """Show these people; leads take part only where they are ticked by hand."""
        self._ticks |= {name: line.box.isChecked() for name, line in self.lines.items()}
        focused = self.new.hasFocus()
        for line in self.lines.values():
            line.hide()
            line.deleteLater()
        self.lines = {}
        for person in people:
            line = PersonLine(person)
            line.box.setChecked(self._ticks.get(person.id, person.role is not Role.LEAD))
            line.know([one for one in people if one.id != person.id])
            line.show_load(loads[person.id])
            self.lines[person.id] = line
            self._column.insertWidget(self._column.count() - 1, line)
            line.ticked.connect(self.ticked)
            line.renamed.connect(self.renamed)
            line.appointed.connect(self.appointed)
            line.unite_asked.connect(self.unite_asked)
        alone = [person for person in people if person.role is not Role.LEAD] == []
        self.nobody.setVisible(alone)
        self.nobody.setText(
            self.tr("Nobody else is here yet: add annotators.")
            if people
            else self.tr("Nobody is here yet: add annotators.")
        )
        if focused:
            self.new.setFocus()

    def show_loads(self, loads: Mapping[str, Load]) -> None:
        """Say anew what the people there have to read."""
        for name, line in self.lines.items():
            line.show_load(loads[name])

    def taking_part(self) -> list[str]:
        """Return the ids of those who are ticked."""
        return [name for name, line in self.lines.items() if line.box.isChecked()]

    def show_more(self, more: Mapping[str, int]) -> None:
        """Say how many articles a plan would add for each person."""
        for name, line in self.lines.items():
            line.show_more(more.get(name, 0))

    def end_adding(self) -> None:
        """The name was taken; the next one can be typed."""
        self.new.clear()

    def _offer(self) -> None:
        if self.new.text().strip():
            self.added.emit(self.new.text())
