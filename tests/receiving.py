"""Files as tests let a project receive them: whole, broken off or made while they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.commands.receive import FileReport, receive
from app.exchange.record import ArticleRecord
from app.project import Project
from app.queries.article_list import ArticleRow, article_list
from app.queries.check import check
from app.queries.people import people
from tests.marked import marked
from tests.projects import Received

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")
OTHER = marked("[Nobody|actor] came.")
SOME_ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"


@dataclass(frozen=True)
class Broken:
    """A file that breaks off, as an unreadable or a malformed one does."""

    articles: tuple[ArticleRecord, ...]
    trouble: Exception
    name: str = "broken"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles
        raise self.trouble


@dataclass(frozen=True)
class Lazy:
    """A file whose records are made while it is read."""

    articles: Iterator[ArticleRecord]
    name: str = "lazy"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


def take(project: Project, *files: Received | Broken, annotator: str = "") -> list[FileReport]:
    reports = project.perform(receive, files=files, annotator=annotator)
    assert project.ask(lambda here: list(check(here))) == []
    return reports


def file(*records: ArticleRecord, name: str = "a.jsonl") -> Received:
    return Received(name, records)


def rows(project: Project, annotator: str = "anna") -> list[ArticleRow]:
    known = {one.name: one.id for one in project.ask(people)}
    return project.ask(article_list, annotator=known.get(annotator))


def texts_kept(project: Project) -> int:
    count: int = project.ask(
        lambda here: here.exec_driver_sql("SELECT count(*) FROM texts").scalar_one()
    )
    return count
