"""Receiving files: read, taken into the project as one step, and told about in sentences."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.annotators import clean_name
from app.commands.receive import FileReport, receive
from app.domain.article import canonical
from app.errors import FileTrouble, Refused
from app.exchange import FORMATS
from app.exchange.record import ArticleRecord
from app.files.gather import gather
from app.files.incoming import IncomingFile, Progress, read_files
from app.project import Project
from app.wording import counted

if TYPE_CHECKING:
    from app.store.transaction import Transaction

_NOT_ARTICLES = (".galley", ".galley-journal", ".galley.part", ".galley.lock")
_FILES_NAMED = 10
_UTF8 = "UTF-8"
_NUMBER = re.compile(r"^\d+ ")


def receive_files(
    project: Project,
    paths: Iterable[str | Path],
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    annotator: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[FileReport]:
    """Receive files and what folders hold, each file whole or not at all, all in one step.

    `annotator` is whose the annotations are that name nobody. `progress` is told bytes; where
    `cancelled` says yes, `Cancelled` is raised and nothing of all the files is kept.
    """
    if annotator:
        annotator = clean_name(annotator)
    if format is not None and format not in FORMATS:
        raise Refused(f"Galley reads no format {format}; it reads {', '.join(FORMATS)}.")
    named = [Path(path) for path in paths]
    gathered = gather(named)
    files, own = _without_projects(gathered.files, named, project.path)
    watched: list[_Watched] = []

    def incoming() -> Iterator[_Watched]:
        for file in read_files(files, format=format, progress=progress, cancelled=cancelled):
            watched.append(_Watched(file))
            yield watched[-1]

    reports = _receive_unless_all_refused(project, incoming(), annotator)
    for report, file in zip(reports, watched, strict=True):
        file.complete(report)
    troubles = (*own, *gathered.troubles)
    return reports + [
        FileReport(Path(trouble.path).name, refused=str(trouble)) for trouble in troubles
    ]


def summary(reports: Sequence[FileReport]) -> list[str]:
    """Say in sentences what became of the files: received, here already, changed, refused."""
    return [
        *_totals(reports),
        *_shortened([sentence for one in reports if (sentence := _known(one))]),
        *_shortened([sentence for one in reports if (sentence := _changed(one))]),
        *_shortened([f"{one.name}: left out {one.left_out}." for one in reports if one.left_out]),
        *refusals(reports),
    ]


def refusals(reports: Iterable[FileReport]) -> list[str]:
    """Return why files were refused, one sentence for each."""
    return [report.refused for report in reports if report.refused]


@dataclass(slots=True)
class _Watched:
    """A file on its way in that remembers the encoding it came in."""

    file: IncomingFile
    encoding: str = field(default="", init=False)

    @property
    def name(self) -> str:
        # half a character pair stands for each byte of a name that is no text; it cannot be stored
        return canonical(self.file.name).text

    @property
    def holds_one(self) -> bool:
        return self.file.holds_one

    def records(self) -> Iterator[ArticleRecord]:
        for record in self.file.records():
            self.encoding = record.encoding
            yield record

    def complete(self, report: FileReport) -> None:
        """Add to the report what only the file's reader knows."""
        if report.refused:
            return
        report.left_out = str(self.file.loss)
        if report.new and self.encoding not in ("", _UTF8):
            report.changed.insert(0, f"read as {self.encoding}")


class _AllRefused(Exception):  # noqa: N818 - it names what happened
    """Nothing is to be kept; gives up the step, so that the project stays as it is to the byte."""

    def __init__(self, reports: list[FileReport]) -> None:
        super().__init__(reports)
        self.reports = reports


def _receive_unless_all_refused(
    project: Project, files: Iterable[_Watched], annotator: str
) -> list[FileReport]:
    def command(tx: "Transaction") -> list[FileReport]:
        reports = receive(tx, files=files, annotator=annotator)
        if all(report.refused for report in reports):
            raise _AllRefused(reports)
        return reports

    try:
        return project.perform(command)
    except _AllRefused as nothing:
        return nothing.reports


def _without_projects(
    files: Iterable[Path], named: Sequence[Path], project: Path
) -> tuple[list[Path], list[FileTrouble]]:
    """Leave out projects that lie in a folder, and this project itself under whatever name.

    It must not even be opened: closing it again would drop the locks on it.
    """
    kept: list[Path] = []
    troubles: list[FileTrouble] = []
    itself = os.path.realpath(project)
    for path in files:
        if path not in named and path.name.lower().endswith(_NOT_ARTICLES):
            continue
        if os.path.realpath(path) == itself:
            troubles.append(
                FileTrouble(path, "it is the project itself.", "Name the files to receive.")
            )
        else:
            kept.append(path)
    return kept, troubles


def _totals(reports: Sequence[FileReport]) -> list[str]:
    """Say how much was received, in one sentence; nothing where every file was refused."""
    if all(report.refused for report in reports):
        return []
    new = sum(report.new for report in reports)
    annotations = sum(report.annotations for report in reports)
    known = sum(report.annotations_known for report in reports)
    what = [counted(new, "article")] if new else []
    what += [counted(annotations, "annotation")] if annotations else []
    received = f"Received {' and '.join(what)}." if what else "Nothing new was received."
    return [received] + ([f"{_are_here(known, 'annotation')} already."] if known else [])


def _are_here(number: int, noun: str) -> str:
    return f"{counted(number, noun)} {'was' if number == 1 else 'were'} here"


def _known(report: FileReport) -> str:
    """Say that a file's articles were here before; the title where it is one."""
    if not report.known:
        return ""
    if report.known == 1 and report.new == 0:
        title = f", as “{report.known_as}”" if report.known_as else ""
        return f"{report.name}: this article was here already{title}."
    return f"{report.name}: {_are_here(report.known, 'article')} already."


def _changed(report: FileReport) -> str:
    """Say what was changed on receipt; several articles of a file are summed up."""
    if not report.changed:
        return ""
    if report.new == 1:
        return f"{report.name}: {'; '.join(report.changed)}."
    what = dict.fromkeys(_NUMBER.sub("", phrase) for phrase in report.changed)
    return f"{report.name}: in its articles {'; '.join(what)}."


def _shortened(sentences: list[str]) -> list[str]:
    """Return the first few sentences, and how many more there are."""
    more = len(sentences) - _FILES_NAMED
    if more <= 1:
        return sentences
    return [*sentences[:_FILES_NAMED], f"The same goes for {counted(more, 'more file')}."]
