"""What is told of a bundle that was received: counts that add up, and what to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.seal import Way


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of one kind came in for the first time, changed, or went away."""

    new: int = 0
    changed: int = 0
    deleted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.new + other.new, self.changed + other.changed, self.deleted + other.deleted
        )

    @property
    def is_nothing(self) -> bool:
        """Whether there was none."""
        return not (self.new or self.changed or self.deleted)


@dataclass(frozen=True, slots=True)
class ArticleArrival:
    """What one file brought of one person's annotations in one article."""

    article: str
    title: str
    annotator: str
    annotations: Counts


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What became of one file.

    `revisions` is how many it had: `new`, `known` and those `refused`, each with the reason and how
    many, add up to it. `annotator` is whose bundle it is, "" where it was not sealed; `way` which
    way it was sealed for, `is_as_sealed` whether nothing was done to it since. `unnamed` counts
    earlier states that are named and nowhere. `records` counts what came by kind, `by_article` the
    annotations by article and person. `apart` counts what waits for a decision by reason;
    `strangers` the new revisions that others made, or that stand in others' names or delete what
    others said, in what was handed in as one annotator's; `of_the_lead` counts in such a file the
    new ones of labels, articles, people and allotments, by kind.
    """

    name: str
    code: str
    annotator: str = ""
    way: Way | None = None
    is_as_sealed: bool = False
    revisions: int = 0
    new: int = 0
    known: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    refused_texts: Mapping[str, int] = field(default_factory=dict)
    unnamed: int = 0
    records: Mapping[str, Counts] = field(default_factory=dict)
    by_article: tuple[ArticleArrival, ...] = ()
    apart: Mapping[str, int] = field(default_factory=dict)
    strangers: Mapping[str, int] = field(default_factory=dict)
    of_the_lead: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_nothing_new(self) -> bool:
        """Whether everything sound in it was here already."""
        return not self.new

    def count(self, kind: str) -> Counts:
        """Return what came of one kind of record."""
        return self.records.get(kind, Counts())

    @property
    def by_annotator(self) -> dict[str, Counts]:
        """The annotations by who made them (names)."""
        result: dict[str, Counts] = {}
        for one in self.by_article:
            result[one.annotator] = result.get(one.annotator, Counts()) + one.annotations
        return result
