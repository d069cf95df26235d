"""The tour does the whole main job and leaves what it says it leaves."""

from pathlib import Path

import pytest

from app.project import Project
from app.queries.check import check
from main import main


def test_the_tour_leaves_project_export_and_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    out = tmp_path / "tour"
    assert main(["tour", "--out", str(out)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    left = {path.name for path in out.iterdir()}
    assert {"Tour.galley", "Tour.jsonl", "desk-light.png", "desk-dark.png"} <= left
    assert all(str(out / name) in told.out for name in left)
    project = Project.open(out / "Tour.galley")
    try:
        assert project.ask(lambda connection: list(check(connection))) == []
    finally:
        project.close()
