"""Pair by pair: who agrees with whom, on how many articles."""

from xml.etree.ElementTree import Element

from app.agreement.printing.figures import Reasons
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import table
from app.agreement.report import Report
from app.agreement.writing import figure

_WIDEST = 10
"""More annotators than this make no table that fits on a page; the list of pairs has them all."""


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    section = node("section", node("h2", "Pairs of annotators"), id="pairs")
    if 2 < len(report.study.annotators) <= _WIDEST:
        section.append(_matrix(report))
    section.append(_list(report))
    return section


def _matrix(report: Report) -> Element:
    names = report.study.annotators
    rows: list[list[Inside]] = []
    for row, one in enumerate(names):
        cells: list[Inside] = [foreign(one)]
        for column, other in enumerate(names):
            if column > row:
                cells.append(figure(report.pairs[one, other]["f1"].value))
            elif column < row:
                cells.append(node("span", f"{report.shared[other, one]:,}", class_="quiet"))
            else:
                cells.append("")
        rows.append(cells)
    return table(
        "Strict F1 (above the diagonal) and articles that both finished (below)",
        ["", *map(foreign, names)],
        rows,
        aligned="l" + "r" * len(names),
    )


def _list(report: Report) -> Element:
    reasons = Reasons()
    rows: list[list[Inside]] = [
        [
            node("span", foreign(pair[0]), " | ", foreign(pair[1])),
            f"{report.shared[pair]:,}",
            f"{own['f1'].n:,}",
            reasons.cell(own["f1"], with_interval=True),
            reasons.cell(own["f1_overlap"]),
            reasons.cell(own["u_alpha"], with_interval=True),
            reasons.cell(own["kappa"]),
        ]
        for pair, own in report.pairs.items()
    ]
    head = ("Pair", "Articles", "Annotations", "F1, strict", "F1, overlap", "u-alpha", "kappa")
    return table(
        "Agreement by pair",
        head,
        rows,
        aligned="lrrrrrr",
        notes=reasons.notes(),
    )
