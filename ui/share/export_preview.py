"""What an export would hold, counted before it is written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.annotator import Annotator
from app.queries.article_list import article_list

if TYPE_CHECKING:
    from ui.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class Preview:
    """Counts of articles, of annotations, and of articles somebody is not done with.

    For several annotators an article counts as not done when nobody has finished it.
    """

    articles: int
    annotations: int
    not_done: int


def preview(opened: "OpenProject", people: list[Annotator]) -> Preview:
    """Count what these annotators say about the project's articles."""
    lists = [opened.ask(article_list, annotator=person.id) for person in people]
    if not lists:
        rows = opened.ask(article_list, annotator=None)
        return Preview(len(rows), 0, len(rows))
    views = list(zip(*lists, strict=True))
    return Preview(
        articles=len(views),
        annotations=sum(row.annotations for view in views for row in view),
        not_done=sum(not any(row.state.is_done for row in view) for view in views),
    )
