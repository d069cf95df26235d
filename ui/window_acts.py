"""What the window does when its menus and keys are used: each action goes to the room it is for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class WindowActs(QObject):
    """Connects the window's actions; what needs a project does nothing without one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._connect_work()
        self._connect_looks()

    def _connect_work(self) -> None:
        window, actions = self._window, self._window.actions_
        for action, act in (
            (actions.new, window.asking.new),
            (actions.open, window.asking.existing),
            (actions.sample, window.opening.open_sample),
            (actions.receive, self.receive_files),
            (actions.receive_folder, self._receive_folder),
            (actions.export, self._export),
            (actions.backups, window.keeping.show),
            (actions.check, self._check),
            (actions.save, self._save),
            (actions.save_copy, window.standing.save_copy),
            (actions.close, window.opening.close),
            (actions.quit, window.close),
            (actions.back, window.travel.back),
            (actions.forward, window.travel.forward),
            (actions.person, window.seat.ask),
            (actions.labels, window.show_labels),
            (actions.search, window.show_search),
            (actions.assigning, self.show_assigning),
            (actions.keys, self._show_keys),
            (actions.about, self._show_about),
        ):
            action.triggered.connect(act)
        window.travel.doors["assigning"] = self.show_assigning
        actions.recent.aboutToShow.connect(lambda: window.asking.fill_recent(actions.recent))

    def _connect_looks(self) -> None:
        window, actions = self._window, self._window.actions_
        appearance = window.appearance
        actions.full_screen.toggled.connect(self._show_full_screen)
        actions.toggle_theme.triggered.connect(appearance.toggle)
        for choice, action in actions.themes.items():
            action.triggered.connect(lambda _, choice=choice: appearance.set_choice(choice))
        for action in (*actions.themes.values(), actions.toggle_theme):
            action.triggered.connect(self._remember_theme)
        appearance.changed.connect(self._show_theme_choice)
        self._show_theme_choice()

    def receive_files(self) -> None:
        """Let the person choose files with articles."""
        if self._window.opened is not None:
            self._window.receiving.choose_files(self._window.opened)

    def show_assigning(self) -> None:
        """Put the page of people and assignments before the desk, or take it away."""
        from ui.assigning.assigning_page import AssigningPage

        window = self._window
        if window.opened is not None:
            window.visiting.other(AssigningPage, window.opened)
            if isinstance(window.visiting.page, AssigningPage):
                window.visiting.page.jobs = window.jobs

    def _receive_folder(self) -> None:
        if self._window.opened is not None:
            self._window.receiving.choose_folder(self._window.opened)

    def _export(self) -> None:
        if self._window.opened is not None:
            self._window.exporting.ask(self._window.opened)

    def _check(self) -> None:
        if self._window.opened is not None:
            self._window.checking.check(self._window.opened)

    def _save(self) -> None:
        """Save what waits or is half typed, and say that nothing else ever needs to be."""
        window, opened = self._window, self._window.opened
        if opened is None:
            return
        if opened.project.why_read_only:
            window.messages.refuse(opened.project.why_read_only)
            return
        opened.settling.emit()
        if opened.kept.retry():
            told = self.tr("Everything is saved already: each act is, at once.")
            window.status.say_hint(told)
            window.voice.say(told)

    def _show_keys(self) -> None:
        from ui.key_sheet import KeySheet

        window = self._window
        page = window.visiting.page or window.page
        parts = [] if page is None else page.menus()
        gestures = () if page is None else page.gestures()
        KeySheet(window.actions_.menus(parts), window, gestures=gestures).open()

    def _show_about(self) -> None:
        from ui.start.about import AboutDialog

        AboutDialog(self._window).open()

    def _show_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _show_theme_choice(self) -> None:
        self._window.actions_.themes[self._window.appearance.choice].setChecked(True)

    def _remember_theme(self) -> None:
        self._show_theme_choice()
        self._window.settings.theme = self._window.appearance.choice
