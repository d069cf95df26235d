"""What a format could not carry, so that nothing is lost without a word."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Loss:
    """Counts of what was left out, each kind named by a plain phrase for one of it."""

    counts: Counter[str] = field(default_factory=Counter)
    _plurals: dict[str, str] = field(default_factory=dict)

    def add(self, one: str, count: int = 1, *, many: str = "") -> None:
        """Count something left out; `many` is the phrase for several, else `one` with an s."""
        if count:
            self.counts[one] += count
            self._plurals[one] = many or f"{one}s"

    def __bool__(self) -> bool:
        return bool(self.counts)

    def __str__(self) -> str:
        return "; ".join(
            f"{count:,} {one if count == 1 else self._plurals[one]}"
            for one, count in sorted(self.counts.items())
        )
