"""Folders that are synchronised, or lie on another computer, are known by name and by mount."""

from pathlib import Path

import pytest

from app.files.folders import cloud_of, is_on_network, warning_about
from app.files.room import little_room

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /srv/shared\\040files nfs4 rw 0 0
//nas/desk /srv/desk cifs rw 0 0
/dev/sdb1 /srv/desk/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/srv/anna/OneDrive - The Daily/desk", "OneDrive"),
        ("/srv/anna/Dropbox (Team)/desk", "Dropbox"),
        ("/srv/anna/GoogleDrive-anna@example.org/My Drive", "Google Drive"),
        ("/srv/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/srv/anna/Nextcloud", "Nextcloud"),
        ("/srv/anna/Documents/boxes", ""),
        ("/srv/anna/My OneDrive notes", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_name(folder: str, name: str) -> None:
    assert cloud_of(Path(folder)) == name
    assert (name in warning_about(Path(folder))) is True


@pytest.mark.parametrize(
    ("folder", "is_far"),
    [
        ("/srv/shared files/desk", True),
        ("/srv/desk/2026", True),
        ("/srv/desk/local/2026", False),
        ("/srv/desktop", False),
        ("/var", False),
    ],
)
def test_the_nearest_mount_says_where_a_folder_is(
    tmp_path: Path, folder: str, *, is_far: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert is_on_network(Path(folder), mounts) is is_far


def test_where_the_system_says_nothing_nothing_is_said(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, tmp_path / "none")


def test_room_is_asked_for_in_proportion_to_the_project(tmp_path: Path) -> None:
    path = tmp_path / "desk.galley"
    assert little_room(path) == ""
    with path.open("wb") as file:
        file.truncate(1 << 42)  # a size alone; it takes no room
    assert "MB are free on the disk of desk.galley" in little_room(path)
