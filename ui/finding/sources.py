"""Where candidates come from: the menus, the article list, and the annotations in the project."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from app.domain.label import Label
from app.domain.place import Place
from app.domain.ranking import Letters, initials
from ui.finding.candidate import Candidate, Group
from ui.page import MenuPart
from ui.widgets.plain import one_line

if TYPE_CHECKING:
    from app.queries.article_list import ArticleRow
    from ui.open_project import OpenProject

MOST = 8
"""So many of a group are shown; whoever wants another types a letter more."""

MOST_ACTIONS = 200
_LOOKED_AT = 300
_ENOUGH = 30
_AT_ONCE = 5_000


def actions_in(menus: Sequence[MenuPart], letters: Letters) -> list[Candidate]:
    """Return the actions of the menus that can be done now and that the letters mean."""
    found: list[tuple[float, int, Candidate]] = []
    for title, actions in menus:
        for action in actions:
            if action is None or not action.isEnabled() or action.menu() is not None:
                continue
            name, detail = _plain(action.text()), _plain(title)
            fit = letters.fit(name, loosely=True) or letters.fit(f"{name} {detail}")
            if fit is not None:
                places = tuple(place for place in fit.places if place < len(name))
                candidate = Candidate(
                    Group.ACTIONS, name, detail, places, keys=_keys(action), action=action
                )
                found.append((fit.cost if letters.words else 0, len(found), candidate))
    return [candidate for *_, candidate in nsmallest(MOST_ACTIONS, found)]


class ArticleSource:
    """Finds articles among the rows of the article list, tens of thousands in a moment."""

    def __init__(self) -> None:
        self._rows: Sequence[ArticleRow] = ()
        self._keys: list[str] = []
        self._initials: list[str] = []

    def prepare(self, rows: "Sequence[ArticleRow]", *, most: int = _AT_ONCE) -> bool:
        """Make ready to find among these rows, up to so many more of them; tell if all are."""
        if rows is not self._rows or len(self._keys) > len(rows):
            self._rows, self._keys, self._initials = rows, [], []
        start = len(self._keys)
        more = [f"{row.title} {row.source}".casefold() for row in rows[start : start + most]]
        self._keys += more
        self._initials += [initials(key) for key in more]
        return len(self._keys) == len(rows)

    def find(self, rows: "Sequence[ArticleRow]", letters: Letters) -> list[Candidate]:
        """Return the articles whose title and outlet the letters mean, the likeliest first."""
        if not letters.words:
            return []
        self.prepare(rows, most=len(rows))
        found = []
        for number in self._likely(letters):
            row = rows[number]
            fit = letters.fit(row.title) or letters.fit(f"{row.title} {row.source}")
            if fit is not None:
                places = tuple(place for place in fit.places if place < len(row.title))
                found.append((fit.cost, number, places))
        return [
            article_candidate(rows[number], places) for _, number, places in nsmallest(MOST, found)
        ]

    def _likely(self, letters: Letters) -> list[int]:
        """Return the numbers of some rows that the letters may mean, the likelier ones surely."""
        holding = _holding(self._keys, letters.words)
        beginning = (number for number in holding if letters.begin(self._keys[number]))
        chosen = dict.fromkeys(islice(beginning, _LOOKED_AT)) | dict.fromkeys(holding[:_LOOKED_AT])
        if len(chosen) < _ENOUGH:
            chosen |= dict.fromkeys(_holding(self._initials, letters.words)[:_LOOKED_AT])
        return list(chosen)


def _holding(keys: Sequence[str], words: Sequence[str]) -> list[int]:
    """Return the numbers of the keys that hold all of these words."""
    longest, *others = sorted(words, key=len, reverse=True)
    numbers = [number for number, key in enumerate(keys) if longest in key]
    for word in others:
        numbers = [number for number in numbers if word in keys[number]]
    return numbers


def article_candidate(row: "ArticleRow", places: tuple[int, ...] = ()) -> Candidate:
    """Return an article as a candidate."""
    return Candidate(Group.ARTICLES, row.title, row.source, places, place=Place(row.id), row=row)


def annotations_in(
    opened: "OpenProject", labels: Mapping[str, Label], letters: Letters
) -> Iterator[list[Candidate]]:
    """Yield the likeliest of some of the person's annotations, then those of some more.

    Without letters these are the newest, and with as many as are shown it is at an end.
    """
    from app.queries.annotation_finding import annotations_holding

    person, before = opened.person_id, ""
    ranked: list[tuple[float, int, Candidate]] = []
    looked_at = 0
    if person is None:
        return
    words = [(word, _named(labels.values(), word)) for word in letters.words]
    while True:
        page = opened.ask(annotations_holding, words=words, annotator=person, before=before)
        for one in page.found[:_LOOKED_AT]:
            cost, places = _fit(letters, one.quote)
            label = labels.get(one.label)
            candidate = Candidate(
                Group.ANNOTATIONS, one.quote, one.title, places, place=one.place, label=label
            )
            ranked.append((cost, looked_at, candidate))
            looked_at += 1
        ranked = nsmallest(MOST, ranked)
        yield [candidate for *_, candidate in ranked]
        before = page.last
        if not before or looked_at >= (_LOOKED_AT if words else MOST):
            return


def _fit(letters: Letters, quote: str) -> tuple[float, tuple[int, ...]]:
    """Return how well words mean a quotation and where in it; some may mean its label instead."""
    fits = [fit for word in letters.words if (fit := Letters(word).fit(quote)) is not None]
    places = {place for fit in fits for place in fit.places}
    return sum(fit.cost for fit in fits), tuple(sorted(places))


def _named(labels: Iterable[Label], word: str) -> list[str]:
    return [label.id for label in labels if label.name.casefold().startswith(word)]


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    """Return a menu's words without the marks for its letters."""
    return one_line(text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
