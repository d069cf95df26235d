"""What is remembered comes back, and what makes no sense is taken as if it were not there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ui.settings import ELSEWHERE, MOST_RECENT, Settings
from ui.theme.appearance import Choice


def test_everything_comes_back_from_the_file(settings: Settings, tmp_path: Path) -> None:
    when = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
    project = tmp_path / "project.galley"
    settings.theme = Choice.DARK
    settings.remember_project(tmp_path / "Wahl, Mai – “neu”.galley", when=when)
    settings.remember_person(project, "annotator-1")
    settings.remember_shape("window", QByteArray(b"\x00\x01"))
    settings.remember_folder("exports", tmp_path)
    settings.remember_size("desk-zoom", 130)
    settings.remember_spot(project, "annotator-1", '{"page": "desk"}')
    settings.save()
    again = Settings(settings.file)
    assert again.theme is Choice.DARK
    (recent,) = again.recent()
    assert recent.path == tmp_path / "Wahl, Mai – “neu”.galley"
    assert recent.when == when
    assert again.person_in(project) == "annotator-1"
    assert again.person_in(project.with_name("copy.galley")) is None
    assert again.shape("window") == QByteArray(b"\x00\x01")
    assert again.folder("exports") == tmp_path
    assert again.size("desk-zoom") == 130
    assert again.size("desk-column") is None
    assert again.spot(project, "annotator-1") == '{"page": "desk"}'
    assert again.spot(project, "annotator-2") == ""
    assert again.spot(project.with_name("copy.galley"), "annotator-1") == ""


def test_the_last_project_comes_first_and_only_once(settings: Settings, tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        settings.remember_project(tmp_path / name)
    assert [project.path.name for project in settings.recent()] == ["a", "b"]
    settings.forget_project(tmp_path / "a")
    assert [project.path.name for project in settings.recent()] == ["b"]


def test_how_far_a_project_was_is_kept_when_it_is_opened_again(
    settings: Settings, tmp_path: Path
) -> None:
    settings.remember_project(tmp_path / "a")
    settings.remember_project(tmp_path / "b")
    settings.remember_how_far(tmp_path / "a", done=34, articles=120)
    settings.remember_project(tmp_path / "a")
    settings.save()
    far = [(one.path.name, one.done, one.articles) for one in Settings(settings.file).recent()]
    assert far == [("a", 34, 120), ("b", 0, 0)]


def test_old_projects_drop_out(settings: Settings, tmp_path: Path) -> None:
    for number in range(MOST_RECENT + 3):
        settings.remember_project(tmp_path / str(number))
    names = [project.path.name for project in settings.recent()]
    assert len(names) == MOST_RECENT
    assert names[0] == str(MOST_RECENT + 2)


def test_a_damaged_file_is_taken_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "galley.ini"
    file.write_bytes(
        b"[General]\ntheme=purple\n[recent]\nsize=3\n1\\path=/a.galley\n1\\when=soon\n"
        b"1\\done=nearly all\n1\\articles=-3\n"
        b"[shapes]\nwindow=large\n[folders]\nexports=nowhere\n"
        b"[sizes]\ndesk-zoom=huge\ndesk-column=99999999999\n"
    )
    settings = Settings(file)
    assert settings.theme is Choice.SYSTEM
    (project,) = settings.recent()
    assert project.when is None
    assert settings.shape("window").isEmpty()
    assert settings.size("desk-zoom") is None
    assert settings.size("desk-column") is None
    assert settings.folder("exports") == settings.projects_folder


def test_the_environment_names_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ELSEWHERE, str(tmp_path / "other.ini"))
    settings = Settings()
    assert settings.file == tmp_path / "other.ini"
    assert settings.data_folder == tmp_path
    assert settings.projects_folder == tmp_path


def test_without_a_folder_for_documents_a_new_project_is_suggested_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ".local"))
    monkeypatch.delenv(ELSEWHERE, raising=False)
    assert not (tmp_path / "Documents").exists()
    assert Settings().projects_folder == tmp_path
