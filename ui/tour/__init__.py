"""The tour: the whole main job, done through the real window by mouse and keys, with pictures."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from app.errors import FileTrouble
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme.appearance import Appearance, Choice
from ui.tour.guide import Guide, Lost
from ui.tour.round_trip import RoundTrip
from ui.tour.route import Tour
from ui.translation import install_plurals

SIZE = (1480, 940)
FOLDER = Path("tour")


def run_tour(out: Path | None) -> int:
    """Take the tour and leave project, export and pictures in `out`, or in a folder `tour`.

    Returns 0, or 1 where something did not come about as it should. What an earlier tour left in
    the folder is replaced.
    """
    out = (FOLDER if out is None else out).absolute()  # a file dialog stands elsewhere
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("There is no display here; the tour is taken off screen.")
    _clear(out)
    told_before = qInstallMessageHandler(_leave_out_the_platform)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    assert isinstance(app, QApplication)  # noqa: S101 - made two lines above
    install_plurals(app)
    appearance = Appearance(Choice.LIGHT)
    appearance.apply(app)
    guide = Guide(out)
    print("The tour")
    try:
        with TemporaryDirectory(prefix="galley-tour-") as own:  # what Galley keeps for itself
            tour = _take(guide, Settings(Path(own, "settings.ini")), appearance)
            _go_round(guide, Path(own), appearance)
    except Lost as lost:
        print(lost, file=sys.stderr)
        return 1
    finally:
        qInstallMessageHandler(told_before)
    print("It left")
    for path in (tour.project, tour.export, *guide.pictures):
        print(f"  {path}")
    return 0


def _take(guide: Guide, settings: Settings, appearance: Appearance) -> Tour:
    """Go from a new project to an export, in two windows, as on two days."""
    window = _open_window(settings, appearance)
    tour = Tour(guide, window)
    tour.take()
    window.close()
    window = _open_window(settings, appearance)
    window.opening.open(tour.project)
    tour.return_to(window)
    window.close()
    return tour


def _go_round(guide: Guide, own: Path, appearance: Appearance) -> None:
    """Let work go out to three people and come back, each of them on a machine of their own."""
    folder = own / "team"
    folder.mkdir()

    def open_window(name: str) -> MainWindow:
        settings = Settings(folder / f"{name or 'annotators'}.ini")
        return _open_window(settings, appearance, annotator=name or None)

    RoundTrip(guide, folder, open_window).take()


def _open_window(
    settings: Settings, appearance: Appearance, *, annotator: str | None = None
) -> MainWindow:
    window = MainWindow(settings, appearance, annotator=annotator)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    return window


def _leave_out_the_platform(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Pass on what Qt says, but for what an off-screen platform cannot do."""
    if not words.startswith("This plugin does not support"):
        print(words, file=sys.stderr)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def _clear(out: Path) -> None:
    """Make the folder, or take away what an earlier tour left there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in ("Tour.galley", "Tour.jsonl"):
            (out / name).unlink(missing_ok=True)
    except OSError as error:
        raise FileTrouble(out, f"the tour cannot be left there ({error.strerror}).") from error
