"""Rescue copies are thinned out like backups, but never one in which somebody goes on."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.files.rescued import rescue_name, thin_out_rescued

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def rescued(folder: Path, stem: str, *, days: int, minutes: int = 0) -> Path:
    made = NOW - timedelta(days=days, minutes=minutes)
    path = folder / rescue_name(stem, made)
    path.write_bytes(b"a copy")
    os.utime(path, (made.timestamp(), made.timestamp() + 2))
    return path


def test_of_copies_long_past_the_newest_three_of_each_project_stay(tmp_path: Path) -> None:
    old = [rescued(tmp_path, "Harbour 2", days=2_000, minutes=ago) for ago in range(5)]
    others = [rescued(tmp_path, "Council", days=3_000, minutes=ago) for ago in range(3)]
    thin_out_rescued(tmp_path, now=NOW)
    assert [path for path in old if path.exists()] == old[:3]
    assert all(path.exists() for path in others)


def test_a_copy_in_which_somebody_went_on_stays(tmp_path: Path) -> None:
    for ago in range(5):
        rescued(tmp_path, "Harbour", days=2_000, minutes=ago)
    mine = rescued(tmp_path, "Harbour", days=2_000, minutes=7)
    later = (NOW - timedelta(days=1_990)).timestamp()
    os.utime(mine, (later, later))
    assert thin_out_rescued(tmp_path, now=NOW) == 2
    assert mine.exists()


def test_what_else_lies_there_is_left_alone(tmp_path: Path) -> None:
    names = ("Harbour.galley", "Harbour 2026-99-99 12.00.00.galley", "notes.txt")
    for name in names:
        (tmp_path / name).write_bytes(b"mine")
    for ago in range(5):
        rescued(tmp_path, "Harbour", days=2_000, minutes=ago)
    assert thin_out_rescued(tmp_path, now=NOW) == 2
    assert all((tmp_path / name).exists() for name in names)


def test_where_nothing_was_rescued_nothing_goes(tmp_path: Path) -> None:
    assert thin_out_rescued(tmp_path / "rescued", now=NOW) == 0
