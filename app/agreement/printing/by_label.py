"""Label by label: how far annotators agree, what they give instead, and where boundaries lie."""

from xml.etree.ElementTree import Element

from app.agreement.boundaries import Offsets
from app.agreement.cases import NO_SPAN
from app.agreement.printing.charts import Row, charts
from app.agreement.printing.figures import Reasons
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import table
from app.agreement.report import Report
from app.agreement.writing import decimal, share

_SERIES = ("F1, strict", "u-alpha")


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    if not report.labels:
        nothing = node("p", "Nobody gave any label.")
        return node("section", node("h2", "Labels"), nothing, id="labels")
    rows = [Row(name, (own["f1"], own["u_alpha"])) for name, own in report.labels.items()]
    return node(
        "section",
        node("h2", "Labels"),
        _agreement(report),
        *charts(rows, series=_SERIES, says="F1 and u-alpha of each label, with their intervals"),
        _confusion(report),
        _offsets(report),
        id="labels",
    )


def _agreement(report: Report) -> Element:
    reasons = Reasons()
    rows: list[list[Inside]] = [
        [
            foreign(name),
            f"{own['f1'].n:,}",
            reasons.cell(own["f1"], with_interval=True),
            reasons.cell(own["f1_overlap"], with_interval=True),
            reasons.cell(own["u_alpha"], with_interval=True),
        ]
        for name, own in report.labels.items()
    ]
    return table(
        "Agreement by label, each label against everything else",
        ("Label", "Annotations", "F1, strict", "F1, overlap", "u-alpha"),
        rows,
        aligned="lrrrr",
        notes=reasons.notes(),
    )


def _confusion(report: Report) -> Element:
    names = [*report.study.labels, NO_SPAN]
    rows: list[list[Inside]] = []
    for row in names:
        cells: list[Inside] = [foreign(row)]
        for column in names:
            number = report.confusion.get(row, {}).get(column, 0)
            own = f"{number:,}" if (row, column) != (NO_SPAN, NO_SPAN) else ""
            cells.append(node("strong", own) if row == column else own)
        rows.append(cells)
    return table(
        "Which label one gives where another gives another (∅: marks nothing there)",
        ["", *map(foreign, names)],
        rows,
        aligned="l" + "r" * len(names),
        notes=[
            "Rows: the annotator named first, columns: the other, all pairs added up. Annotations "
            "are paired one to one, identical ones first; see “Pairing” below."
        ],
    )


def _offsets(report: Report) -> Element:
    every = {"all labels": report.offsets, **report.offsets_by_label}
    return table(
        "How far boundaries lie apart where both give the same label, in characters",
        ("Label", "Pairs", "Identical", "Start, mean", "median", "End, mean", "median", "Distance"),
        [_offset_row(name, own) for name, own in every.items()],
        aligned="lrrrrrrr",
        notes=[
            "The other’s position minus that of the annotator named first. Signed means cancel "
            "out; “Distance” is the mean without signs, of starts and ends."
        ],
    )


def _offset_row(name: str, own: Offsets) -> list[Inside]:
    amounts = (own.start_mean, own.start_median, own.end_mean, own.end_median, own.distance)
    return [foreign(name), f"{own.n:,}", share(own.identical), *map(decimal, amounts)]
