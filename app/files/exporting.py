"""Exporting: everything that annotators say, written to one file, every quote proved on the way."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.commands.annotators import EVERYBODY, GOLD
from app.errors import Cancelled, FileTrouble, Refused
from app.exchange import FORMATS
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.record import ArticleRecord
from app.files.writing import atomic_writer, spare_projects
from app.project import Project
from app.queries.export_records import export_records
from app.queries.people import people
from app.queries.size import size
from app.wording import listed

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many lines and annotations went out, and what the format could not carry."""

    lines: int
    annotations: int
    loss: Loss


def export(
    project: Project,
    out: Path | BinaryIO,
    *,
    format: str = "jsonl",  # noqa: A002 - the word of the command line
    annotator: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write what `annotator` (a name), or everybody (None or "all"), says about every article.

    A file is there whole or not at all; a stream gets what can be written. `progress` is told
    articles; where `cancelled` says yes, `Cancelled` is raised and no file is left.
    """
    form = FORMATS.get(format)
    if form is None or not form.writes:
        known = listed([name for name, one in FORMATS.items() if one.writes])
        raise Refused(f"Galley writes no format {format}; it writes {known}.")
    if isinstance(out, Path):
        spare_projects(out, project.path, ending=form.suffixes[0])

    def write(connection: "Connection") -> ExportReport:
        tally = _Tally(size(connection).articles, progress, cancelled)
        records = export_records(connection, annotator=_annotator_id(connection, annotator))
        with _opened(out) as stream:
            loss = form.write(tally.counting(records), stream)
        return ExportReport(tally.lines, tally.annotations, loss)

    try:
        return project.ask(write)
    except Malformed as trouble:
        raise FileTrouble(project.path, trouble.sentence, trouble.advice) from trouble


def _opened(out: Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    return atomic_writer(out) if isinstance(out, Path) else nullcontext(out)


def _annotator_id(connection: "Connection", name: str | None) -> str | None:
    """Return the id of the annotator of this name, None for everybody; refuse an unknown one."""
    if name is None or name == EVERYBODY:
        return None
    if name.casefold() == GOLD:
        raise Refused("Nothing has been settled yet, so there is no gold to export.")
    everybody = people(connection)
    wanted = unicodedata.normalize("NFC", name).strip().casefold()
    for person in everybody:
        if person.name.casefold() == wanted:
            return person.id
    there = listed([person.name for person in everybody]) if everybody else "nobody yet"
    raise Refused(f"The project has no annotator “{name}”; it has {there}.")


@dataclass(slots=True)
class _Tally:
    """Counts the records that pass, tells how far it is and stops when asked to."""

    articles: int
    progress: Callable[[int, int], None] | None
    cancelled: Callable[[], bool] | None
    lines: int = 0
    annotations: int = 0

    def counting(self, records: Iterator[ArticleRecord]) -> Iterator[ArticleRecord]:
        done = 0
        last = ""
        for record in records:
            if self.cancelled is not None and self.cancelled():
                raise Cancelled
            yield record
            self.lines += 1
            self.annotations += len(record.annotations)
            done += record.id != last
            last = record.id
            if self.progress is not None:
                self.progress(done, self.articles)
