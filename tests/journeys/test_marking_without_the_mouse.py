"""Marking by keys alone: with few of them, backing out of everything, losing nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.label import Hue
from tests import keystrokes
from tests.desk import AtDesk
from tests.journeys.articles import SHORT
from tests.marked import marked
from ui.driving import double_click, drag

ARTICLE = marked(
    "[The toll has doubled since spring|claim], [harbour clerk Ilsa Brandt|actor] said on Monday.\n"
    "\n"
    "According to [Port Minister Joren Aske|actor], [nobody in [Sarn|location] paid more|claim]. "
    "“[We never raised it and [the Ferry Union|actor] knows that|denial],” he said.\n"
    "\n"
    "[The union’s lawyers|actor] [denied that they had known|denial]. Rain fell on [Kessa|location]"
)

SitAt = Callable[..., AtDesk]


def test_an_article_is_marked_by_keys_alone_and_faster_than_with_the_mouse(sit_at: SitAt) -> None:
    desk = sit_at(ARTICLE.text)
    wanted = [(mark.label, mark.spans[0]) for mark in ARTICLE.marks]
    plans = list(keystrokes.plans(ARTICLE.text, wanted))
    keystrokes.press(desk, plans)
    assert desk.marks() == [(label, span.of(ARTICLE.text)) for label, span in wanted]
    by_mouse = len(plans) * keystrokes.by_mouse_and_key()
    assert sum(map(keystrokes.by_keys, plans)) < by_mouse, "the hands may stay where they are"
    for _ in wanted:
        desk.press("Ctrl+Z")
    assert desk.marks() == []


def test_a_name_takes_two_keys(sit_at: SitAt) -> None:
    desk = sit_at("Yesterday Port Minister Joren Aske left.")
    desk.press("Space", "1")
    assert desk.marks() == [("actor", "Port Minister Joren Aske")]


def test_narrowing_goes_back_the_way_that_widening_came(sit_at: SitAt) -> None:
    desk = sit_at(ARTICLE.text)
    desk.page.pane.set_caret(ARTICLE.text.index("Minister"))
    there = []
    while desk.hint != "It cannot be wider than a paragraph.":
        there.append(desk.page.pane.selection())
        desk.press("W")
    assert there[1].of(desk.text) == "Port Minister Joren Aske"
    back = []
    for _ in there[1:]:
        back.append(desk.page.pane.selection())
        desk.press("S")
    assert back == there[:0:-1]
    assert desk.page.pane.selection().of(desk.text) == "Minister"
    desk.press("S")
    assert desk.page.pane.selection() is None
    assert desk.page.pane.caret() == ARTICLE.text.index("Minister")


def test_a_label_key_marks_nothing_that_was_not_seen_to_be_selected(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.page.pane.set_caret(SHORT.index("Lindow"))
    desk.press("2")
    assert desk.marks() == []
    desk.press("W", "2")
    assert desk.marks() == [("location", "Lindow")]


def test_the_last_label_is_given_again_with_one_key(sit_at: SitAt) -> None:
    desk = sit_at("Brandt met Vale.")
    desk.press("R")
    assert desk.hint.startswith("Mark something first")
    desk.press("Space", "2", "Space", "R")
    assert desk.marks() == [("location", "Brandt"), ("location", "Vale")]


def test_edges_move_by_words_and_letters_one_step_each(sit_at: SitAt) -> None:
    desk = sit_at("Old Mayor Ana Vell of Lindow left.")
    desk.mark("Ana", "actor")
    for keys, words in (
        ("Alt+Right", "Ana Vell"),
        ("Alt+Shift+Left", "Mayor Ana Vell"),
        ("Alt+Shift+Right", "Ana Vell"),
        ("Alt+Left", "Ana"),
        ("Ctrl+Alt+Left", "An"),
        ("Alt+.", "Ana"),
        ("Alt+Shift+.", "na"),
    ):
        desk.press(keys)
        assert desk.marks() == [("actor", words)]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.marks() == [("actor", "An")]


def test_the_edge_of_a_selection_moves_before_anything_is_marked(sit_at: SitAt) -> None:
    desk = sit_at("Then Mayor Ana Vell left.")
    desk.press("Space", "Alt+Right", "Alt+Shift+Right", "1")
    assert desk.marks() == [("actor", "Ana Vell left")]


def test_where_the_text_runs_leftwards_so_do_the_edges(sit_at: SitAt) -> None:
    desk = sit_at("قالت وزارة الموانئ إن الرسوم لم ترتفع.")
    desk.mark("وزارة", "actor")
    desk.press("Alt+Left")
    assert desk.marks() == [("actor", "وزارة الموانئ")]
    desk.press("Alt+Shift+Right")
    assert desk.marks() == [("actor", "قالت وزارة الموانئ")]


def test_an_annotation_is_split_and_joined_again(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("the mill burned down.", "claim")
    desk.press("Escape", "P", "Ctrl+Right", "Ctrl+Right", "/")
    assert desk.marks() == [("claim", "the mill / burned down")]
    desk.press("Ctrl+J")
    assert desk.marks() == [("claim", "the mill burned down")]


def test_the_menu_on_an_annotation_splits_it_where_it_was_asked_for(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("the mill burned down.", "claim")

    def split(menu: QMenu) -> None:
        (action,) = (one for one in menu.actions() if one.text() == "Split at the caret")
        action.trigger()

    desk.right_click("l burned down.", split)
    assert desk.marks() == [("claim", "the mill / burned down")]


def test_one_key_leads_to_the_next_sentence_without_a_mark(sit_at: SitAt) -> None:
    desk = sit_at("One came. Two Vale came. Three came.\n\nFour came.")
    desk.mark("Vale", "actor")
    desk.press("E", "3", "E", "3", "Shift+E", "3")
    assert [words for label, words in desk.marks() if label == "claim"] == [
        "One came",
        "Three came",
        "Four came",
    ]
    desk.press("E")
    assert desk.hint == "Every sentence that way has a mark."


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("E", "Every sentence that way has a mark."),
        ("Space", "There is no further phrase that way."),
    ],
)
def test_where_nothing_comes_next_a_label_key_changes_nothing(
    sit_at: SitAt, key: str, told: str
) -> None:
    desk = sit_at("Rain fell on Vale.")
    desk.mark("Rain fell on Vale", "claim")
    desk.mark("Vale", "location")
    desk.press(key)
    assert desk.hint == told
    desk.press("4")
    assert sorted(desk.marks()) == [("claim", "Rain fell on Vale"), ("location", "Vale")]
    assert desk.hint == "Select words first, then press 4."


def test_space_and_e_go_on_from_the_list_of_annotations(sit_at: SitAt) -> None:
    desk = sit_at("It rained. Then Ana Vell came. Nobody stayed.")
    desk.mark("It rained", "claim")
    desk.click_row("It rained")
    assert not desk.page.pane.hasFocus()
    desk.press("Space", "1")
    desk.click_row("It rained")
    desk.press("E", "4")
    assert desk.marks()[1:] == [("actor", "Ana Vell"), ("denial", "Nobody stayed")]


def test_space_still_presses_the_button_that_has_the_focus(sit_at: SitAt) -> None:
    desk = sit_at("Then Ana Vell came.")
    button = desk.page.label_bar._buttons[2]
    button.setFocus()
    desk.press("Space")
    assert desk.page.pane.selection() is None
    assert desk.hint.startswith("Marking as claim")


def test_in_a_note_all_keys_are_letters(sit_at: SitAt) -> None:
    desk = sit_at("Then Ana Vell came.")
    desk.mark("Ana Vell", "actor")
    desk.press("M")
    desk.write("we . see, ")
    assert desk.note == "we . see, "


def test_sentences_and_paragraphs_are_selected_with_shift(sit_at: SitAt) -> None:
    desk = sit_at("One came. Two came.\n\nThree came.")
    desk.press(".", "Shift+.", "3")
    desk.press("Alt+Up", "Alt+Shift+Down", "4")
    assert desk.marks() == [("denial", "One came. Two came"), ("claim", "Two came")]
    desk.press("Escape", ",", "Shift+.", "1")
    assert ("actor", "Two came") in desk.marks()


def test_a_held_label_marks_what_is_dragged_or_clicked_twice(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    pane, button = desk.page.pane, desk.page.label_bar._buttons[1]
    desk.press("L", "2")
    assert desk.hint.startswith("Marking as location")
    assert button.isChecked()
    drag(pane, SHORT.index("Lindow"), SHORT.index("Lindow") + 6)
    double_click(pane, SHORT.index("Radio"))
    assert desk.marks() == [("location", "Lindow"), ("location", "Radio")]
    assert pane.viewport().cursor().shape() == Qt.CursorShape.BitmapCursor
    assert desk.hint.startswith("Marking as location"), "as long as it is on"
    desk.press("Shift+Space", "Return")
    assert len(desk.marks()) == 3
    desk.press("Escape")
    assert desk.hint == ""
    assert not button.isChecked()
    assert pane.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    desk.double_click("Nine")
    assert len(desk.marks()) == 3


@pytest.mark.parametrize("off", [("L",), ("Escape",)])
def test_a_label_is_held_from_its_button_and_let_go_with_one_key(
    off: tuple[str, ...], sit_at: SitAt
) -> None:
    desk = sit_at(SHORT)
    bar = desk.page.label_bar
    desk.click_widget(bar._buttons[2])
    assert [each.isChecked() for each in bar._buttons] == [False, False, True, False]
    desk.press(*off)
    assert not any(each.isChecked() for each in bar._buttons)
    desk.click_widget(bar._buttons[0])
    desk.click_widget(bar._buttons[0])
    assert not any(each.isChecked() for each in bar._buttons), "pressed again it is let go"


def test_a_held_label_follows_the_label_set(sit_at: SitAt) -> None:
    from app.commands.labels import restyle
    from app.domain.label import Look

    desk = sit_at(SHORT)
    desk.press("L", "1")
    opened = desk.window.opened
    assert opened is not None
    held = desk.page.hands.sticky.label
    assert held is not None
    opened.perform(restyle, label=held.id, look=Look.BAND, hue=Hue.PINK)
    assert desk.page.hands.sticky.label is not None
    assert desk.page.hands.sticky.label.hue is Hue.PINK
    assert desk.page.label_bar._buttons[0].isChecked()


def test_escape_backs_out_one_thing_at_a_time(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("L", "3")
    desk.press("W")
    pane, sticky = desk.page.pane, desk.page.hands.sticky
    before = desk.marks()
    assert pane.selection() is not None
    desk.press("Escape")
    assert pane.selection() is None
    assert sticky.is_on
    desk.press("Escape")
    assert not sticky.is_on
    assert pane.chosen_id is not None
    desk.press("Escape")
    assert pane.chosen_id is None
    desk.press("Escape")
    assert desk.marks() == before
