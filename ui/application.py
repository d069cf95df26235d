"""Starting the window: it is seen first, then what is slow to import is fetched."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.bugs import BugReports
from ui.ending import Ending
from ui.last_run import Ended, LastRun
from ui.letting_go import LettingGo
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme.appearance import STYLE, STYLED, Appearance
from ui.theme.icons import hold_back, let_go
from ui.theme.mark import app_icon
from ui.translation import install_plurals

NAME = "Galley"
LOG = "galley.log"


def run(project: Path | None, annotator: str | None) -> int:
    """Open the window, and in it a project if one is named; return the exit code."""
    app = make_application()
    settings = Settings()
    bugs = BugReports(settings.data_folder / LOG)
    bugs.install()
    appearance = Appearance(settings.theme)
    appearance.lay_out(app)
    install_plurals(app)
    window = MainWindow(settings, appearance, annotator=annotator)
    appearance.finish()
    bugs.troubled.connect(window.messages.trouble)
    last_run = LastRun(settings.data_folder, bugs.log)
    ended = last_run.begin()
    window.opening.about_to_open.connect(last_run.opening)
    project = spared(ended, project)
    show_first(
        window, project, first=bugs.note_beginning, then=lambda: tell_of_the_end(window, ended)
    )
    ending = Ending(window, saved=last_run.end)
    code = app.exec()
    ending.stop()
    last_run.end()
    return code


def spared(ended: Ended | None, project: Path | None) -> Path | None:
    """Return the project to open, unless opening it is what Galley ended over the last time."""
    if ended is None or project is None or project.absolute() != ended.opening:
        return project
    return None


def tell_of_the_end(window: MainWindow, ended: Ended | None) -> None:
    """Say that Galley ended unexpectedly, and offer what it ended over at its beginning."""
    if ended is None:
        return
    failed = ended.opening
    if failed is None and not ended.is_known:
        window.messages.hint(
            window.tr(
                "Galley was cut off the last time. Every act that it showed as saved is in its "
                "project."
            )
        )
        return
    words = window.tr(
        "Galley ended unexpectedly the last time. Every act that it showed as saved is in its "
        "project. What is known about it lies in {path}."
    ).format(path=ended.report)
    if failed is None:
        window.messages.trouble(words)
        return
    window.messages.trouble(
        words,
        action=window.tr("Open {project} at its beginning").format(project=failed.name),
        do=lambda: window.opening.open(failed, plainly=True),
    )


def make_application() -> QApplication:
    """The application with its name, or the one that is there already."""
    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setOrganizationName(NAME)
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else _with_style()
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName(NAME.lower())
    app.setWindowIcon(app_icon())
    return app


def _with_style() -> QApplication:
    """The style goes in as a word of the command line; to set it Qt's `QStyle` would be loaded."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setProperty(STYLED, STYLE)
    return app


def show_first(
    window: MainWindow,
    project: Path | None,
    *,
    first: Callable[[], object] = lambda: None,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Show the window before its icons and the project, which take most of a second to import.

    Once it is seen, what is to be done `first` is done, and `then` the rest.
    """
    hold_back()

    def fetch() -> None:
        LettingGo(window)
        first()
        let_go()
        if project is not None and not window.opening.open(project):
            window.opening_sign.show_for(None)
        then()

    # a full search for what can be let go would take a tenth of a second through what never is
    window.opening.arrived.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
    AfterFirstPaint(window, fetch)
    if project is not None:
        window.opening_sign.show_for(project)
    window.show()


class AfterFirstPaint(QObject):
    """Does something once, after a window has been painted for the first time.

    A timer alone would be too early: the window system asks for the first painting when it likes.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the painting."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._then)
        return super().eventFilter(watched, event)
