"""The window's foot: where one is, what could be done, how much there is, that it is saved."""

from PySide6.QtCore import QSize, Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.domain.annotator import Annotator
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import icon
from ui.widgets.banner import Tone, ToneIcon
from ui.widgets.buttons import ICON_AIR
from ui.widgets.frames import Hairline, Panel
from ui.widgets.plain import (
    ElidedLabel,
    PlainLabel,
    action_text,
    one_line,
    plain_tooltip,
    set_action_text,
)

HEIGHT = 29
NAME_WIDTH = 140


class PersonButton(QToolButton):
    """Says who annotates and offers the project's other annotators."""

    chosen = Signal(object)
    other_wanted = Signal()
    opening = Signal()
    """Emitted before the menu shows; whoever knows the people calls `offer`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("person"))
        self.setIconSize(QSize(14 + ICON_AIR, 14))
        self.setFont(font_for(TextRole.QUIET))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._person: Annotator | None = None
        menu = QMenu(self)
        menu.aboutToShow.connect(self.opening)
        self.setMenu(menu)
        self.show_person(None)

    def show_person(self, person: Annotator | None) -> None:
        """Name who annotates."""
        self._person = person
        if person is None:
            told = self.tr("Nobody annotates yet")
        else:
            told = self.tr("Annotating as {name}").format(name=person.name)
        room = NAME_WIDTH + self.fontMetrics().horizontalAdvance(self.tr("Annotating as"))
        shown = self.fontMetrics().elidedText(one_line(told), Qt.TextElideMode.ElideRight, room)
        self.setText(action_text(shown))
        self.setAccessibleName(told)

    def offer(self, people: list[Annotator]) -> None:
        """Fill the menu with these annotators and a way to name another."""
        menu = self.menu()
        menu.clear()
        for person in people:
            action = menu.addAction("")
            set_action_text(action, person.name)
            action.setCheckable(True)
            action.setChecked(person == self._person)
            action.triggered.connect(lambda _checked=False, who=person: self.chosen.emit(who))
        menu.addSeparator()
        menu.addAction(self.tr("Somebody else…")).triggered.connect(self.other_wanted)


class StatusLine(Panel):
    """One line of quiet words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.place = PlainLabel(role=TextRole.QUIET)
        self.hint = ElidedLabel(role=TextRole.FAINT)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = PlainLabel(role=TextRole.QUIET)
        self.person = PersonButton()
        self.saved = PlainLabel(role=TextRole.QUIET)
        self.backup = PlainLabel(role=TextRole.FAINT)
        self.zoom = PlainLabel(role=TextRole.QUIET)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(18)
        row.addWidget(self.place)
        row.addWidget(self.hint, 1)
        row.addWidget(self.count)
        row.addWidget(self.person)
        saved = QHBoxLayout()
        saved.setSpacing(4)
        self._reads_only = False
        self._saved_icon = ToneIcon(Tone.GOOD, size=14)
        saved.addWidget(self._saved_icon)
        saved.addWidget(self.saved)
        row.addLayout(saved)
        row.addWidget(self.backup)
        row.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(row, 1)
        self.setFixedHeight(HEIGHT)
        self.clear()

    def say_place(self, text: str) -> None:
        """Say where the person is."""
        self.place.setText(text)

    def say_hint(self, text: str) -> None:
        """Say what could be done next."""
        self.hint.setText(text)

    def say_count(self, text: str) -> None:
        """Say how much there is."""
        self.count.setText(text)

    def say_zoom(self, per_cent: int) -> None:
        """Say how large the text stands."""
        self.zoom.setText(self.tr("{number} %").format(number=per_cent))

    def say_saved(self) -> None:
        """Say that everything is on the disk, since now."""
        if self._saved_icon.tone is not Tone.GOOD:
            return  # something else waits
        time = QTime.currentTime().toString("HH:mm:ss")
        self.saved.setText(self.tr("Saved {time}").format(time=time))

    def say_backup(self, words: str, sentence: str) -> None:
        """Say when the last backup was made, or that there is none; the tooltip says more."""
        self.backup.setText(words)
        self.backup.setVisible(bool(words))
        plain_tooltip(self.backup, sentence)

    def say_settled(self, all_saved: bool) -> None:
        """Say whether anything waits to be saved; once nothing does, everything is on the disk."""
        if not self._reads_only and all_saved != (self._saved_icon.tone is Tone.GOOD):
            self._saved_icon.tone = Tone.GOOD if all_saved else Tone.WARNING
            self._saved_icon.update()
            self.saved.setText(self.tr("Saved") if all_saved else self.tr("Not saved"))

    def say_reading_only(self, only: bool) -> None:
        """Say that nothing can be written here; otherwise that all is saved, as long as it is."""
        if self._reads_only == only:
            return
        self._reads_only = only
        self._saved_icon.tone = Tone.INFO if only else Tone.GOOD
        self._saved_icon.update()
        self.saved.setText(self.tr("Reading only") if only else self.tr("Saved"))

    def clear(self) -> None:
        """Say only that nothing waits to be saved."""
        for label in (self.place, self.hint, self.count, self.zoom):
            label.setText("")
        self.say_reading_only(only=False)
        self.saved.setText(self.tr("Saved"))
        self.say_backup("", "")
        self.person.show_person(None)
