"""Places: where a person is, or is taken by undo, a search or a click on a number."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """An article, and in it perhaps a stretch of text and an annotation.

    A stretch without an annotation holds words that were looked for: there they are selected.
    """

    article: str
    span: "Span | None" = None
    annotation: str | None = None
