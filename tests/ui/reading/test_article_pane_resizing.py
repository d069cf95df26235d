from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Shown
from ui.driving import drag_grip, move, press
from ui.reading.pane_metrics import BASE_FONT, PaneMetrics

Show = Callable[..., Shown]
TEXT = (
    "Yesterday the [old minister|actor] of Gora-Podol said “[taxes fell|claim] sharply,” he added."
)


def asked(shown: Shown, qtbot: QtBot, drag: Callable[[], None]) -> tuple[str, list[str]]:
    with qtbot.waitSignal(shown.pane.resize_requested) as signal:
        drag()
    annotation, spans = signal.args
    return annotation, [shown.words(span) for span in spans]


def test_a_dragged_edge_rests_at_the_nearest_word(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("actor: old minister")
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 1, shown.after("Gora-Po")))
    assert wanted == ("actor: old minister", ["old minister of Gora-Podol"])
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 0, shown.at("the old") + 1))
    assert wanted == ("actor: old minister", ["the old minister"])


def test_an_edge_can_take_in_a_quotation_mark(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("claim: taxes fell")
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 0, shown.at("“")))
    assert wanted[1] == ["“taxes fell"]
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 1, shown.after("sharply,”")))
    assert wanted[1] == ["taxes fell sharply,”"]


def test_alt_drags_to_the_very_character(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("actor: old minister")
    alt = Qt.KeyboardModifier.AltModifier
    wanted = asked(
        shown, qtbot, lambda: drag_grip(shown.pane, 1, shown.after("old minis"), modifiers=alt)
    )
    assert wanted[1] == ["old minis"]


def test_an_edge_never_passes_the_other(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("actor: old minister")
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 1, 0))
    assert wanted[1] == ["old"]
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 0, shown.after("sharply")))
    assert wanted[1] == ["minister"]


def test_nothing_is_asked_when_the_edge_comes_back(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("actor: old minister")
    with qtbot.assertNotEmitted(shown.pane.resize_requested):
        drag_grip(shown.pane, 1, shown.after("old ministe"))


def test_escape_calls_the_drag_off(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    shown.pane.choose("actor: old minister")
    before = shown.pane.grab().toImage()
    grip, far = shown.pane.grip_points()[1], shown.pane.point_before(shown.after("Gora-Podol"))
    with qtbot.assertNotEmitted(shown.pane.resize_requested):
        QTest.mousePress(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=grip)
        move(shown.pane, grip, far)
        assert shown.pane.grab().toImage() != before
        press(shown.pane, "Escape")
        QTest.mouseRelease(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=far)
    assert shown.pane.grab().toImage() == before
    assert shown.pane.chosen_id == "actor: old minister"


def test_each_piece_of_an_interrupted_quotation_has_its_own_grips(show: Show, qtbot: QtBot) -> None:
    shown = show("“[Taxes fell|claim#q],” she said, “[and fast|claim#q] too.”")
    shown.pane.choose("claim: Taxes fell … and fast")
    assert len(shown.pane.grip_points()) == 4
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 3, shown.after("too")))
    assert wanted[1] == ["Taxes fell", "and fast too"]
    wanted = asked(shown, qtbot, lambda: drag_grip(shown.pane, 1, shown.after("“and fa")))
    assert wanted[1] == ["Taxes fell,” she said, “and fast"]


def test_a_grip_held_below_the_pane_scrolls_on(show: Show, qtbot: QtBot) -> None:
    shown = show("[First words|claim] here.\n" + "Some more words follow. " * 120 + "\nEnd.")
    shown.pane.choose("claim: First words")
    viewport, grip = shown.pane.viewport(), shown.pane.grip_points()[1]
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=grip)
    move(shown.pane, grip, QPoint(grip.x(), viewport.height() + 60))
    bar = shown.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 200)
    with qtbot.waitSignal(shown.pane.resize_requested) as signal:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=grip)
    (span,) = signal.args[1]
    assert shown.words(span).startswith("First words here.\nSome more words")
    assert shown.words(span).endswith(("Some", "more", "words", "follow"))
    assert len(span) > 400


@pytest.mark.parametrize("zoom", [80, 100, 150])
def test_grips_stay_clear_of_the_tabs_on_the_next_line(zoom: int) -> None:
    metrics = PaneMetrics(round(BASE_FONT * zoom / 100))
    next_tabs = metrics.pitch + metrics.band_top - metrics.tag_height
    assert metrics.underline < metrics.grip_depth < next_tabs - metrics.grip
