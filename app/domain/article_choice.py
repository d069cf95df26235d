"""Which articles a question is about: all, or those that meet what was asked for."""

from dataclasses import dataclass

from app.domain.days import day_of
from app.errors import Refused

OVERLAP = 2
"""An article allotted to so many people is one in which agreement was meant to be measured."""


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """The articles that meet all of these; each is left out of account where nothing is said.

    `story` is the id of an article, for all that report the same event. `since` and `until` are ISO
    dates of publication, both included; an article whose date is unknown lies between none.
    `assigned_overlap` are articles allotted to at least two people.
    """

    story: str = ""
    since: str = ""
    until: str = ""
    assigned_overlap: bool = False

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise Refused(
                f"No article is from {self.since} on and until {self.until}: turn them round."
            )

    @property
    def is_dated(self) -> bool:
        """Tell whether the date of publication is asked for."""
        return bool(self.since or self.until)

    @property
    def is_all(self) -> bool:
        """Tell whether nothing is asked for, so that every article is meant."""
        return self == ALL

    def holds_date(self, published: str) -> bool:
        """Tell whether an article's date, or date and time, lies within what is asked for."""
        if not self.is_dated:
            return True
        day = day_of(published)
        return bool(day) and (self.since or day) <= day <= (self.until or day)

    def __str__(self) -> str:
        """Say in words which articles are meant, as parameters of a report tell it."""
        parts = []
        if self.story:
            parts.append(f"of the story of article {self.story}")
        if self.since:
            parts.append(f"published on {self.since} or later")
        if self.until:
            parts.append(f"published on {self.until} or earlier")
        if self.assigned_overlap:
            parts.append("allotted to at least two people")
        return ", ".join(parts) or "all"


ALL = ArticleChoice()
