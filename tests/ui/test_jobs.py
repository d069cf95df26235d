"""Long work runs aside, tells how far it is, can be stopped, and leaves nothing behind."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Cancelled, Refused
from ui.jobs import SCALE, Jobs, Progress, Stopped
from ui.widgets.busy import WorkDialog


class Ends:
    """Collects what jobs came to."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def run(self, jobs: Jobs, work: Callable[[Progress, Stopped], object]) -> None:
        jobs.run(
            "Counting",
            work,
            done=lambda result: self.told.append(("done", result)),
            failed=lambda trouble: self.told.append(("failed", str(trouble))),
            stopped=lambda: self.told.append("stopped"),
        )


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addWidget(QPushButton("Press"))
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def jobs(window: QWidget) -> Iterator[Jobs]:
    jobs = Jobs(window)
    yield jobs
    jobs.stop()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Work that waits for this is still going on; it is let go when the test ends."""
    event = threading.Event()
    yield event
    event.set()


def until_stopped(_progress: Progress, stopped: Stopped) -> None:
    while not stopped():
        threading.Event().wait(0.001)
    raise Cancelled


def test_the_result_arrives_on_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    jobs.run(
        "Counting",
        lambda _progress, _stopped: threading.get_ident(),
        done=lambda worker: threads.extend([worker, threading.get_ident()]),
        failed=pytest.fail,
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()
    assert not jobs.is_busy


def test_a_refusal_is_told_and_not_raised(jobs: Jobs, qtbot: QtBot) -> None:
    def refuse(_progress: Progress, _stopped: Stopped) -> None:
        raise Refused("Not today.")

    ends = Ends()
    ends.run(jobs, refuse)
    qtbot.waitUntil(lambda: bool(ends.told))
    assert ends.told == [("failed", "Not today.")]


def test_a_bug_in_the_work_comes_up_as_a_bug(jobs: Jobs, qtbot: QtBot) -> None:
    def break_down(_progress: Progress, _stopped: Stopped) -> None:
        raise ZeroDivisionError("counting by nothing")

    ends = Ends()
    with qtbot.captureExceptions() as raised:
        ends.run(jobs, break_down)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert ends.told == []
    assert not jobs.is_busy


def test_cancelling_stops_the_work(jobs: Jobs, window: QWidget, qtbot: QtBot) -> None:
    ends = Ends()
    ends.run(jobs, until_stopped)
    (dialog,) = window.findChildren(WorkDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: ends.told == ["stopped"])


def test_progress_reaches_the_box_whatever_the_unit(
    jobs: Jobs, window: QWidget, qtbot: QtBot, gate: threading.Event
) -> None:
    def work(progress: Progress, _stopped: Stopped) -> None:
        progress(3_000_000_000, 6_000_000_000, "half of it")
        gate.wait()

    ends = Ends()
    ends.run(jobs, work)
    (dialog,) = window.findChildren(WorkDialog)
    with qtbot.waitSignal(dialog.finished):
        qtbot.waitUntil(lambda: bar_of(dialog) == (SCALE // 2, SCALE))
        gate.set()


def bar_of(dialog: WorkDialog) -> tuple[int, int]:
    return dialog._bar.value(), dialog._bar.maximum()


def test_the_window_takes_no_input_meanwhile(
    jobs: Jobs, window: QWidget, qtbot: QtBot, gate: threading.Event
) -> None:
    button = window.findChildren(QPushButton)[0]
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    ends = Ends()
    ends.run(jobs, lambda _progress, _stopped: gate.wait())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    gate.set()
    qtbot.waitUntil(lambda: bool(ends.told))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_a_second_job_is_refused_while_one_runs(
    jobs: Jobs, gate: threading.Event, qtbot: QtBot
) -> None:
    first, second = Ends(), Ends()
    first.run(jobs, lambda _progress, _stopped: gate.wait())
    second.run(jobs, lambda _progress, _stopped: None)
    assert second.told
    gate.set()
    qtbot.waitUntil(lambda: first.told == [("done", True)])


def test_closing_stops_the_work_and_tells_nobody(window: QWidget, qtbot: QtBot) -> None:
    jobs, ends = Jobs(window), Ends()
    ends.run(jobs, until_stopped)
    before = [one for one in threading.enumerate() if one.name.startswith("galley-job")]
    jobs.stop()
    assert before
    assert not any(one.is_alive() for one in before)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert ends.told == []
