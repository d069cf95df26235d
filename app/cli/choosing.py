"""What a person names on the command line becomes a project, an article, a label, a person."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.domain.annotator import Annotator
    from app.domain.label import Label
    from app.project import Project
    from app.queries.article_list import ArticleRow

ENDING = ".galley"
PROJECT_HELP = f"the project's file; {ENDING} may be left out"
_SHORTEST_PREFIX = 4
_NAMED = 3


def project_path(words: str) -> Path:
    """Return where the project lies: with the ending that was left out, or else as named."""
    path = with_ending(words)
    return path if path.exists() or not Path(words).exists() else Path(words)


def with_ending(words: str | Path) -> Path:
    """Return the path with the ending of projects, added where it lacks."""
    path = Path(words)
    if not path.name or path.suffix.lower() == ENDING:
        return path
    return path.with_name(path.name + ENDING)


@contextmanager
def opened(words: str) -> "Iterator[Project]":
    """Open the project that `words` name for reading, and close it again."""
    from app.project import Project

    project = Project.open(project_path(words), only_read=True)
    try:
        yield project
    finally:
        project.close()


@contextmanager
def opened_to_write(words: str) -> "Iterator[Project]":
    """Open the project that `words` name for writing; refuse where somebody has it open."""
    from app.project import Project

    project = Project.open(project_path(words))
    try:
        if project.held_by is not None:
            raise Refused(
                f"{project.path}: {project.held_by}. Nothing was changed.{_way_out(project)}"
            )
        yield project
    finally:
        project.close()


def _way_out(project: "Project") -> str:
    """What to do where another computer is said to hold a project, and nobody there does."""
    holder = project.held_by
    if holder is None or holder.is_here:
        return " Close it there and try again."
    side = f".{project.path.name}.lock"
    return f" If it is not open there any more, delete the file {side} beside it."


def the_article(articles: "Sequence[ArticleRow]", words: str) -> "ArticleRow":
    """Return the one article with this id, beginning of an id, or exact title; refuse others."""
    found = [one for one in articles if one.id == words.lower()]
    if not found:
        found = [one for one in articles if one.title == words]
    if not found and len(words) >= _SHORTEST_PREFIX:
        found = [one for one in articles if one.id.startswith(words.lower())]
    if not found:
        raise Refused(
            f"The project has no article “{words}”. "
            "Name it by its id, the beginning of its id, or its exact title."
        )
    if len(found) > 1:
        ids = [one.id for one in found[:_NAMED]] + ["others"] * (len(found) > _NAMED)
        raise Refused(f"“{words}” may be any of {counted(len(found), 'article')}: {listed(ids)}.")
    return found[0]


def the_label(labels: "Sequence[Label]", name: str) -> "Label":
    """Return the label of this name; refuse an unknown one."""
    for label in labels:
        if label.name.casefold() == name.casefold():
            return label
    there = listed([label.name for label in labels]) if labels else "none"
    raise Refused(f"The project has no label “{name}”; it has {there}.")


def person_named(everybody: "Sequence[Annotator]", name: str) -> "Annotator | None":
    """Return the annotator of this name, or None where nobody is called so yet."""
    return next((one for one in everybody if one.name.casefold() == name.casefold()), None)
