"""A lead's project goes out to three annotators, is marked in three windows, and comes back."""

from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from app.project import Project
from app.queries.check import check
from app.queries.layer import EVERYTHING, layer_digest
from ui.bundles.work_report import WorkReport
from ui.settings import Settings
from ui.tour.guide import Guide
from ui.tour.round_trip import LEAD, RoundTrip, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow


def test_in_any_order_and_twice_it_ends_in_the_same_state(
    tmp_path: Path, open_window: "Callable[..., MainWindow]"
) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    trip = RoundTrip(Guide(tmp_path), folder, lambda name: open_window(annotator=name or None))
    trip.found()
    sent = [trip.annotate(file) for file in trip.hand_out()]
    assert len({one.code for one in sent}) == 3
    first, *others = [
        trip.receive([*order, order[0]], name=str(number))
        for number, order in enumerate(list(permutations(sent))[::2])
    ]
    assert all(other == first for other in others)
    project = Project.open(folder / "Team 0.galley")
    try:
        assert project.ask(lambda here: list(check(here))) == []
    finally:
        project.close()


def test_what_was_received_can_be_refused_cancelled_and_undone(
    tmp_path: Path, open_window: "Callable[..., MainWindow]", qtbot: QtBot, settings: Settings
) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    trip = RoundTrip(Guide(tmp_path), folder, lambda name: open_window(annotator=name or None))
    trip.found()
    sent: Sent = trip.annotate(trip.hand_out()[0])
    broken = sent.path.with_name("broken.galley")
    broken.write_bytes(b"no project")
    window = open_window(trip.project, annotator=LEAD)
    opened = window.opened
    assert opened is not None
    before = opened.ask(layer_digest, EVERYTHING)

    def report(*, is_plan: bool) -> WorkReport:
        def shown() -> None:
            here = window.team.taking_in.report
            assert here is not None
            assert here.is_plan is is_plan

        qtbot.waitUntil(shown, timeout=20_000)
        here = window.team.taking_in.report
        assert here is not None
        return here

    window.open_dropped([sent.path, sent.path.parent / "broken.galley"])
    plan = report(is_plan=True)
    assert [one.name for one in plan.outcomes] == [sent.path.name]
    assert sent.code in plan.text()
    plan.reject()
    assert opened.ask(layer_digest, EVERYTHING) == before

    window.team.taking_in.look(opened, [sent.path.parent])
    plan = report(is_plan=True)
    assert "1 refused" in plan.sum.text()
    plan.go.click()
    told = report(is_plan=False)
    assert [one.name for one in told.outcomes] == [broken.name, sent.path.name]
    assert "1 refused" in told.sum.text()
    assert f"File: {broken.name}" in told.text()
    assert str(broken) not in told.text()
    told.go.click()
    after = opened.ask(layer_digest, EVERYTHING)
    assert after != before
    opened.undo()
    assert opened.ask(layer_digest, EVERYTHING) == before
    opened.redo()
    assert opened.ask(layer_digest, EVERYTHING) == after


def test_a_file_that_was_handed_in_is_offered_to_be_received(
    tmp_path: Path, open_window: "Callable[..., MainWindow]", qtbot: QtBot
) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    trip = RoundTrip(Guide(tmp_path), folder, lambda name: open_window(annotator=name or None))
    trip.found()
    sent = trip.annotate(trip.hand_out()[0])
    window = open_window(trip.project, annotator=LEAD)
    assert not window.opening.open(sent.path)
    question = window.team.question
    assert question is not None
    question.accept()
    qtbot.waitUntil(lambda: window.team.taking_in.report is not None, timeout=20_000)
    assert window.team.taking_in.report is not None
    window.team.taking_in.report.reject()

    window.opening.open(sent.path)
    assert window.team.question is not None
    window.team.question.reject()
    opened = window.opened
    assert opened is not None
    assert opened.project.path == sent.path
    assert opened.project.why_read_only
    assert not opened.project.ask_to_write()
