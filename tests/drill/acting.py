"""What child processes do, saying each thing they have done, until they are killed.

Every function takes `say` first; what it says is a tuple that begins with a word. From `said` on a
thing is acknowledged: it must be there whatever happens afterwards.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.commands.annotations import set_note
from app.files.exporting import export
from app.files.receiving import receive_files
from app.project import Project
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.backup import back_up
from app.store.migrate import upgrade_file
from tests.drill import seeded
from tests.drill.material import mark_somewhere

Say = Callable[[tuple[object, ...]], object]

BEGUN, SAID, DONE = "begun", "said", "done"


class Marker:
    """Marks and comments at random in an open project, one acknowledged act after the other."""

    def __init__(self, project: Project, seed: int, say: Say) -> None:
        self.project = project
        self.project.person = project.ask(people)[0]
        self._say = say
        self._chance = Random(seed)
        self._articles = [
            (row.id, row.characters) for row in project.ask(article_list, annotator=None)
        ]
        self._labels = [label.id for label in project.ask(label_set)]
        self._mine: list[str] = []
        self._acts = 0

    def act(self) -> None:
        """Do one act, and say so once it is done; nothing where there is nothing to mark."""
        if not self._articles or not self._labels:
            return
        chance, self._acts = self._chance, self._acts + 1
        if self._mine and chance.random() < 0.3:
            name, note = chance.choice(self._mine), f"note {self._acts} " * chance.randint(1, 200)
            self.project.perform(set_note, annotation=name, note=note.strip())
            self._say((SAID, name, note.strip()))
            return
        article, characters = chance.choice(self._articles)
        made = mark_somewhere(self.project, chance, article, characters, self._labels)
        if made is not None:
            self._mine.append(made)
            self._say((SAID, made, ""))


def mark_on(say: Say, path: Path, seed: int, acts: int | None, fault: str | None = None) -> None:
    """Mark without end, or that many acts."""
    seeded.put_in(fault)
    project = Project.open(path)
    marker = Marker(project, seed, say)
    say((BEGUN,))
    while acts is None or marker._acts < acts:
        marker.act()
    say((DONE,))


def mark_and_close(say: Say, path: Path, seed: int) -> None:
    """Do three acts and close."""
    project = Project.open(path)
    marker = Marker(project, seed, say)
    for _ in range(3):
        marker.act()
    say((BEGUN,))
    project.close()
    say((DONE,))


def receive(say: Say, path: Path, source: Path) -> None:
    project = Project.open(path)
    say((BEGUN,))
    receive_files(project, [source])
    say((DONE,))


def make_backup(say: Say, path: Path, target: Path, fault: str | None = None) -> None:
    seeded.put_in(fault)
    say((BEGUN,))
    back_up(path, target)
    say((DONE,))


def upgrade(say: Say, path: Path, backups: Path, fault: str | None = None) -> None:
    seeded.put_in(fault)
    import alembic.command  # noqa: F401 - slow to import, and nothing can happen meanwhile

    say((BEGUN,))
    upgrade_file(path, backups)
    say((DONE,))


def export_all(say: Say, path: Path, out: Path, fault: str | None = None) -> None:
    seeded.put_in(fault)
    project = Project.open(path)
    say((BEGUN,))
    export(project, out)
    say((DONE,))
    project.close()


def say_aloud(said: tuple[object, ...]) -> None:
    """Say it on standard output, at once."""
    os.write(1, (" ".join(str(word) for word in said) + "\n").encode())


def main() -> None:
    """Do one of these things by name: `python -m tests.drill.acting WORK FAULT PATH…`."""
    work, fault, *paths = sys.argv[1:]
    given = fault or None
    if work == "mark":
        path, seed, acts = paths
        mark_on(say_aloud, Path(path), int(seed), int(acts), given)
    else:
        works = {"backup": make_backup, "upgrade": upgrade, "export": export_all}
        works[work](say_aloud, *(Path(path) for path in paths), fault=given)


if __name__ == "__main__":
    main()
