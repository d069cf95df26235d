"""How many keys an article takes: the shortest way by the documented keys, walked at a real desk.

`python -m tests.keystrokes ARTICLE.txt MARKS.tsv` plans how to mark a text, and with
`--at-the-desk` presses the keys in a window off screen. Each line of the marks is a label, a tab
and words of the article, in reading order, what contains before what nests. It prints keys per
annotation and what keys and mouse take by the keystroke-level model of Card, Moran and Newell
(Communications of the ACM 23, 1980): seconds for a key (K), pointing (P), a button pressed or let
go (B), a hand moved between mouse and keys (H) and a thought (M).
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from app.domain.clauses import bare
from app.domain.edges import with_edge_moved
from app.domain.sentences import next_paragraph, next_sentence, sentences_from
from app.domain.span import Span
from app.domain.stops import next_stop, previous_stop
from app.domain.widening import best_at, narrower, wider
from app.domain.words import next_word_end, previous_word_start
from app.exchange.decoding import decode
from app.project import Project
from tests.desk import KEYS, AtDesk
from tests.projects import add_article
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme.appearance import Appearance, Choice

KEY, POINT, BUTTON, HOME, THINK = 0.2, 1.1, 0.1, 0.4, 1.35
_NEAR_ENOUGH = 600
_MOST_KEYS = 40

Wanted = tuple[str, Span]
"""A label's name, and the words that are to carry it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the keys have led: the caret, what is selected or was marked last, what was passed."""

    caret: int
    here: Span | None = None
    is_selected: bool = False
    stop: Span | None = None
    is_widened: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The keys that one annotation takes, its label's key last."""

    label: str
    words: Span
    keys: tuple[str, ...]


def read_marks(text: str, lines: Iterable[str]) -> list[Wanted]:
    """Find each line's words at or after the start of the line before."""
    found: list[Wanted] = []
    start = 0
    for line in lines:
        label, words = line.rstrip("\n").split("\t")
        start = text.index(words, start)
        while found and found[-1][1] == Span(start, start + len(words)):
            start = text.index(words, start + 1)
        found.append((label, Span(start, start + len(words))))
    return found


def plans(text: str, wanted: Sequence[Wanted]) -> Iterator[Plan]:
    """Yield for each annotation the fewest keys from where the one before left the desk."""
    place, marked = Place(0), set[Span]()
    for label, span in wanted:
        place, keys = _shortest(text, place, span, marked)
        yield Plan(label, span, (*keys, KEYS[label]))
        marked.add(span)
        place = replace(place, caret=span.end, is_selected=False)


def press(desk: AtDesk, plans_made: Iterable[Plan]) -> None:
    """Press the keys at a real desk; before each label's key the words must be seen selected."""
    for plan in plans_made:
        desk.press(*plan.keys[:-1])
        selected = desk.page.pane.selection()
        assert selected == plan.words, f"{plan.keys} did not select {plan.words.of(desk.text)!r}"
        desk.press(plan.keys[-1])


def strokes(keys: Sequence[str], held: frozenset[str] = frozenset()) -> int:
    """Count the keys that go down: one that is held, as Shift, counts once as long as it is."""
    total = 0
    for key in keys:
        total += _cost(key, held)
        held = _held(key)
    return total


def by_keys(plan: Plan) -> float:
    """Seconds for one annotation by keys: deciding once, then keys."""
    return THINK + strokes(plan.keys) * KEY


def by_keys_weighed(plan: Plan) -> float:
    """Seconds where every key beyond one to select and one to mark costs a thought of its own."""
    return by_keys(plan) + THINK * (len(plan.keys) - 2)


def by_mouse_and_key() -> float:
    """Seconds by drag and a label's key with the other hand on the keys all the time."""
    return THINK + 2 * POINT + 2 * BUTTON + KEY


def by_mouse_alone() -> float:
    """Seconds where drag and label, or drag and menu, are both pointed at."""
    return THINK + 3 * POINT + 4 * BUTTON


def by_one_hand() -> float:
    """Seconds by drag and a label's key where the hand on the mouse presses the key."""
    return by_mouse_and_key() + 2 * HOME


def _shortest(
    text: str, place: Place, wanted: Span, marked: set[Span]
) -> tuple[Place, tuple[str, ...]]:
    order = count()
    waiting: list[tuple[int, int, Place, tuple[str, ...]]] = [(0, next(order), place, ())]
    seen: set[tuple[Place, frozenset[str]]] = set()
    while waiting:
        cost, _, now, keys = heappop(waiting)
        if now.is_selected and now.here == wanted:
            return now, keys
        held = _held(keys[-1]) if keys else frozenset()
        if (now, held) in seen or cost > _MOST_KEYS:
            continue
        seen.add((now, held))
        for key, then in _steps(text, now, wanted, marked):
            if then != now and _helps(then, place, wanted):
                heappush(waiting, (cost + _cost(key, held), next(order), then, (*keys, key)))
    raise ValueError(f"no way leads to {wanted.of(text)!r}")


def _helps(then: Place, start: Place, wanted: Span) -> bool:
    """Tell whether it lies between where one was and what is wanted, or not far from there."""
    low, high = min(start.caret, wanted.start), max(start.caret, wanted.end)
    return low - _NEAR_ENOUGH < then.caret < high + _NEAR_ENOUGH


