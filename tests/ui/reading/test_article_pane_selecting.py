from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.label import Look
from app.domain.span import Span
from tests.ui.reading.conftest import Shown
from ui.driving import click, click_times, double_click, drag, drag_between, point_of, press

Show = Callable[..., Shown]
TEXT = (
    "The minister said the U.S.-led talks in Gora-Podol were over. "
    "“Taxes\u00a0fell,” he added. Nobody asked why.\n\nA second paragraph."
)


def test_a_drag_selects_exactly_what_it_crossed(show: Show) -> None:
    shown = show(TEXT)
    drag(shown.pane, shown.at("nister"), shown.after("sai"))
    assert shown.words(shown.pane.selection()) == "nister sai"


def test_a_sloppy_drag_means_whole_words(show: Show) -> None:
    shown = show(TEXT)
    drag(shown.pane, shown.at("inister"), shown.after("U.S.-le"))
    assert shown.words(shown.pane.snapped_selection(Look.UNDERLINE)) == "minister said the U.S.-led"


def test_a_quotation_keeps_its_marks_as_a_statement_only(show: Show) -> None:
    shown = show(TEXT)
    drag(shown.pane, shown.at("“Taxes"), shown.after("fell,”"))
    assert shown.words(shown.pane.snapped_selection(Look.BAND)) == "“Taxes\u00a0fell,”"
    assert shown.words(shown.pane.snapped_selection(Look.UNDERLINE)) == "Taxes\u00a0fell"


def test_a_drag_that_starts_in_a_selection_selects_anew(show: Show) -> None:
    shown = show(TEXT)
    drag(shown.pane, shown.at("minister"), shown.after("talks in"))
    drag(shown.pane, shown.at("U.S."), shown.after("Gora-Podol"))
    assert shown.words(shown.pane.selection()) == "U.S.-led talks in Gora-Podol"


def test_a_drag_backwards_selects_the_same(show: Show) -> None:
    shown = show(TEXT)
    drag(shown.pane, shown.after("talks in"), shown.at("talks in"))
    assert shown.words(shown.pane.selection()) == "talks in"


def test_a_trembling_click_selects_nothing(show: Show) -> None:
    shown = show(TEXT)
    start = point_of(shown.pane, shown.at("minister"))
    drag_between(shown.pane, start, start + QPoint(2, 1))
    assert shown.pane.selection() is None


