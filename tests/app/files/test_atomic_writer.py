import errno
import os
from pathlib import Path

import pytest

from app.errors import FileTrouble
from app.files.writing import atomic_writer


def write(path, content=b"new"):
    with atomic_writer(path) as stream:
        stream.write(content)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_or_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "out.jsonl"
    write(path, b"first")
    write(path, b"second")
    assert path.read_bytes() == b"second"
    assert names_in(tmp_path) == ["out.jsonl"]


def test_until_the_end_the_old_file_stands(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with atomic_writer(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_an_error_on_the_way_leaves_the_old_file(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), atomic_writer(path) as stream:
        stream.write(bytes([1 // (stream.write(b"half") - 4)]))
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "no room left on the disk. Make room"),
        (errno.EACCES, "writing there is not allowed. Choose a folder of your own."),
        (errno.EROFS, "cannot be written to"),
        (errno.ETIMEDOUT, "cannot be written (Connection timed out)"),
    ],
)
def test_a_fault_of_the_disk_is_told_and_leaves_the_old_file(tmp_path, number, says):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(FileTrouble) as caught, atomic_writer(path):
        raise OSError(number, os.strerror(number))
    assert says in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["out.jsonl"]


def test_a_full_disk_is_noticed_before_the_file_takes_its_name(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble, match="no room left"):
        write(tmp_path / "out.jsonl")
    assert names_in(tmp_path) == []


def test_a_folder_that_is_missing_or_a_file_is_told(tmp_path):
    with pytest.raises(FileTrouble, match="there is no such folder"):
        write(tmp_path / "gone" / "out.jsonl")
    (tmp_path / "file").touch()
    with pytest.raises(FileTrouble, match="the folder named is a file"):
        write(tmp_path / "file" / "out.jsonl")


def test_a_folder_and_a_device_are_never_replaced(tmp_path):
    with pytest.raises(FileTrouble, match="it is a folder"):
        write(tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileTrouble, match="no ordinary file"):
        write(pipe)
    assert pipe.is_fifo()


def test_a_link_stays_a_link_and_rights_stay_as_they_were(tmp_path):
    real = tmp_path / "real.jsonl"
    real.touch()
    real.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(real)
    write(link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_rights_of_any_other(tmp_path):
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    write(tmp_path / "out.jsonl")
    assert Path(tmp_path / "out.jsonl").stat().st_mode == ordinary.stat().st_mode
