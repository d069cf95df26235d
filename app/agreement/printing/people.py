"""What each annotator does: how much they mark, with which labels, and who stands apart."""

from xml.etree.ElementTree import Element

from app.agreement.printing.figures import Reasons
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import table
from app.agreement.profiles import Profile
from app.agreement.report import Report
from app.agreement.study import GOLD
from app.agreement.writing import decimal, figure, share


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    section = node("section", node("h2", "Annotators"), _rates(report), id="annotators")
    if report.labels:
        section.append(_shares(report))
    return section


def _rates(report: Report) -> Element:
    with_gold = GOLD in report.study.annotators
    reasons = Reasons()
    head = ["Annotator", "Articles", "Annotations", "per 1,000", "Covered", "F1 with others"]
    head += ["F1 with gold"] * with_gold
    rows = [_row(one, reasons, with_gold=with_gold) for one in report.profiles]
    return table(
        "What each annotator marks, and how the others agree without them",
        [*head, "u-alpha without"],
        rows,
        aligned="l" + "r" * len(head),
        notes=[
            "Per 1,000 characters: annotations, and characters that carry at least one. “F1 with "
            "others” is the mean over the other annotators. Where u-alpha without somebody is "
            "clearly higher than that of all, look there first. ",
            *reasons.notes(),
        ],
    )


def _row(one: Profile, reasons: Reasons, *, with_gold: bool) -> list[Inside]:
    return [
        foreign(one.name),
        f"{one.articles:,}",
        f"{one.annotations:,}",
        decimal(one.marked, 2),
        decimal(one.covered),
        figure(one.f1),
        *([figure(one.f1_gold)] if with_gold else []),
        reasons.cell(one.without, with_interval=True),
    ]


def _shares(report: Report) -> Element:
    return table(
        "Of each annotator’s annotations, the share of each label",
        ["Annotator", *map(foreign, report.study.labels)],
        [
            [
                foreign(one.name),
                *(share(one.labels.get(label, 0.0)) for label in report.study.labels),
            ]
            for one in report.profiles
        ],
        aligned="l" + "r" * len(report.study.labels),
    )
