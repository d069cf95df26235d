"""Time at work and what is left of it; and of an article nobody sees what others marked."""

from collections.abc import Callable

import pytest

from app.commands.allotments import allot
from app.queries.people import people
from app.queries.time_spent import time_spent
from tests.desk import AtDesk

SitAt = Callable[..., AtDesk]


class Clock:
    """Seconds that go on when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    return sit_at(
        *(f"Report {number}: Ada Ruiz spoke. " + "Rents rose. " * 80 for number in range(8))
    )


@pytest.fixture
def clock(desk: AtDesk) -> Clock:
    desk.page.time.turn_to(None)
    desk.page.time.clock = clock = Clock()
    desk.page.time.turn_to(desk.page.shown.article_id)
    return clock


def work(desk: AtDesk, clock: Clock, seconds: int) -> None:
    """Do an article in so many seconds and go on to the next one."""
    desk.mark("Ada Ruiz", "actor")
    clock.now += seconds
    desk.press("D", "Ctrl+Return")


def spent(desk: AtDesk) -> list[int]:
    opened = desk.window.opened
    assert opened is not None
    return list(opened.ask(time_spent, annotator=opened.person_id).values())


def test_the_foot_of_the_list_says_how_long_the_rest_may_take(desk: AtDesk, clock: Clock) -> None:
    foot = desk.page.articles.foot
    for _ in range(4):
        work(desk, clock, 60)
    assert not foot.isVisible(), "from four articles nothing can be told"
    work(desk, clock, 60)
    desk.until(foot.isVisible)
    assert spent(desk) == [60] * 5
    assert foot.text() == "5 of 8 done · about 3 min left, from your last 5 articles"
    for _ in range(3):
        work(desk, clock, 60)
    desk.until(lambda: not foot.isVisible())


def test_time_is_kept_when_the_project_is_closed(desk: AtDesk, clock: Clock, reopen: SitAt) -> None:
    desk.mark("Ada Ruiz", "actor")
    clock.now += 33
    assert desk.window.opened is not None
    path = desk.window.opened.project.path
    desk.window.close()
    assert spent(reopen(path)) == [33]


def test_opening_and_looking_around_changes_not_a_byte(desk: AtDesk, reopen: SitAt) -> None:
    assert desk.window.opened is not None
    path = desk.window.opened.project.path
    desk.window.close()
    before = path.read_bytes()
    again = reopen(path)
    again.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Shift+A", "Down", "Esc", "Ctrl+Up")
    again.window.close()
    assert path.read_bytes() == before


def test_nobody_sees_on_their_desk_what_somebody_else_marked(desk: AtDesk) -> None:
    desk.mark("Ada Ruiz", "actor")
    desk.press("D")
    desk.sit_down("bert")
    assert desk.marks() == []
    assert desk.page.articles._tally.text() == "0 of 8 done"
    desk.mark("spoke", "claim")
    desk.sit_down("anna")
    assert desk.marks() == [("actor", "Ada Ruiz")]


def test_an_article_stays_on_the_desk_though_it_is_taken_from_the_list(desk: AtDesk) -> None:
    opened = desk.window.opened
    assert opened is not None
    first, second = (row.id for row in desk.page.articles.model.rows()[:2])
    desk.sit_down("bert")
    bert = next(one for one in opened.ask(people) if one.name == "bert")
    opened.perform(allot, give=[(first, bert.id), (second, bert.id)])
    desk.page.open_article(first)
    assert desk.listed() == ["Article 1", "Article 2"]
    opened.perform(allot, take=[(first, bert.id)])
    assert desk.listed() == ["Article 2"]
    assert desk.title == "Article 1"
    desk.mark("Ada Ruiz", "actor")
    assert desk.listed() == ["Article 1", "Article 2"], "worked on, hence listed"
    desk.press("Ctrl+Z")
    assert desk.listed() == ["Article 2"]
    assert desk.title == "Article 1"
