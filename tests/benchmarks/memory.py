"""How much memory something takes at its worst moment."""

import gc
import tracemalloc
from collections.abc import Callable


def peak(work: Callable[[], object]) -> float:
    """Return the most bytes that Python held at once for `work`, besides what it held before."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
