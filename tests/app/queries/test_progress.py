"""How far everybody is, told from what was allotted, marked, finished and how long it took."""

from typing import TYPE_CHECKING

from app.commands.annotations import mark
from app.commands.assignments import finish
from app.domain.assignment import State
from app.domain.sitting import Sitting
from app.domain.span import Span
from app.project import Project
from app.queries.label_set import label_set
from app.queries.progress import team_progress
from tests.projects import add_article, sit_down

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
