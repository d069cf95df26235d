"""Files fall on the window: articles come, twins and refusals are named, and work goes on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.project import Project
from tests.desk import AtDesk
from tests.journeys.articles import OTHER, SHORT

SitAt = Callable[..., AtDesk]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder from which files are dropped."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return inbox


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def told(desk: AtDesk, *paths: Path) -> dict[str, str]:
    return {line.file: line.outcome for line in desk.receive(*paths).lines}


def test_the_first_articles_come_onto_the_desk(sit_at: SitAt, folder: Path) -> None:
    desk = sit_at()
    assert desk.text == ""
    lines = told(desk, written(folder, "a.txt", SHORT), written(folder, "b.txt", OTHER))
    assert lines == {"a.txt": "1 new article", "b.txt": "1 new article"}
    assert desk.text == SHORT
    assert len(desk.listed()) == 2
    desk.mark("Radio Nine", "actor")
    assert desk.marks() == [("actor", "Radio Nine")]


def test_a_whole_folder_can_be_dropped(sit_at: SitAt, folder: Path) -> None:
    desk = sit_at()
    (folder / "deeper").mkdir()
    written(folder, "a.txt", SHORT)
    written(folder / "deeper", "b.txt", OTHER)
    desk.receive(folder)
    assert len(desk.listed()) == 2


def test_while_reading_the_new_article_comes_and_the_old_one_keeps_its_marks(
    sit_at: SitAt, folder: Path
) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.receive(written(folder, "b.txt", OTHER))
    assert desk.text == OTHER
    assert desk.chosen_everywhere() == {None}
    desk.press("Ctrl+Up")
    assert desk.marks() == [("actor", "Radio Nine")]


def test_the_same_text_is_known_again_whatever_its_file_is_called(
    sit_at: SitAt, folder: Path
) -> None:
    desk = sit_at(Lindow=SHORT, Pell=OTHER)
    desk.press("Ctrl+Down")
    twin = folder / "twin.txt"
    twin.write_bytes(b"\xef\xbb\xbf" + SHORT.replace("\n", "\r\n").encode())
    (outcome,) = told(desk, twin).values()
    assert outcome.startswith("here already as “Lindow”")
    assert desk.listed() == ["Lindow", "Pell"]
    assert desk.title == "Pell", "nothing new came, so nobody is taken anywhere"


def test_what_is_refused_is_named_and_the_rest_comes(sit_at: SitAt, folder: Path) -> None:
    desk = sit_at()
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    written(folder, "empty.txt", "")
    lines = told(desk, written(folder, "a.txt", SHORT), folder / "report.pdf", folder / "empty.txt")
    assert "PDF" in lines["report.pdf"]
    assert "empty" in lines["empty.txt"]
    assert lines["a.txt"] == "1 new article"
    assert len(desk.listed()) == 1


def test_somebody_elses_annotations_come_without_being_shown_as_mine(
    sit_at: SitAt, folder: Path
) -> None:
    desk = sit_at()
    line = {
        "text": SHORT,
        "annotator": "ben",
        "spans": [{"start": 4, "end": 9, "label": "actor"}],
    }
    desk.receive(written(folder, "ben.jsonl", json.dumps(line)))
    assert desk.text == SHORT
    assert desk.marks() == []
    desk.press("N")
    assert desk.chosen_everywhere() == {None}
    desk.sit_down("ben")
    assert desk.marks() == [("actor", "mayor")]


def test_my_own_annotations_come_onto_the_article_that_is_open(sit_at: SitAt, folder: Path) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    line = {
        "text": SHORT,
        "annotator": "anna",
        "spans": [{"start": 4, "end": 9, "label": "actor"}],
    }
    desk.receive(written(folder, "anna.jsonl", json.dumps(line)))
    assert desk.marks() == [("actor", "mayor"), ("actor", "Radio Nine")]
    desk.press("Ctrl+Z")
    assert desk.marks() == [("actor", "Radio Nine")]


def test_my_own_annotations_come_with_the_first_article_and_none_is_chosen_by_chance(
    sit_at: SitAt, folder: Path
) -> None:
    desk = sit_at()
    line = {
        "text": SHORT,
        "annotator": "anna",
        "spans": [{"start": 4, "end": 9, "label": "actor"}],
    }
    desk.receive(written(folder, "anna.jsonl", json.dumps(line)))
    assert desk.marks() == [("actor", "mayor")]
    assert desk.chosen_everywhere() == {None}
    assert desk.window.focusWidget() is desk.page.pane


def test_another_project_dropped_onto_the_window_is_opened(sit_at: SitAt, folder: Path) -> None:
    other = folder / "other.galley"
    Project.create(other).close()
    desk = sit_at(SHORT)
    desk.drop(other)
    assert desk.window.windowTitle().startswith("other")
    assert desk.listed() == []


def test_two_things_told_in_a_row_show_the_later_one(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    desk.mark("Radio Nine", "actor")
    desk.drag("Radio Nine")
    desk.press("1")
    first = desk.hint
    desk.drag("Nine")
    desk.press("J")
    assert desk.hint
    assert desk.hint != first
    desk.mark("Ana Vell", "actor")
    assert desk.hint == ""
