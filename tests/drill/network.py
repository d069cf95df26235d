"""The whole main job through the real window, under strace: no socket that leads out is made."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.drill.harness import Figure, folder
from tests.drill.recording import STRACE_IS_MISSING, has_strace

_OUTWARD = re.compile(r"^\d+ +(\w+)\(.*\bAF_(?:INET6?|PACKET|BLUETOOTH)\b")


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Take the tour once; neither seed nor share make a difference."""
    yield from touring()


def touring() -> Iterator[Figure]:
    """Count the calls of the tour that have to do with a network; local sockets are none."""
    figure = Figure("the whole main job in the window: a network address used")
    if not has_strace():
        figure.not_run = STRACE_IS_MISSING
    else:
        with folder() as here:
            log = here / "calls.txt"
            command = ["strace", "-f", "-o", str(log), "-e", "trace=%network", "-e", "signal=none"]
            command += [sys.executable, "main.py", "tour", "--out", str(here / "tour")]
            elsewhere = {"GALLEY_BACKUPS": str(here / "backups"), "QT_QPA_PLATFORM": "offscreen"}
            done = subprocess.run(
                command,
                check=False,
                capture_output=True,
                cwd=Path(__file__).parents[2],
                env=os.environ | elsewhere,
            )
            figure.judge("" if done.returncode == 0 else done.stderr.decode()[-300:])
            with log.open(encoding="utf-8", errors="replace") as calls:
                outward = [found[1] for call in calls if (found := _OUTWARD.match(call))]
            figure.judge(", ".join(sorted(set(outward))))
    yield figure
