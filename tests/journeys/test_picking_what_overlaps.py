"""Where annotations lie over one another each can be picked, and is shown picked everywhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT

SitAt = Callable[..., AtDesk]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(sit_at: SitAt) -> AtDesk:
    """A claim in a denial, an actor in both and a twin of that under another label."""
    desk = sit_at("Ana Vell denied that the mayor of Lindow burned the mill down at night.", OTHER)
    desk.mark("denied that the mayor of Lindow burned the mill down", "denial")
    desk.mark("the mayor of Lindow burned the mill down at night", "claim")
    desk.mark("the mayor of Lindow", "actor")
    desk.mark("the mayor of Lindow", "location")
    desk.press("Esc")
    return desk


def picked(desk: AtDesk) -> str:
    assert desk.chosen_everywhere() == {desk.chosen.id}
    return desk.label_of(desk.chosen)


def test_a_click_takes_the_innermost_and_further_clicks_go_outwards(desk: AtDesk) -> None:
    seen = []
    for _ in range(5):
        desk.click("mayor")
        seen.append(picked(desk))
    assert set(seen[:2]) == {"actor", "location"}
    assert set(seen[2:4]) == {"claim", "denial"}
    assert seen[4] == seen[0]


def test_a_click_on_bare_words_lets_go(desk: AtDesk) -> None:
    desk.click("mayor")
    desk.click("Vell")
    assert desk.chosen_everywhere() == {None}


def test_n_and_p_walk_through_all_of_them_in_reading_order(desk: AtDesk) -> None:
    desk.press("Ctrl+Home")
    forward = []
    for _ in range(4):
        desk.press("N")
        forward.append(desk.chosen.id)
        picked(desk)
    assert len(set(forward)) == 4
    desk.press("N")
    assert desk.chosen.id == forward[-1]
    assert desk.hint
    back = []
    for _ in range(3):
        desk.press("P")
        back.append(desk.chosen.id)
    assert back == forward[2::-1]
    assert desk.hint == ""


def test_n_works_while_the_list_has_the_focus(desk: AtDesk) -> None:
    desk.press("Ctrl+Home")
    desk.page.articles.view.setFocus()
    desk.press("Home", "N")
    assert picked(desk) == "denial"


def test_the_outline_lists_them_all_and_each_of_its_lines_picks(desk: AtDesk) -> None:
    outline = desk.page.shown.outline
    outline.view.setFocus()
    desk.press("Home")
    seen = [desk.chosen.id]
    for _ in range(3):
        desk.press("Down")
        picked(desk)
        seen.append(desk.chosen.id)
    assert set(seen) == set(outline.model.annotations().ids())


def test_a_click_on_the_chosen_line_leads_back_to_its_words(sit_at: SitAt) -> None:
    desk = sit_at(SHORT + "\n\nMore of it." * 200)
    desk.mark("Radio Nine", "actor")
    desk.press("Ctrl+End")
    bar = desk.page.pane.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    desk.click_row("Radio Nine")
    assert bar.value() < 200


def test_a_filtered_outline_still_lets_the_text_pick_everything(desk: AtDesk) -> None:
    outline = desk.page.shown.outline
    actor = next(label for label in desk.page.shown._labels.values() if label.name == "actor")
    desk.click_widget(outline._chips[actor.id])
    assert outline.model.rowCount() == 1
    desk.press("Ctrl+Home", "N")
    assert desk.label_of(desk.chosen) == "denial"
    assert not outline.view.currentIndex().isValid()
    desk.press("4")
    desk.click_widget(outline._chips[actor.id])
    assert picked(desk) == "denial"


def test_the_menu_acts_on_what_was_clicked_and_not_on_what_was_chosen_before(
    sit_at: SitAt,
) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.mark("Ana Vell", "actor")
    desk.right_click("Radio Nine", lambda menu: entry(menu, "Delete annotation").trigger())
    assert desk.marks() == [("actor", "Ana Vell")]


def test_the_menu_marks_what_is_selected(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Ana Vell", "actor")
    desk.drag("Radio Nine")
    desk.right_click("Radio Nine", lambda menu: entry(menu, "Mark as claim").trigger())
    assert desk.marks() == [("actor", "Ana Vell"), ("claim", "Radio Nine")]


def test_the_menu_offers_only_what_has_something_to_act_on(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Ana Vell", "actor")
    offered: list[str] = []
    desk.right_click("Radio Nine", lambda menu: offered.extend(entries(menu)))
    assert offered == [f"Mark as {name}" for name in ("actor", "location", "claim", "denial")]


def test_the_next_article_begins_with_nothing_chosen(desk: AtDesk) -> None:
    desk.click("mayor")
    desk.press("Ctrl+Down")
    assert desk.chosen_everywhere() == {None}
    desk.press("Del", "U", "4")
    assert desk.marks() == []
    desk.press("Ctrl+Up")
    assert len(desk.marks()) == 4


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def entry(menu: QMenu, text: str):
    return next(each for each in menu.actions() if each.text().replace("&", "") == text)


def test_a_click_far_from_the_caret_leaves_the_text_where_it_is(sit_at: SitAt) -> None:
    desk = sit_at(
        "The mayor of Lindow spoke." + "\n\nMore of it." * 200 + "\n\nAna Vell spoke too."
    )
    desk.mark("Ana Vell", "actor")
    pane, bar = desk.page.pane, desk.page.pane.verticalScrollBar()
    desk.press("Ctrl+Home", "Shift+Right", "Esc")
    for selected in ((), ("Ctrl+Home", "Ctrl+Shift+Right")):
        desk.press(*selected)
        bar.setValue(bar.maximum())
        QTest.mouseClick(pane.viewport(), LEFT, pos=pane.point_on(desk.span("Ana Vell").start + 1))
        assert bar.value() == bar.maximum()
        assert desk.words_of(desk.chosen) == "Ana Vell"
        assert pane.selection() is None
