"""How far everybody is, told from what was allotted, marked, finished and how long it took."""

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from app.commands.allotments import allot
from app.commands.annotations import mark
from app.commands.assignments import finish
from app.domain.assignment import State
from app.domain.sitting import Sitting
from app.domain.span import Span
from app.errors import Cancelled
from app.project import Project
from app.queries.label_set import label_set
from app.queries.progress import progress_frame, team_progress
from tests.projects import add_article, sit_down
from ui.progress.counting import count_progress

if TYPE_CHECKING:
    from app.store.transaction import Transaction


def sat(tx: "Transaction", *, article: str, day: str, seconds: int) -> None:
    tx.name_step("sit")
    assert tx.person is not None
    tx.add(Sitting(tx.new_id(), article, tx.person.id, day, seconds))


def test_figures_are_those_of_what_was_done(project: Project) -> None:
    anna = sit_down(project, "anna")
    first = add_article(project, "The minister said taxes fell.", title="One")
    second = add_article(project, "The union denied it.", title="Two")
    claim = next(one.id for one in project.ask(label_set) if one.name == "claim")
    project.perform(mark, article=first, label=claim, spans=[Span(0, 12)])
    project.perform(sat, article=first, day="2026-11-02", seconds=90)
    project.perform(finish, article=first)
    bert = sit_down(project, "bert")
    project.perform(mark, article=second, label=claim, spans=[Span(0, 9)])
    team = project.ask(team_progress)
    cells = {line.id: line.cells for line in team.lines}
    assert cells[first][anna.id].state is State.DONE
    assert cells[first][bert.id].state is State.TO_DO
    assert cells[second][bert.id].state is State.BEGUN
    assert [line.done_by for line in team.lines] == [1, 0]
    assert team.sums[anna.id].by_label == {claim: 1}
    assert team.sums[anna.id].minutes_each == 1.5
    assert team.per_day == {anna.id: {"2026-11-02": 1}}
    assert team.done_on == {"2026-11-02": frozenset([first])}


def test_what_a_lead_tries_out_is_owed_to_nobody(project: Project) -> None:
    lead = sit_down(project, "lena")
    article = add_article(project, "The minister said taxes fell.", title="One")
    claim = next(one.id for one in project.ask(label_set) if one.name == "claim")
    project.perform(mark, article=article, label=claim, spans=[Span(0, 12)])
    anna = sit_down(project, "anna")
    project.person = lead
    project.perform(allot, give=[(article, anna.id)])
    team = project.ask(team_progress)
    assert {who: sums.articles for who, sums in team.sums.items()} == {lead.id: 0, anna.id: 1}
    project.perform(finish, article=article)
    assert project.ask(team_progress).sums[lead.id].done == 1
    project.perform(allot, give=[(article, lead.id)])
    assert project.ask(team_progress).sums[lead.id].articles == 1


def test_the_parts_tell_what_is_told_in_one_go(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(project)
    claim = next(one.id for one in project.ask(label_set) if one.name == "claim")
    for number in range(5):
        here = add_article(project, f"Report {number} said rents rose.", title=f"Report {number}")
        project.perform(mark, article=here, label=claim, spans=[Span(0, 6)])
        project.perform(finish, article=here)
    whole = project.ask(team_progress)
    monkeypatch.setattr("app.queries.progress.PART", 2)
    assert len(list(project.ask(progress_frame).parts())) == 3
    assert count_progress(project, lambda: False) == whole


def test_nobody_waits_for_the_whole_of_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        add_article(project, f"Report {number}.", title=f"Report {number}")
    monkeypatch.setattr("app.queries.progress.PART", 1)
    free: list[bool] = []

    def is_stopped() -> bool:
        other = Thread(target=lambda: free.append(not project.is_at_work))
        other.start()
        other.join()
        return len(free) == 3

    with pytest.raises(Cancelled):
        count_progress(project, is_stopped)
    assert free == [True] * 3
