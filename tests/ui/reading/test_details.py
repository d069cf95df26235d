"""The details of the chosen annotation: what they show, and that no typed word is lost."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.marked import marked
from tests.ui.reading.conftest import LABELS, annotations_of
from ui.reading.details import Details

ARTICLE = marked("[We paid|claim#q],” she said, “[in full|claim#q]. [Ana|actor] left.")
PAID, ANA = annotations_of(ARTICLE)
CLAIM, ACTOR = (next(each for each in LABELS if each.name == name) for name in ("claim", "actor"))


@pytest.fixture
def details(qtbot: QtBot) -> Details:
    details = Details()
    qtbot.addWidget(details)
    details.show_annotation(ANA, ACTOR)
    details.show()
    return details


def test_pieces_are_shown_without_what_interrupts_them(details: Details) -> None:
    details.show_annotation(PAID, CLAIM)
    assert details._words.text() == "We paid […] in full"
    assert "she said" not in details._words.text()


def test_without_an_annotation_it_says_how_to_choose_one(details: Details) -> None:
    details.show_annotation(None, None)
    assert details._nothing.isVisible()
    assert not details.note.isVisible()


def test_a_note_is_asked_for_once_and_only_where_it_differs(details: Details, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(details.note_asked):
        details.save_note()
        details.note.setPlainText("  \n")
        details.save_note()
    details.note.setPlainText(" who? ")
    with qtbot.waitSignal(details.note_asked) as asked:
        details.save_note()
    assert asked.args == [ANA.id, "who?"]
    details.show_annotation(replace(ANA, note="who?"), ACTOR)
    assert details.note.toPlainText() == " who? ", "what is being typed is not taken from under"


def test_another_change_does_not_overwrite_what_is_being_typed(details: Details) -> None:
    details.note.setPlainText("half a se")
    details.show_annotation(replace(ANA, unsure=True), ACTOR)
    assert details.note.toPlainText() == "half a se"
    assert details._unsure.isChecked()


def test_a_note_changed_elsewhere_is_shown_where_nobody_types(details: Details) -> None:
    details.show_annotation(replace(ANA, note="from elsewhere"), ACTOR)
    assert details.note.toPlainText() == "from elsewhere"
    details.show_annotation(ANA, ACTOR)
    assert details.note.toPlainText() == ""


def test_choosing_another_saves_the_note_of_the_one_before(details: Details, qtbot: QtBot) -> None:
    details.note.setPlainText("who?")
    with qtbot.waitSignal(details.note_asked) as asked:
        details.show_annotation(PAID, CLAIM)
    assert asked.args == [ANA.id, "who?"]
    assert details.note.toPlainText() == ""


def test_the_note_is_saved_before_its_annotation_is_deleted(details: Details) -> None:
    acts: list[str] = []
    details.note_asked.connect(lambda *_: acts.append("note"))
    details.delete_asked.connect(lambda *_: acts.append("delete"))
    details.note.setPlainText("who?")
    details._delete.click()
    assert acts == ["note", "delete"]


def test_a_note_that_could_not_be_saved_is_there_again_with_its_annotation(
    details: Details,
) -> None:
    details.note.setPlainText("the disk was full")
    details.show_annotation(PAID, CLAIM)
    assert details.note.toPlainText() == ""
    details.show_annotation(ANA, ACTOR)
    assert details.note.toPlainText() == "the disk was full"
    details.show_annotation(replace(ANA, note="the disk was full"), ACTOR)
    details.show_annotation(PAID, CLAIM)
    details.show_annotation(replace(ANA, note="better words"), ACTOR)
    assert details.note.toPlainText() == "better words", "what was saved meanwhile is forgotten"
