"""What a format could not carry, so that nothing is lost without a word."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Loss:
    """Counts of what was left out, by reason, one plain phrase each."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, reason: str, count: int = 1) -> None:
        """Count something left out for `reason`."""
        if count:
            self.counts[reason] += count

    def __bool__(self) -> bool:
        return bool(self.counts)

    def __str__(self) -> str:
        return "; ".join(f"{count} {reason}" for reason, count in sorted(self.counts.items()))
