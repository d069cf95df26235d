"""A project whose annotators finished the same articles, each in their own way."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.commands.assignments import finish
from app.project import Project
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

TAXES = {
    "anna": "[The minister|actor] said in [Lorn|location] that [taxes fell twice|claim].",
    "ben": "[The minister|actor] said in [Lorn|location] that [taxes fell|claim] twice.",
    "carla": "[The minister|actor] said in Lorn that [taxes fell twice|denial].",
}
DAM = {
    "anna": "[Drenmark|actor] denies [that it opened the dam|denial].",
    "ben": "[Drenmark|location] denies [that it opened the dam|denial].",
    "carla": "[Drenmark|actor] denies [that it opened the dam|denial].",
}
QUIET = dict.fromkeys(("anna", "ben", "carla"), "Nothing happened today.")
ALONE = {"anna": "[Only Anna|actor] read this."}
UNREAD = {"nobody": "Nobody read this."}

ARTICLES = {"Taxes": TAXES, "Dam": DAM, "Quiet": QUIET, "Alone": ALONE, "Unread": UNREAD}


def compare(path: Path) -> Path:
    """Let three people finish their versions of some articles in a lead's project at `path`."""
    with closing(Project.open(path)) as project:
        sit_down(project, "lead")
        for title, versions in ARTICLES.items():
            for who, version in versions.items():
                if who == "nobody":
                    add_article(project, version, title=title)
                    continue
                sit_down(project, who)
                article = marked(version)
                mark_up(project, article, title=title)
                here = add_article(project, article.text, title=title)
                project.perform(finish, article=here)
    return path


def titles() -> Iterator[str]:
    """Yield the titles of the articles that count."""
    yield from ("Taxes", "Dam", "Quiet")
