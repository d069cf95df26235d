"""Agreement in the course of the work, by week and by round, with the changes of labels."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from app.agreement.printing.charts import Mark, Row, charts
from app.agreement.printing.figures import Reasons
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import in_parts, table
from app.agreement.score import Score
from app.agreement.timeline import NOT_ALLOTTED, By, Period, Timeline
from app.domain.days import monday_of
from app.domain.label_change import LabelChange

_SERIES = ("F1, strict", "u-alpha")
_RULE: Mapping[By, str] = {
    By.WEEK: "An article is in the week in which the last of the annotators finished it.",
    By.ROUND: "An article is in the latest round in which it was allotted to one of those who "
    "finished it.",
}
_MIXED = (
    " “Mixed” are articles that somebody finished in another one: where a guideline changed "
    "between the two, they stand between the old and the new."
)
_ALIKE = (
    "Each interval is right by itself; a difference of two periods needs more than a look at "
    "whether their intervals overlap."
)


def section(matter: Matter) -> Element:
    """Return the section."""
    section = node("section", node("h2", "Course of the work"), id="course")
    for one in matter.timelines:
        if {period.name for period in one.periods} == {NOT_ALLOTTED}:
            section.append(node("p", "No article was allotted in a round of work."))
        else:
            section.extend(_told(one))
    if any(one.periods for one in matter.timelines):
        section.append(node("p", _ALIKE))
    return section


def _told(timeline: Timeline) -> list[Element]:
    by = timeline.by
    found = [_table(timeline)]
    if len(timeline.periods) > 1:
        says = f"F1 and u-alpha of each {by}, with their intervals"
        found += charts(_rows(timeline), series=_SERIES, says=says)
    found += [
        _by_label(timeline, labels, measure, title)
        for measure, title in (("f1", "Strict F1"), ("u_alpha", "u-alpha"))
        for labels in in_parts(list(timeline.periods[0].labels) if timeline.periods else [])
    ]
    if by is By.WEEK and timeline.changes:
        found.append(_changes(timeline))
    return found


def _rows(timeline: Timeline) -> list[Row | Mark]:
    """Return a row for each period, and between weeks a mark where labels changed."""
    changes = list(timeline.changes if timeline.by is By.WEEK else ())
    found: list[Row | Mark] = []
    for period in timeline.periods:
        before = [
            one for one in changes if not period.begins or monday_of(one.day) <= period.begins
        ]
        changes = changes[len(before) :]
        found += _marked(before)
        found.append(Row(_name(period, timeline.by), (period.all["f1"], period.all["u_alpha"])))
    return found + _marked(changes)


def _marked(changes: Sequence[LabelChange]) -> list[Row | Mark]:
    """Return one mark for all changes between two rows."""
    if not changes:
        return []
    days = list(dict.fromkeys((changes[0].day, changes[-1].day)))
    return [Mark(f"{' to '.join(days)}: labels or guideline changed")]


def _name(period: Period, by: By) -> str:
    return f"Round {period.name}" if by is By.ROUND and period.name.isdigit() else period.name


def _table(timeline: Timeline) -> Element:
    by = timeline.by
    reasons = Reasons()
    rows: list[list[Inside]] = [
        [
            _name(period, by),
            f"{len(period.articles):,}",
            f"{period.mixed:,}",
            f"{period.annotations:,}",
            *(_cell(reasons, period.all[name]) for name in ("f1", "f1_overlap", "u_alpha")),
        ]
        for period in timeline.periods
    ]
    return table(
        f"Agreement by {by} of work",
        (by.capitalize(), "Articles", "Mixed", "Annotations", "F1, strict", "F1, overlap",
         "u-alpha"),
        rows,
        aligned="lrrrrrr",
        notes=[_RULE[by] + _MIXED + " ", *reasons.notes()],
    )  # fmt: skip


def _cell(reasons: Reasons, score: Score) -> Element:
    return reasons.cell(score, with_interval=True)


def _by_label(timeline: Timeline, labels: Sequence[str], measure: str, title: str) -> Element:
    reasons = Reasons()
    return table(
        f"{title} of each label by {timeline.by}",
        [timeline.by.capitalize(), *map(foreign, labels)],
        [
            [
                _name(period, timeline.by),
                *(_cell(reasons, period.labels[label][measure]) for label in labels),
            ]
            for period in timeline.periods
        ],
        aligned="l" + "r" * len(labels),
        notes=reasons.notes(),
        class_="small",
    )


def _changes(timeline: Timeline) -> Element:
    return table(
        "When labels or their guideline changed",
        ("Day", "What changed"),
        [[one.day, foreign("; ".join(one.phrases))] for one in timeline.changes],
        aligned="dl",
    )
