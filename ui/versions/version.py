"""A version: what one annotator says of a passage, or several say in the same way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.alignment.disagreements import Kind
from app.alignment.side_by_side import differing
from app.alignment.statement import Statement
from ui.versions.versions import Passage, is_gold


@dataclass(frozen=True, slots=True)
class Version:
    """What these annotators say, in reading order; nothing at all is a version, too."""

    annotators: tuple[str, ...]
    said: tuple[Statement, ...]

    @property
    def has_gold(self) -> bool:
        """Whether this is what was settled."""
        return any(map(is_gold, self.annotators))


def versions_of(passage: Passage, annotators: Sequence[str]) -> list[Version]:
    """Return the versions of a passage in the annotators' order, silence last."""
    together: dict[object, list[str]] = {}
    said: Mapping[str, tuple[Statement, ...]] = passage.group.said
    for who in annotators:
        key = tuple((one.pieces, one.label) for one in said.get(who, ()))
        together.setdefault(key, []).append(who)
    found = [Version(tuple(names), said.get(names[0], ())) for names in together.values()]
    return sorted(found, key=lambda version: not version.said)


def kinds_of(versions: Sequence[Version]) -> list[Kind]:
    """Return in how many ways any two of the versions differ, in the order of `Kind`."""
    found = {
        one.kind
        for left, right in combinations(versions, 2)
        for one in differing(left.said, right.said)
    }
    return [kind for kind in Kind if kind in found]