def _steps(text: str, now: Place, wanted: Span, marked: set[Span]) -> Iterator[tuple[str, Place]]:
    at = now.here if now.here is not None else now.caret
    onward = now.stop if now.here and now.stop and now.here.covers(now.stop) else at
    for key, stop in (
        ("Space", next_stop(text, onward, skip=marked.__contains__)),
        ("Shift+Space", previous_stop(text, at, skip=marked.__contains__)),
    ):
        if stop is not None:
            yield key, Place(stop.end, stop, is_selected=True, stop=stop)
    wide = wider(text, now.here) if now.here is not None else best_at(text, now.caret)
    if wide is not None:
        yield "W", Place(wide.end, wide, is_selected=True, stop=now.stop, is_widened=True)
    if now.here is not None and not now.is_widened:
        small = narrower(text, now.here)
        if small is not None:
            yield "S", Place(small.end, small, is_selected=True, stop=now.stop)
    if now.is_selected and now.here is not None:
        yield from _edges(text, now, now.here, wanted)
    for key, position in (
        (".", next_sentence(text, now.caret)),
        ("Alt+Down", next_paragraph(text, now.caret)),
        ("Ctrl+Right", next_word_end(text, now.caret)),
        ("Ctrl+Left", previous_word_start(text, now.caret)),
    ):
        yield key, Place(position, stop=now.stop)
    if not now.is_selected and now.here is None:
        end = next_word_end(text, now.caret)
        begun = Span(now.caret, end) if now.caret < end else None
        yield "Ctrl+Shift+Right", Place(end, begun, is_selected=True, stop=now.stop)
    for sentence in sentences_from(text, at if isinstance(at, int) else at.start):
        is_here = isinstance(at, Span) and sentence.overlaps(at)
        if not is_here and not any(one.overlaps(sentence) for one in marked):
            words = bare(text, sentence)
            yield "E", Place(words.end, words, is_selected=True)
            break


def _edges(text: str, now: Place, here: Span, wanted: Span) -> Iterator[tuple[str, Place]]:
    """Yield the steps of an edge towards where it must be, the other one being there already."""
    for key, at_start, onward in (
        ("Alt+Right", False, True),
        ("Alt+Left", False, False),
        ("Alt+Shift+Right", True, True),
        ("Alt+Shift+Left", True, False),
    ):
        edge, goal = (here.start, wanted.start) if at_start else (here.end, wanted.end)
        other = here.end == wanted.end if at_start else here.start == wanted.start
        if not other or edge == goal or (edge < goal) is not onward:
            continue
        (moved,) = with_edge_moved(
            text, [here], at_start=at_start, onward=onward, by_character=False
        )
        yield key, Place(moved.end, moved, is_selected=True, stop=now.stop)


def _held(key: str) -> frozenset[str]:
    return frozenset(key.split("+")[:-1])


def _cost(key: str, held: frozenset[str]) -> int:
    return 1 + len(_held(key) - held)


def report(plans_made: Sequence[Plan], text: str) -> Iterator[str]:
    """Say what was pressed for each annotation, and what it all comes to."""
    for plan in plans_made:
        words = plan.words.of(text)
        shown = words if len(words) < 50 else f"{words[:30]} … {words[-15:]}"
        yield f"{strokes(plan.keys):3}  {' '.join(plan.keys):44} {shown}"
    number = len(plans_made)
    total = sum(strokes(plan.keys) for plan in plans_made)
    yield f"{total} keys for {number} annotations: {total / number:.2f} each"
    for who, seconds in (
        ("keys alone", sum(map(by_keys, plans_made))),
        ("keys alone, a thought for each key", sum(map(by_keys_weighed, plans_made))),
        ("drag, key under the other hand", number * by_mouse_and_key()),
        ("drag, key under the same hand", number * by_one_hand()),
        ("drag, then a label or a menu with the mouse", number * by_mouse_alone()),
    ):
        yield f"{seconds:7.1f} s  {seconds / number:5.2f} s each  {who}"


def press_in_a_window(text: str, plans_made: Sequence[Plan]) -> None:
    """Open a new project with this article in a window off screen and press the keys there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "keys.galley"
        project = Project.create(path)
        add_article(project, text)
        project.close()
        settings = Settings(Path(folder) / "galley.ini")
        window = MainWindow(settings, Appearance(Choice.LIGHT), annotator="anna")
        window.show()
        window.activateWindow()
        window.opening.open(path)
        AtDesk.until(lambda: window.page is not None)
        desk = AtDesk(window)
        AtDesk.until(lambda: desk.page.shown.article is not None)
        desk.page.pane.setFocus()
        press(desk, plans_made)
        assert len(desk.marks()) == len(plans_made)
        window.close()
    assert application is not None


def main(article: str, marks: str, *options: str) -> None:
    text = decode(Path(article).read_bytes()).text
    wanted = read_marks(text, Path(marks).read_text("utf-8").splitlines())
    made = list(plans(text, wanted))
    if "--at-the-desk" in options:
        press_in_a_window(text, made)
    print("\n".join(report(made, text)))


if __name__ == "__main__":
    main(*sys.argv[1:])
