"""What each annotator does, and how agreement stands without them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.agreement.cases import Sought
from app.agreement.writing import NONE, decimal
from app.agreement.writing import figure as written
from ui.agreement.asked import Measured
from ui.agreement.figure import Figure, Figures, Head, Tone, interval
from ui.agreement.names import called


def _say(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)


def profile_figures(measured: Measured, names: Mapping[str, str]) -> Figures:
    """Return annotators by what they marked, how they agree, and the others' u-alpha."""
    report = measured.report
    labels = report.study.labels
    has_gold = any(one.f1_gold is not None for one in report.profiles)
    whole = report.all["u_alpha"].value
    heads = [
        Head(_say("Articles"), _say("Articles that count and that they finished")),
        Head(_say("Annotations")),
        Head(_say("Per 1,000"), _say("Annotations per 1,000 characters of those articles")),
        Head(_say("Covered"), _say("Share of the characters that they marked with any label")),
        *(Head(name, _say("Share of their annotations")) for name in labels),
        Head(_say("F1"), _say("Mean strict F1 with each of the others")),
        *([Head(_say("F1, gold"), _say("Strict F1 with what was settled"))] if has_gold else []),
        Head(
            _say("Others’ u-alpha"),
            _say(
                "u-alpha of the others. Where it is clearly higher than {all}, look here first."
            ).format(all=written(whole)),
        ),
    ]
    cells = []
    for one in report.profiles:
        opens = Sought(annotator=one.name)
        all_of = Sought(annotator=one.name, disagreeing_only=False)
        cells.append(
            (
                Figure(f"{one.articles:,}"),
                Figure(f"{one.annotations:,}", opens=all_of),
                Figure(decimal(one.marked)),
                Figure(NONE if one.covered is None else f"{one.covered / 1000:.0%}"),
                *(
                    Figure(
                        f"{one.labels[label]:.0%}" if label in one.labels else NONE,
                        opens=Sought(annotator=one.name, label=label, disagreeing_only=False),
                    )
                    for label in labels
                ),
                Figure(written(one.f1), opens=opens, tone=Tone.STRONG),
                *([Figure(written(one.f1_gold), opens=opens)] if has_gold else []),
                Figure(written(one.without.value), interval(one.without), one.without.why),
            )
        )
    return Figures(
        tuple(heads),
        tuple(Head(called(one.name, names)) for one in report.profiles),
        tuple(cells),
        _say("Annotator"),
    )
