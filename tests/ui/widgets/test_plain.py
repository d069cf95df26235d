"""Text from outside is shown letter by letter, whatever it looks like."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage, QTextDocument, QTextLayout
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.label import Hue, Look
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.banner import Banner, Tone
from ui.widgets.busy import WorkDialog
from ui.widgets.buttons import PrimaryButton, QuietButton, ToolButton
from ui.widgets.count_chip import CountChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.label_button import LabelButton
from ui.widgets.messages import PlainDialog
from ui.widgets.plain import (
    LONGEST_TIP,
    ClampedLabel,
    ElidedLabel,
    PlainLabel,
    plain_tooltip,
    set_action_text,
    set_apart,
    tooltip_text,
)
from ui.widgets.tag import Tag

PICTURE = '<img src="file:///secret.png">'
MAGENTA = 0xFFFF00FF
HOSTILE = (
    PICTURE,
    "<b>bold</b>",
    "if a<b> then",
    "&lt;b&gt;",
    "<qt>said",
    "<table><tr><td>" * 40 + "deep",
    "<ul>" * 3_000,
)


def shown_by_tooltip(widget: QWidget | QAction) -> str:
    """What a tooltip's own reader of mark-up makes of it."""
    document = QTextDocument()
    document.setHtml(widget.toolTip())
    return document.toPlainText()


def banner(text: str) -> QWidget:
    shown = Banner()
    shown.say(text, tone=Tone.DANGER, action=text)
    return shown


MAKERS: dict[str, Callable[[str], QWidget]] = {
    "label": PlainLabel,
    "elided": ElidedLabel,
    "clamped": ClampedLabel,
    "primary": lambda text: PrimaryButton(text, shortcut="Ctrl+M"),
    "quiet": QuietButton,
    "tool": lambda text: ToolButton(icon("undo"), text, shortcut="Ctrl+Z"),
    "label button": lambda text: LabelButton(text, key="1", look=Look.BAND, hue=Hue.AMBER),
    "chip": lambda text: CountChip(text, look=Look.BAND, hue=Hue.AMBER, count=3),
    "tag": lambda text: Tag(text, Hue.BLUE),
    "banner": banner,
    "empty": lambda text: EmptyState("articles", text, text, buttons=(QuietButton(text),)),
    "dialog": lambda text: PlainDialog(None, text, text, details=text, accept=text, reject=text),
    "work": WorkDialog,
}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("maker", MAKERS)
def test_no_widget_takes_text_for_mark_up(qtbot: QtBot, maker: str, text: str) -> None:
    made = MAKERS[maker](text)
    qtbot.addWidget(made)
    made.grab()
    labels = [made, *made.findChildren(QLabel)]
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in labels
        if isinstance(label, QLabel)
    )
    for widget in [made, *made.findChildren(QWidget)]:
        tip = widget.toolTip()
        assert "<img" not in tip
        assert tip == "" or tip.startswith("<qt>")
        assert set(re.findall("<[^>]*>?", tip)) <= {"<qt>", "</qt>", "<nobr>", "</nobr>", "<br>"}


@pytest.mark.parametrize("maker", MAKERS)
def test_no_widget_shows_the_picture_that_mark_up_names(
    qtbot: QtBot, tmp_path: Path, maker: str
) -> None:
    loud = QImage(200, 200, QImage.Format.Format_RGB32)
    loud.fill(QColor(MAGENTA))
    assert loud.save(str(tmp_path / "loud.png"))
    made = MAKERS[maker](f'<img src="{(tmp_path / "loud.png").as_uri()}">')
    qtbot.addWidget(made)
    seen = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert MAGENTA not in set(memoryview(seen.constBits()).cast("I"))


@pytest.mark.parametrize("text", HOSTILE[:5])
def test_a_tooltip_reads_as_the_text_it_was_given(qtbot: QtBot, text: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tooltip(widget, text)
    assert shown_by_tooltip(widget) == text


def test_a_tooltip_keeps_lines_and_is_not_endless() -> None:
    assert "one<br>two" in tooltip_text("one\ntwo")
    assert len(tooltip_text("x" * 1_000_000)) < LONGEST_TIP + 50
    assert tooltip_text("") == ""


def test_an_action_named_from_outside_shows_its_ampersand_and_no_mark_up(qtbot: QtBot) -> None:
    action = QAction()
    set_action_text(action, f"Undo {PICTURE} & Co")
    assert action.text() == f"Undo {PICTURE} && Co"
    assert shown_by_tooltip(action) == f"Undo {PICTURE} & Co"


def test_details_in_a_message_are_plain_too(qtbot: QtBot) -> None:
    box = PlainDialog(None, "Trouble", "No", details=PICTURE)
    qtbot.addWidget(box)
    details = box.findChild(QPlainTextEdit)
    assert details is not None
    assert details.toPlainText() == PICTURE
    assert isinstance(box, QDialog)


def test_an_elided_title_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    title = "Harbour <i>council</i> denies that the eastern pier was closed on Tuesday night"
    label = ElidedLabel(title, role=TextRole.STRONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert shown_by_tooltip(label) == title
    assert label.accessibleName() == title


def test_a_title_with_room_needs_no_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Pier closed")
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert label.shown_text() == "Pier closed"
    assert label.toolTip() == ""


def test_clamped_words_take_no_more_than_their_lines(qtbot: QtBot) -> None:
    words = "The pier was closed, the harbour master said, because of 🙂 the storm. " * 9
    label = ClampedLabel(words, lines=3)
    qtbot.addWidget(label)
    label.resize(200, 100)
    label.show()
    lines = label.shown_lines()
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert words.startswith(lines[0])
    assert label.heightForWidth(200) == label.heightForWidth(100)
    assert shown_by_tooltip(label).strip() == words.strip()


def test_short_words_are_shown_whole(qtbot: QtBot) -> None:
    label = ClampedLabel("the pier\nwas closed")
    qtbot.addWidget(label)
    label.resize(300, 100)
    label.show()
    assert label.shown_lines() == ["the pier was closed"]
    assert label.whole_text() == "the pier\nwas closed"


def test_a_word_of_a_million_letters_does_not_hold_anything_up(qtbot: QtBot) -> None:
    for kind in (ElidedLabel, ClampedLabel):
        label = kind("x" * 1_000_000)
        qtbot.addWidget(label)
        label.resize(200, 80)
        label.grab()
        assert label.whole_text() == "x" * 1_000_000


def test_a_date_beside_right_to_left_words_is_drawn_forwards() -> None:
    outlet, date = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}", "2031-05-17"
    words = " · ".join(map(set_apart, (outlet, date)))
    layout = QTextLayout(words)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    start = words.index(date)
    places = [line.cursorToX(start + letter) for letter in range(len(date))]
    places = [place[0] if isinstance(place, tuple) else place for place in places]
    assert places == sorted(places)
