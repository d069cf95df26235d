"""Closing a project and finding it again as it was left: article, caret, view, sizes, page."""

from collections.abc import Callable
from pathlib import Path

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT
from tests.journeys.test_going_back_and_forward import LONG, top_of, walk_down

SitAt = Callable[..., AtDesk]


def close(desk: AtDesk) -> None:
    assert desk.window.opened is not None
    desk.window.close()


def path_of(desk: AtDesk) -> Path:
    assert desk.window.opened is not None
    return desk.window.opened.project.path


def test_the_article_caret_and_view_are_as_they_were(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, LONG)
    desk.press("Ctrl+Down")
    left, path = walk_down(desk), path_of(desk)
    close(desk)
    again = reopen(path)
    assert again.title == "Article 2"
    assert (again.page.pane.caret(), top_of(again)) == left
    assert not again.window.actions_.back.isEnabled()


def test_everybody_finds_their_own_place(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    path = path_of(desk)
    desk.press("Ctrl+Down")
    desk.sit_down("ben")
    desk.press("Ctrl+Up")
    close(desk)
    assert reopen(path, annotator="anna").title == "Article 2"


def test_somebody_new_begins_at_what_is_to_do(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    path = path_of(desk)
    desk.press("Ctrl+Down")
    close(desk)
    assert reopen(path, annotator="cleo").title == "Article 1"


def test_the_chosen_annotation_is_chosen_again(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT)
    path, marked = path_of(desk), desk.mark("Radio Nine", "actor")
    close(desk)
    assert reopen(path).chosen_everywhere() == {marked.id}


def test_letters_and_column_stand_as_they_did(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT)
    path = path_of(desk)
    desk.press("Ctrl++", "Ctrl+Shift+,", "Ctrl+Shift+,")
    sizes = desk.page.sizes()
    assert sizes["zoom"] == 110
    assert sizes["column"] < 100
    close(desk)
    again = reopen(path)
    assert again.page.sizes() == sizes
    assert again.window.status.zoom.text() == "110 %"


def test_the_page_one_was_on_is_shown_again(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT)
    path = path_of(desk)
    desk.press("Ctrl+Shift+G")
    close(desk)
    again = reopen(path)
    again.until(lambda: again.window.visiting.page is not None)
    assert not again.window.actions_.back.isEnabled()


def test_an_article_that_is_gone_is_not_missed(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT)
    path = path_of(desk)
    assert desk.window.opened is not None
    person = desk.window.opened.person_id
    close(desk)
    desk.window.settings.remember_spot(path, str(person), '{"page": "desk", "article": "none"}')
    assert reopen(path).title == "Article 1"


def test_looking_elsewhere_is_no_step(sit_at: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    assert desk.window.opened is not None
    before = path_of(desk).read_bytes()
    desk.press("Ctrl+Down", "Ctrl+[", "Ctrl++", "Ctrl+Shift+.")
    assert desk.window.opened.next_undo() is None
    assert path_of(desk).read_bytes() == before
