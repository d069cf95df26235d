"""Searching aside: keeps the index up to date, looks, and counts, each without making one wait."""

from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes
from app.domain.sought import Sought
from app.errors import FileTrouble, Refused
from app.queries.corpus import Narrowing
from app.search.corpus import Corpus, Coverage
from app.search.looking import FoundArticle, Look, Tally
from ui.latest import Latest, Stopped, Tell
from ui.open_project import OpenProject

PAGE = 20
"""So many articles are shown at a time; further ones come when somebody scrolls to them."""


class Searcher(QObject):
    """Searches one open project.

    `found` carries the first articles and whether there are more, `found_more` further ones;
    `tallied` how much there is, as far as it is counted; `covered` how much can be searched.
    """

    found = Signal(list, bool)
    found_more = Signal(list, bool)
    tallied = Signal(object)
    covered = Signal(object)
    troubled = Signal(str)

    def __init__(self, opened: OpenProject, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._folder = folder
        self._lock = Lock()
        self._corpus: Corpus | None = None
        self._look: Look | None = None
        self._updating = Latest(self)
        self._looking = Latest(self)
        self._counting = Latest(self)
        self._is_shut = False
        opened.changed.connect(self._learn)

    @property
    def is_updating(self) -> bool:
        """Whether the index is being brought up to date."""
        return self._updating.is_busy

    @property
    def is_busy(self) -> bool:
        """Whether anything goes on."""
        return any(one.is_busy for one in (self._updating, self._looking, self._counting))

    def update(self) -> None:
        """Bring the index up to date with the project."""

        def work(tell: Tell, stopped: Stopped) -> Coverage:
            return self._open().update(tell, stopped)

        self._updating.run(
            work, told=self.covered.emit, done=self.covered.emit, failed=self._complain
        )

    def stop_updating(self) -> None:
        """Leave the index as far as it is."""
        self._updating.give_up()

    def look(self, sought: Sought, narrowing: Narrowing, *, size: int = PAGE) -> None:
        """Look for something else from now on, so many articles first."""
        person = self._opened.person_id
        self._look = None
        self._counting.give_up()

        def work(_tell: Tell, stopped: Stopped) -> tuple[Look, list[FoundArticle]]:
            look = Look(self._open(), sought, narrowing, annotator=person)
            return look, look.page(size, stopped)

        self._looking.run(
            work,
            done=lambda answer: self._take_first(answer[0], answer[1], size),
            failed=self._complain,
        )

    def look_further(self) -> None:
        """Look for further articles, unless that is going on."""
        look = self._look
        if look is None or self._looking.is_busy:
            return
        self._looking.run(
            lambda _tell, stopped: look.page(PAGE, stopped),
            done=lambda page: self.found_more.emit(page, len(page) == PAGE),
            failed=self._complain,
        )

    def forget(self) -> None:
        """Look for nothing."""
        self._look = None
        self._looking.give_up()
        self._counting.give_up()

    def close(self) -> None:
        """Stop everything and let go of the index; the project is about to be closed."""
        self._is_shut = True
        for one in (self._updating, self._looking, self._counting):
            one.close()
        if self._corpus is not None:
            self._corpus.close()
            self._corpus = None

    def _open(self) -> Corpus:
        with self._lock:
            if self._corpus is None:
                self._corpus = Corpus(self._opened.project, self._folder)
            return self._corpus

    def _take_first(self, look: Look, page: list[FoundArticle], size: int) -> None:
        self._look = look
        self.found.emit(page, len(page) == size)
        self._count(look)

    def _count(self, look: Look) -> None:
        twin = look.again()

        def work(tell: Tell, stopped: Stopped) -> Tally:
            return twin.tally(stopped, tell)

        self._counting.run(
            work, told=self.tallied.emit, done=self.tallied.emit, failed=self._complain
        )

    def _learn(self, changes: Changes) -> None:
        if changes.concerns("article") and not self._is_shut and self._corpus is not None:
            self.update()

    def _complain(self, trouble: Refused | FileTrouble) -> None:
        self.troubled.emit(str(trouble))
