"""The words of articles, asked for when they are seen and kept for a while."""

from collections.abc import Callable
from functools import lru_cache

from app.agreement.cases import Case
from app.domain.excerpt import Excerpt, excerpt
from app.domain.span import Span

MOST_TEXTS = 64
MOST_EXCERPTS = 1_000


class Texts:
    """Gives articles' texts, and of cases the words in their sentence."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self.text = lru_cache(MOST_TEXTS)(text_of)
        self._excerpt = lru_cache(MOST_EXCERPTS)(self._cut)

    def excerpt(self, case: Case) -> Excerpt:
        """Return a case's words in their sentence."""
        return self._excerpt(case.article, case.start, case.end)

    def _cut(self, article: str, start: int, end: int) -> Excerpt:
        return excerpt(self.text(article), Span(start, end))
