"""What starting costs: from the beginning of the process to a painted window.

Python keeps what it compiled, as it does for everybody, in a folder of the benchmark's own; a start
that nothing was kept for, the very first one, is measured too. Whoever watches for the painting
listens to the windows alone: a listener to the whole application would cost the one with more
widgets more.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from resource import RUSAGE_CHILDREN, getrusage
from shutil import rmtree
from time import perf_counter

from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import folder

_NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}

UNTIL_PAINTED = """
import os
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

class Painted(QObject):
    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False

def run_until_painted(*_):
    painted = Painted()
    painted.seen = False
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(painted)
    while not painted.seen:
        QCoreApplication.processEvents()
    os._exit(0)
"""
OURS = f"""{UNTIL_PAINTED}
QApplication.exec = run_until_painted
from main import main
main([])
"""
BARE = f"""{UNTIL_PAINTED}
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1500, 900)
window.show()
run_until_painted()
"""


def start(program: str, *, first: bool = False) -> None:
    """Run a program until its window is painted; `first` as if it had never run before."""
    for kept in ("running", "bytecode") if first else ("running",):
        rmtree(folder() / kept, ignore_errors=True)  # or the last one would seem to have crashed
    environment = {name: value for name, value in os.environ.items() if name not in _NO_BYTECODE}
    settings = {
        "QT_QPA_PLATFORM": "offscreen",
        "GALLEY_SETTINGS": str(folder() / "galley.ini"),
        "PYTHONPYCACHEPREFIX": str(folder() / "bytecode"),
    }
    subprocess.run([sys.executable, "-c", program], env=environment | settings, check=True)


def cpu_of_children(work: Callable[[], object]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    work()
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def by_the_clock(work: Callable[[], object]) -> float:
    before = perf_counter()
    work()
    return perf_counter() - before


def benchmarks() -> Iterator[Benchmark]:
    for how, measure in (("in CPU", cpu_of_children), ("by the clock", by_the_clock)):
        yield Benchmark(
            f"starting until the window is painted, {how}",
            "a bare QApplication with a QMainWindow",
            lambda: start(OURS),
            lambda: start(BARE),
            at_most=2.0,
            pairs=9,
            measure=measure,
        )
    yield Benchmark(
        "starting for the very first time, in CPU",
        "a bare QApplication with a QMainWindow",
        lambda: start(OURS, first=True),
        lambda: start(BARE),
        pairs=5,
        measure=cpu_of_children,
    )
