"""A note is typed text: it is kept wherever the person goes next, and Ctrl+Z is its own first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.commands.annotations import NOTE_LIMIT
from app.errors import FileTrouble
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.people import people
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from ui.drafts import Drafts

SitAt = Callable[..., AtDesk]


def notes(desk: AtDesk) -> list[str]:
    """All notes that the project keeps, whoever wrote them."""
    opened = desk.window.opened
    assert opened is not None
    return [
        one.note
        for row in opened.ask(article_list, annotator=None)
        for person in opened.ask(people)
        for one in opened.ask(annotations_of, article=row.id, annotator=person.id)
        if one.note
    ]


@pytest.fixture
def typing(sit_at: SitAt) -> AtDesk:
    """Somebody who has typed a note on a claim, and not yet left its field."""
    desk = sit_at(SHORT, OTHER)
    desk.mark("Ana Vell", "actor")
    desk.mark("Radio Nine", "actor")
    desk.press("M")
    desk.write("Who owns it?")
    assert desk.note == "Who owns it?"
    assert notes(desk) == []
    return desk


def test_it_is_kept_when_the_field_is_left(typing: AtDesk) -> None:
    typing.press("Esc")
    assert notes(typing) == ["Who owns it?"]
    assert typing.page.pane.hasFocus()
    assert typing.window.actions_.undo.text() == "Undo note"


def test_it_is_kept_when_another_annotation_is_chosen(typing: AtDesk) -> None:
    typing.click("Ana Vell")
    assert notes(typing) == ["Who owns it?"]
    assert typing.note == ""
    typing.click("Radio Nine")
    assert typing.note == "Who owns it?"


def test_it_is_kept_when_another_line_of_the_outline_is_chosen(typing: AtDesk) -> None:
    typing.click_row("Ana Vell")
    assert notes(typing) == ["Who owns it?"]
    assert typing.note == ""


def test_it_is_kept_when_another_article_is_read(typing: AtDesk) -> None:
    typing.click_row("Article 2")
    assert typing.title == "Article 2"
    assert notes(typing) == ["Who owns it?"]


def test_it_is_kept_when_a_file_is_received_meanwhile(
    typing: AtDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("in") / "new.txt"
    file.write_text("Something else happened in Pell.", "utf-8")
    typing.receive(file)
    assert typing.text == "Something else happened in Pell."
    assert notes(typing) == ["Who owns it?"]


def test_it_is_kept_when_the_window_is_closed(typing: AtDesk, reopen: SitAt) -> None:
    assert typing.window.opened is not None
    path = typing.window.opened.project.path
    typing.window.close()
    assert notes(reopen(path)) == ["Who owns it?"]


def test_it_is_kept_when_another_project_is_opened(
    typing: AtDesk, new_file: Callable, reopen: SitAt
) -> None:
    assert typing.window.opened is not None
    path = typing.window.opened.project.path
    typing.window.opening.open(new_file("other.galley"))
    typing.window.opening.open(path)
    assert notes(typing) == ["Who owns it?"]


def test_it_is_kept_as_ones_own_when_somebody_else_sits_down(typing: AtDesk) -> None:
    typing.sit_down("ben")
    assert notes(typing) == ["Who owns it?"]
    assert not typing.window.messages.passing_banner.isVisible()
    assert typing.marks() == []


def test_it_is_kept_after_a_pause_without_leaving_the_field(typing: AtDesk) -> None:
    typing.until(lambda: notes(typing) == ["Who owns it?"])
    typing.write(" and why")
    assert typing.note == "Who owns it? and why"


def test_ctrl_z_in_the_field_takes_typing_back_and_not_the_step(typing: AtDesk) -> None:
    typing.press("Ctrl+Z")
    assert typing.note == ""
    assert len(typing.marks()) == 2


def test_undo_by_its_button_takes_the_typed_note_and_nothing_else(typing: AtDesk) -> None:
    typing.click_widget(typing.window.header.undo)
    assert typing.note == ""
    assert notes(typing) == []
    assert len(typing.marks()) == 2
    typing.click_widget(typing.window.header.redo)
    assert typing.note == "Who owns it?"


def test_a_note_that_undo_took_does_not_come_back_from_the_field(typing: AtDesk) -> None:
    typing.press("Esc")
    typing.click("Ana Vell")
    typing.click("Radio Nine")
    typing.press("M", "Ctrl+Z")
    assert typing.note == ""
    typing.press("Esc")
    assert notes(typing) == []
    assert typing.window.actions_.redo.text() == "Redo note"


def test_what_is_deleted_with_a_half_typed_note_comes_back_with_it(typing: AtDesk) -> None:
    typing.click_widget(typing.page.shown.details._delete)
    assert typing.marks() == [("actor", "Ana Vell")]
    assert not typing.window.messages.passing_banner.isVisible()
    typing.press("Ctrl+Z")
    assert typing.note == "Who owns it?"


def test_letters_of_a_note_are_no_keys_of_the_desk(typing: AtDesk) -> None:
    typing.press("Ctrl+A")
    typing.write("1234 dumpnj")
    typing.press("Backspace", "Del", "Esc")
    assert len(typing.marks()) == 2
    assert notes(typing) == ["1234 dumpn"]


def test_a_note_needs_an_annotation(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("M")
    assert desk.hint.startswith("Choose an annotation first")
    assert desk.page.pane.hasFocus()


def test_being_unsure_is_said_by_key_or_by_mouse(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.press("U")
    assert desk.hint.startswith("Choose an annotation first")
    desk.mark("Radio Nine", "actor")
    desk.press("U")
    assert desk.chosen.unsure
    assert desk.page.shown.details._unsure.isChecked()
    assert desk.window.actions_.undo.text() == "Undo mark as unsure"
    desk.click_widget(desk.page.shown.details._unsure)
    assert not desk.chosen.unsure


def test_a_note_that_is_too_long_says_so_while_it_is_typed_and_stays(typing: AtDesk) -> None:
    details = typing.page.shown.details
    details.note.setPlainText("x" * NOTE_LIMIT)
    assert details.too_long() == ""
    typing.write("yz")
    assert details.too_long() == "2 characters too many to be kept. Shorten the note."
    typing.click("Ana Vell")
    assert details.too_long() == ""
    typing.click("Radio Nine")
    assert len(typing.note) == NOTE_LIMIT + 2
    typing.press("M", "Backspace", "Backspace", "Esc")
    assert notes(typing) == [typing.note]
    assert len(typing.note) == NOTE_LIMIT


def test_a_note_that_is_too_long_waits_in_its_field_when_the_window_was_closed(
    typing: AtDesk, reopen: SitAt
) -> None:
    opened = typing.window.opened
    assert opened is not None
    path, aside = opened.project.path, typing.window.settings.data_folder / "drafts"
    typing.page.shown.details.note.setPlainText("x" * (NOTE_LIMIT + 2))
    typing.window.close()
    again = reopen(path)
    assert notes(again) == []
    again.click("Radio Nine")
    assert again.note == "x" * (NOTE_LIMIT + 2)
    assert again.page.shown.details.too_long().startswith("2 characters too many")
    again.press("M", "Backspace", "Backspace", "Esc")
    assert notes(again) == ["x" * NOTE_LIMIT]
    again.window.close()
    assert list(aside.iterdir()) == []


def test_notes_kept_aside_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep("a project", {"an annotation": "what was typed"})
    assert drafts.of("a project") == {"an annotation": "what was typed"}
    assert drafts.of("another") == {}
    (file,) = tmp_path.iterdir()
    for spoilt in ("", "[1]", "{"):
        file.write_text(spoilt)
        assert drafts.of("a project") == {}
    file.write_text('{"one": 1, "two": "kept"}')
    assert drafts.of("a project") == {"two": "kept"}


def test_where_they_cannot_be_kept_it_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(FileTrouble, match="cannot be kept there"):
        Drafts(tmp_path / "taken").keep("a project", {"an annotation": "what was typed"})
