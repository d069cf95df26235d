"""What Galley's handling of text costs: receiving it, counting in it, finding words in it."""

from random import Random

from app.domain.article import canonical, fingerprint
from app.domain.offsets import TextIndex
from app.domain.snapping import snapped
from tests.benchmarks.harness import Benchmark

PARAGRAPH = (
    "The harbour board said on Tuesday that 3,000 crates had been left on the Upper-Quay; "
    "“nobody told us,” the skippers’ speaker replied, “and nobody asked.” 🐟 "
)
SHORT = PARAGRAPH * 20
LONG = PARAGRAPH * 7_000  # about a million characters


def drags(text: str) -> list[tuple[int, int]]:
    """Return 200 sloppy drags, the same in every run."""
    chance = Random(7)
    starts = [chance.randrange(len(text) - 200) for _ in range(200)]
    return [(start, start + chance.randrange(5, 150)) for start in starts]


def snap_all(text: str, all_drags: list[tuple[int, int]]) -> None:
    for start, end in all_drags:
        snapped(text, start, end, keep_quotes=True)


def round_trips(index: TextIndex, positions: range) -> int:
    return sum(index.from_utf16(index.to_utf16(position)) for position in positions)


def benchmarks() -> list[Benchmark]:
    index, long_drags, short_drags = TextIndex(LONG), drags(LONG), drags(SHORT)
    positions = range(0, len(LONG), 97)
    return [
        Benchmark(
            "bringing a million characters into stored form",
            "taking their fingerprint",
            lambda: canonical(LONG),
            lambda: fingerprint(LONG),
        ),
        Benchmark(
            "indexing a million characters for both countings",
            "encoding them in UTF-16",
            lambda: TextIndex(LONG),
            lambda: LONG.encode("utf-16-le"),
        ),
        Benchmark(
            "10,000 positions to UTF-16 and back",
            "adding them up",
            lambda: round_trips(index, positions),
            lambda: sum(position for position in positions),
        ),
        Benchmark(
            "snapping 200 drags in a million characters",
            "snapping 200 in three thousand",
            lambda: snap_all(LONG, long_drags),
            lambda: snap_all(SHORT, short_drags),
        ),
    ]
