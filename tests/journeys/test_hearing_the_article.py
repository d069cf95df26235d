"""Whoever hears the article learns what lies at the caret, and what becomes of what is marked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.span import Span
from tests.desk import AtDesk
from tests.journeys.articles import SHORT

SitAt = Callable[..., AtDesk]


@pytest.fixture(autouse=True)
def _listening(qtbot: QtBot) -> Iterator[None]:
    """A screen reader that listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def described(desk: AtDesk) -> str:
    return QAccessible.queryAccessibleInterface(desk.page.pane).text(QAccessible.Text.Description)


def heard(desk: AtDesk) -> list[str]:
    """What is announced from now on."""
    sentences: list[str] = []
    desk.page.spoken.announcer.said.connect(sentences.append)
    desk.window.voice.said.connect(sentences.append)
    return sentences


def nested(desk: AtDesk) -> None:
    desk.mark("the mill burned down at night", "claim")
    desk.mark("denied that the mill burned down at night", "denial")
    desk.press("Esc")


def test_the_text_the_caret_and_the_selection_are_those_of_the_pane(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    text = QAccessible.queryAccessibleInterface(desk.page.pane).textInterface()
    assert text.text(0, 9) == "The mayor"
    desk.page.pane.set_caret(4)
    assert text.cursorPosition() == 4
    desk.page.pane.select(Span(4, 9))
    assert text.selectionCount() == 1
    assert not text.characterRect(4).isEmpty()


def test_what_lies_at_the_caret_is_told_from_the_innermost_outwards(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    usual = described(desk)
    nested(desk)
    desk.page.pane.set_caret(desk.span("at night").start)
    assert described(desk) == (
        "claim: “the mill burned down at night”, "
        "inside denial: “denied that the mill burned down at night”"
    )
    desk.page.pane.set_caret(desk.span("denied").start)
    assert described(desk) == "denial: “denied that the mill burned down at night”"
    desk.page.pane.set_caret(0)
    assert described(desk) == usual


def test_going_into_an_annotation_and_out_again_is_announced(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("Esc")
    desk.page.pane.set_caret(desk.span("Radio Nine").start - 1)
    sentences = heard(desk)
    desk.press("Right", "Right")
    assert sentences == ["actor: “Radio Nine”"]
    desk.page.pane.set_caret(desk.span("Radio Nine").end)
    assert sentences[1:] == ["nothing marked here"]


def test_marking_choosing_and_taking_away_are_announced(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    sentences = heard(desk)
    desk.mark("Radio Nine", "actor")
    assert "Marked, actor: “Radio Nine”" in sentences
    desk.press("2")
    assert "Changed to location: “Radio Nine”" in sentences
    desk.press("U")
    assert "Changed to location, unsure: “Radio Nine”" in sentences
    desk.press("Esc")
    assert "Nothing chosen" in sentences
    desk.press("N", "P")
    desk.click("Radio Nine")
    assert "Chosen, location, unsure: “Radio Nine”" in sentences
    desk.press("Del")
    assert "Taken away, location, unsure: “Radio Nine”" in sentences


def test_undo_and_redo_are_announced(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    sentences = heard(desk)
    desk.press("Ctrl+Z")
    assert "Undone: mark as actor" in sentences
    desk.press("Ctrl+Y")
    assert "Redone: mark as actor" in sentences


def test_what_is_hinted_at_and_what_is_refused_are_announced(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    sentences = heard(desk)
    desk.press("U")
    assert sentences == ["Choose an annotation first: click it, or press N."]
    assert desk.window.opened is not None
    desk.window.opened.refused.emit("That cannot be.")
    assert sentences[-1] == "That cannot be."


def test_pieces_and_notes_are_told(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Ana Vell", "actor")
    desk.drag("Radio Nine")
    desk.press("J", "Esc")
    desk.page.pane.set_caret(desk.span("Ana Vell").start)
    assert described(desk) == "actor, 2 pieces: “Ana Vell […] Radio Nine”"
