"""List the articles, and how far every annotator is with each."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from app.cli.choosing import PROJECT_HELP, opened
from app.cli.printing import say, say_json, say_table
from app.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.queries.article_list import ArticleRow

_TITLE_SHOWN = 60
_HEADINGS = ("ID", "CHARACTERS", "PUBLISHED", "OUTLET", "TITLE", "ANNOTATORS")

Progress = dict[str, "ArticleRow"]
"""How far everybody is with one article, by name."""


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument(
        "--json",
        action="store_true",
        help="as a list of objects with id, title, source, published, characters, annotators",
    )


def run(arguments: Namespace) -> int:
    """Print the list."""
    with opened(arguments.project) as project:
        listing = project.ask(_listing)
    if arguments.json:
        say_json([_as_object(article, views) for article, views in listing])
    elif listing:
        say_table([_HEADINGS, *(_as_cells(article, views) for article, views in listing)])
    else:
        say("There are no articles yet; receive some with: python main.py import PROJECT FILE…")
    return 0


def _listing(connection: "Connection") -> "list[tuple[ArticleRow, Progress]]":
    """Return every article, in the order in which they came, with its annotators' view of it.

    As soon as anything is allotted these are the ones who are to read it or worked on it.
    """
    from app.queries.allotment_table import allotment_rows
    from app.queries.article_list import article_list
    from app.queries.people import people
    from app.queries.reading_list import is_anything_allotted

    everybody = people(connection)
    views = {person.id: article_list(connection, annotator=person.id) for person in everybody}
    readers = None
    if is_anything_allotted(connection):
        readers = {row.id: row.readers for row in allotment_rows(connection)}
    return [
        (
            article,
            {
                person.name: views[person.id][position]
                for person in everybody
                if readers is None or person.id in readers[article.id]
            },
        )
        for position, article in enumerate(article_list(connection, annotator=None))
    ]


def _as_object(article: "ArticleRow", views: Progress) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "characters": article.characters,
        "annotators": {
            name: {"state": view.state.value, "annotations": view.annotations}
            for name, view in views.items()
        },
    }


def _as_cells(article: "ArticleRow", views: Progress) -> tuple[str, ...]:
    title = article.title
    if len(title) > _TITLE_SHOWN:
        title = title[: _TITLE_SHOWN - 1] + "…"
    far = [
        f"{name}: {view.state.value} ({counted(view.annotations, 'annotation')})"
        for name, view in views.items()
        if view.annotations or view.state.is_done
    ]
    return (
        article.id,
        f"{article.characters:>{len('CHARACTERS')},}",
        article.published,
        article.source,
        title,
        "; ".join(far),
    )
