"""kill -9 at random moments: what was acknowledged is there, and what was not is there or not."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic

from app.store.schema import SCHEMA, read_header
from tests.drill import acting
from tests.drill.children import Child
from tests.drill.harness import Figure, folder, portion
from tests.drill.judging import Standing, between, missing, opened, standing
from tests.drill.material import make_jsonl, make_old_project, make_project

WHILE_MARKING = 200
DURING = 100
RENEWED = 25
"""After so many kills while marking a fresh project is taken, so that it stays small."""


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Kill while marking, and during each long work."""
    yield from while_marking(seed=seed, times=portion(WHILE_MARKING, share))
    for work in (during_receiving, during_backup, during_upgrade, during_closing):
        yield from work(seed=seed, times=portion(DURING, share))


def while_marking(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Kill a process that marks, and look for every act it had acknowledged."""
    chance = Random(seed)
    lost = Figure("kill -9 while marking: an acknowledged act is lost or half there")
    broken = Figure("kill -9 while marking: a project that does not open or is not whole")
    with folder() as here:
        path = here / "desk.galley"
        for number in range(times):
            if number % RENEWED == 0:
                path.unlink(missing_ok=True)
                make_project(path, seed=seed + number)
            before = standing(path)
            child = Child(acting.mark_on, path, chance.randrange(2**32), None, fault)
            child.hear_until(acting.BEGUN)
            child.hear_for(chance.uniform(0, 0.12))
            child.kill()
            acts = [said for said in child.heard if said[0] == acting.SAID]
            now, problem = opened(path)
            broken.judge(problem or _strangers(here), f"round {number}")
            lost.judge(problem if now is None else missing(acts, before, now), f"round {number}")
            if now is None:
                path.unlink()
                make_project(path, seed=seed + number)
    yield lost
    yield broken


def during_receiving(*, seed: int, times: int) -> Iterator[Figure]:
    """Kill while articles are received."""
    with folder() as here:
        path, source = here / "desk.galley", here / "incoming" / "articles.jsonl"
        source.parent.mkdir()
        make_project(path, seed=seed)
        make_jsonl(source, seed=seed, articles=150)
        yield _killed("receive", path, seed, times, lambda: Child(acting.receive, path, source))


def during_closing(*, seed: int, times: int) -> Iterator[Figure]:
    """Kill while a project is closed."""
    with folder() as here:
        path = here / "desk.galley"
        make_project(path, seed=seed)
        yield _killed("close", path, seed, times, lambda: Child(acting.mark_and_close, path, seed))


def during_backup(*, seed: int, times: int) -> Iterator[Figure]:
    """Kill while a backup is made: it is whole or not there, and the project is untouched."""
    chance = Random(seed)
    figure = Figure("kill -9 during backup: half a backup, or a project that was touched")
    with folder() as here:
        path, target = here / "desk.galley", here / "backups" / "desk 1.galley"
        make_project(path, seed=seed, articles=40)
        before, content = standing(path), path.read_bytes()
        seconds = _seconds(lambda: Child(acting.make_backup, path, target), figure)
        for number in range(times):
            target.unlink(missing_ok=True)
            child = Child(acting.make_backup, path, target)
            child.hear_until(acting.BEGUN)
            child.hear_for(chance.uniform(0, seconds * 1.1))
            child.kill()
            problem = "" if path.read_bytes() == content else "the project was touched"
            if target.exists():
                now, trouble = opened(target)
                problem = problem or trouble or between(_sure(now), before, before, done=True)
            elif child.has_said(acting.DONE):
                problem = "the backup was said to be made, and is not there"
            figure.judge(problem, f"round {number}")
        last = Child(acting.make_backup, path, target)
        last.end()
        figure.judge("" if last.has_said(acting.DONE) else "no further backup could be made")
        figure.judge(_strangers(target.parent, target.name))
    yield figure


def during_upgrade(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Kill while an older project is brought up to date: it is the old file or the new one."""
    chance = Random(seed)
    figure = Figure("kill -9 during upgrade: neither the old project nor the new one")
    with folder() as here:
        path, backups = here / "old.galley", here / "backups"
        make_old_project(path, seed=seed)
        old = path.read_bytes()
        seconds = _seconds(lambda: Child(acting.upgrade, path, backups, fault), figure)
        after, trouble = opened(path, backups=backups)
        figure.judge(trouble or _not_upgraded(path))
        for number in range(times):
            path.write_bytes(old)
            shutil.rmtree(backups, ignore_errors=True)
            child = Child(acting.upgrade, path, backups, fault)
            child.hear_until(acting.BEGUN)
            child.hear_for(chance.uniform(0, seconds * 1.1))
            child.kill()
            is_new = path.read_bytes() != old
            problem = _not_upgraded(path) if is_new else ""
            if child.has_said(acting.DONE) and not is_new:
                problem = "it was said to be done, and is not"
            now, trouble = opened(path, backups=backups)
            problem = (
                problem or trouble or between(_sure(now), _sure(after), _sure(after), done=True)
            )
            figure.judge(problem or _strangers(here, "old.galley", "backups"), f"round {number}")
    yield figure


def _killed(what: str, path: Path, seed: int, times: int, begin: Callable[[], Child]) -> Figure:
    """Kill during a work that changes a project: afterwards it stands before it or after it."""
    chance = Random(seed)
    figure = Figure(f"kill -9 during {what}: a project between before and after, or not whole")
    before, content = standing(path), path.read_bytes()
    seconds = _seconds(begin, figure)
    after = standing(path)
    for number in range(times):
        path.write_bytes(content)
        child = begin()
        child.hear_until(acting.BEGUN)
        child.hear_for(chance.uniform(0, seconds * 1.1))
        child.kill()
        now, problem = opened(path)
        if now is not None:
            acts = [said for said in child.heard if said[0] == acting.SAID]
            done = child.has_said(acting.DONE) and not acts
            problem = problem or (
                missing(acts, before, now) if acts else between(now, before, after, done=done)
            )
        figure.judge(problem or _strangers(path.parent), f"round {number}")
    return figure


def _seconds(begin: Callable[[], Child], figure: Figure) -> float:
    """Let a work come to its end, as it must; return how long it took once it had begun."""
    child = begin()
    child.hear_until(acting.BEGUN)
    start = monotonic()
    child.hear_until(acting.DONE)
    seconds = monotonic() - start
    child.end()
    figure.judge("" if child.has_said(acting.DONE) else f"undisturbed: {child.heard[-1:]}")
    return seconds


def _strangers(here: Path, *names: str) -> str:
    """Return what lies beside a project after it was opened and closed once more."""
    left = sorted(file.name for file in here.iterdir() if file.is_file())
    allowed = names or ("desk.galley",)
    others = [name for name in left if name not in allowed]
    return f"left lying: {', '.join(others)}" if others else ""


def _not_upgraded(path: Path) -> str:
    schema = read_header(path).schema
    return "" if schema == SCHEMA else f"its schema is {schema}"


def _sure(there: Standing | None) -> Standing:
    return there or Standing(frozenset(), {}, 0, ())
