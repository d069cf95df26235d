"""What a step changed, as everyone who shows something learns it."""

from dataclasses import dataclass

from app.domain.place import Place

MANY = 500
"""From this many records on a notice names the kinds only; who shows them asks for all again."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The notice of one step: which records of which kinds changed, in which articles, and where.

    `ids` and `articles` are None where too many changed to name them.
    """

    kinds: frozenset[str]
    ids: frozenset[str] | None
    articles: frozenset[str] | None
    place: Place | None

    def concerns_article(self, article: str | None) -> bool:
        """Tell whether something about this article may have changed."""
        return self.articles is None or article in self.articles

    def concerns(self, *kinds: str) -> bool:
        """Tell whether a record of one of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)
