"""Places where annotators differ, in their words: some of each kind, drawn by chance."""

from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from app.agreement.cases import NO_SPAN, Case
from app.agreement.printing.matter import Examples, Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.alignment.statement import Statement
from app.domain.excerpt import excerpt
from app.domain.span import Span
from app.wording import counted

_LONGEST = 160
"""Code points of a stretch between two boundaries; of a longer one the middle is left out."""

_ENDS = 70


def section(matter: Matter) -> Element:
    """Return the section."""
    section = node(
        "section",
        node("h2", "Examples of disagreement"),
        node(
            "p",
            "Of each kind, places drawn by chance with the seed below, so that nobody picked them. "
            "Counted are places of every pair of annotators; ∅ is where one of them marks nothing.",
        ),
        id="examples",
    )
    for one in matter.examples:
        section.append(_kind(one, matter))
    return section


def _kind(examples: Examples, matter: Matter) -> Element:
    kind = examples.kind.value
    title = f"{kind[:1].upper()}{kind[1:]}: {counted(examples.number, 'place')}"
    found = node("section", node("h3", title), class_="kind")
    found.extend(_example(case, matter) for case in examples.cases)
    return found


def _example(case: Case, matter: Matter) -> Element:
    article, text = matter.articles[case.article], matter.texts[case.article]
    rows = [
        node("tr", node("th", foreign(who), scope="row"), node("td", _version(text, case, said)))
        for who, said in zip(case.pair, (case.left, case.right), strict=True)
    ]
    source: list[Inside] = [node("cite", foreign(article.title))]
    if article.source:
        source += [", ", foreign(article.source)]
    return node(
        "figure",
        node("table", node("tbody", *rows)),
        node("figcaption", *source),
        class_="example",
    )


def _version(text: str, case: Case, said: Sequence[Statement]) -> Element:
    """Return the sentence with what one annotator marked in it."""
    around = excerpt(text, Span(case.start, case.end))
    nothing = [] if said else [node("span", f" {NO_SPAN}", class_="label")]
    words = _stretches(text, case, said)
    return node("q", around.before, *words, around.after, *nothing, dir="auto")


def _stretches(text: str, case: Case, said: Sequence[Statement]) -> list[Element]:
    """Return the words in question, cut at every boundary of either, and what is said of each."""
    pieces = [piece for one in case.said for piece in one.pieces]
    edges = {edge for piece in pieces for edge in (piece.start, piece.end)}
    found = []
    for start, end in pairwise(sorted(edges)):
        labels = [one.label for one in said if _holds(one, start)]
        begun = [one.label for one in said if start in [piece.start for piece in one.pieces]]
        words = _shortened(text[start:end])
        if labels:
            tags = [node("span", foreign(label), " ", class_="label") for label in begun]
            found.append(node("mark", *tags, words))
        else:
            found.append(node("span", words))
    return found


def _holds(one: Statement, position: int) -> bool:
    return any(piece.start <= position < piece.end for piece in one.pieces)


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_ENDS]} … {words[-_ENDS:]}"
