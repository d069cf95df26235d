"""The tour's side trip: what finds, holds and keeps, each with its picture."""

from ui.driving import press
from ui.keeping.backups_dialog import BackupsDialog
from ui.main_window import MainWindow
from ui.reading.desk_page import DeskPage
from ui.searching.search_page import SearchPage
from ui.tour.guide import Guide

WORD = "Kessa"


def look_around(guide: Guide, window: MainWindow, desk: DeskPage) -> None:
    """Hold a label, find words in the article, anything by name, other places, and backups."""
    press(desk.pane, "L")
    press(desk.pane, "3")
    guide.picture(window, "held-label")
    press(desk.pane, "Esc")
    press(desk.pane, "Ctrl+F")
    guide.type_into(desk.finding.bar.field, WORD)
    guide.picture(window, "find")
    press(desk.finding.bar.field, "Esc")
    window.actions_.find_anything.trigger()
    anything = window.finding.anything
    guide.expect(anything is not None, "the palette opens")
    if anything is not None:
        guide.type_into(anything.palette.field, WORD)
        guide.until(lambda: not anything.is_looking, "the palette has found what it can")
        guide.picture(window, "palette")
        press(anything.palette.field, "Esc")
    _search(guide, window)
    window.actions_.backups.trigger()
    dialog = window.keeping.dialog
    guide.expect(dialog is not None, "the screen of backups opens")
    if dialog is not None:
        _picture_of(guide, dialog, "backups")
    guide.wake(window)
    desk.pane.setFocus()
    guide.say("held a label, found words, names and places, and looked at the backups")


def _search(guide: Guide, window: MainWindow) -> None:
    window.actions_.search.trigger()
    page = window.visiting.page
    if isinstance(page, SearchPage):
        guide.type_into(page.field, WORD)
        guide.until(lambda: not page.searcher.is_busy, "all articles are searched")
        guide.picture(window, "search")
    window.visiting.leave()


def _picture_of(guide: Guide, dialog: BackupsDialog, name: str) -> None:
    guide.until(lambda: not dialog.state.isVisible(), "the backup is compared with now")
    path = guide.out / f"{name}.png"
    guide.expect(dialog.grab().save(str(path)), f"{path} can be written")
    guide.pictures.append(path)
    dialog.reject()
