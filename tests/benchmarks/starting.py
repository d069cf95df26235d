"""What starting costs: from the beginning of the process to a painted window."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

from tests.benchmarks.harness import Benchmark
from tests.benchmarks.material import folder

UNTIL_PAINTED = """
import os
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            self.seen = True
        return False

def run_until_painted(*_):
    painted = Painted()
    painted.seen = False
    QCoreApplication.instance().installEventFilter(painted)
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


def start(program: str) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "GALLEY_SETTINGS": str(folder() / "galley.ini"),
    }
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)


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
