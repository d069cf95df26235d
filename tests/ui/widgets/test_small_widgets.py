"""Chips, progress, filter, banner and empty state do what a person expects of them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.label import Hue, Look
from ui.theme.icons import icon
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import KeyCap, LinkButton, PrimaryButton, ToolButton, hint
from ui.widgets.count_chip import CountChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.frames import Hairline, LabelCard
from ui.widgets.progress_line import ProgressLine
from ui.widgets.tag import WIDEST, Tag


def test_a_chip_filters_when_pressed_and_tells_its_number(qtbot: QtBot) -> None:
    chip = CountChip("claim", look=Look.BAND, hue=Hue.AMBER, count=7)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "claim: 7"
    with qtbot.waitSignal(chip.toggled) as told:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert told.args == [True]
    narrow = chip.sizeHint().width()
    chip.set_count(12_345)
    assert chip.count == 12_345
    assert chip.sizeHint().width() > narrow


def test_progress_never_runs_over_its_end(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.set_parts(done=14, begun=3, total=40)
    assert line.shares() == (0.35, 0.075)
    assert line.accessibleName() == "14 of 40 done, 3 begun"
    line.set_parts(done=39, begun=9, total=40)
    assert sum(line.shares()) == 1.0
    line.set_parts(done=0, begun=0, total=0)
    assert line.shares() == (0.0, 0.0)


def test_escape_clears_a_filter_and_only_then_passes_on(qtbot: QtBot) -> None:
    field = FilterField("Filter")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "pier")
    assert len(field.actions()) == 2
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(field.actions()) == 1


def test_the_clear_button_of_a_filter_clears_it(qtbot: QtBot) -> None:
    field = FilterField("Filter")
    qtbot.addWidget(field)
    field.setText("pier")
    field.actions()[-1].trigger()
    assert field.text() == ""


def test_a_banner_speaks_acts_and_goes(qtbot: QtBot) -> None:
    pressed: list[str] = []
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(page)
    page.show()
    assert banner.isHidden()
    banner.say("Not written.", tone=Tone.WARNING, action="Again", do=lambda: pressed.append("x"))
    assert not banner.isHidden()
    assert banner.words() == "Not written."
    qtbot.mouseClick(banner.findChild(LinkButton), Qt.MouseButton.LeftButton)
    assert pressed == ["x"]
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(banner.findChild(ToolButton), Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_banner_without_an_action_has_no_button_for_one(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Saved.", dismissible=False)
    assert banner.findChild(LinkButton).isHidden()
    assert banner.findChild(ToolButton).isHidden()


def test_each_tone_of_a_banner_has_its_own_picture(qtbot: QtBot) -> None:
    pictures = []
    for tone in Tone:
        banner = Banner()
        qtbot.addWidget(banner)
        banner.say("Something.", tone=tone)
        banner.resize(300, 40)
        pictures.append(banner.grab().toImage())
    assert all(a != b for a, b in pairwise(pictures))


def test_an_empty_page_offers_what_to_do(qtbot: QtBot) -> None:
    offer = PrimaryButton("Receive articles…")
    state = EmptyState("articles", "No articles yet", "Drop files here.", buttons=(offer,))
    qtbot.addWidget(state)
    with qtbot.waitSignal(offer.clicked):
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)


def test_a_tool_button_names_what_it_does_and_its_keys(qtbot: QtBot) -> None:
    button = ToolButton(icon("undo"), "Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert hint("Undo", "Ctrl+Z") in button.toolTip()
    button.rename("Undo mark as claim", shortcut="Ctrl+Z")
    assert button.accessibleName() == "Undo mark as claim"


def test_small_things_keep_their_size(qtbot: QtBot) -> None:
    for made in (KeyCap("Ctrl+K"), Tag("claim", Hue.AMBER), Hairline(), LabelCard(Hue.BLUE)):
        qtbot.addWidget(made)
        made.grab()
    assert KeyCap("Ctrl+K").sizeHint().width() > KeyCap("R").sizeHint().width()
    assert Tag("w" * 500, Hue.AMBER).sizeHint().width() == WIDEST
