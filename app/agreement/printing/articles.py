"""Every article that counts: its strict F1, and how many annotations each annotator made."""

from xml.etree.ElementTree import Element

from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import table
from app.agreement.report import ArticleLine
from app.agreement.writing import figure
from app.domain.days import day_of

_WIDEST = 6
"""More annotators than this are listed in one column."""


def section(matter: Matter) -> Element:
    """Return the section."""
    people = matter.report.study.annotators
    apart = people if len(people) <= _WIDEST else ()
    rows = [_row(one, matter, apart) for one in matter.report.articles]
    return node(
        "section",
        node("h2", "Articles"),
        table(
            "Articles that at least two finished",
            ["Article", "Published", "F1, strict",
             *(map(foreign, apart) if apart else ["Annotations"])],
            rows,
            aligned="ldr" + ("r" * len(apart) if apart else "l"),
            notes=["F1 – where nobody marked anything; no number where somebody did not finish."],
            class_="small",
        ),
        id="articles",
    )  # fmt: skip


def _row(line: ArticleLine, matter: Matter, apart: tuple[str, ...]) -> list[Inside]:
    article = matter.articles[line.id]
    made: list[Inside] = [
        f"{line.annotations[who]:,}" if who in line.annotations else "" for who in apart
    ]
    if not apart:
        told = (f"{who} {number:,}" for who, number in line.annotations.items())
        made = [foreign(", ".join(told))]
    return [foreign(article.title), day_of(article.published), figure(line.f1), *made]
