"""All measures of the whole study, with what each counts and why some have no value."""

from xml.etree.ElementTree import Element

from app.agreement import MEASURES, ON_REQUEST
from app.agreement.printing.figures import interval, remark
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import node
from app.agreement.printing.tables import table
from app.agreement.report import Report, Scores
from app.agreement.writing import figure


def section(matter: Matter) -> Element:
    """Return the section."""
    scores = matter.report.all
    told = shown(matter.report)
    rows = [
        (
            MEASURES[name].title,
            figure(score.value),
            interval(score),
            f"{score.n:,}",
            MEASURES[name].counts,
            remark(score),
        )
        for name, score in told.items()
    ]
    found = table(
        "All measures, over all labels and annotators",
        ("Measure", "Value", "95 % interval", "n", "n counts", "Remark"),
        rows,
        aligned="lrrrll",
    )
    section = node("section", node("h2", "All measures"), found, id="measures")
    missing = [MEASURES[name].title for name in scores if name not in told]
    if missing:
        left_out = f"Left out, as there was nothing to count or nobody asked: {'; '.join(missing)}."
        section.append(node("p", left_out, class_="bands"))
    return section


def shown(report: Report) -> Scores:
    """Return what there was something to count for; the others are relations, and on request."""
    return {
        name: score
        for name, score in report.all.items()
        if score.value is not None
        or score.n
        or (name not in ON_REQUEST and MEASURES[name].counts != "relations")
    }
