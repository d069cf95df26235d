"""Finding anything: what the palette shows for a few letters, and doing what is chosen there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.ranking import Letters
from ui.finding.candidate import Candidate, Group, Recents
from ui.finding.palette import Palette
from ui.finding.sources import MOST, ArticleSource, actions_in, annotations_in, article_candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.queries.article_list import ArticleRow
    from ui.main_window import MainWindow
    from ui.reading.desk_page import DeskPage

ACTIONS, ANNOTATIONS = ">", "#"
"""What is typed first to find one kind of thing only."""

_FEW = 5


class Anything(QObject):
    """Fills one window's palette.

    Annotations are looked for a frame at a time, while the person may go on typing.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._recents = Recents()
        self._articles = ArticleSource()
        self._groups: list[tuple[Group, list[Candidate]]] = []
        self._more: Iterator[list[Candidate]] = iter(())
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._find_more)
        self.palette = Palette(window)
        self.palette.asked.connect(self._ask)
        self.palette.chosen.connect(self._take)
        self.palette.left.connect(self._slices.stop)

    @property
    def is_looking(self) -> bool:
        """Whether there are annotations still to be looked at."""
        return self._slices.isActive()

    def forget(self) -> None:
        """The project is about to be closed."""
        self._slices.stop()
        self._more = iter(())
        self._articles = ArticleSource()
        self._recents.forget()
        if self.palette.isVisible():
            self.palette.leave()

    def _ask(self, typed: str) -> None:
        """Show what is meant by what was typed; annotations follow a little later."""
        self._slices.stop()
        only = typed[:1] if typed[:1] in (ACTIONS, ANNOTATIONS) else ""
        letters = Letters(typed.removeprefix(only))
        page = self._desk()
        self._groups = []
        if not letters.words and not only:
            self._groups.append((Group.RECENT, self._lately()))
        if only != ANNOTATIONS:
            self._groups.append((Group.ACTIONS, self._actions(letters)))
        if not only and page is not None:
            found = self._articles.find(page.articles.model.rows(), letters)
            self._groups.append((Group.ARTICLES, found))
        if letters.words:
            self._groups.sort(key=_best(letters))
        self._groups.append((Group.ANNOTATIONS, []))
        self._show()
        opened = self._window.opened
        if only != ACTIONS and page is not None and opened is not None:
            self._more = annotations_in(opened, page.shown.labels(), letters)
            self._slices.start()

    def _find_more(self) -> None:
        """Make ready for the next letters, then look at some more annotations, up to enough."""
        page = self._desk()
        if page is not None and not self._articles.prepare(page.articles.model.rows()):
            return
        more = next(self._more, None)
        if more:
            most = MOST if self.palette.field.text().strip() else _FEW
            self._groups[-1] = (Group.ANNOTATIONS, more[:most])
            self._show(again=True)
        if more is None:
            self._slices.stop()

    def _show(self, *, again: bool = False) -> None:
        self.palette.model.show_groups(list(self._groups))
        self.palette.show_found(again=again)

    def _actions(self, letters: Letters) -> list[Candidate]:
        window = self._window
        page = window.visiting.page or window.page
        menus = window.actions_.menus([] if page is None else page.menus())
        found = actions_in(menus, letters)
        return [one for one in found if one.action is not window.actions_.find_anything]

    def _lately(self) -> list[Candidate]:
        """Return what was chosen lately, as far as it is still to be had."""
        page, found = self._desk(), list[Candidate]()
        for one in self._recents.chosen:
            row: ArticleRow | None = None
            if one.place is not None and page is not None:
                row = page.articles.model.row(one.place.article)
            if one.row is not None and row is not None:
                found.append(article_candidate(row))
            elif row is not None or (one.action is not None and one.action.isEnabled()):
                found.append(one)
        return found

    def _take(self, candidate: Candidate) -> None:
        """Do what was chosen once the palette is gone, from where the person was."""
        self._slices.stop()
        self._recents.add(candidate)
        QTimer.singleShot(0, self, lambda: self._do(candidate))

    def _do(self, candidate: Candidate) -> None:
        if candidate.action is not None:
            candidate.action.trigger()
        elif candidate.place is not None and self._window.page is not None:
            window, page = self._window, self._desk()
            if window.visiting.page is not None:
                window.visiting.leave()
            if page is not None:
                with page.jump():
                    page.go(candidate.place)
                page.pane.setFocus()

    def _desk(self) -> "DeskPage | None":
        from ui.reading.desk_page import DeskPage

        page = self._window.page
        return page if isinstance(page, DeskPage) else None


def _best(letters: Letters) -> "Callable[[tuple[Group, list[Candidate]]], float]":
    """Return what puts the group first in which something is called what was typed."""

    def cost(group: tuple[Group, list[Candidate]]) -> float:
        fits = [letters.fit(one.name, loosely=True) for one in group[1][:1]]
        return min((round(fit.cost / 10) for fit in fits if fit), default=9.0)

    return cost
