"""All measures, a row each, with what they count; those of relations where there are any."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.agreement import MEASURES
from app.agreement.cases import Sought
from app.agreement.writing import figure as written
from ui.agreement.asked import Measured
from ui.agreement.figure import Figure, Figures, Head, Tone, interval

if TYPE_CHECKING:
    from app.agreement.score import Score

RELATIONS = "relations"


def _say(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)


def measures_shown(measured: Measured) -> list[str]:
    """Return the measures that have something to say, in the order of the roll-call."""
    return [
        name
        for name, score in measured.report.all.items()
        if name in MEASURES and (MEASURES[name].counts != RELATIONS or score.n)
    ]


def measure_figures(measured: Measured) -> Figures:
    """Return measures by value, interval and n."""
    scores = measured.report.all
    shown = measures_shown(measured)
    return Figures(
        (Head(_say("Value")), Head(_say("95 % interval")), Head(_say("n")), Head(_say("counts"))),
        tuple(
            Head(
                MEASURES[name].title,
                MEASURES[name].asks,
                under=scores[name].why or scores[name].note,
            )
            for name in shown
        ),
        tuple(_row(name, scores[name], Sought()) for name in shown),
        _say("Measure"),
    )


def _row(name: str, score: "Score", opens: object) -> tuple[Figure, ...]:
    why = score.why or score.note
    return (
        Figure(written(score.value), words=why, opens=opens, tone=Tone.STRONG),
        Figure(interval(score), words=why),
        Figure(f"{score.n:,}", words=why),
        Figure(MEASURES[name].counts, words=why, tone=Tone.QUIET),
    )
