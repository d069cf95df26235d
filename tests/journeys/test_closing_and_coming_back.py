"""Closing the window and coming back: one file, the same marks, the same person."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT

SitAt = Callable[..., AtDesk]


def mark_some(desk: AtDesk) -> Path:
    desk.mark("the mill burned down at night", "claim")
    desk.mark("Ana Vell", "actor")
    desk.drag("Radio Nine")
    desk.press("J", "M")
    desk.write("both?")
    desk.press("Esc", "U", "D")
    assert desk.window.opened is not None
    return desk.window.opened.project.path


def test_everything_is_there_again_in_exactly_one_file(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    path = mark_some(desk)
    marks, kept = desk.marks(), list(desk.page.shown.outline.model.annotations())
    desk.window.close()
    assert sorted(each.name for each in path.parent.iterdir() if each.is_file()) == [path.name]
    again = reopen(path)
    again.click_row("Article 1")
    assert again.marks() == marks
    assert list(again.page.shown.outline.model.annotations()) == kept
    assert again.page.done_button.text() == "Done"


def test_looking_around_leaves_the_file_as_it_is(sit_at: SitAt, reopen: SitAt) -> None:
    desk = sit_at(SHORT, OTHER)
    path = mark_some(desk)
    desk.window.close()
    before = path.read_bytes()
    again = reopen(path)
    again.click_row("Article 1")
    again.press("N", "N", "P", "Esc", "Ctrl+Down", "Ctrl+L", "Esc", "F2", "Esc")
    again.window.close()
    assert path.read_bytes() == before


def test_a_copy_made_while_it_is_open_holds_every_act_so_far(
    sit_at: SitAt, reopen: SitAt, tmp_path: Path
) -> None:
    desk = sit_at(SHORT)
    path = mark_some(desk)
    copy = tmp_path / "copies" / "copy.galley"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    marks = desk.marks()
    desk.window.close()
    assert reopen(copy).marks() == marks


def test_whoever_sat_here_last_is_not_asked_again(sit_at: SitAt, open_window: Callable) -> None:
    desk = sit_at(SHORT)
    path = mark_some(desk)
    desk.window.close()
    window = open_window(path, annotator=None)
    assert window.status.person.text() == "Annotating as anna"
    assert AtDesk(window).marks() == desk_marks()


def desk_marks() -> list[tuple[str, str]]:
    return [
        ("actor", "Ana Vell / Radio Nine"),
        ("claim", "the mill burned down at night"),
    ]
