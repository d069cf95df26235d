"""The file is moved, deleted or replaced under somebody's hands: nothing they do is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from tests.desk import AtDesk
from ui.widgets.plain import PlainLabel

TEXT = "The mayor said that rents rose. The union denied it."


def banner(desk: AtDesk) -> str:
    return desk.window.standing.banner.words()


def choose(desk: AtDesk, words: str) -> None:
    standing = desk.window.standing.banner
    (button,) = [each for each in standing.buttons if each.accessibleName() == words]
    desk.click_widget(button)


def marked_in(path: Path) -> list[str]:
    project = Project.open(path)
    (article,) = project.ask(article_list, annotator=None)
    (person,) = {one.id for one in project.ask(_people)}
    said = project.ask(annotations_of, article=article.id, annotator=person)
    assert project.ask(lambda at: list(check(at))) == []
    project.close()
    return [one.quote for one in said]


def _people(connection):
    from app.queries.people import people

    return people(connection)


def drag_and_press(desk: AtDesk, words: str, key: str) -> None:
    desk.drag(words)
    desk.press(key)


@pytest.fixture
def desk(sit_at: Callable[..., AtDesk]) -> AtDesk:
    desk = sit_at(TEXT)
    desk.mark("The mayor", "actor")
    return desk


def path_of(desk: AtDesk) -> Path:
    assert desk.window.opened is not None
    return desk.window.opened.project.path


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.galley"))


def rename_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("another folder"))
    path.parent.mkdir()


def replace(path: Path) -> None:
    other = path.with_name("other.galley")
    Project.create(other).close()
    other.replace(path)


@pytest.mark.parametrize("happen", [delete, rename, replace])
def test_the_next_act_is_kept_and_lies_in_a_rescue_copy(
    desk: AtDesk, happen: Callable[[Path], None]
) -> None:
    path = path_of(desk)
    happen(path)
    there = path.read_bytes() if path.exists() else None
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    rescued = desk.window.standing.rescue.path
    assert rescued is not None
    assert str(rescued) in banner(desk)
    assert desk.window.status.saved.text() == "Not saved"
    assert [words for _, words in desk.marks()] == ["The mayor"], "only what is saved is shown"
    assert "mark “rents” as actor" in banner(desk), "what waits is named"
    assert desk.page.pane.selection() is None, "and is not done a second time unseen"
    assert marked_in(rescued) == ["The mayor", "rents"]
    assert (path.read_bytes() if path.exists() else None) == there, "what lies there is not ours"
    choose(desk, "Go on in the rescue copy")
    desk.until(lambda: path_of(desk) == rescued)
    assert desk.window.status.person.text() == "Annotating as anna"
    desk.until(lambda: [words for _, words in desk.marks()] == ["The mayor", "rents"])


def test_the_rescue_copy_is_saved_back_to_where_projects_lie(desk: AtDesk, tmp_path: Path) -> None:
    path_of(desk).unlink()
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    choose(desk, "Go on in the rescue copy")
    desk.until(lambda: "rescue copy of desk" in banner(desk))
    assert desk.window.standing.banner.offered() == ["Save it to…"]
    desk.mark("The union", "actor")
    home = tmp_path / "home.galley"
    desk.window.standing.copy_to(home)
    desk.until(lambda: path_of(desk) == home)
    assert not desk.window.standing.banner.isVisible()
    assert [words for _, words in desk.marks()] == ["The mayor", "rents", "The union"]


def test_a_rescue_copy_that_is_lost_too_is_named_after_the_project(desk: AtDesk) -> None:
    folder = desk.window.standing.rescue._folder
    names = []
    for words in ("rents", "The union"):
        path_of(desk).unlink()
        drag_and_press(desk, words, "1")
        desk.until(lambda: "rescue copy with" in banner(desk))
        choose(desk, "Go on in the rescue copy")
        desk.until(lambda: "rescue copy of desk" in banner(desk))
        names.append(path_of(desk).name)
        assert [path.name for path in folder.glob("*.galley")] == names[-1:]
    assert [len(name) for name in names] == [len("desk 2026-11-22 21.24.30.galley")] * 2


def test_the_same_act_does_not_wait_twice(desk: AtDesk) -> None:
    path_of(desk).unlink()
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with 1 act made" in banner(desk))
    drag_and_press(desk, "rents", "1")
    assert "rescue copy with 1 act made" in banner(desk)
    said = desk.window.messages.passing_banner.words()
    assert "waits to be saved already: mark “rents” as actor" in said
    desk.window.standing.copy_to(path_of(desk).with_name("copy.galley"))
    desk.until(lambda: path_of(desk).name == "copy.galley")


def test_later_acts_come_into_the_rescue_copy_too(desk: AtDesk) -> None:
    path_of(desk).unlink()
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    drag_and_press(desk, "The union", "1")
    desk.until(lambda: "rescue copy with 2 acts" in banner(desk))
    rescued = desk.window.standing.rescue.path
    assert rescued is not None
    assert list(rescued.parent.glob("*.galley")) == [rescued], "one copy for one loss"
    assert marked_in(rescued) == ["The mayor", "rents", "The union"]
    choose(desk, "Go on in the rescue copy")
    desk.until(lambda: path_of(desk) == rescued)


def test_when_the_file_is_back_the_acts_are_saved_in_it(desk: AtDesk) -> None:
    path = path_of(desk)
    away = path.with_name("away.galley")
    path.rename(away)
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    away.rename(path)
    choose(desk, "Try again")
    desk.until(lambda: not desk.window.standing.banner.isVisible())
    assert [words for _, words in desk.marks()] == ["The mayor", "rents"]
    assert desk.window.status.saved.text() != "Not saved"
    desk.window.opening.close()
    assert marked_in(path) == ["The mayor", "rents"]


def test_it_is_noticed_without_an_act(desk: AtDesk) -> None:
    path = path_of(desk)
    away = path.with_name("away.galley")
    path.rename(away)
    assert desk.window.opened is not None
    desk.window.opened.look_round()
    assert "moved, renamed or deleted" in banner(desk)
    assert "nothing is lost so far" in banner(desk)
    away.rename(path)
    desk.window.opened.look_round()
    assert not desk.window.standing.banner.isVisible()


def test_a_copy_is_saved_where_the_person_wants_it_and_they_go_on_there(
    desk: AtDesk, tmp_path: Path
) -> None:
    path_of(desk).unlink()
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    desk.window.standing.copy_to(tmp_path / "mine.galley")
    desk.until(lambda: path_of(desk) == tmp_path / "mine.galley")
    assert [words for _, words in desk.marks()] == ["The mayor", "rents"]
    desk.mark("The union", "actor")


def test_nobody_leaves_without_being_asked(desk: AtDesk) -> None:
    path = path_of(desk)
    path.unlink()
    drag_and_press(desk, "rents", "1")
    desk.until(lambda: "rescue copy with" in banner(desk))
    desk.window.close()
    dialog = desk.window.standing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert desk.window.isVisible()
    (line,) = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert line.endswith("mark “rents” as actor")
    told = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert any("Nothing is lost: a rescue copy" in words for words in told)
    assert not any("loses" in words for words in told)
    dialog.wait.click()
    assert desk.window.opened is not None
    desk.window.opening.close()
    assert desk.window.standing.dialog is not None
    give_up, *_ = desk.window.standing.dialog.buttons
    give_up.click()
    assert desk.window.opened is None
