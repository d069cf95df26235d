"""Marking a scraped article in full, by mouse or by keyboard alone, exporting and receiving it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.span import Span
from app.files.receiving import receive_files
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.label_set import label_set
from app.queries.people import people
from tests.desk import ALT, KEYS, AtDesk
from tests.journeys.articles import SCRAPED, SHORT
from ui.reading.article_details import ArticleDetails
from ui.share.export_dialog import ExportDialog


def by_mouse(desk: AtDesk, span: Span) -> None:
    desk.drag_over(span, sloppily=True)


def by_keys(desk: AtDesk, span: Span) -> None:
    desk.select_with_keys(span)


@pytest.mark.parametrize("select", [by_mouse, by_keys])
def test_everything_marked_survives_export_and_import(
    select: Callable[[AtDesk, Span], None],
    sit_at: Callable[..., AtDesk],
    new_file: Callable[..., Path],
    open_project: Callable[[Path], Project],
    tmp_path: Path,
) -> None:
    desk = sit_at(SCRAPED.text)
    for mark in SCRAPED.marks:
        select(desk, mark.spans[0])
        desk.press(KEYS[mark.label])
        for piece in mark.spans[1:]:
            select(desk, piece)
            desk.press("J")
        assert desk.chosen.spans == mark.spans
    assert [(mark.label, mark.spans) for mark in SCRAPED.marks] == said(desk)
    before = list(desk.page.shown.outline.model.annotations())
    out = export_with_keys(desk, tmp_path / "out.jsonl")

    (line,) = (json.loads(each) for each in out.read_text("utf-8").splitlines())
    assert line["text"] == SCRAPED.text
    assert len(line["spans"]) == len(SCRAPED.marks)
    for span in line["spans"]:
        assert line["text"][span["start"] : span["end"]] == span["text"]
    assert [span["fragments"] for span in line["spans"] if "fragments" in span] == [
        [[piece.start, piece.end] for piece in mark.spans]
        for mark in SCRAPED.marks
        if len(mark.spans) > 1
    ]
    other = open_project(new_file("other.galley"))
    receive_files(other, [out])
    assert sorted(kept(other), key=lambda one: one[0]) == sorted(
        ((one.id, desk.label_of(one), one.spans, one.quote) for one in before),
        key=lambda one: one[0],
    )


def said(desk: AtDesk) -> list[tuple[str, tuple[Span, ...]]]:
    annotations = desk.page.shown.outline.model.annotations()
    return [
        (desk.label_of(one), one.spans)
        for one in sorted(annotations, key=lambda one: (one.span.start, -one.span.end, one.id))
    ]


def export_with_keys(desk: AtDesk, out: Path) -> Path:
    desk.press("Ctrl+E")
    dialog = desk.dialog(ExportDialog)
    dialog.target.setFocus()
    dialog.target.selectAll()
    desk.write(str(out))
    desk.press("Return")
    desk.until(dialog.told.isVisible)
    desk.press("Space")
    desk.until(lambda: not dialog.isVisible())
    return out


def kept(project: Project) -> list[tuple[str, str, tuple[Span, ...], str]]:
    labels = {label.id: label.name for label in project.ask(label_set)}
    (article,) = project.ask(article_list, annotator=None)
    (person,) = project.ask(people)
    found = project.ask(annotations_of, article=article.id, annotator=person.id)
    return [(one.id, labels[one.label], one.spans, one.quote) for one in found]


def test_one_stretch_can_carry_all_labels_and_others_may_cross_it(
    sit_at: Callable[..., AtDesk],
) -> None:
    desk = sit_at("The mayor of Lindow said that the old mill burned down at night.")
    for label in KEYS:
        desk.mark("the old mill burned", label)
    desk.mark("mill burned down", "claim")
    desk.mark("Lindow said that the old", "claim")
    assert desk.marks() == [
        ("claim", "Lindow said that the old"),
        *((label, "the old mill burned") for label in KEYS),
        ("claim", "mill burned down"),
    ]


def test_a_double_click_takes_a_word_as_galley_knows_it(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at("Troops left Gora-Podol’s market, said Ana’s aide.")
    desk.double_click("Podol")
    desk.press("2")
    assert desk.marks() == [("location", "Gora-Podol’s")]


def test_a_drag_with_alt_held_takes_exactly_these_letters(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at("Troops left Gora-Podol’s market, said Ana’s aide.")
    desk.drag("Gora-Podol", modifiers=ALT)
    desk.press("2")
    assert desk.marks() == [("location", "Gora-Podol")]


def test_a_label_is_pressed_with_the_mouse_and_the_keys_still_go_to_the_text(
    sit_at: Callable[..., AtDesk],
) -> None:
    desk = sit_at(SHORT)
    desk.drag("Radio Nine")
    desk.click_widget(desk.page.label_bar._buttons[0])
    assert desk.marks() == [("actor", "Radio Nine")]
    assert desk.page.pane.hasFocus()


def test_the_whole_article_can_be_marked(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at(SHORT)
    desk.press("Ctrl+A", "3")
    assert desk.marks() == [("claim", SHORT.removesuffix("."))]
    assert desk.chosen_everywhere() == {desk.chosen.id}


def test_a_stretch_without_words_cannot_be_marked_nor_relabels_what_is_chosen(
    sit_at: Callable[..., AtDesk],
) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    for span in (Span(3, 4), Span(46, 48)):
        assert span.of(SHORT).isspace()
        desk.page.pane.set_caret(span.start)
        desk.press(*["Shift+Right"] * len(span), "3")
        assert desk.marks() == [("actor", "Radio Nine")]
        assert desk.hint == "There are no words in the selection."


def test_a_label_key_with_nothing_selected_or_chosen_says_what_to_do(
    sit_at: Callable[..., AtDesk],
) -> None:
    desk = sit_at(SHORT)
    desk.press("3")
    assert desk.marks() == []
    assert desk.hint == "Select words first, then press 3."
    desk.press("D")
    assert desk.hint == "", "they have gone on to something else"
    desk.press("3")
    desk.drag("Radio Nine")
    assert desk.hint == "", "what was hinted at is done"


def test_a_piece_needs_an_annotation_and_words(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at(SHORT)
    desk.drag("Radio Nine")
    desk.press("J")
    assert desk.hint.startswith("Choose an annotation first")
    desk.press("1", "J")
    assert desk.hint.startswith("Select the words of the piece")
    desk.drag("Nine")
    desk.press("J")
    assert "part of the annotation already" in desk.hint
    desk.press("Esc", "Ctrl+J")
    assert desk.hint == "The annotation is in one piece already."
    assert not desk.window.messages.passing_banner.isVisible()
    assert desk.marks() == [("actor", "Radio Nine")]


def test_a_piece_can_be_taken_out_again(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at(SHORT)
    desk.mark("the mayor told Radio Nine", "claim")
    desk.drag("told Radio")
    desk.press("Shift+J")
    assert desk.marks() == [("claim", "the mayor / Nine")]


def test_the_same_words_are_not_marked_twice_alike(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.drag("Radio Nine")
    desk.press("1")
    assert desk.marks() == [("actor", "Radio Nine")]
    assert "marked as actor already" in desk.hint


def test_without_an_article_the_keys_do_nothing(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at()
    for key in ("1", "J", "Shift+J", "U", "M", "D", "N", "P", "Del", "F2", "Ctrl+Down", "Ctrl+A"):
        desk.press(key)
    assert desk.window.opened is not None
    assert desk.window.opened.next_undo() is None


def test_keys_do_not_reach_the_desk_behind_a_dialog(sit_at: Callable[..., AtDesk]) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.press("F2")
    dialog = desk.dialog(ArticleDetails)
    desk.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Del", "3", "D", "Ctrl+Z")
    desk.press("Esc")
    desk.until(lambda: not dialog.isVisible())
    assert desk.marks() == [("actor", "Radio Nine")]
