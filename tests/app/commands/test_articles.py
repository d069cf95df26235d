"""An article's particulars can be corrected; its text stays."""

from dataclasses import replace

import pytest

from app.commands.articles import describe
from app.domain.article import LONGEST
from app.errors import Refused
from app.project import Project
from app.queries.article_view import article
from tests.projects import add_article

PARTICULARS = {
    "title": "A title",
    "source": "An outlet",
    "url": "https://example.org",
    "published": "2025-03-01",
    "language": "en",
}


def test_particulars_are_kept_without_outer_space(project: Project) -> None:
    here = add_article(project, "Some text.", title="Draft")
    before = project.ask(article, article=here)
    assert before is not None
    project.perform(
        describe, article=here, **{name: f"  {value}\n" for name, value in PARTICULARS.items()}
    )
    assert project.ask(article, article=here) == replace(before, **PARTICULARS)  # type: ignore[arg-type]


@pytest.mark.parametrize("title", ["", "  \u00a0\n"])
def test_an_article_keeps_a_title(project: Project, title: str) -> None:
    here = add_article(project, "Some text.")
    with pytest.raises(Refused, match="An article needs a title"):
        project.perform(describe, article=here, **{**PARTICULARS, "title": title})


@pytest.mark.parametrize(
    ("field", "word", "limit"),
    [
        ("title", "title", LONGEST["title"]),
        ("source", "outlet", LONGEST["source"]),
        ("published", "date", LONGEST["published"]),
        ("url", "address", LONGEST["url"]),
        ("language", "language", LONGEST["language"]),
    ],
)
def test_particulars_have_an_end(project: Project, field: str, word: str, limit: int) -> None:
    here = add_article(project, "Some text.")
    project.perform(describe, article=here, **{**PARTICULARS, field: "x" * limit})
    rule = f"The {word} may have {limit:,} characters; it has {limit + 1:,}"
    with pytest.raises(Refused, match=rule):
        project.perform(describe, article=here, **{**PARTICULARS, field: "x" * (limit + 1)})


def test_an_article_that_is_gone_cannot_be_described(project: Project) -> None:
    with pytest.raises(Refused, match="This article is no longer in the project"):
        project.perform(describe, article="gone", **PARTICULARS)


def test_what_cannot_be_stored_is_replaced_in_every_particular(project: Project) -> None:
    here = add_article(project, "Some text.")
    project.perform(describe, article=here, **{name: f"\ud83dx\x00 {name}" for name in PARTICULARS})
    found = project.ask(article, article=here)
    assert found is not None
    assert {name: getattr(found, name) for name in PARTICULARS} == {
        name: f"\ufffdx\ufffd {name}" for name in PARTICULARS
    }
