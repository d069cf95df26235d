"""What a printed report is made of; whatever reads files or clocks has done so before."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from app.agreement.cases import Case, Cases, Sought
from app.agreement.report import Report
from app.agreement.timeline import Timeline
from app.alignment.disagreements import Kind
from app.domain.article import Article

EACH = 3
"""So many examples of each kind of disagreement."""


@dataclass(frozen=True, slots=True)
class Examples:
    """How often annotators differ in one way, and some of the places, drawn by chance."""

    kind: Kind
    number: int
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """All there is to print.

    `articles` are told by id, `texts` those of articles that examples are from. `made_on` is an ISO
    date; `programs` has versions by name, Galley first.
    """

    report: Report
    examples: tuple[Examples, ...]
    timelines: tuple[Timeline, ...]
    articles: Mapping[str, Article]
    texts: Mapping[str, str]
    project: str
    made_on: str
    programs: Mapping[str, str]


def drawn(cases: Cases, *, each: int = EACH) -> tuple[Examples, ...]:
    """Return examples of every kind, drawn with the study's seed so that nobody picked them."""
    chance = Random(cases.study.seed)  # noqa: S311 - chance that can be repeated, not a secret
    found = []
    for kind in Kind:
        own = cases.only(Sought(kind=kind))
        places = sorted(chance.sample(range(len(own)), min(each, len(own))))
        found.append(Examples(kind, len(own), tuple(own[place] for place in places)))
    return tuple(found)
