"""Which articles are meant by a choice, and which stories there are to choose?"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.allotting import stories_by_title
from app.domain.article_choice import OVERLAP, ArticleChoice
from app.store.bulk import fetch_rows
from app.store.tables.allotments import allotments
from app.store.tables.articles import articles


@dataclass(frozen=True, slots=True)
class Story:
    """Articles (ids) that report one event; the first one's title, and its id to choose it by."""

    title: str
    articles: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id by which a choice names it."""
        return self.articles[0]


def chosen_articles(connection: Connection, choice: ArticleChoice) -> frozenset[str] | None:
    """Return the ids of the articles that a choice means, None for all there are."""
    if choice.is_all:
        return None
    query = select(articles.c.id, articles.c.published)
    chosen = {
        name for name, published in fetch_rows(connection, query) if choice.holds_date(published)
    }
    if choice.story:
        own = (set(one.articles) for one in _stories(connection) if choice.story in one.articles)
        chosen &= next(own, set())
    if choice.assigned_overlap:
        chosen &= _overlap(connection)
    return frozenset(chosen)


def stories(connection: Connection) -> list[Story]:
    """Return the stories that more than one article reports, by title."""
    several = (one for one in _stories(connection) if len(one.articles) > 1)
    return sorted(several, key=lambda one: (one.title.casefold(), one.id))


def _stories(connection: Connection) -> list[Story]:
    query = select(articles.c.id, articles.c.title).order_by(articles.c.id)
    titles = dict(fetch_rows(connection, query))
    return [Story(titles[group[0]], tuple(group)) for group in stories_by_title(titles)]


def _overlap(connection: Connection) -> set[str]:
    query = (
        select(allotments.c.article).group_by(allotments.c.article).having(func.count() >= OVERLAP)
    )
    return {name for (name,) in fetch_rows(connection, query)}
