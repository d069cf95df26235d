"""What the person is about: which annotation is chosen or under the pointer, what was found."""

from dataclasses import dataclass, field

from app.domain.annotation import Annotation
from ui.reading.found_words import FoundWords


@dataclass(slots=True)
class PaneState:
    """The part of the pane's picture that is no annotation; positions count code points.

    `preview` is the chosen annotation as it would be if the grip were let go, `moving_edge` where.
    `caret` is where the caret shows just now.
    """

    chosen: str | None = None
    hovered: str | None = None
    preview: Annotation | None = None
    moving_edge: int | None = None
    caret: int | None = None
    found: FoundWords = field(default_factory=FoundWords)
