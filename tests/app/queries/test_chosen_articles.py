"""A choice of articles means the same to the window and to the command line."""

import pytest

from app.commands.allotments import allot
from app.commands.receive import receive
from app.domain.article_choice import ALL, ArticleChoice
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.chosen_articles import chosen_articles, stories
from tests.marked import Marked
from tests.projects import Received, sit_down

PUBLISHED = {
    "Taxes fall": "2026-03-01",
    "Rain": "2026-03-05T09:30",
    "TAXES  fall": "2026-03-09",
    "Undated": "",
    "Odd": "last Tuesday",
}


@pytest.fixture
def desk(project: Project) -> Project:
    """Five articles: two of one story, two whose date is unknown."""
    sit_down(project, "lena")
    records = tuple(
        Marked(f"Text of {title}.", ()).record(title=title, published=published)
        for title, published in PUBLISHED.items()
    )
    project.perform(receive, files=[Received("all.jsonl", records)])
    return project


def titles(project: Project, choice: ArticleChoice) -> set[str] | None:
    chosen = project.ask(chosen_articles, choice)
    rows = project.ask(article_list, annotator=None)
    return None if chosen is None else {row.title for row in rows if row.id in chosen}


def test_to_ask_for_nothing_is_to_mean_all(desk: Project) -> None:
    assert titles(desk, ALL) is None


def test_days_of_publication_are_both_included_and_what_is_undated_is_out(desk: Project) -> None:
    assert titles(desk, ArticleChoice(since="2026-03-05")) == {"Rain", "TAXES  fall"}
    assert titles(desk, ArticleChoice(until="2026-03-05")) == {"Taxes fall", "Rain"}
    assert titles(desk, ArticleChoice(since="2026-03-05", until="2026-03-05")) == {"Rain"}


def test_a_story_is_named_by_any_of_its_articles(desk: Project) -> None:
    (story,) = desk.ask(stories)
    assert (story.title, len(story.articles)) == ("Taxes fall", 2)
    for one in story.articles:
        assert titles(desk, ArticleChoice(story=one)) == {"Taxes fall", "TAXES  fall"}
    assert titles(desk, ArticleChoice(story="no such article")) == set()


def test_the_overlap_is_what_two_are_to_read_whether_they_did_or_not(desk: Project) -> None:
    anna, ben = sit_down(desk, "anna"), sit_down(desk, "ben")
    first, second, *_ = (row.id for row in desk.ask(article_list, annotator=None))
    desk.perform(allot, give=[(first, anna.id), (first, ben.id), (second, anna.id)])
    assert desk.ask(chosen_articles, ArticleChoice(assigned_overlap=True)) == {first}


def test_all_that_is_asked_for_must_hold(desk: Project) -> None:
    (story,) = desk.ask(stories)
    assert titles(desk, ArticleChoice(story=story.id, since="2026-03-02")) == {"TAXES  fall"}


def test_a_choice_that_nothing_can_meet_is_refused() -> None:
    with pytest.raises(Refused):
        ArticleChoice(since="2026-03-05", until="2026-03-01")


def test_a_choice_says_in_words_what_it_means() -> None:
    assert str(ALL) == "all"
    choice = ArticleChoice(since="2026-03-01", assigned_overlap=True)
    assert str(choice) == "published on 2026-03-01 or later, allotted to at least two people"
