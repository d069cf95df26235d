"""The tour does the whole main job and leaves what it says it leaves."""

import subprocess
import sys
from pathlib import Path

from app.paths import ROOT
from app.project import Project
from app.queries.check import check


def test_the_tour_leaves_project_export_and_pictures(tmp_path: Path) -> None:
    out = tmp_path / "tour"
    # a program of its own, as for a user: here it would compete with windows of other tests
    told = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "tour", "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    left = {path.name for path in out.iterdir()}
    assert {"Tour.galley", "Tour.jsonl", "desk-light.png", "desk-dark.png"} <= left
    assert all(str(out / name) in told.stdout for name in left)
    project = Project.open(out / "Tour.galley")
    try:
        assert project.ask(lambda connection: list(check(connection))) == []
    finally:
        project.close()
