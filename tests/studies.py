"""Made-up studies: written with marks in place, or drawn at random by hypothesis."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from app.agreement.study import Link, Studied, Study, Work, study_of
from app.alignment.statement import Statement, once_each, statement
from app.domain.span import Span
from tests.marked import Marked, marked

PEOPLE = ("anna", "ben", "carla")
LABELS = ("actor", "claim", "denial")
LONGEST = 40


def said_in(article: Marked) -> tuple[Statement, ...]:
    """Return the marks of an article as statements."""
    return tuple(
        statement(mark.spans, mark.label, str(number)) for number, mark in enumerate(article.marks)
    )


def studied(name: str = "a", /, **versions: str) -> Studied:
    """Return an article as each annotator marked it; who has no version has not finished."""
    read = {who: marked(version) for who, version in versions.items()}
    (text,) = {one.text for one in read.values()}
    return Studied(name, len(text), {who: Work(said_in(one)) for who, one in read.items()})


def study(*articles: Studied, annotators: Sequence[str] = PEOPLE[:2], **facts: Any) -> Study:
    """Return a study of these articles, without resamples unless asked for."""
    return study_of(articles, annotators=annotators, **{"resamples": 0, **facts})


@st.composite
def statements(draw: st.DrawFn, length: int, labels: Sequence[str] = LABELS) -> Statement:
    """Draw a statement, sometimes an interrupted one."""
    edges = draw(st.lists(st.integers(0, length), min_size=2, max_size=4, unique=True))
    edges = sorted(edges)[: len(edges) // 2 * 2]
    pieces = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    return statement(pieces, draw(st.sampled_from(labels)))


@st.composite
def works(draw: st.DrawFn, length: int, labels: Sequence[str] = LABELS) -> Work:
    """Draw an annotator's work, perhaps nothing, with some relations."""
    said = once_each(draw(st.lists(statements(length, labels), max_size=5)))
    named = tuple(Statement(one.pieces, one.label, str(number)) for number, one in enumerate(said))
    if not named:
        return Work()
    names = st.sampled_from([one.id for one in named])
    links = draw(st.lists(st.builds(Link, st.sampled_from(["denies", "repeats"]), names, names)))
    return Work(named, tuple(links))


@st.composite
def articles(
    draw: st.DrawFn, people: Sequence[str] = PEOPLE, labels: Sequence[str] = LABELS
) -> list[Studied]:
    """Draw articles, each finished by some of these people."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        length = draw(st.integers(1, LONGEST))
        finished: Mapping[str, Work] = {
            who: draw(works(length, labels)) for who in people if draw(st.integers(0, 5))
        }
        edges = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=2)))
        furniture = (Span(*edges),) if draw(st.integers(0, 3)) == 0 else ()
        found.append(Studied(f"article {number}", length, finished, furniture))
    return found
