"""What can be found by a few letters: an action, an article or an annotation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.domain.label import Label
from app.domain.place import Place

if TYPE_CHECKING:
    from app.queries.article_list import ArticleRow


class Group(Enum):
    """Under which heading a candidate stands."""

    RECENT = auto()
    ACTIONS = auto()
    ARTICLES = auto()
    ANNOTATIONS = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of the palette; exactly one of action and place is there.

    `places` are the positions in the name that the typed letters mean.
    """

    group: Group
    name: str
    detail: str = ""
    places: tuple[int, ...] = ()
    keys: str = ""
    action: QAction | None = None
    place: Place | None = None
    row: "ArticleRow | None" = None
    label: Label | None = None

    def is_same(self, other: "Candidate") -> bool:
        """Tell whether choosing either comes to the same."""
        return self.action is other.action and self.place == other.place


@dataclass(slots=True)
class Recents:
    """What was chosen lately, the last one first."""

    MOST = 6
    chosen: list[Candidate] = field(default_factory=list)

    def add(self, candidate: Candidate) -> None:
        """Put one first."""
        others = [one for one in self.chosen if not one.is_same(candidate)]
        self.chosen = [candidate, *others][: self.MOST]

    def forget(self) -> None:
        """Forget all of it, as when the project is closed."""
        self.chosen = []


Candidates = Sequence[Candidate]
