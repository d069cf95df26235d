"""From the chosen annotation to every other place of its words, with keys alone."""

from collections.abc import Callable

from app.commands.annotations import mark
from tests.desk import AtDesk
from ui.reading.occurrence_model import Heading, Role
from ui.reading.occurrences_dialog import OccurrencesDialog

SitAt = Callable[..., AtDesk]

LINDOW = (
    "Lindow's mayor spoke. The mill of Lindow burned, said LINDOW RADIO. "
    "Lindowers wept. “Lindow will build again,” he said."
)
PELL = "The council of Pell met. Lindow was far away. Nobody in Lindow came."


def listing(desk: AtDesk) -> OccurrencesDialog:
    return desk.dialog(OccurrencesDialog)


def lines(desk: AtDesk) -> list[str]:
    """What is listed: titles, and the words of places with the boxes before them."""
    model = listing(desk).model
    found = []
    for row in range(model.rowCount()):
        line = model.index(row).data(Role.LINE)
        if isinstance(line, Heading):
            found.append(line.title)
        else:
            place = line.place
            ticked = place.occurrence in model.ticked()
            words = f"{place.before[-8:]}[{place.occurrence.quote}]{place.after[:8]}"
            found.append(("x " if ticked else "- ") + words)
    return found


def test_o_lists_the_other_places_and_enter_marks_the_ticked_as_one_step(sit_at: SitAt) -> None:
    desk = sit_at(LINDOW, PELL)
    desk.drag("mill of Lindow")
    desk.page.pane.select(type(desk.span("mill of"))(34, 40))
    desk.press("2", "O")
    assert lines(desk) == [
        "Article 1",
        "x [Lindow]'s mayor",
        "- d, said [LINDOW] RADIO.",
        "x “[Lindow] will bu",
    ]
    assert listing(desk).tally.text() == "2 of 3 ticked"
    desk.press("Return")
    assert not desk.window.finding.dialog
    assert desk.marks() == [("location", "Lindow")] * 3
    assert desk.window.actions_.undo.text() == "Undo mark 2 places as location"
    desk.press("Ctrl+Z")
    assert desk.marks() == [("location", "Lindow")]


def chosen_lindow(sit_at: SitAt, *texts: str, **titled: str) -> AtDesk:
    desk = sit_at(*texts, **titled)
    desk.mark("of Lindow", "location")
    desk.drag_grip(0, desk.span("of Lindow").start + 3)
    return desk


def test_where_this_article_has_none_s_looks_in_all(sit_at: SitAt) -> None:
    desk = sit_at("The mayor of Lindow spoke.", PELL)
    desk.mark("of Lindow", "location")
    desk.drag_grip(0, desk.span("of Lindow").start + 3)
    desk.press("O")
    assert lines(desk) == []
    desk.press("S")
    desk.until(lambda: len(lines(desk)) == 3)
    assert listing(desk).view.hasFocus()
    desk.press("S", "S")
    desk.until(lambda: len(lines(desk)) == 3)
    desk.press("Return", "Ctrl+Down")
    assert desk.marks() == [("location", "Lindow")] * 2


def test_space_ticks_one_and_a_ticks_all_or_none(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW)
    desk.press("O", "Space", "Down", "Space")
    assert [line[0] for line in lines(desk)[1:]] == ["-", "x", "x"]
    desk.press("A")
    assert [line[0] for line in lines(desk)[1:]] == ["x", "x", "x"]
    desk.press("A")
    assert listing(desk).tally.text() == "0 of 3 ticked"
    assert not listing(desk).apply_button.isEnabled()
    desk.press("Return")
    assert listing(desk).isVisible()
    desk.press("Up", "Up", "Space")
    assert [line[0] for line in lines(desk)[1:]] == ["x", "x", "x"]


def test_esc_leaves_everything_as_it_was(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW)
    before = desk.marks(), desk.window.actions_.undo.text()
    desk.press("O", "A", "Esc")
    assert (desk.marks(), desk.window.actions_.undo.text()) == before


def test_other_capitals_are_ticked_as_a_group(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW)
    desk.press("O", "C")
    assert [line[0] for line in lines(desk)[1:]] == ["x", "x", "x"]
    desk.press("C")
    assert [line[0] for line in lines(desk)[1:]] == ["x", "-", "x"]


def test_s_looks_in_all_articles_but_ticks_none_that_is_done(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW, PELL, Done=f"{PELL} Twice.")
    desk.press("Ctrl+Down", "Ctrl+Down", "D", "Ctrl+Up", "Ctrl+Up", "N", "O", "S")
    desk.until(lambda: listing(desk).isEnabled() and len(lines(desk)) > 4)
    assert [line for line in lines(desk) if "[" not in line] == ["Article 1", "Article 2", "Done"]
    assert [line[0] for line in lines(desk)[-2:]] == ["-", "-"]
    assert "Articles that are done" in listing(desk).told.text()
    desk.press("Return")
    assert desk.marks() == [("location", "Lindow")] * 3
    desk.press("Ctrl+Down")
    assert desk.marks() == [("location", "Lindow")] * 2
    desk.press("Ctrl+Down")
    assert desk.marks() == []
    desk.press("Ctrl+Z")
    assert desk.window.actions_.undo.text() == "Undo mark the article done"


def test_what_is_marked_already_is_left_out_and_counted(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW)
    desk.press("O", "Return", "O")
    assert lines(desk) == ["Article 1", "- d, said [LINDOW] RADIO."]
    assert listing(desk).told.text() == "2 more marked as location already."


def test_words_that_stand_nowhere_else_are_told_so(sit_at: SitAt) -> None:
    desk = sit_at(PELL)
    desk.mark("council", "actor")
    desk.press("O")
    assert listing(desk)._nothing.isVisible()
    assert "nowhere else in this article" in listing(desk)._nothing.text()
    desk.press("Return")
    assert listing(desk).isVisible()


def test_without_a_chosen_annotation_the_foot_says_what_to_do(sit_at: SitAt) -> None:
    desk = sit_at(PELL)
    desk.press("O")
    assert desk.hint.startswith("Choose an annotation first")


def test_a_click_on_a_line_ticks_it(sit_at: SitAt) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    desk = chosen_lindow(sit_at, LINDOW)
    desk.press("O")
    view = listing(desk).view
    where = view.visualRect(listing(desk).model.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert listing(desk).tally.text() == "3 of 3 ticked"
    desk.click_widget(listing(desk).apply_button)
    assert len(desk.marks()) == 4


def test_what_changed_behind_the_list_is_left_alone_and_told(sit_at: SitAt) -> None:
    desk = chosen_lindow(sit_at, LINDOW)
    desk.press("O")
    opened, place = desk.window.opened, listing(desk).model.ticked()[0]
    assert opened is not None
    label = desk.chosen.label
    opened.project.perform(mark, article=place.article, label=label, spans=[place.span])
    listing(desk).apply()
    assert len(desk.marks()) == 3
    assert desk.window.messages.passing_banner.words() == (
        "1 place marked. 1 left as it was: they are marked already."
    )
