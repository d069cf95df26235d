"""What a person finds on a page as they left it: partings, sizes, what is shown, what was typed."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from app.errors import FileTrouble
from ui.drafts import Drafts
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.page import Page


def restore_view(page: "Page", settings: Settings) -> None:
    """Let a page stand as its like was left on this machine."""
    for number, splitter in enumerate(page.findChildren(QSplitter)):
        splitter.restoreState(settings.shape(_splitter_name(page, number)))
    for switch in _switches(page):
        switch.setChecked(settings.is_on(switch.objectName()))
    kept = {name: settings.size(_size_name(page, name)) for name in page.sizes()}
    page.set_sizes({name: size for name, size in kept.items() if size is not None})
    page.set_drafts(_drafts(settings).of(page.opened.project.id))


def keep_view(page: "Page", settings: Settings) -> None:
    """Remember how a page stands."""
    for number, splitter in enumerate(page.findChildren(QSplitter)):
        settings.remember_shape(_splitter_name(page, number), splitter.saveState())
    for switch in _switches(page):
        settings.remember_on(switch.objectName(), on=switch.isChecked())
    for name, size in page.sizes().items():
        settings.remember_size(_size_name(page, name), size)
    try:
        _drafts(settings).keep(page.opened.project.id, page.drafts())
    except FileTrouble as trouble:
        page.opened.troubled.emit(str(trouble))


def _drafts(settings: Settings) -> Drafts:
    return Drafts(settings.data_folder / "drafts")


def _switches(page: QWidget) -> list[QAction]:
    """Return the page's actions that show or hide something, and have a name to remember it by."""
    actions = page.findChildren(QAction)
    return [one for one in actions if one.isCheckable() and one.objectName()]


def _splitter_name(page: QWidget, number: int) -> str:
    return f"{type(page).__name__}-{number}"


def _size_name(page: "Page", name: str) -> str:
    return f"{page.name}-{name}"
