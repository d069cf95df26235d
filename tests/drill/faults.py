"""Do the drills notice? Each known fault is put in, and at least one of them must."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.drill import busy, cuts, damaged, kills, merging
from tests.drill.harness import Figure
from tests.drill.merging_faults import MERGING_FAULTS
from tests.drill.recording import has_strace
from tests.drill.seeded import (
    AUTO_TEXT,
    FOREIGN_KEYS_ON,
    NO_FINGERPRINT,
    NO_SYNC,
    PLAIN_BEGIN,
    WAL_NORMAL,
)

HOSTILE_WINDOWS = "tests/ui/test_hostile_mark_up.py"

Drill = Callable[[int, str | None], Iterator[Figure]]

NOTICED_BY: dict[str, Drill] = {
    WAL_NORMAL: lambda seed, fault: cuts.while_marking(seed=seed, times=15, acts=12, fault=fault),
    PLAIN_BEGIN: lambda seed, fault: busy.counting(seed=seed, times=80, fault=fault),
    FOREIGN_KEYS_ON: lambda seed, fault: kills.during_upgrade(seed=seed, times=2, fault=fault),
    NO_SYNC: lambda seed, fault: cuts.around_renames(seed=seed, times=8, fault=fault),
    NO_FINGERPRINT: lambda seed, fault: damaged.flipping(seed=seed, times=15, fault=fault),
    AUTO_TEXT: lambda _, fault: _windows(fault),
    **dict.fromkeys(
        MERGING_FAULTS, lambda seed, fault: merging.holding(seed=seed, times=4, fault=fault)
    ),
}

NEEDS_STRACE = frozenset({WAL_NORMAL, NO_SYNC})


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Put in each fault, and let the drill that is there for it look."""
    for fault, drill in NOTICED_BY.items():
        figure = Figure(f"fault put in: {fault}; nothing notices")
        if fault in NEEDS_STRACE and not has_strace():
            figure.not_run = "it takes strace to notice"
        else:
            figure.judge("" if notices(drill(seed, fault)) else "no figure of the drill shows it")
        yield figure


def notices(drill: Iterator[Figure]) -> bool:
    """Tell whether a drill shows anything but zero."""
    return any(not figure.is_kept for figure in list(drill))


def _windows(fault: str | None) -> Iterator[Figure]:
    """Open every window on hostile mark-up, in a process that has the fault."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", HOSTILE_WINDOWS]
    words += ["-p", "tests.drill.auto_text"] if fault else []
    done = subprocess.run(words, check=False, capture_output=True, cwd=Path(__file__).parents[2])
    figure = Figure("hostile mark-up in every window")
    figure.judge("" if done.returncode == 0 else "it was shown as mark-up")
    yield figure
