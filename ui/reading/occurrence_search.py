"""Looking through articles for the words of an annotation, a few at a time, as long as it takes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled
from app.queries.occurrences import FoundIn, occurrences

if TYPE_CHECKING:
    from app.domain.annotation import Annotation
    from app.project import Project
    from ui.jobs import Progress, Stopped

MOST = 2_000
"""More places than these nobody looks through; what was not shown is not touched."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a search found; `is_cut` where it stopped because there was so much."""

    found: tuple[FoundIn, ...]
    already: int
    is_cut: bool


def search_one(project: "Project", origin: "Annotation") -> Harvest:
    """Look through the annotation's own article."""
    page = project.ask(occurrences, origin=origin, only=origin.article)
    return _cut(list(page.found), page.already)


def search_all(
    project: "Project",
    origin: "Annotation",
    *,
    articles: int,
    progress: "Progress",
    stopped: "Stopped",
) -> Harvest:
    """Look through all `articles`, or until there is more than anybody looks through.

    The texts pass by; only what was found is kept.
    """
    found: list[FoundIn] = []
    already = searched = places = 0
    after = ""
    while places <= MOST:
        if stopped():
            raise Cancelled
        page = project.ask(occurrences, origin=origin, after=after)
        found += page.found
        already += page.already
        searched += page.searched
        places += sum(len(one.places) for one in page.found)
        progress(searched, articles)
        after = page.last
        if not after:
            break
    return _cut(found, already)


def _cut(found: list[FoundIn], already: int) -> Harvest:
    """Return as much as can be looked through."""
    left, kept = MOST, []
    for one in found:
        places = one.places[:left]
        left -= len(places)
        if places:
            kept.append(FoundIn(one.article, one.title, one.source, one.done, places))
    is_cut = sum(len(one.places) for one in found) > MOST
    return Harvest(tuple(kept), already, is_cut)
