"""Going about among versions by keys and mouse, and what the panel says of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.place import Place
from tests.ui.mark_up import rich_texts
from tests.ui.versions.conftest import Shown
from ui.versions.version_words import tip_words

Show = Callable[..., Shown]

ANNA = (
    "[Ada Bell|actor] said that [taxes fell in Sel|claim] last year.\n\n"
    "[Nobody agreed|denial] with [her|actor].\n\n[“Rents|claim#q],” she wrote, “[fell|claim#q].”"
)
BEN = (
    "[Ada Bell|actor] said that [taxes fell in Sel last|claim] year.\n\n"
    "[Nobody agreed|claim] with her.\n\n[“Rents|claim#q],” she wrote, “[fell|claim#q].”"
)
APART = {0x2068: None, 0x2069: None}


def key(shown: Shown, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(shown.view.pane, each)


def chosen_words(shown: Shown) -> str | None:
    passage = shown.view.pane.chosen_passage
    return None if passage is None else passage.span.of(shown.text)


def panel_words(shown: Shown) -> list[str]:
    return [shown.view.panel.title.text(), shown.view.panel.kind.text()]


def test_n_and_p_go_from_difference_to_difference(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    assert chosen_words(shown) is None
    key(shown, Qt.Key.Key_N)
    assert chosen_words(shown) == "taxes fell in Sel last"
    key(shown, Qt.Key.Key_N)
    assert chosen_words(shown) == "Nobody agreed"
    key(shown, Qt.Key.Key_F3, Qt.Key.Key_F3)
    assert chosen_words(shown) == "her"
    key(shown, Qt.Key.Key_P)
    assert chosen_words(shown) == "Nobody agreed"
    assert panel_words(shown) == ["Difference 2 of 3", "Other label"]


def test_the_panel_tells_in_words_how_versions_differ(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    key(shown, Qt.Key.Key_N)
    assert panel_words(shown) == ["Difference 1 of 3", "Other boundary"]
    first, second = shown.view.panel.cards
    assert first.accessibleName().translate(APART) == "anna"
    assert second.accessibleName().translate(APART) == "ben"
    assert second.differences.translate(APART) == "Compared with anna: ends 5 characters later."
    assert first.differences == ""


def test_annotators_who_say_the_same_share_a_card(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN, cora=ANNA)
    key(shown, Qt.Key.Key_N)
    names = [card.accessibleName().translate(APART) for card in shown.view.panel.cards]
    assert names == ["anna, cora", "ben"]


def test_a_click_into_a_stave_chooses_what_lies_there(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    pane = shown.view.pane
    where = shown.point_in_stave(1, "Nobody")
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen_words(shown) == "Nobody agreed"
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert chosen_words(shown) is None


def test_what_is_agreed_can_be_chosen_and_is_said_to_be_agreed(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    shown.view.go_to(shown.span("Ada Bell"))
    assert panel_words(shown) == ["Agreed", "All say the same"]
    assert len(shown.view.panel.cards) == 1


def test_a_place_is_gone_to_and_what_is_in_dispute_there_is_chosen(show: Show) -> None:
    body = "\n\n".join(f"Paragraph {n} says nothing." for n in range(80))
    shown = show(anna=f"{body}\n\n[He|actor] left.", ben=f"{body}\n\nHe left.")
    shown.view.go_to(shown.span("He left"))
    assert chosen_words(shown) == "He"
    assert (
        shown.view.pane.viewport()
        .rect()
        .contains(shown.view.pane.point_on(shown.span("He left").start))
    )


def test_leaving_out_a_stave_compares_those_who_are_left(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN, cora=ANNA)
    assert shown.view.head.count.text() == "3 differences · 2 agreed"
    pitch = shown.view.pane._staves.metrics.pitch
    shown.view.head.chips["ben"].click()
    assert shown.view.head.count.text() == "0 differences · 5 agreed"
    assert shown.view.pane._staves.metrics.pitch < pitch
    shown.view.head.chips["ben"].click()
    assert shown.view.head.count.text() == "3 differences · 2 agreed"


def test_hidden_names_are_nowhere_to_be_read(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN, absent=["cora"], names={"anna": "A", "ben": "B", "cora": "C"})
    key(shown, Qt.Key.Key_N)
    view = shown.view
    assert view.pane.versions is not None
    assert view.pane.chosen_passage is not None
    tip = tip_words(view.pane.versions, view.pane.chosen_passage, view.pane._staves.names)
    told = [tip, view.head.absent.text(), view.head.chips["anna"].toolTip()]
    told += [card.accessibleName() + card.differences for card in view.panel.cards]
    assert not [each for each in told if "anna" in each or "ben" in each or "cora" in each]
    assert "Compared with A: " in view.panel.cards[1].differences.translate(APART)
    before = shown.picture()
    view.set_names({})
    assert shown.picture() != before
    assert "Compared with anna: " in view.panel.cards[1].differences.translate(APART)


def test_the_desk_is_wanted_at_what_is_chosen(show: Show, qtbot: QtBot) -> None:
    shown = show(anna=ANNA, ben=BEN)
    key(shown, Qt.Key.Key_N)
    with qtbot.waitSignal(shown.view.desk_wanted) as wanted:
        key(shown, Qt.Key.Key_Return)
    assert wanted.args == [Place("article", shown.span("taxes fell in Sel last"))]


def test_escape_goes_back(show: Show, qtbot: QtBot) -> None:
    shown = show(anna=ANNA, ben=BEN)
    with qtbot.waitSignal(shown.view.left):
        key(shown, Qt.Key.Key_Escape)


def test_the_list_is_stepped_through_only_where_there_is_one(show: Show, qtbot: QtBot) -> None:
    shown = show(anna=ANNA, ben=BEN)
    assert not shown.view.head.position.isVisible()
    shown.view.set_position(3, 41)
    assert shown.view.head.position.text() == "3 of 41"
    with qtbot.waitSignal(shown.view.next_wanted):
        QTest.keyClick(shown.view.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shown.view.previous_wanted):
        QTest.keyClick(shown.view.pane, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)


def test_keys_scroll_and_the_wheel_with_control_zooms(show: Show) -> None:
    body = "\n\n".join(f"Paragraph {n} says nothing." for n in range(80))
    shown = show(anna=body)
    pane = shown.view.pane
    key(shown, Qt.Key.Key_Down)
    assert pane.verticalScrollBar().value() > 0
    key(shown, Qt.Key.Key_End)
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()
    key(shown, Qt.Key.Key_Home)
    assert pane.verticalScrollBar().value() == 0
    where = QPointF(pane.viewport().rect().center())
    wheel = QWheelEvent(
        where,
        pane.viewport().mapToGlobal(where),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(pane.viewport(), wheel)
    assert pane.zoom == 110
    QTest.keyClick(pane, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == 100


def test_in_a_narrow_window_the_panel_lies_below_while_something_is_chosen(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN, size=(900, 560))
    view = shown.view
    assert not view.panel.isVisible()
    key(shown, Qt.Key.Key_N)
    assert view.panel.isVisible()
    assert view.panel.geometry().top() > 0
    assert view.pane.viewport().rect().contains(view.pane.point_on(shown.span("taxes").start))


def test_what_is_chosen_is_said_to_whoever_cannot_see_it(show: Show, qtbot: QtBot) -> None:
    shown = show(anna=ANNA, ben=BEN)
    with qtbot.waitSignal(shown.view.announcer.said) as said:
        key(shown, Qt.Key.Key_N)
    told = str(said.args[0]).translate(APART)
    assert told == (
        "Difference 1 of 3. Other boundary. anna: claim “taxes fell in Sel”; "
        "ben: claim “taxes fell in Sel last”"
    )


@pytest.mark.parametrize("name", ["<b>anna</b>", "a & b", "&amp;", "x" * 300, "a\nb"])
def test_hostile_names_stay_plain(show: Show, name: str) -> None:
    shown = show(
        anna=ANNA, ben=BEN, absent=[name], names={"anna": name, "ben": f"<img src={name}>"}
    )
    key(shown, Qt.Key.Key_N)
    widgets = [shown.view, *shown.view.findChildren(type(shown.view).__mro__[1])]
    assert [found for widget in widgets for found in rich_texts(widget)] == []


def test_words_are_copied_as_they_are_stored(show: Show) -> None:
    shown = show(anna="Rents\u00a0rose [again|claim].")
    shown.view.pane.select(shown.span("Rents\u00a0rose"))
    QTest.keyClick(shown.view.pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Rents\u00a0rose"


def test_where_nobody_is_done_the_words_stand_alone(show: Show) -> None:
    shown = show(anna="Rents rose [again|claim].")
    article = shown.view._article
    assert article is not None
    shown.view.show_article(article, {}, absent=["anna"])
    QApplication.processEvents()
    key(shown, Qt.Key.Key_N)
    assert chosen_words(shown) is None
    assert shown.view.panel.nothing.text() == "There is nobody to compare with here."
    shown.view.go_to(shown.span("again"))
    assert shown.view.panel.cards == []
