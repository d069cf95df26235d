import os
from pathlib import Path

import pytest

from app.errors import FileTrouble
from app.files.gather import gather
from app.store.schema import read_header


def made(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def test_files_of_a_folder_come_by_name_and_in_depth(tmp_path):
    made(tmp_path, "b.txt", "a.txt", "sub/c.txt", "another/d.txt")
    gathered = gather([tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in gathered.files] == [
        "a.txt",
        "b.txt",
        str(Path("another", "d.txt")),
        str(Path("sub", "c.txt")),
    ]
    assert not gathered.troubles


def test_files_named_by_hand_keep_their_order(tmp_path):
    made(tmp_path, "b.txt", "a.txt")
    wanted = (tmp_path / "b.txt", tmp_path / "a.txt")
    assert gather(map(str, wanted)).files == wanted


def test_hidden_files_are_left_out_unless_they_are_named(tmp_path):
    made(tmp_path, ".hidden", ".git/config", "a.txt", "Thumbs.db", "~$draft.docx")
    assert gather([tmp_path]).files == (tmp_path / "a.txt",)
    assert gather([tmp_path / ".hidden"]).files == (tmp_path / ".hidden",)


def test_a_file_comes_once_however_often_it_is_named(tmp_path):
    made(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert gather([tmp_path / "a.txt", tmp_path, tmp_path / "link.txt"]).files == (
        tmp_path / "a.txt",
    )


def test_folders_that_link_to_each_other_end(tmp_path):
    made(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert gather([tmp_path]).files == (tmp_path / "sub" / "a.txt",)


def test_what_is_missing_or_empty_is_told_and_the_rest_is_gathered(tmp_path):
    made(tmp_path, "a.txt")
    (tmp_path / "empty").mkdir()
    gathered = gather([tmp_path / "gone.txt", tmp_path / "empty", tmp_path / "a.txt"])
    assert gathered.files == (tmp_path / "a.txt",)
    gone, empty = map(str, gathered.troubles)
    assert "gone.txt: there is no such file." in gone
    assert "empty: the folder holds no files" in empty


def test_a_folder_that_cannot_be_entered_is_told(tmp_path, monkeypatch):
    made(tmp_path, "a.txt", "closed/b.txt")
    real = os.scandir

    def scandir(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    gathered = gather([tmp_path])
    assert gathered.files == (tmp_path / "a.txt",)
    assert "closed: the folder cannot be read" in str(gathered.troubles[0])


def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    made(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "x.galley")
    for paths in ([tmp_path], [tmp_path / "x.galley", tmp_path / "a.txt"]):
        gathered = gather(paths)
        assert gathered.files == (tmp_path / "a.txt",)
        (trouble,) = map(str, gathered.troubles)
        assert "x.galley: this is no ordinary file" in trouble
    with pytest.raises(FileTrouble, match="a pipe"):
        read_header(tmp_path / "x.galley")
