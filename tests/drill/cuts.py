"""Power cuts, simulated from recorded system calls: what was acknowledged is there afterwards."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.drill import acting
from tests.drill.disk import cuts
from tests.drill.harness import Figure, folder, portion
from tests.drill.judging import missing, opened, standing
from tests.drill.material import make_old_project, make_project
from tests.drill.recording import STRACE_IS_MISSING, Event, has_strace, record

WHILE_MARKING = 400
DURING = 200
ACTS = 60

State = dict[str, bytes]


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Cut the power while marking, and around every rename."""
    acts = max(8, portion(ACTS, share))
    yield from while_marking(seed=seed, times=portion(WHILE_MARKING, share), acts=acts)
    for work in (during_upgrade, during_backup, during_export):
        yield from work(seed=seed, times=portion(DURING, share))


def while_marking(
    *, seed: int, times: int, acts: int = ACTS, fault: str | None = None
) -> Iterator[Figure]:
    """Cut while somebody marks: every acknowledged act is there, and the project is whole."""
    lost = Figure("power cut while marking: an acknowledged act is lost or half there")
    broken = Figure("power cut while marking: a project that does not open or is not whole")
    if not has_strace():
        lost.not_run = broken.not_run = STRACE_IS_MISSING
    else:
        with folder() as here:
            path = here / "work" / "desk.galley"
            path.parent.mkdir()
            make_project(path, seed=seed)
            before = standing(path)
            for said, state in _states("mark", fault, path, seed, acts, chance=seed, times=times):
                told = [tuple(one.split(" ", 2)) for one in said if one.startswith(acting.SAID)]
                with _left(path, state) as left:
                    now, problem = opened(left)
                broken.judge(problem, f"after {len(told)} acts")
                lost.judge(problem if now is None else missing(told, before, now))
    yield lost
    yield broken


def during_upgrade(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Cut while an older project, left by a crash, is brought up to date."""
    figure = Figure("power cut during upgrade: neither the old project nor the new one, whole")
    if not has_strace():
        figure.not_run = STRACE_IS_MISSING
    else:
        with folder() as here:
            path = here / "work" / "old.galley"
            backups = path.parent / "backups"
            backups.mkdir(parents=True)
            make_old_project(path, seed=seed, articles=20)
            after = standing_of_copy(path, here)
            leave_half_an_act(path)
            for said, state in _states("upgrade", fault, path, backups, chance=seed, times=times):
                with _left(path, state) as left:
                    now, problem = opened(left, backups=here / "more backups")
                    if acting.DONE in said and not problem:
                        problem = _no_backup(left.parent / "backups", after, here)
                    figure.judge(problem or ("" if now and now.said == after else "it differs"))
    yield figure


def during_backup(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Cut while a backup is made: under its name there is a whole one or none."""
    figure = Figure("power cut during backup: half a backup under its name")
    if not has_strace():
        figure.not_run = STRACE_IS_MISSING
    else:
        with folder() as here:
            path = here / "work" / "desk.galley"
            target = path.parent / "backups" / "desk 1.galley"
            target.parent.mkdir(parents=True)
            make_project(path, seed=seed)
            before = standing(path)
            for said, state in _states("backup", fault, path, target, chance=seed, times=times):
                with _left(path, state) as left:
                    kept = left.parent / "backups" / target.name
                    problem = opened(left)[1]
                    if kept.exists():
                        now, trouble = opened(kept)
                        problem = problem or trouble
                        problem = problem or ("" if now and now.said == before.said else "differs")
                    elif acting.DONE in said:
                        problem = "the backup was said to be made, and is not there"
                    figure.judge(problem)
    yield figure


def during_export(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Cut while an export takes the name of an earlier one: it is the old file or the new one."""
    figure = Figure("power cut during export: neither the old file nor the new one")
    if not has_strace():
        figure.not_run = STRACE_IS_MISSING
    else:
        with folder() as here:
            path = here / "work" / "desk.galley"
            out = path.parent / "out.jsonl"
            path.parent.mkdir()
            make_project(path, seed=seed)
            out.write_text("what was exported before")
            before = out.read_bytes()
            states = list(_states("export", fault, path, out, chance=seed, times=times))
            after = out.read_bytes()
            for said, state in states:
                now = state.get(str(out))
                allowed = (after,) if acting.DONE in said else (before, after)
                figure.judge("" if now in allowed else "it is neither")
    yield figure


def around_renames(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Cut wherever a file is written first and takes its name afterwards."""
    yield from during_upgrade(seed=seed, times=times, fault=fault)
    yield from during_export(seed=seed, times=times, fault=fault)


def standing_of_copy(path: Path, here: Path) -> frozenset[tuple[object, ...]]:
    """Return what a project says, without opening it itself."""
    copy = here / "copy.galley"
    copy.write_bytes(path.read_bytes())
    return standing(copy, backups=here / "more backups").said


def leave_half_an_act(path: Path) -> None:
    """Leave the file as a crash in the middle of an act would: half written, its journal beside."""
    subprocess.run([sys.executable, "-c", _CRASH, str(path)], check=True)
    assert path.with_name(path.name + "-journal").stat().st_size


_CRASH = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE articles SET title = title || 'half'")
connection.execute("UPDATE revisions SET body = body || 'half'")
os._exit(0)
"""


def _states(
    work: str, fault: str | None, *facts: object, chance: int, times: int
) -> Iterator[tuple[list[str], State]]:
    """Do a work on the project that is the first of the facts, and cut the power meanwhile."""
    path = Path(str(facts[0]))
    there = {str(file): file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    events: list[Event] = record(work, fault, *facts, log=path.parent.with_name("calls.txt"))
    yield from cuts(there, events, chance=Random(chance), times=times)


def _no_backup(backups: Path, said: frozenset[tuple[object, ...]], here: Path) -> str:
    """Return what is wrong with the only backup that was made before an upgrade."""
    kept = list(backups.rglob("*.galley"))
    if len(kept) != 1:
        return f"there are {len(kept)} backups"
    now, problem = opened(kept[0], backups=here / "more backups")
    return problem or ("" if now and now.said == said else "the backup says something else")


@contextmanager
def _left(path: Path, state: State) -> Iterator[Path]:
    """Lay the files that a cut left into a fresh folder, and give the project there."""
    with folder() as fresh:
        for name, content in state.items():
            file = fresh / Path(name).relative_to(path.parent)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield fresh / path.name
