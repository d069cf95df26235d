"""Bundles that were damaged, made to do harm, or are received by a process that is killed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from app.commands.bundles import receive_bundle
from app.domain.seal import Way
from app.errors import FileTrouble, Refused
from app.files.bundles import make_bundle
from app.files.foreign import ENDED, ForeignFiles
from app.files.receiving_bundles import receive_bundles
from app.project import Project
from app.queries.check import check
from app.queries.people import people
from app.queries.stamp import stamp
from tests.drill.acting import BEGUN, DONE, Marker, Say
from tests.drill.children import Child
from tests.drill.damaged import SLOWEST
from tests.drill.damages import DAMAGES, make_hostile
from tests.drill.harness import Figure, folder, portion
from tests.drill.judging import between, opened, standing
from tests.drill.material import make_project

FILES = 10_000
KILLS = 100
HOSTILE_SHARE = 0.25
BY_ONE_CHILD = 500
AT_ONCE = 2

TRIED = "tried"


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Receive damaged and hostile bundles, and kill while a good one is received."""
    yield from receiving(seed=seed, times=portion(FILES, share))
    yield from killing(seed=seed, times=portion(KILLS, share))


def receiving(*, seed: int, times: int) -> Iterator[Figure]:
    """Count the bundles at which something happens that must not."""
    crashed = Figure("damaged and hostile bundles: a crash, or an error that is no sentence")
    stuck = Figure(
        f"damaged and hostile bundles: more than {SLOWEST:.0f} s until there is an answer"
    )
    leaked = Figure("damaged and hostile bundles: something of a refused one is in the project")
    with folder() as here:
        bundle, lead = here / "bundle.galley", here / "lead.galley"
        make_handed_in(lead, bundle, seed=seed)
        starts = list(range(0, times, BY_ONE_CHILD))
        while starts:
            running = [
                Child(receive_damaged, lead, bundle, seed, start, min(start + BY_ONE_CHILD, times))
                for start in starts[:AT_ONCE]
            ]
            del starts[:AT_ONCE]
            for child in running:
                child.end()
                for _, number, problem, seconds, leak in child.heard_of(TRIED):
                    crashed.judge(problem, number)
                    slow = f"{seconds:.1f} s" if seconds > SLOWEST else ""
                    stuck.judge(slow, number)
                    leaked.judge(leak, number)
                if not child.has_said(DONE):
                    crashed.judge(f"it ended with {child.heard[-1:]}")
    yield crashed
    yield stuck
    yield leaked


def killing(*, seed: int, times: int) -> Iterator[Figure]:
    """Kill while a bundle is received: the project is as before or as after."""
    figure = Figure("kill -9 during receiving a bundle: a project between before and after")
    chance = Random(seed)
    with folder() as here:
        path, bundle = here / "desk" / "desk.galley", here / "bundle.galley"
        path.parent.mkdir()
        make_handed_in(path, bundle, seed=seed, marks=150)
        content, before = path.read_bytes(), standing(path)
        child = Child(receive_one, path, bundle)
        child.hear_until(BEGUN)
        start = monotonic()
        child.hear_until(DONE)
        seconds = monotonic() - start
        child.end()
        after = standing(path)
        figure.judge("" if after.said != before.said else "undisturbed: nothing came in")
        for number in range(times):
            path.write_bytes(content)
            child = Child(receive_one, path, bundle)
            child.hear_until(BEGUN)
            child.hear_for(chance.uniform(0, seconds * 1.1))
            child.kill()
            now, problem = opened(path)
            if now is not None:
                done = child.has_said(DONE)
                problem = problem or between(now, before, after, done=done)
            figure.judge(problem, f"round {number}")
    yield figure


def make_handed_in(lead: Path, bundle: Path, *, seed: int, marks: int = 12) -> None:
    """Make a lead's project, and what its annotator hands in after marking in a copy."""
    copy = bundle.with_name("copy.galley")
    make_project(lead, seed=seed, marks=5)
    with closing(Project.open(lead)) as project:
        anna = project.ask(people)[0]
        make_bundle(project, copy, annotator=anna, way=Way.OUT)
    with closing(Project.open(copy)) as project:
        marker = Marker(project, seed, lambda _: None)
        for _ in range(marks):
            marker.act()
        make_bundle(project, bundle, annotator=anna, way=Way.IN)


def receive_damaged(say: Say, lead: Path, bundle: Path, seed: int, start: int, stop: int) -> None:
    """Damage the bundle in the ways of these numbers, and receive each into the lead's project."""
    whole, content = bundle.read_bytes(), lead.read_bytes()
    here = bundle.with_name(f"from-{start}")
    here.mkdir()
    path, own = here / "bundle.galley", here / "lead.galley"
    own.write_bytes(content)
    project = Project.open(own)
    with ForeignFiles() as foreign:
        for number in range(start, stop):
            chance = Random(f"{seed} bundle {number}")
            what = _damage(path, whole, chance)
            before, began = project.ask(stamp), monotonic()
            problem = leak = ""
            try:
                read = foreign.read(path)
                project.perform(receive_bundle, parcel=read, at="2026-01-01T00:00:00+00:00")
                foreign.let_go(read)
            except (FileTrouble, Refused) as trouble:
                if not str(trouble).endswith(".") or ENDED in str(trouble):
                    problem = f"{what}: {trouble}"
                leak = "" if project.ask(stamp) == before else f"{what}: something is left"
            seconds = monotonic() - began
            if project.ask(stamp) != before:
                found = project.ask(lambda connection: [str(one) for one in check(connection)])
                leak = f"{what}: {found[0]}" if found else leak
                project.close()
                own.write_bytes(content)
                project = Project.open(own)
            say((TRIED, f"file {number}", problem, seconds, leak))
            for left in here.glob("bundle.galley*"):
                left.unlink()
    project.close()
    say((DONE,))


def receive_one(say: Say, path: Path, bundle: Path) -> None:
    """Receive a good bundle."""
    with closing(Project.open(path)) as project:
        say((BEGUN,))
        receive_bundles(project, [bundle])
        say((DONE,))


def _damage(path: Path, whole: bytes, chance: Random) -> str:
    """Put a damaged or hostile bundle at `path`; return what was done to it."""
    path.write_bytes(whole)
    if chance.random() < HOSTILE_SHARE:
        return make_hostile(path, chance)
    damage, content = chance.choice(DAMAGES), bytearray(whole)
    damage(content, chance)
    path.write_bytes(content)
    return damage.__name__
