"""Articles drawn by chance, in which annotators mean the same and often not quite."""

from random import Random

from app.agreement.study import Studied, Study, Work, study_of
from app.alignment.statement import once_each, statement
from app.domain.span import Span

PEOPLE = "abc"
CROWD = "abcdefghijkl"
"""So many that of a dozen units each no best alignment of all can be found."""


def drawn(articles: int, *, units: int = 6, people: str = PEOPLE, seed: int = 5) -> Study:
    """Return a study of so many articles, with so many units of each of the people."""
    chance = Random(seed)
    found = []
    for number in range(articles):
        truth = [chance.randrange(380) for _ in range(units)]
        works = {}
        for who in people:
            said = []
            for start in truth:
                first = start + chance.randrange(8)
                end = first + chance.randrange(3, 12)
                said.append(statement([Span(first, end)], chance.choice("xy")))
            works[who] = Work(once_each(said))
        found.append(Studied(str(number), 400, works))
    return study_of(found, annotators=people, resamples=200)
