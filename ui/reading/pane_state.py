"""What the person is about: which annotation is chosen or under the pointer, what is selected."""

from dataclasses import dataclass, field

from app.domain.annotation import Annotation
from app.domain.span import Span
from ui.reading.found_words import FoundWords


@dataclass(slots=True)
class PaneState:
    """The part of the pane's picture that is no annotation; positions count code points.

    `preview` is the chosen annotation as it would be if the grip were let go, `moving_edge` where.
    """

    chosen: str | None = None
    hovered: str | None = None
    preview: Annotation | None = None
    moving_edge: int | None = None
    selection: Span | None = None
    found: FoundWords = field(default_factory=FoundWords)
