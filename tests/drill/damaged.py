"""Damaged and hostile project files: each is opened, or refused in a sentence; none does harm."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from sqlalchemy import Connection

from app.errors import FileTrouble, Refused
from app.files.exporting import export
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.label_set import label_set
from app.queries.people import people
from tests.drill import seeded
from tests.drill.acting import DONE, Marker, Say
from tests.drill.children import BUG, Child
from tests.drill.damages import DAMAGES, flip_in_text, make_hostile
from tests.drill.harness import Figure, folder, portion
from tests.drill.material import make_project

FILES = 10_000
TEXT_FLIPS = 1_000
HOSTILE_SHARE = 0.1
SLOWEST = 5.0
"""Seconds; a file that takes longer hangs."""

IN_ONE_CHILD = 500
AT_ONCE = max(1, min(2, os.cpu_count() or 1))

BEGINS, OPENED, REFUSED, FOUND, UNNOTICED = "begins", "opened", "refused", "found", "unnoticed"


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Open damaged files, and look for flipped bits in texts."""
    yield from opening(seed=seed, times=portion(FILES, share))
    yield from flipping(seed=seed, times=portion(TEXT_FLIPS, share))


def opening(*, seed: int, times: int) -> Iterator[Figure]:
    """Count the files at which a process dies, gets stuck or meets an error nobody foresaw."""
    crashed = Figure("damaged and hostile files: a crash, or an error that is no sentence")
    stuck = Figure(f"damaged and hostile files: more than {SLOWEST:.0f} s until there is an answer")
    with folder() as here:
        good = here / "good.galley"
        make_project(good, seed=seed)
        todo = [
            (start, min(start + IN_ONE_CHILD, times)) for start in range(0, times, IN_ONE_CHILD)
        ]
        running: list[_Batch] = []
        while todo or running:
            while todo and len(running) < AT_ONCE:
                running.append(_Batch(good, seed, *todo.pop(0)))
            for batch in list(running):
                batch.listen(0.05)
                if batch.is_over:
                    running.remove(batch)
                    batch.judge(crashed, stuck)
                    if batch.reached + 1 < batch.stop:
                        todo.insert(0, (batch.reached + 1, batch.stop))
    yield crashed
    yield stuck


def flipping(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Count the flipped bits in texts that no check finds."""
    figure = Figure("bits flipped in the texts of articles: not found by check")
    with folder() as here:
        good = here / "good.galley"
        make_project(good, seed=seed, marks=5)
        child = Child(flip_texts, good, seed, times, fault)
        child.end()
        for said in child.heard:
            if said[0] in (FOUND, UNNOTICED):
                figure.judge("" if said[0] == FOUND else said[1])
        if not child.has_said(DONE):
            figure.judge(f"it ended with {child.heard[-1:]}")
    yield figure


class _Batch:
    """Files numbered `start` to `stop`, opened one after the other by one child."""

    def __init__(self, good: Path, seed: int, start: int, stop: int) -> None:
        self.stop = stop
        self.reached = start - 1
        self._tried = 0
        self._child = Child(open_damaged, good, seed, start, stop)
        self._since = monotonic()
        self._ended = False
        self._seen = 0

    def listen(self, seconds: float) -> None:
        self._ended = not self._child.hear_for(seconds)
        for said in self._child.heard[self._seen :]:
            if said[0] == BEGINS:
                self.reached = said[1]
                self._tried += 1
            self._since = monotonic()
        self._seen = len(self._child.heard)

    @property
    def is_stuck(self) -> bool:
        return self._tried > 0 and monotonic() - self._since > SLOWEST

    @property
    def is_over(self) -> bool:
        return self._ended or self.is_stuck

    def judge(self, crashed: Figure, stuck: Figure) -> None:
        """Count all its files as good, but for the one at which it came to a stop."""
        is_stuck = self.is_stuck and not self._ended
        self._child.kill()
        is_done = self._child.has_said(DONE)
        for _ in range(self._tried if is_done else self._tried - 1):
            crashed.judge("")
            stuck.judge("")
        if is_done:
            self.reached = self.stop
            return
        bug = [said[1] for said in self._child.heard if said[0] == BUG]
        words = bug[0] if bug else f"the process ended with {self._child.process.exitcode}"
        what = [said[2] for said in self._child.heard if said[0] == BEGINS][-1:]
        crashed.judge("" if is_stuck else f"{words}, {what}", f"file {self.reached}")
        stuck.judge(f"it did not end, {what}" if is_stuck else "", f"file {self.reached}")


def open_damaged(say: Say, good: Path, seed: int, start: int, stop: int) -> None:
    """Make and use the damaged files of these numbers."""
    whole = good.read_bytes()
    path = good.with_name(f"damaged-{start}.galley")
    for number in range(start, stop):
        chance = Random(f"{seed} {number}")
        path.write_bytes(whole)
        if chance.random() < HOSTILE_SHARE:
            what = make_hostile(path, chance)
        else:
            damage, content = chance.choice(DAMAGES), bytearray(whole)
            damage(content, chance)
            path.write_bytes(content)
            what = damage.__name__
        say((BEGINS, number, what))
        try:
            use(path)
        except (FileTrouble, Refused) as trouble:
            if not str(trouble).endswith("."):
                raise RuntimeError(f"this is no sentence: {trouble}") from trouble
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
    say((DONE,))


def use(path: Path) -> None:
    """Open a project, look at all of it, mark something, export it and close it."""
    with closing(Project.open(path, backups=path.parent / "backups")) as project:
        list(project.ask(_checked))
        here = project.ask(people)
        for row in project.ask(article_list, annotator=here[0].id if here else None):
            for one in here:
                project.ask(annotations_of, article=row.id, annotator=one.id)
        project.ask(label_set)
        if here:
            marker = Marker(project, 1, lambda _: None)
            marker.act()
            project.undo()
        export(project, path.with_name(f"{path.stem}.jsonl"))


def flip_texts(say: Say, good: Path, seed: int, times: int, fault: str | None) -> None:
    """Flip one bit of a text at a time, and check."""
    seeded.put_in(fault)
    with closing(Project.open(good)) as project:
        texts = project.ask(
            lambda connection: [
                text.encode() for (text,) in connection.exec_driver_sql("SELECT text FROM texts")
            ]
        )
    whole, path, chance = good.read_bytes(), good.with_name("flipped.galley"), Random(seed)
    for number in range(times):
        content = bytearray(whole)
        while not flip_in_text(content, texts, chance):
            pass
        path.write_bytes(content)
        with closing(Project.open(path)) as project:
            said = FOUND if project.ask(_checked) else UNNOTICED
        say((said, f"flip {number}"))
    say((DONE,))


def _checked(connection: Connection) -> list[str]:
    return [str(finding) for finding in check(connection)]
