"""Full disks, at many levels: one sentence each time, nothing lost, and it goes on with room."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.drill import acting, filling
from tests.drill.children import Child
from tests.drill.harness import Figure, folder, portion
from tests.drill.judging import between, missing, opened, standing
from tests.drill.material import make_jsonl, make_old_project, make_project

LEVELS = 50
MEGABYTE = 2**20
WORKS = ("mark", "mark", "receive", "backup", "upgrade")

Room = Callable[[Path, int], int | Path]
"""Leaves so many bytes of room beside what lies in a folder; returns what `filling.fill` takes."""


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Fill up to a limit set on the process, and, where that is allowed, a small disk."""
    yield from up_to_a_limit(seed=seed, times=portion(LEVELS, share))
    yield from on_a_small_disk(seed=seed, times=portion(LEVELS, share))


def up_to_a_limit(*, seed: int, times: int) -> Iterator[Figure]:
    """Forbid files beyond a size; any system but Windows can."""
    says = "disk full (a limit on files): {}"
    if importlib.util.find_spec("resource") is None:
        yield from _not_run(says, "this system sets no such limits")
        return
    with folder() as here:
        yield from _filled(says, here, _under_a_limit, seed=seed, times=times)


def on_a_small_disk(*, seed: int, times: int) -> Iterator[Figure]:
    """Fill a disk of a few megabytes; only root may make one."""
    says = "disk full (a small disk): {}"
    with folder() as here, _small_disk(here) as trouble:
        if trouble:
            yield from _not_run(says, trouble)
        else:
            yield from _filled(says, here, _beside_ballast, seed=seed, times=times)


def _filled(says: str, here: Path, leave: Room, *, seed: int, times: int) -> Iterator[Figure]:
    chance = Random(seed)
    lost = Figure(says.format("an acknowledged act is lost, or a project not whole"))
    said = Figure(says.format("no sentence, or the same act fails with room"))
    full = 0
    with folder() as store:
        made = _Made(store, seed)
        for number in range(times):
            _empty(here)
            work = WORKS[number % len(WORKS)]
            path, other = made.lay(work, here)
            before = standing(path, backups=store) if work != "upgrade" else made.old
            largest = 300_000 if work == "mark" else 2 * MEGABYTE
            room = leave(here, chance.randrange(largest))
            child = Child(filling.fill, work, path, other, room, chance.randrange(2**32))
            child.end()
            was_full = child.has_said(filling.TROUBLE)
            full += was_full
            again = child.has_said(filling.AGAIN) or not was_full
            ended = child.has_said(acting.DONE) and again
            said.judge("" if ended else f"{work} ended with {child.heard[-1:]}", f"round {number}")
            now, problem = opened(path, backups=store)
            acts = [one for one in child.heard if one[0] == acting.SAID]
            while_full = [one[1] for one in child.heard if one[0] == filling.WHOLE]
            if now is not None and work == "mark":
                problem = problem or missing(acts, before, now)
            elif now is not None:
                after = made.received if work == "receive" else before
                problem = problem or between(now, before, after, done=ended)
            lost.judge(problem or "".join(while_full), f"round {number}, {work}")
    said.judge("" if full * 3 >= times else f"the disk was full only {full} times")
    yield lost
    yield said


class _Made:
    """Projects made once, and laid out for each round."""

    def __init__(self, store: Path, seed: int) -> None:
        self._project = store / "desk.galley"
        self._source = store / "articles.jsonl"
        self._old = store / "old.galley"
        make_project(self._project, seed=seed)
        make_jsonl(self._source, seed=seed, articles=150)
        make_old_project(self._old, seed=seed)
        copy = store / "copy.galley"
        copy.write_bytes(self._project.read_bytes())
        filling._receive(copy, self._source)
        self.received = standing(copy)
        copy.write_bytes(self._old.read_bytes())
        self.old = standing(copy, backups=store)

    def lay(self, work: str, here: Path) -> tuple[Path, Path]:
        """Put what a work needs into a folder; return the project, and what else it needs."""
        kept = self._old if work == "upgrade" else self._project
        path = here / "desk.galley"
        path.write_bytes(kept.read_bytes())
        # a backup before an upgrade wants far more room than so small a disk has
        other = self._old.parent if work == "upgrade" else here
        return path, self._source if work == "receive" else other / "backups" / "one.galley"


def _under_a_limit(here: Path, room: int) -> int:
    return (here / "desk.galley").stat().st_size + room - 20_000


def _beside_ballast(here: Path, room: int) -> Path:
    ballast = here / "ballast"
    free = shutil.disk_usage(here).free
    ballast.write_bytes(bytes(max(0, free - room - 20_000)))
    return ballast


@contextmanager
def _small_disk(here: Path) -> Iterator[str]:
    """Put a disk of a few megabytes in the place of a folder; gives why not, where it cannot be."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        yield "only root on Linux can make one"
        return
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "galley-drill", str(here)]
    done = subprocess.run(mount, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        yield f"mount refuses: {done.stderr.strip()}"
        return
    try:
        yield ""
    finally:
        subprocess.run(["umount", str(here)], check=True)


def _not_run(says: str, why: str) -> Iterator[Figure]:
    yield Figure(says.format("lost, not whole, or no sentence"), not_run=why)


def _empty(here: Path) -> None:
    for left in here.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()
