"""What is taken for what, and how far apart boundaries are: two tables of figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.agreement.cases import NO_SPAN, Sought
from app.agreement.writing import NONE, decimal, difference, share
from app.alignment.disagreements import Kind
from ui.agreement.asked import Measured
from ui.agreement.figure import Figure, Figures, Head, Tone
from ui.agreement.overview_tables import labels_by_name

if TYPE_CHECKING:
    from app.agreement.boundaries import Offsets


def _say(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)


def confusion_figures(measured: Measured) -> Figures:
    """Return labels by labels: what one annotator says where the other says what; ∅ for nothing.

    Each cell is tinted by its share of its row, so that the diagonal stands out where all is well.
    """
    table, study = measured.report.confusion, measured.report.study
    names = [*study.labels, NO_SPAN]
    known = labels_by_name(measured)

    def cell(row: str, column: str) -> Figure:
        count = table.get(row, {}).get(column, 0)
        if row == column == NO_SPAN:
            return Figure(NONE, words=_say("What neither marked cannot be counted."), tone=_QUIET)
        if not count:
            return Figure("", words=_told(row, column, 0))
        total = sum(table[row].values())
        return Figure(
            f"{count:,}",
            words=_told(row, column, count),
            opens=Sought(cell=(row, column), disagreeing_only=row != column),
            share=count / total,
            tone=Tone.STRONG if row == column else Tone.USUAL,
        )

    nothing = Head(NO_SPAN, _say("Marked by the other annotator only"))
    heads = tuple(nothing if name == NO_SPAN else Head(name, name) for name in names)
    return Figures(
        heads,
        tuple(nothing if name == NO_SPAN else Head(name, label=known.get(name)) for name in names),
        tuple(tuple(cell(row, column) for column in names) for row in names),
        _say("One says, the other"),
    )


_QUIET = Tone.QUIET


def _told(row: str, column: str, count: int) -> str:
    told = _say("{count} annotations: {row} for one, {column} for the other annotator")
    return told.format(row=row, column=column, count=f"{count:,}")


def boundary_figures(measured: Measured) -> Figures:
    """Return labels by what offsets say: how many are identical, and how far the others are."""
    report = measured.report
    known = labels_by_name(measured)
    rows: list[tuple[Head, str | None, Offsets]] = [
        (Head(_say("All labels")), None, report.offsets)
    ]
    rows += [
        (Head(name, label=known.get(name)), name, found)
        for name, found in report.offsets_by_label.items()
        if found.n
    ]
    heads = (
        Head(_say("Pairs"), _say("Annotations paired, both with the same label")),
        Head(_say("Identical"), _say("Share of the pairs with the same start and end")),
        Head(_say("Start"), _say("How many characters later the later-named annotator starts")),
        Head(_say("End"), _say("How many characters later the later-named annotator ends")),
        Head(_say("Apart"), _say("Mean distance of boundaries in characters, whichever way")),
    )
    return Figures(
        heads,
        tuple(head for head, _, _ in rows),
        tuple(_offsets(found, Sought(label=name, kind=Kind.BOUNDARY)) for _, name, found in rows),
        _say("Label"),
    )


def _offsets(found: "Offsets", opens: object) -> tuple[Figure, ...]:
    middle = _say("median {number}")

    def signed(mean: float | None, median: float | None) -> Figure:
        if mean is None or median is None:
            return Figure(NONE, tone=Tone.QUIET)
        under = middle.format(number=difference(median, 0))
        return Figure(difference(mean), under, opens=opens)

    return (
        Figure(f"{found.n:,}"),
        Figure(share(found.identical), tone=Tone.STRONG),
        signed(found.start_mean, found.start_median),
        signed(found.end_mean, found.end_median),
        Figure(decimal(found.distance), opens=opens),
    )
