"""What one annotator is to read: their own as soon as anything is allotted, and all before."""

from contextlib import closing
from pathlib import Path

import pytest

from app.commands.allotments import allot
from app.commands.assignments import finish
from app.commands.sittings import keep
from app.domain.assignment import State
from app.domain.estimating import Work
from app.domain.seal import Way
from app.files.bundles import make_bundle
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.allotment_table import Load, allotment_table
from app.queries.reading_list import reading_list
from app.queries.time_spent import last_done
from tests.projects import add_article, sit_down


@pytest.fixture
def articles(project: Project) -> list[str]:
    sit_down(project, "lena")
    return [add_article(project, f"Text {number}.") for number in range(3)]


def listed(project: Project, name: str) -> list[str]:
    person = sit_down(project, name)
    return [row.id for row in project.ask(reading_list, annotator=person.id)]


def test_everybody_reads_everything_as_long_as_nothing_is_allotted(
    project: Project, articles: list[str]
) -> None:
    assert listed(project, "bert") == articles


def test_then_each_reads_their_own_and_a_lead_without_any_reads_all(
    project: Project, articles: list[str]
) -> None:
    bert = sit_down(project, "bert")
    project.perform(allot, give=[(articles[1], bert.id)])
    assert listed(project, "bert") == [articles[1]]
    assert listed(project, "carla") == []
    assert listed(project, "lena") == articles
    assert project.ask(reading_list, annotator=bert.id, only=articles[0]) == []
    assert len(project.ask(reading_list, annotator=bert.id, only=articles[1])) == 1


def test_in_a_copy_of_ones_own_nothing_is_left_to_read_when_all_was_taken_back(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    bert, carla = sit_down(project, "bert"), sit_down(project, "carla")
    sit_down(project, "lena")
    project.perform(allot, give=[(articles[0], bert.id), (articles[1], carla.id)])
    make_bundle(project, tmp_path / "1.galley", annotator=bert, way=Way.OUT)
    project.perform(allot, take=[(articles[0], bert.id)])
    make_bundle(project, tmp_path / "2.galley", annotator=bert, way=Way.OUT)
    with closing(Project.open(tmp_path / "1.galley")) as copy:
        assert listed(copy, "bert") == [articles[0]]
        receive_bundles(copy, [tmp_path / "2.galley"])
        assert listed(copy, "bert") == []


def test_where_allotting_was_undone_before_handing_out_all_is_to_be_read(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    bert = sit_down(project, "bert")
    sit_down(project, "lena")
    project.perform(allot, give=[(articles[0], bert.id)])
    project.undo()
    make_bundle(project, tmp_path / "1.galley", annotator=bert, way=Way.OUT)
    with closing(Project.open(tmp_path / "1.galley")) as copy:
        assert listed(copy, "bert") == articles


def test_what_somebody_worked_on_stays_theirs(project: Project, articles: list[str]) -> None:
    bert = sit_down(project, "bert")
    project.perform(finish, article=articles[0])
    project.perform(allot, give=[(articles[1], bert.id)])
    assert listed(project, "bert") == articles[:2]
    project.perform(allot, take=[(articles[1], bert.id)])
    assert listed(project, "bert") == articles, "nothing is allotted any more"


def test_the_table_tells_who_reads_what_and_how_far_they_are(
    project: Project, articles: list[str]
) -> None:
    lena, bert = sit_down(project, "lena"), sit_down(project, "bert")
    project.perform(finish, article=articles[0])
    project.perform(
        allot, give=[(articles[1], bert.id), (articles[1], lena.id), (articles[0], bert.id)]
    )
    table = project.ask(allotment_table)
    assert [row.allotted for row in table.rows] == [1, 2, 0]
    assert {row.readers[bert.id].state for row in table.rows[:2]} == {State.DONE_EMPTY, State.TO_DO}
    assert table.loads() == {lena.id: Load(1, 0, 0, 7), bert.id: Load(2, 1, 0, 14)}


def test_what_was_done_last_tells_how_fast_somebody_is(
    project: Project, articles: list[str]
) -> None:
    bert = sit_down(project, "bert")
    for article, seconds in zip(articles, (30, 40, 50), strict=True):
        project.perform(keep, article=article, seconds=seconds, day="2031-05-17")
    for article in (articles[2], articles[0]):
        project.perform(finish, article=article)
    assert project.ask(last_done, annotator=bert.id) == [Work(7, 30), Work(7, 50)]
