"""A progress bar for long work, where somebody is looking."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUIET_SECONDS = 0.5
"""Work that is over by then shows no bar at all."""


@contextmanager
def progress_bar(what: str, *, unit: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to tell "this much of that much" to; None without a terminal.

    The bar stands on standard error, so that standard output can be piped on.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # no thread of its own: it would outlive the bar
    with tqdm(desc=what, unit=unit, unit_scale=True, delay=_QUIET_SECONDS, leave=False) as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield tell
