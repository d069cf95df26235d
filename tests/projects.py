"""What tests do with an open project: sit down as somebody, receive articles, mark them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from app.commands.annotations import mark
from app.commands.annotators import join
from app.commands.receive import receive
from app.domain.annotation import Annotation
from app.domain.annotator import Annotator
from app.exchange.record import ArticleRecord
from app.project import Project
from app.queries.label_set import label_set
from app.store.tables.articles import articles
from tests.marked import Marked


@dataclass(frozen=True, slots=True)
class Received:
    """Records as a file that was read."""

    name: str
    articles: tuple[ArticleRecord, ...]
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


def sit_down(project: Project, name: str = "anna") -> Annotator:
    """Let `name` act in the project from now on; joining is nobody's step, as in the window."""
    project.person = None
    project.person = project.perform(join, name=name)
    return project.person


def add_article(project: Project, text: str, *, title: str = "Untitled") -> str:
    """Receive one text without annotations, unless it is there; return the article's id."""
    record = Marked(text, ()).record(title=title)
    project.perform(receive, files=[Received(f"{title}.txt", (record,), holds_one=True)])
    here = select(articles.c.id).filter_by(sha256=record.sha256)
    return project.ask(lambda connection: connection.execute(here).scalar_one())


def mark_up(project: Project, article: Marked, *, title: str = "Untitled") -> list[Annotation]:
    """Receive the article, then mark it as the person who acts here, one step for each mark."""
    here = add_article(project, article.text, title=title)
    labels = {label.name: label.id for label in project.ask(label_set)}
    return [
        project.perform(mark, article=here, label=labels[one.label], spans=one.spans)
        for one in article.marks
    ]
