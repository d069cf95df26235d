"""Who agrees with whom, and on which labels: two tables of figures."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.agreement import MEASURES
from app.agreement.cases import Sought
from app.agreement.writing import figure as written
from app.alignment.disagreements import Kind
from app.domain.label import Label
from ui.agreement.asked import Measured
from ui.agreement.figure import Figure, Figures, Head, Tone, interval
from ui.agreement.names import called
from ui.disagreements.words import kind_in_full

if TYPE_CHECKING:
    from app.agreement.report import Scores

_BY_LABEL = ("f1", "f1_overlap", "u_alpha")


def _say(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)


def pairs_figures(measured: Measured, names: Mapping[str, str]) -> Figures:
    """Return annotators by annotators: strict F1 above the diagonal, shared articles below."""
    report = measured.report
    people = report.study.annotators
    done = {one.name: one.articles for one in report.profiles}

    def cell(row: int, column: int) -> Figure:
        one, other = people[min(row, column)], people[max(row, column)]
        both = f"{called(one, names)} | {called(other, names)}"
        if row == column:
            return Figure(
                f"{done[one]:,}",
                words=_say("{name} finished {number} of the articles that count").format(
                    name=called(one, names), number=f"{done[one]:,}"
                ),
                tone=Tone.QUIET,
            )
        opens = Sought(pair=frozenset((one, other)))
        shared = report.shared[one, other]
        if row > column:
            told = _say("{both}: {number} articles that both finished")
            return Figure(
                f"{shared:,}",
                words=told.format(both=both, number=f"{shared:,}"),
                opens=opens,
                tone=Tone.QUIET,
            )
        return score_figure(report.pairs[one, other], "f1", about=both, opens=opens)

    heads = tuple(Head(called(name, names)) for name in people)
    size = range(len(people))
    return Figures(
        heads,
        heads,
        tuple(tuple(cell(row, column) for column in size) for row in size),
        _say("Annotator"),
    )


def labels_figures(measured: Measured) -> Figures:
    """Return labels by measures: how many annotations, strict F1, F1 by overlap, u-alpha."""
    report = measured.report
    columns = [Head(_say("Annotations")), *(Head(_title(one), _tip(one)) for one in _BY_LABEL)]
    rows = [(label, scores) for label, scores in report.labels.items()]
    known = labels_by_name(measured)
    return Figures(
        tuple(columns),
        tuple(Head(name, label=known.get(name)) for name, _ in rows),
        tuple(
            (
                Figure(f"{scores['f1'].n:,}", opens=Sought(label=name, disagreeing_only=False)),
                *(
                    score_figure(scores, one, about=name, opens=Sought(label=name))
                    for one in _BY_LABEL
                ),
            )
            for name, scores in rows
        ),
        _say("Label"),
    )


def kinds_figures(measured: Measured) -> Figures:
    """Return how places differ: how many of each kind, and the annotations in them."""
    counted = measured.cases.whole.kinds
    places = counted.total() or 1

    def row(kind: Kind | None, sought: Sought) -> tuple[Head, tuple[Figure, ...]]:
        count = counted[kind]
        return Head(kind_in_full(kind)), (
            Figure(f"{count:,}", opens=sought if count else None, tone=Tone.STRONG),
            Figure(f"{count / places:.0%}", tone=Tone.QUIET),
        )

    rows = [row(kind, Sought(kind=kind)) for kind in Kind]
    rows.append(row(None, Sought(disagreeing_only=False)))
    return Figures(
        (Head(_say("Places")), Head(_say("Share"))),
        tuple(head for head, _ in rows),
        tuple(cells for _, cells in rows),
        _say("How"),
    )


def score_figure(
    scores: "Scores", measure: str, *, about: str = "", opens: object = None
) -> Figure:
    """Return a score as a figure, with its interval beneath and all of it in words."""
    score, known = scores[measure], MEASURES[measure]
    ends = interval(score)
    parts = [
        f"{about}: {known.title}" if about else known.title,
        _say("95 % interval {ends}").format(ends=ends) if ends else "",
        f"n = {score.n:,} {known.counts}",
        score.why or score.note,
        _say("{number} of the resamples were undefined and left out").format(number=score.dropped)
        if score.dropped
        else "",
        known.asks,
    ]
    return Figure(
        written(score.value),
        ends if score.value is not None else "",
        "\n".join(part for part in parts if part),
        opens,
        Tone.QUIET if score.value is None else Tone.STRONG if measure == "f1" else Tone.USUAL,
    )


def labels_by_name(measured: Measured) -> dict[str, Label]:
    """Return the labels there are by the names that a study calls them by."""
    return {label.name: label for label in measured.matter.labels}


def _title(measure: str) -> str:
    return MEASURES[measure].title


def _tip(measure: str) -> str:
    known = MEASURES[measure]
    return "\n".join(part for part in (known.asks, known.bands) if part)
