"""The window: it arranges head, page and foot, and knows nothing that a page knows."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.place import Place
from ui.actions import WindowActions
from ui.bundles.team import Team
from ui.choosing import Chooser
from ui.finding.finding import Finding
from ui.header_bar import HeaderBar
from ui.jobs import Jobs
from ui.keeping.gone import Gone
from ui.keeping.keeping import Keeping
from ui.messages import Messages
from ui.settings import Settings
from ui.setup.visiting import Visiting
from ui.share.checking import Checking
from ui.share.drop_guide import DropGuide, dropped_paths
from ui.share.exporting import Exporting
from ui.share.receive import Receiving
from ui.standing import Standing
from ui.start.asking import Asking
from ui.start.opening import SUFFIX, Opening
from ui.start.opening_sign import OpeningSign
from ui.start.sitting_down import SittingDown
from ui.start.start_page import StartPage
from ui.status_line import StatusLine
from ui.theme.appearance import Appearance
from ui.travel import Travel
from ui.typed_undo import TypedUndo
from ui.undoing import Undoing
from ui.view_memory import keep_view, restore_view
from ui.widgets.announce import Announcer
from ui.widgets.frames import Hairline
from ui.widgets.tab_order import pass_focus
from ui.window_acts import WindowActs

if TYPE_CHECKING:
    from ui.open_project import OpenProject
    from ui.page import Page
    from ui.places import Spot

SMALLEST = (900, 560)
USUAL = (1400, 900)


class MainWindow(QMainWindow):
    """Shows the start page, or the desk of the project that is open."""

    def __init__(
        self, settings: Settings, appearance: Appearance, *, annotator: str | None = None
    ) -> None:
        super().__init__()
        self.settings = settings
        self.appearance = appearance
        self.page: Page | None = None
        self.actions_ = WindowActions(self)
        self.header = HeaderBar(self.actions_)
        self.start = StartPage(self.actions_)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.messages = Messages(self._stack)
        self.status = StatusLine()
        self.guide = DropGuide(self.messages)
        self.jobs = Jobs(self)
        self.chooser = Chooser(settings, self)
        self.opening = Opening(settings, self.jobs, self)
        self.opening_sign = OpeningSign(self._stack, self.start, self.opening)
        self.seat = SittingDown(settings, self, named=annotator or "")
        self.standing = Standing(self.opening, self.jobs, self.chooser, settings, self)
        self.messages.put_first(self.standing.banner)
        self.asking = Asking(self.opening, self.chooser, settings)
        self.keeping = Keeping(self.opening, self.jobs, self.chooser, settings, self)
        self.gone = Gone(settings.backups_folder, self)
        self.receiving = Receiving(self.jobs, self.chooser, self, before=self.keeping.before)
        self.exporting = Exporting(self.jobs, self.chooser, self)
        self.checking = Checking(self.jobs, self)
        self.visiting = Visiting(self._stack, settings)
        self.travel = Travel(settings, self)
        self.undoing = Undoing(self.opening, self.jobs, self.actions_, self.visiting, self.messages)
        self.voice = Announcer(self)
        self._typed_undo = TypedUndo(self)
        self._arrange()
        self.acts = WindowActs(self)
        self._connect_rooms()
        self.finding = Finding(self)
        self.team = Team(self)
        self._show_start()

    @property
    def opened(self) -> "OpenProject | None":
        """The project that is open."""
        return self.opening.opened

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open what is a project; receive everything else."""
        projects = [path for path in paths if path.suffix.lower() == SUFFIX and path.is_file()]
        if self.team.take_dropped(projects):
            return
        if projects:
            self.opening.open(projects[0])
        elif self.opened is None:
            self.messages.hint(self.tr("Open or make a project first; then drop the articles."))
        else:
            self.receiving.receive(self.opened, paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what would happen if it were dropped."""
        paths = dropped_paths(event.mimeData())
        if paths and not self.jobs.is_busy:
            event.acceptProposedAction()
            self.guide.show_for(paths, has_project=self.opened is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self.guide.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.guide.hide()
        paths = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        self.open_dropped(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Hear a mouse's side buttons from now on."""
        super().showEvent(event)
        self.travel.watch(self.windowHandle())

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Let Tab go through the window as one reads it."""
        return pass_focus(self, onward=onward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is going on, close the project and remember how the window stood."""
        if not self.opening.may_leave(self.close):
            event.ignore()
            return
        self.jobs.stop()
        self.gone.end()
        self.settings.remember_shape("window", self.saveGeometry())
        if not self.opening.close():
            event.ignore()
            return
        self.settings.save()
        super().closeEvent(event)

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in (
            (self.header, 0),
            (Hairline(), 0),
            (self.messages, 1),
            (self.status, 0),
        ):
            column.addWidget(part, stretch)
        self.setCentralWidget(body)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        if not self.restoreGeometry(self.settings.shape("window")):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))

    def _connect_rooms(self) -> None:
        self.opening.arrived.connect(self._arrive)
        self.opening.leaving.connect(self._leave)
        self.opening.troubled.connect(self.messages.trouble)
        self.standing.settled.connect(self.status.say_settled)
        self.standing.only_read.connect(self.status.say_reading_only)
        self.standing.explained.connect(self.messages.explain)
        self.standing.restore_wanted.connect(self.keeping.show)
        self.keeping.last_said.connect(self.status.say_backup)
        for room in (self.standing, self.keeping):
            room.told.connect(self.messages.tell)
            room.troubled.connect(self.messages.trouble)
        self.checking.checked.connect(self.keeping.say_checked)
        self.start.project_chosen.connect(self.opening.open)
        self.start.project_forgotten.connect(self._forget_project)
        self.start.backups_wanted.connect(self._offer_backups)
        self.gone.found.connect(self.start.recent.show_backup)
        self.receiving.arrived.connect(self._go)
        self.receiving.refused.connect(self.messages.refuse)
        self.checking.told.connect(self.messages.tell)
        self.checking.refused.connect(self.messages.refuse)
        self.status.person.opening.connect(self._offer_people)
        self.status.person.chosen.connect(self.seat.take_seat)
        self.status.person.other_wanted.connect(self.seat.ask)
        self.visiting.made.connect(self._listen_to)
        self.visiting.began.connect(self._begin_visit)
        self.visiting.ended.connect(self._end_visit)
        self.undoing.told.connect(self.voice.say)
        self.undoing.went.connect(self._go)
        self.messages.said.connect(self.voice.say)
        self.travel.changed.connect(self._offer_places)
        self.travel.doors["labels"] = self.show_labels
        self.travel.doors["search"] = self.show_search
        self.travel.way_back = self.visiting.leave
        self.appearance.changed.connect(self.header.show_theme)

    def _show_start(self) -> None:
        self.setWindowTitle(self.tr("Galley"))
        self.header.show_project(None)
        self.header.set_page_widget(None)
        self.header.set_menus(self.actions_.menus([]))
        self.actions_.need_project(there=False)
        self.actions_.name_history(undo=None, redo=None)
        self._show_recent()
        self.status.hide()
        self.status.clear()
        self._stack.setCurrentWidget(self.start)
        self.start.take_focus()

    def _arrive(self, opened: "OpenProject") -> None:
        """Show the desk of a project that was just opened."""
        from ui.reading.desk_page import DeskPage
        from ui.reading.reading_only import ReadingOnly

        self.messages.clear()
        self.status.clear()
        path = opened.project.path
        self.setWindowTitle(self.tr("{project} — Galley").format(project=path.stem))
        page = DeskPage(opened, last_spot=lambda: self._last_spot(opened))
        page.receive_requested.connect(self.acts.receive_files)
        self._show_page(page)
        self.header.show_project(path)
        self.actions_.need_project(there=True)
        self.status.show()
        for signal, slot in (
            (opened.changed, self.undoing.name_steps),
            (opened.person_changed, self._person_changed),
            (opened.saved, self.status.say_saved),
            (opened.saved, self.messages.move_on),
            (opened.refused, self.messages.refuse),
            (opened.only_read, self._say_only_read),
            (opened.hinted, self.status.say_hint),
            (opened.hinted, self.voice.say),
            (opened.troubled, self.messages.trouble),
            (opened.person_wanted, self.seat.ask),
        ):
            signal.connect(slot)
        ReadingOnly(opened, page)
        self.standing.show()
        self.travel.arrive(opened, page)
        self.seat.sit_down(opened)
        self._person_changed()

    def _say_only_read(self) -> None:
        """Say in the foot that nothing is written; why that is so stands in the bar."""
        told = self.tr("Nothing can be written here; this project is only read.")
        self.status.say_hint(told)
        self.voice.say(told)

    def _last_spot(self, opened: "OpenProject") -> "Spot | None":
        return None if self.opening.is_plain else self.travel.last_spot(opened)

    def _show_page(self, page: "Page") -> None:
        self.page = page
        page.place_said.connect(self.status.say_place)
        page.counted.connect(self.status.say_count)
        page.hinted.connect(self.status.say_hint)
        page.hinted.connect(self.voice.say)
        page.zoomed.connect(self.status.say_zoom)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.header.set_menus(self.actions_.menus(page.menus()))
        self.header.set_page_widget(page.header_widget())
        restore_view(page, self.settings)

    def _leave(self) -> None:
        """Take the desk away; its project is about to be closed."""
        self._remember_how_far()
        self.seat.get_up()
        self.travel.leave()
        self.messages.clear()
        self.exporting.give_up()
        self.visiting.forget()
        page, self.page = self.page, None
        if page is None:
            return
        keep_view(page, self.settings)
        self._show_start()
        self._stack.removeWidget(page)
        page.deleteLater()

    def _remember_how_far(self) -> None:
        done, articles = (0, 0) if self.page is None else self.page.how_far()
        if self.opened is not None and articles:
            path = self.opened.project.path.absolute()
            self.settings.remember_how_far(path, done=done, articles=articles)

    def _go(self, place: Place) -> None:
        if self.page is not None:
            self.visiting.go(place, self.page)

    def show_labels(self) -> None:
        """Put the page of labels before the desk, or take it away."""
        if self.opened is not None:
            self.visiting.labels(self.opened)

    def show_search(self) -> None:
        """Put the search of all articles before the desk."""
        if self.opened is not None:
            self.visiting.search(self.opened)

    def _listen_to(self, page: "Page") -> None:
        self.travel.listen_to(page)
        page.place_said.connect(self.status.say_place)
        page.counted.connect(self.status.say_count)
        page.hinted.connect(self.status.say_hint)
        page.menus_changed.connect(lambda: self.header.set_menus(self.actions_.menus(page.menus())))

    def _begin_visit(self, page: "Page") -> None:
        """Show what belongs to a page that stands before the desk instead of what is the desk's."""
        self.status.say_hint("")
        self.travel.visit(page)
        self.header.set_menus(self.actions_.menus(page.menus()))
        self.header.show_page_widget(shown=False)

    def _end_visit(self, place: Place | None) -> None:
        if self.page is None:
            return
        self._stack.setCurrentWidget(self.page)
        self.header.set_menus(self.actions_.menus(self.page.menus()))
        self.header.show_page_widget(shown=True)
        desk = self.page
        self.travel.come_back(lambda: None if place is None else desk.go(place))

    def _offer_places(self) -> None:
        self.actions_.offer_places(back=self.travel.can_go_back, forward=self.travel.can_go_forward)

    def _person_changed(self) -> None:
        self.status.person.show_person(None if self.opened is None else self.opened.person)
        self.undoing.name_steps()

    def _offer_people(self) -> None:
        from app.queries.people import people

        if self.opened is not None:
            self.status.person.offer(self.opened.ask(people))

    def _forget_project(self, path: Path) -> None:
        self.settings.forget_project(path)
        self._show_recent()

    def _show_recent(self) -> None:
        projects = self.settings.recent()
        self.start.show_recent(projects)
        self.gone.look_for([one.path for one in projects if not one.is_there])

    def _offer_backups(self, path: Path) -> None:
        if not self.keeping.offer(path, is_gone=True):
            self.opening.open(path)
