"""Receiving bundles: many files or folders, each read apart and taken in by one step of its own."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.bundles import receive_bundle
from app.domain.article import canonical
from app.domain.bundle_report import BundleReport
from app.errors import FileTrouble, Refused
from app.files.foreign import ForeignFiles, ReadFile
from app.files.gather import gather
from app.project import Project

if TYPE_CHECKING:
    from app.store.transaction import Transaction

ENDING = ".galley"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the report, or the sentence with which it was refused."""

    path: Path
    report: BundleReport | None = None
    refused: str = ""

    @property
    def name(self) -> str:
        """The file's name, with what cannot be shown replaced."""
        return canonical(self.path.name).text


def receive_bundles(
    project: Project,
    paths: Iterable[str | Path],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Outcome]:
    """Receive bundles and what folders hold of them, each by one step, in the order of the names.

    What is refused changes nothing and keeps none of the others out. Where `cancelled` says yes
    `Cancelled` is raised: nothing of the file at hand is kept. `progress` is told files.
    """
    outcomes = _Outcomes(project, paths, progress)
    with ForeignFiles(cancelled=cancelled) as foreign:
        for path in outcomes.files:
            outcomes.add(path, lambda path=path: _received(project, foreign, path))  # type: ignore[misc]
    return outcomes.told


def rehearse_bundles(
    project: Project,
    paths: Iterable[str | Path],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Outcome]:
    """Return what `receive_bundles` would, one file after the other, and change nothing."""
    outcomes = _Outcomes(project, paths, progress)
    read: list[tuple[Path, ReadFile]] = []
    with ForeignFiles(cancelled=cancelled) as foreign:
        for path in outcomes.files:
            outcomes.add(path, lambda path=path: read.append((path, foreign.read(path))))  # type: ignore[misc]
        outcomes.told += project.rehearse(_one_after_the_other, read=read)
    return sorted(outcomes.told, key=outcomes.place)


def _received(project: Project, foreign: ForeignFiles, path: Path) -> BundleReport:
    parcel = foreign.read(path)
    try:
        return project.perform(receive_bundle, parcel=parcel, at=_now())
    finally:
        foreign.let_go(parcel)


def _one_after_the_other(
    tx: "Transaction", *, read: Sequence[tuple[Path, ReadFile]]
) -> list[Outcome]:
    told = []
    for path, parcel in read:
        tx = tx.following()
        try:
            told.append(Outcome(path, receive_bundle(tx, parcel=parcel, at=_now())))
        except Refused as why:
            told.append(Outcome(path, refused=str(why)))
    return told


class _Outcomes:
    """The files to receive, and what became of each so far."""

    def __init__(
        self, project: Project, paths: Iterable[str | Path], progress: Progress | None
    ) -> None:
        named = [Path(path) for path in paths]
        gathered = gather(named)
        itself = os.path.realpath(project.path)
        self.files = []
        self.told = [
            Outcome(Path(trouble.path), refused=str(trouble)) for trouble in gathered.troubles
        ]
        for path in gathered.files:
            if os.path.realpath(path) == itself:  # opening it would drop the locks on it
                if path in named:
                    trouble = FileTrouble(path, "it is the project itself.", "Name the bundles.")
                    self.told.append(Outcome(path, refused=str(trouble)))
            elif path in named or path.suffix.lower() == ENDING:
                self.files.append(path)
        self._progress = progress
        self._done = 0

    def add(self, path: Path, work: Callable[[], BundleReport | None]) -> None:
        """Do the work on one file, and keep what became of it."""
        try:
            report = work()
            if report is not None:
                self.told.append(Outcome(path, report))
        except (FileTrouble, Refused) as why:
            self.told.append(Outcome(path, refused=str(why)))
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, len(self.files))

    def place(self, outcome: Outcome) -> int:
        """Return where a file stands in the list."""
        return self.files.index(outcome.path) if outcome.path in self.files else len(self.files)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
