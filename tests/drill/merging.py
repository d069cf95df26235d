"""Random histories of four people whose copies come together: every law of merging, every time."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.acting import DONE, Say
from tests.drill.children import BUG, Child
from tests.drill.harness import Figure, folder, portion
from tests.drill.merging_faults import MERGING_FAULTS

HISTORIES = 1_000
BY_ONE_CHILD = 50
AT_ONCE = 2
MOST_MOVES = 80

HELD, BROKEN = "held", "broken"


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Hold histories to the laws."""
    yield from holding(seed=seed, times=portion(HISTORIES, share))


def holding(*, seed: int, times: int, fault: str | None = None) -> Iterator[Figure]:
    """Count the histories that break a law of merging."""
    figure = Figure("histories of four people: a law of merging is broken")
    starts = list(range(0, times, BY_ONE_CHILD))
    with folder() as here:
        while starts:
            running = []
            for start in starts[:AT_ONCE]:
                own = here / str(start)
                own.mkdir()
                stop = min(start + BY_ONE_CHILD, times)
                running.append(Child(hold_to_laws, own, seed, start, stop, fault))
            del starts[:AT_ONCE]
            for child in running:
                child.end()
                for said in child.heard:
                    if said[0] in (HELD, BROKEN, BUG):
                        figure.judge("" if said[0] == HELD else said[-1], said[1])
                if not child.has_said(DONE):
                    figure.judge(f"it ended with {child.heard[-1:]}")
    yield figure


def hold_to_laws(say: Say, here: Path, seed: int, start: int, stop: int, fault: str | None) -> None:
    """Live through the histories of these numbers, and hold each to the laws."""
    from app.project import Project
    from tests.histories import (
        DECIDED_TWICE,
        DELETED_ELSEWHERE,
        NOTED_TWICE,
        Laws,
        Start,
        random_moves,
    )

    if fault is not None:
        MERGING_FAULTS[fault](setattr)
    template = here / "template.galley"
    Project.create(template).close()
    beginning = Start.made_in(here, template.read_bytes())
    known = {0: DELETED_ELSEWHERE, 1: NOTED_TWICE, 2: DECIDED_TWICE}
    for number in range(start, stop):
        chance = Random(f"{seed} {number}")
        copies = beginning.whole if chance.random() < 0.6 else beginning.blind
        drawn = random_moves(chance, MOST_MOVES)
        with Laws(copies, here, known.get(number, drawn)) as laws:
            try:
                laws.live()
                laws.hold(chance)
            except AssertionError as law:
                say((BROKEN, f"history {number}", str(law)[:200]))
            else:
                say((HELD, f"history {number}"))
    say((DONE,))
