"""What was compared: the project, the articles, the people, what counts and what was left out."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from app.agreement.fingerprint import fingerprint
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, apart, foreign, node
from app.agreement.study import GOLD
from app.agreement.telling import annotations
from app.domain.days import day_of
from app.wording import counted

_WHAT_COUNTS = (
    "Only work that its annotator said to be finished counts. An article that is finished with "
    "nothing marked is an observation; one that is not finished is missing, and neither is ever "
    "taken for the other. Work that was changed after it was said to be finished counts as it "
    "stands now. Positions are characters (Unicode code points) of the text as it was received. Of "
    "an annotation in several pieces all pieces count. Annotations may overlap and nest."
)
_GOLD = (
    "“gold” is what was settled by looking at the annotators’ work; agreement with it is not "
    "independent of them."
)


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    study = report.study
    repeats = study.repeats
    facts: list[tuple[str, list[Inside]]] = [
        ("Project", [foreign(matter.project)]),
        ("Articles", [f"{counted(len(study.counting), 'article')} that at least two of the "
                      f"annotators finished, with {report.characters:,} characters"]),
        ("Chosen from", [report.requested.get("chosen_articles", "all articles of the project")]),
        ("Left out", [_left_out(matter)]),
        ("Published", [_between(matter.articles[one.id].published for one in study.counting)]),
        ("Finished", [_between(article.works[who].day for article in study.counting
                               for who in study.annotators if who in article.works)]),
        ("Annotators", apart([foreign(name) for name in study.annotators])),
        ("Labels", apart([foreign(name) for name in study.labels]) or ["none was used"]),
        ("Annotations", [f"{annotations(study):,}"]),
        ("Duplicates", [f"{counted(repeats, 'annotation')} that the same annotator made twice, "
                        "word for word and with the same label, counted once" if repeats
                        else "none"]),
        ("Changed", [f"{counted(study.changed, 'work')} changed after it was said to be done, "
                     "counted as it stands" if study.changed else "none since it was done"]),
        ("Fingerprint", [f"{fingerprint(study)}; whoever has the same has the same data"]),
    ]  # fmt: skip
    listing = node("dl")
    for name, inside in facts:
        listing.extend([node("dt", name), node("dd", *inside)])
    section = node("section", node("h2", "Data"), listing, node("p", _WHAT_COUNTS), id="data")
    if any(article.furniture for article in study.counting):
        section.append(node("p", "What a page puts around an article is outside the study."))
    if GOLD in study.annotators:
        section.append(node("p", _GOLD))
    return section


def _left_out(matter: Matter) -> str:
    told = [
        f"{counted(number, 'article')} {reason}"
        for reason, number in matter.report.study.left_out.items()
        if number
    ]
    return "; ".join(told) or "none"


def _between(dates: Iterable[str]) -> str:
    """Return the first and the last of some days, and how many are unknown."""
    all_dates = [day_of(date) for date in dates]
    known = sorted(filter(None, all_dates))
    if not known:
        return "unknown"
    missing = len(all_dates) - len(known)
    rest = f"; unknown for {missing:,} of {len(all_dates):,}" if missing else ""
    return (known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}") + rest
