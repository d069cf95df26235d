"""The figures to look at first, with what they count and how they are commonly read."""

from xml.etree.ElementTree import Element

from app.agreement import MEASURES
from app.agreement.bootstrap import FEW_ARTICLES
from app.agreement.printing.figures import interval, remark
from app.agreement.printing.matter import Matter
from app.agreement.printing.measures import shown
from app.agreement.printing.nodes import node
from app.agreement.score import Score
from app.agreement.writing import figure
from app.wording import counted, listed

FIRST = ("f1", "f1_overlap", "u_alpha", "gamma")


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    told = shown(report)
    first = {name: told[name] for name in FIRST if name in told}
    section = node(
        "section",
        node("h2", "Headline figures"),
        node("div", *(_card(name, score) for name, score in first.items()), class_="cards"),
        node("p", _sentence(matter), class_="quotable"),
        id="headline",
    )
    articles = len(report.study.counting)
    if articles < FEW_ARTICLES:
        few = f"Of {counted(articles, 'article')} intervals say little; more are needed."
        section.append(node("p", few))
    for bands in dict.fromkeys(MEASURES[name].bands for name in first if MEASURES[name].bands):
        titles = listed([MEASURES[name].title for name in first if MEASURES[name].bands == bands])
        section.append(node("p", f"How {titles} is commonly read: {bands}", class_="bands"))
    unread = [MEASURES[name].title for name in first if not MEASURES[name].bands]
    nobody = f"For {listed(unread)} nobody has published such words."
    section.append(node("p", nobody, class_="bands"))
    return section


def _card(name: str, score: Score) -> Element:
    measure = MEASURES[name]
    card = node(
        "div",
        node("div", measure.title, class_="title"),
        node("div", figure(score.value), class_="value"),
        node("div", interval(score) or "no interval", class_="interval"),
        node("div", f"n = {score.n:,} {measure.counts}", class_="n"),
        node("div", measure.asks, class_="asks"),
        class_="card",
    )
    if why := remark(score):
        card.append(node("div", f"{why[:1].upper()}{why[1:]}.", class_="why"))
    return card


def _sentence(matter: Matter) -> str:
    """Return the figures as a paper would tell them."""
    study, scores = matter.report.study, matter.report.all
    told = [
        f"{words} was {figure(scores[name].value)}"
        + (f" (95 % interval {interval(scores[name])})" if scores[name].low is not None else "")
        for name, words in (
            ("f1", "strict pairwise F1 (pooled over pairs and articles)"),
            ("f1_overlap", "F1 by overlap"),
            ("u_alpha", "Krippendorff’s alpha for unitizing (pooled over labels)"),
        )
        if scores[name].value is not None
    ]
    if not told:
        return ""
    drawn = (
        f" Intervals are percentile bootstrap over articles, {study.resamples:,} resamples, seed "
        f"{study.seed}."
    )
    people = counted(len(study.annotators), "annotator")
    articles = counted(len(study.counting), "article")
    return f"In words: between {people}, on {articles}, {listed(told)}." + drawn
