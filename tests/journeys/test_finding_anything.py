"""Ctrl+K and a few letters lead to any action, article or annotation."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.finding.palette import Palette

SitAt = Callable[..., AtDesk]


def palette(desk: AtDesk) -> Palette:
    anything = desk.window.finding.anything
    assert anything is not None
    return anything.palette


def find(desk: AtDesk, typed: str) -> None:
    desk.press("Ctrl+K")
    desk.write(typed)


def offered(desk: AtDesk) -> list[str]:
    return palette(desk).model.names()


def standing_at(desk: AtDesk) -> str:
    index = palette(desk).view.currentIndex()
    return str(index.data())


def test_an_action_is_done_where_the_person_was(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.drag("Radio Nine")
    find(desk, "mdenial")
    assert standing_at(desk) == "Mark as denial"
    desk.press("Return")
    assert not palette(desk).isVisible()
    desk.until(desk.marks)
    assert desk.marks() == [("denial", "Radio Nine")]
    assert desk.page.pane.hasFocus()


def test_an_article_is_found_by_letters_of_its_title(sit_at: SitAt) -> None:
    desk = sit_at(Lindow=SHORT, Pell_bakers=OTHER)
    find(desk, "bak")
    assert "Pell_bakers" in offered(desk)
    desk.press("Esc")
    find(desk, "pell")
    assert standing_at(desk) == "Pell_bakers"
    desk.press("Return")
    desk.until(lambda: desk.title == "Pell_bakers")
    assert desk.page.pane.hasFocus()
    desk.press("Ctrl+[")
    assert desk.title == "Lindow"


def test_an_annotation_is_found_by_its_words_or_its_label(sit_at: SitAt) -> None:
    desk = sit_at(Lindow=SHORT, Pell=OTHER)
    desk.mark("Radio Nine", "actor")
    desk.mark("Ana Vell", "actor")
    desk.press("Ctrl+Down")
    find(desk, "#actor nine")
    desk.until(lambda: offered(desk) == ["Radio Nine"])
    desk.press("Return")
    desk.until(lambda: desk.title == "Lindow")
    assert desk.words_of(desk.chosen) == "Radio Nine"


def test_annotations_of_others_are_not_offered(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.sit_down("bert")
    find(desk, "#nine")
    desk.until(lambda: not desk.window.finding.anything.is_looking)
    assert offered(desk) == []
    assert palette(desk).nothing.isVisible()
    desk.press("Return")
    assert palette(desk).isVisible()


def test_esc_or_a_click_beside_it_leaves_everything(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    find(desk, "delete")
    desk.press("Esc")
    assert not palette(desk).isVisible()
    assert desk.page.pane.hasFocus()
    desk.press("Ctrl+K")
    QTest.mouseClick(palette(desk), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette(desk).isVisible()
    desk.press("Ctrl+K", "Ctrl+K")
    assert not palette(desk).isVisible()


def test_keys_typed_into_it_do_nothing_to_the_desk(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.drag("Radio Nine")
    desk.press("Ctrl+K", "1", "D", "Ctrl+Z", "?", "F11")
    assert palette(desk).isVisible()
    assert not desk.window.isFullScreen()
    desk.press("Esc")
    assert desk.marks() == []
    assert desk.page.pane.selection() == desk.span("Radio Nine")


def test_arrows_walk_past_the_headings_and_round_the_ends(sit_at: SitAt) -> None:
    desk = sit_at(Zoom=SHORT)
    find(desk, "zoo")
    first = standing_at(desk)
    seen = [first]
    for _ in offered(desk)[1:]:
        desk.press("Down")
        seen.append(standing_at(desk))
    assert seen == offered(desk)
    desk.press("Down")
    assert standing_at(desk) == first
    desk.press("Up")
    assert standing_at(desk) == offered(desk)[-1]


def test_what_was_chosen_lately_comes_first_when_nothing_is_typed(sit_at: SitAt) -> None:
    desk = sit_at(Lindow=SHORT, Pell=OTHER)
    find(desk, "pell")
    desk.press("Return")
    desk.until(lambda: desk.title == "Pell")
    find(desk, ">usual text")
    desk.press("Return")
    desk.press("Ctrl+K")
    assert offered(desk)[:2] == ["Usual text size", "Pell"]


def test_what_cannot_be_done_now_is_not_offered(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    find(desk, ">undo")
    assert not [name for name in offered(desk) if name.startswith("Undo")]
    desk.press("Esc")
    desk.mark("Radio Nine", "actor")
    find(desk, ">undo")
    assert offered(desk)[0] == "Undo mark as actor"


def test_it_works_from_the_filter_too(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("Ctrl+L", "Ctrl+K")
    assert palette(desk).field.hasFocus()
    desk.press("Esc")
    assert desk.page.articles.filter.hasFocus()


def test_the_very_words_come_before_a_longer_annotation_that_has_them(sit_at: SitAt) -> None:
    desk = sit_at(Lindow=SHORT)
    desk.mark("Radio Nine", "actor")
    desk.mark("Nobody in Lindow was hurt, the mayor told Radio Nine", "claim")
    find(desk, "#radio")
    anything = desk.window.finding.anything
    assert anything is not None
    desk.until(lambda: not anything.is_looking)
    assert [len(name.split()) for name in offered(desk)] == [2, 10]
