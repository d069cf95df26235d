"""Tables as papers have them: a caption above, thin rules, notes below."""

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from app.agreement import MEASURES
from app.agreement.printing.figures import Reasons
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.report import Scores

_AT_ONCE = 4
"""So many columns of figures with intervals fit on a page."""

_SHORT = 16
"""Tables with at most so many rows stay on one page."""

_COLUMNS = {"l": "words", "d": "words day", "r": "number"}


def table(
    caption: str,
    head: Sequence[Inside],
    rows: Iterable[Sequence[Inside]],
    *,
    aligned: str,
    notes: Sequence[Inside] = (),
    class_: str = "",
) -> Element:
    """Return a table; `aligned` has a letter for each column: l words, d days, r numbers."""
    columns = [_COLUMNS[letter] for letter in aligned]
    lines = [node("tr", *_cells("td", row, columns)) for row in rows]
    if len(lines) <= _SHORT:
        class_ = f"short {class_}"
    made = node(
        "table",
        node("caption", caption),
        node("thead", node("tr", *_cells("th", head, columns, scope="col"))),
        node("tbody", *lines),
    )
    figure = node("figure", made, class_=f"table {class_}".strip())
    if notes:
        figure.append(node("figcaption", *notes))
    return figure


def _cells(
    tag: str, inside: Sequence[Inside], columns: Sequence[str], **attributes: str
) -> list[Element]:
    return [
        node(tag, one, class_=column, **attributes)
        for one, column in zip(inside, columns, strict=True)
    ]


def every_measure(caption: str, columns: Mapping[str, Scores]) -> list[Element]:
    """Return all measures of some labels or pairs, a few of them in each table.

    Left out are measures for which there was nothing to count in any of them.
    """
    measures = [name for name in MEASURES if any(_is_told(one, name) for one in columns.values())]
    found = []
    for chosen in in_parts(list(columns)):
        reasons = Reasons()
        rows: list[list[Inside]] = [
            [
                MEASURES[measure].title,
                *(reasons.cell(columns[name][measure], with_interval=True) for name in chosen),
            ]
            for measure in measures
        ]
        found.append(
            table(
                caption,
                ["Measure", *map(foreign, chosen)],
                rows,
                aligned="l" + "r" * len(chosen),
                notes=reasons.notes(),
                class_="small",
            )
        )
    return found


def in_parts(names: Sequence[str]) -> list[Sequence[str]]:
    """Return names so many at a time as fit beside each other, each with an interval."""
    return [names[first : first + _AT_ONCE] for first in range(0, len(names), _AT_ONCE)]


def _is_told(scores: Scores, measure: str) -> bool:
    return measure in scores and bool(scores[measure].value is not None or scores[measure].n)
