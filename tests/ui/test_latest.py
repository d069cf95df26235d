"""Of work aside only the latest counts."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import Cancelled, Refused
from ui.latest import Latest, Stopped, Tell


@pytest.fixture
def latest(qapp: QObject) -> Iterator[Latest]:
    parent = QObject()
    made = Latest(parent)
    yield made
    made.close()


def never(trouble: object) -> None:
    raise AssertionError(trouble)


def test_what_it_says_comes_before_what_it_ends_with(latest: Latest, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(tell: Tell, _stopped: Stopped) -> str:
        tell("half")
        return "all"

    latest.run(work, told=heard.append, done=heard.append, failed=never)
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert heard == ["half", "all"]


def test_the_next_one_stops_the_one_before_which_tells_nothing(
    latest: Latest, qtbot: QtBot
) -> None:
    begun, heard = Event(), []

    def slow(tell: Tell, stopped: Stopped) -> str:
        begun.set()
        while not stopped():
            pass
        tell("late")
        raise Cancelled

    latest.run(slow, told=heard.append, done=heard.append, failed=never)
    qtbot.waitUntil(begun.is_set)
    latest.run(lambda _tell, _stopped: "second", done=heard.append, failed=never)
    latest.run(lambda _tell, _stopped: "third", done=heard.append, failed=never)
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert heard == ["third"]


def test_what_can_be_mended_is_told(latest: Latest, qtbot: QtBot) -> None:
    heard: list[str] = []

    def work(_tell: Tell, _stopped: Stopped) -> None:
        raise Refused("Not today.")

    latest.run(work, done=never, failed=lambda trouble: heard.append(str(trouble)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Not today."]


def test_a_bug_in_the_work_is_a_bug_in_the_window(latest: Latest, qtbot: QtBot) -> None:
    def work(_tell: Tell, _stopped: Stopped) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as raised:
        latest.run(work, done=never, failed=never)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_closing_waits_until_nothing_goes_on(latest: Latest) -> None:
    over = Event()

    def work(_tell: Tell, stopped: Stopped) -> None:
        while not stopped():
            pass
        over.set()

    latest.run(work, done=never, failed=never)
    begun = latest.is_busy
    latest.close()
    assert begun
    assert over.is_set() or not latest.is_busy
