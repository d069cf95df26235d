"""Time at work: seconds with activity, kept where something was done, and nowhere else."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.commands.annotations import mark
from app.commands.annotators import join
from app.domain.sitting import IDLE_SECONDS
from app.domain.span import Span
from app.project import Project
from app.queries.label_set import label_set
from app.queries.time_spent import time_spent
from tests.projects import add_article, sit_down
from ui.open_project import OpenProject
from ui.reading.active_time import ActiveTime


class Clock:
    """Seconds that go on when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(qtbot: QtBot, project: Project) -> OpenProject:
    sit_down(project)
    return OpenProject(project)


@pytest.fixture
def articles(project: Project, opened: OpenProject) -> list[str]:
    return [add_article(project, text) for text in ("Ada Ruiz spoke.", "Rents rose.")]


@pytest.fixture
def at_work(opened: OpenProject, clock: Clock, articles: list[str]) -> ActiveTime:
    counted = ActiveTime(opened, opened, clock=clock, today=lambda: "2031-05-17")
    counted.turn_to(articles[0])
    return counted


def act(opened: OpenProject, article: str, start: int = 0) -> None:
    label = opened.ask(label_set)[0].id
    opened.perform(mark, article=article, label=label, spans=[Span(start, start + 3)])


def spent(opened: OpenProject) -> dict[str, int]:
    return opened.ask(time_spent, annotator=opened.person_id)


def pass_time(clock: Clock, at_work: ActiveTime, *seconds: float) -> None:
    for each in seconds:
        clock.now += each
        at_work.touch()


def test_seconds_with_activity_are_kept_on_leaving_the_article(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    pass_time(clock, at_work, 10, 20.5)
    act(opened, articles[0])
    pass_time(clock, at_work, 9.5)
    assert spent(opened) == {}
    at_work.turn_to(articles[1])
    assert spent(opened) == {articles[0]: 40}


def test_a_pause_counts_as_two_minutes_at_most(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    pass_time(clock, at_work, 5, 4_000, 5)
    act(opened, articles[0])
    at_work.turn_to(None)
    assert spent(opened) == {articles[0]: 10 + IDLE_SECONDS}


def test_looking_around_changes_not_a_byte(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    before = opened.project.path.read_bytes()
    for article in (*articles, articles[0]):
        at_work.turn_to(article)
        pass_time(clock, at_work, 30)
        at_work.keep()
    opened.parting.emit()
    assert opened.project.path.read_bytes() == before


def test_what_was_read_before_counts_once_something_is_done(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    pass_time(clock, at_work, 30)
    at_work.turn_to(articles[1])
    pass_time(clock, at_work, 7)
    at_work.turn_to(articles[0])
    act(opened, articles[0])
    pass_time(clock, at_work, 12)
    opened.parting.emit()
    assert spent(opened) == {articles[0]: 42}


def test_each_stretch_is_told_once(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    for start in (0, 4):
        act(opened, articles[0], start)
        pass_time(clock, at_work, 10)
        at_work.keep()
        at_work.keep()
    at_work.turn_to(articles[1])
    assert spent(opened) == {articles[0]: 20}


def test_what_somebody_else_did_is_not_this_persons_time(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    act(opened, articles[0])
    pass_time(clock, at_work, 10)
    bert = opened.project.perform(join, name="bert")
    opened.set_person(bert)
    at_work.turn_to(articles[0])
    pass_time(clock, at_work, 50)
    at_work.turn_to(None)
    assert spent(opened) == {}


def test_undo_is_of_the_act_and_not_of_the_time(
    opened: OpenProject, at_work: ActiveTime, clock: Clock, articles: list[str]
) -> None:
    act(opened, articles[0])
    pass_time(clock, at_work, 10)
    at_work.keep()
    opened.undo()
    assert spent(opened) == {articles[0]: 10}
    step = opened.next_redo()
    assert step is not None
    assert step.title == "mark as actor"


@pytest.mark.parametrize("kind", [QEvent.Type.KeyPress, QEvent.Type.Wheel])
def test_keys_and_wheel_are_activity_and_painting_is_none(
    qapp: QApplication,
    qtbot: QtBot,
    at_work: ActiveTime,
    clock: Clock,
    opened: OpenProject,
    articles: list[str],
    kind: QEvent.Type,
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    at_work.watch(widget)
    act(opened, articles[0])
    clock.now += 200
    qapp.sendEvent(widget, QEvent(QEvent.Type.Paint))
    clock.now += 200
    at_work.eventFilter(widget, QEvent(kind))
    at_work.turn_to(None)
    assert spent(opened) == {articles[0]: IDLE_SECONDS}
