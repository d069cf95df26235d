"""What cases are about, what is sought and what it adds up to, said in words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.agreement.cases import NO_SPAN, Case, Order, Sought, Tally
from app.agreement.writing import figure
from app.alignment.disagreements import Kind
from ui.widgets.numbers import parted
from ui.widgets.plain import one_line, set_apart

KINDS: tuple[Kind | None, ...] = (*Kind, None)
"""All kinds of cases in the order in which they are shown, what is agreed last."""

ICONS: Mapping[Kind | None, str] = {
    Kind.LABEL: "other label",
    Kind.BOUNDARY: "other boundary",
    Kind.BOTH: "other both",
    Kind.MISSING: "only one",
    Kind.SPLIT: "split",
    None: "agreed",
}

Name = Callable[[str], str]
"""Gives the name that is shown for an annotator's own."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Disagreements", words)


def kind_words(kind: Kind | None) -> str:
    """Name a kind of case."""
    return {
        Kind.LABEL: _say("Same place, other label"),
        Kind.BOUNDARY: _say("Same label, other boundary"),
        Kind.BOTH: _say("Both"),
        Kind.MISSING: _say("Only one marked"),
        Kind.SPLIT: _say("Split or merged"),
        None: _say("Agreed"),
    }[kind]


def kind_in_full(kind: Kind | None) -> str:
    """Name a kind of case where nothing around it helps to understand."""
    return _say("Other label and other boundary") if kind is Kind.BOTH else kind_words(kind)


def order_words(by: Order) -> str:
    """Name an order."""
    return {
        Order.PLACE: _say("As they are read"),
        Order.LABEL: _say("By label"),
        Order.PAIR: _say("By pair"),
        Order.ARTICLE: _say("Articles with most first"),
        Order.SIZE: _say("Largest first"),
    }[by]


def joined(names: Sequence[str]) -> str:
    """Name the people of a pair."""
    *others, last = map(set_apart, names)
    return _say("{one} and {other}").format(one=others[0], other=last) if others else last


def sides_words(case: Case, name: Name) -> str:
    """Name a case's two, and who of them says nothing."""
    one, other = map(name, case.pair)
    if case.kind is not Kind.MISSING:
        return joined([one, other])
    who, whom = (one, other) if case.left else (other, one)
    return _say("{one}, not {other}").format(one=set_apart(who), other=set_apart(whom))


def filters_of(
    sought: Sought, *, people: Sequence[str], name: Name, titles: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return what is sought as the fields of `Sought` with words for each; kinds left out."""
    told = []
    pair = [name(one) for one in people if sought.pair is not None and one in sought.pair]
    if sought.label is not None:
        told.append(("label", one_line(sought.label)))
    if sought.cell is not None:
        told.append(("cell", _cell_words(sought.cell, pair)))
    if sought.pair is not None:
        told.append(("pair", joined(pair)))
    if sought.annotator is not None:
        told.append(("annotator", one_line(name(sought.annotator))))
    if sought.article is not None:
        told.append(("article", one_line(titles.get(sought.article, sought.article))))
    return told


def _cell_words(cell: tuple[str, str], pair: Sequence[str]) -> str:
    """Say who gives which label: a pair's two, or the first and the second of each pair."""
    row, column = (_say("nothing") if each == NO_SPAN else one_line(each) for each in cell)
    if row == column:
        return _say("{label} by both").format(label=row)
    one, other = map(set_apart, pair) if len(pair) > 1 else (_say("one"), _say("the other"))
    told = _say("{label} by {one}, {second} by {other}")
    return told.format(label=row, one=one, second=column, other=other)


def sum_words(tally: Tally, *, pairs: int = 1) -> str:
    """Say what cases add up to, as F1 has it; every pair counts the annotations of its two."""
    translate, both = QCoreApplication.translate, tally.both_sides
    cases = translate("Disagreements", "%n disagreement(s)", None, tally.disagreements)
    told = _say("2 × {agreed} agreed + {rest} in {disagreements} = {annotations}").format(
        agreed=f"{tally.agreed:,}",
        rest=f"{tally.annotations:,}",
        disagreements=parted(cases, tally.disagreements),
        annotations=parted(translate("Disagreements", "%n annotation(s)", None, both), both),
    )
    if pairs > 1:
        told = _say("{told}, in {pairs} pairs").format(told=told, pairs=f"{pairs:,}")
    if tally.f1 is None:
        return told
    return f"{told}  ·  F1 = {2 * tally.agreed:,} / {both:,} = {figure(tally.f1)}"


def cell_sum_words(cases: Sequence[Case], cell: tuple[str, str]) -> str:
    """Say how often a cell of the table of labels counts these cases."""
    times = sum(case.cells.count(cell) for case in cases)
    told = QCoreApplication.translate("Disagreements", "%n case(s)", None, len(cases))
    return _say("{number} in this cell of the table of labels, in {cases}").format(
        number=f"{times:,}", cases=parted(told, len(cases))
    )
