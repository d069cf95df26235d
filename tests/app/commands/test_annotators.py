"""Who annotates is known by a name that nobody can mistake."""

import pytest

from app.commands.annotators import clean_name, join
from app.domain.annotator import NAME_LIMIT
from app.errors import Refused
from app.project import Project
from app.queries.people import people


def test_whoever_joins_is_there_once_however_the_name_is_written(project: Project) -> None:
    anna = project.perform(join, name="Anna Müller")
    assert project.perform(join, name="  anna mu\u0308ller ") == anna
    assert project.ask(people) == [anna]


def test_people_come_in_the_order_in_which_they_joined(project: Project) -> None:
    for name in ("Zoë", "آنا", "Bert"):
        project.perform(join, name=name)
    assert [one.name for one in project.ask(people)] == ["Zoë", "آنا", "Bert"]


@pytest.mark.parametrize("name", ["", "  ", "\u00a0"])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(Refused, match="An annotator needs a name"):
        clean_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("an\u202ena", "an\u200bna", "an\nna", "an\x00na", "an\u2028na", "an\ud83dna"),
        *("an\u200cna", "علی\u200c رضا", "\u200dعلی", "علی\u200c\u200cرضا"),
    ],
)
def test_a_name_that_hides_something_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="invisible characters"):
        clean_name(name)


@pytest.mark.parametrize("name", ["علی\u200cرضا", "سیّد محمد\u200cرضا", "ශ්\u200dරී"])
def test_a_joiner_that_shows_in_how_a_name_is_written_belongs_to_it(
    project: Project, name: str
) -> None:
    assert project.perform(join, name=name).name == name


def test_a_name_has_an_end() -> None:
    assert clean_name("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(Refused, match=f"may have {NAME_LIMIT} characters; this one has 101"):
        clean_name("x" * 101)


@pytest.mark.parametrize("name", ["gold", "Gold", " GOLD "])
def test_gold_is_kept_for_what_is_settled_later(name: str) -> None:
    with pytest.raises(Refused, match="is kept for what is settled later"):
        clean_name(name)


def test_a_refused_name_is_not_added(project: Project) -> None:
    with pytest.raises(Refused):
        project.perform(join, name="gold")
    assert project.ask(people) == []
