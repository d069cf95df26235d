"""One place where the words of an annotation stand again."""

from dataclasses import dataclass

from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words of an article as they were shown to a person who is to say whether they count.

    `quote` is what stands at `span` in the text with this hash; `done` is whether the person had
    said by then that the article is finished.
    """

    article: str
    sha256: str
    span: Span
    quote: str
    done: bool = False