def test_a_click_with_shift_selects_up_to_there(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.set_caret(shown.at("talks"))
    click(shown.pane, shown.at("over") - 1, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert shown.words(shown.pane.selection()).startswith("talks in Gora-Podol were")


def test_clicking_again_and_again_takes_word_sentence_and_paragraph(show: Show) -> None:
    shown = show(TEXT)
    double_click(shown.pane, shown.at("Podol"))
    assert shown.words(shown.pane.selection()) == "Gora-Podol"
    click_times(shown.pane, shown.at("added"), 3)
    assert shown.words(shown.pane.selection()) == "“Taxes\u00a0fell,” he added."
    click_times(shown.pane, shown.at("added"), 4)
    assert shown.words(shown.pane.selection()) == TEXT.split("\n")[0]


def test_keys_alone_select_by_characters_and_by_galleys_words(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.set_caret(shown.at("U.S."))
    press(shown.pane, "Ctrl+Shift+Right")
    assert shown.words(shown.pane.selection()) == "U.S.-led"
    for _ in range(3):
        press(shown.pane, "Ctrl+Shift+Right")
    assert shown.words(shown.pane.selection()) == "U.S.-led talks in Gora-Podol"
    press(shown.pane, "Shift+Left")
    assert shown.words(shown.pane.selection()) == "U.S.-led talks in Gora-Podo"
    press(shown.pane, "Ctrl+Shift+Left")
    assert shown.words(shown.pane.selection()) == "U.S.-led talks in "
    press(shown.pane, "Escape")
    assert shown.pane.selection() is None


def test_the_caret_walks_by_galleys_words(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.set_caret(shown.at("Gora"))
    press(shown.pane, "Ctrl+Right")
    assert shown.pane.caret() == shown.after("Gora-Podol")
    press(shown.pane, "Ctrl+Left")
    assert shown.pane.caret() == shown.at("Gora-Podol")


def test_whoever_listens_learns_of_each_change_of_the_selection(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    with qtbot.waitSignal(shown.pane.selection_changed):
        shown.pane.select(Span(4, 12))
    with qtbot.assertNotEmitted(shown.pane.selection_changed):
        shown.pane.select(Span(4, 12))
    with qtbot.waitSignal(shown.pane.selection_changed):
        shown.pane.clear_selection()


def test_copying_keeps_no_break_spaces_and_nothing_but_text(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.select(shown.article.span("“Taxes\u00a0fell,”"))
    for copy in (shown.pane.copy, lambda: press(shown.pane, "Ctrl+C")):
        QGuiApplication.clipboard().setText("something else")
        copy()
        assert QGuiApplication.clipboard().text() == "“Taxes\u00a0fell,”"
        assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


@pytest.mark.parametrize(
    "words", ["😀 fell", "𝔘nter", "القاهرة", "بعد 😀 الظهر", "台北", "cafe\u0301"]
)
def test_offsets_are_right_beyond_the_common_characters_and_directions(
    show: Show, words: str
) -> None:
    shown = show(
        "A 😀 fell on 𝔘nter. وصل الوزير إلى القاهرة بعد 😀 الظهر مع Galley Press.\n"
        "新闻台北 and cafe\u0301 👩\u200d👧 end."
    )
    shown.pane.select(shown.article.span(words))
    assert shown.pane.selection() == shown.article.span(words)
    shown.pane.copy()
    assert QGuiApplication.clipboard().text() == words
    click(shown.pane, shown.at(words))
    assert shown.pane.caret() in (shown.at(words), shown.at(words) + 1)


def test_a_drag_over_right_to_left_words_selects_them(show: Show) -> None:
    shown = show("وصل الوزير إلى القاهرة بعد الظهر.")
    drag(shown.pane, shown.at("الوزير"), shown.after("القاهرة"))
    assert shown.words(shown.pane.selection()) == "الوزير إلى القاهرة"


def test_single_keys_and_undo_reach_the_windows_actions(show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT)
    done: list[str] = []
    for keys in ("1", "Alt+3", "Ctrl+Z", "Delete", "N"):
        action = QAction(shown.pane)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        shown.pane.addAction(action)
    shown.pane.select(Span(4, 12))
    for keys in ("1", "Alt+3", "Ctrl+Z", "Delete", "N"):
        press(shown.pane, keys)
    assert done == ["1", "Alt+3", "Ctrl+Z", "Delete", "N"]
    assert shown.words(shown.pane.selection()) == "minister"


def test_typing_changes_nothing(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.select(Span(4, 12))
    QTest.keyClicks(shown.pane, "xyz")
    press(shown.pane, "Ctrl+X")
    assert shown.pane.toPlainText().replace("\u00a0", " ") == TEXT.replace("\u00a0", " ")


def test_alt_while_dragging_and_single_letters_by_key_mean_exactly_those_letters(
    show: Show,
) -> None:
    shown = show(TEXT)
    start, end = shown.at("inister"), shown.after("sai")
    drag(shown.pane, start, end, modifiers=Qt.KeyboardModifier.AltModifier)
    assert shown.words(shown.pane.snapped_selection(Look.BAND)) == "inister sai"
    drag(shown.pane, start, end)
    assert shown.words(shown.pane.snapped_selection(Look.BAND)) == "minister said"
    press(shown.pane, "Shift+Left")
    assert shown.words(shown.pane.snapped_selection(Look.BAND)) == "inister sa"
    press(shown.pane, "Ctrl+Shift+Right")
    assert shown.words(shown.pane.snapped_selection(Look.BAND)) == "minister said"


def test_spaces_alone_are_never_meant(show: Show) -> None:
    shown = show(TEXT)
    shown.pane.set_caret(shown.after("minister"))
    press(shown.pane, "Shift+Right")
    assert shown.words(shown.pane.selection()) == " "
    assert shown.pane.snapped_selection(Look.BAND) is None


def test_ctrl_and_an_arrow_follow_the_direction_of_the_writing(show: Show) -> None:
    shown = show("وصل الوزير إلى القاهرة.")
    shown.pane.set_caret(0)
    press(shown.pane, "Ctrl+Shift+Left")
    assert shown.words(shown.pane.selection()) == "وصل"


def test_a_press_scrolls_nowhere_even_with_the_caret_and_a_selection_out_of_view(
    show: Show,
) -> None:
    shown = show("First words.\n" + "Then many more words follow. " * 80 + "The end is here.")
    shown.pane.select(Span(0, 5))
    shown.pane.go_to(shown.article.span("The end"))
    seen = shown.pane.verticalScrollBar().value()
    drag(shown.pane, shown.at("The end"), shown.after("is here"))
    assert shown.words(shown.pane.selection()) == "The end is here"
    assert shown.pane.verticalScrollBar().value() == seen > 0
