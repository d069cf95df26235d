"""Differences in words: how one version of a passage differs from another."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from app.alignment.disagreements import Kind
from app.alignment.side_by_side import Differing, differing
from app.alignment.statement import Statement
from app.domain.span import outermost
from ui.reading.annotation_words import shortened
from ui.reading.edge_words import edges_told
from ui.versions.version import Version
from ui.versions.version_words import with_rest, words_of
from ui.widgets.plain import one_line, set_apart

_SHORT = 40
_MOST = 8


def kind_words(kind: Kind) -> str:
    """Return what kind of disagreement this is."""
    translate = QCoreApplication.translate
    return {
        Kind.LABEL: translate("DifferenceWords", "Other label"),
        Kind.BOUNDARY: translate("DifferenceWords", "Other boundary"),
        Kind.BOTH: translate("DifferenceWords", "Other label and boundary"),
        Kind.SPLIT: translate("DifferenceWords", "Split or merged"),
        Kind.MISSING: translate("DifferenceWords", "Not marked by all"),
    }[kind]


class DifferenceWords(QObject):
    """Tells how versions of one article's passages differ."""

    def __init__(self, text: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text

    def told(self, reference: Version, other: Version) -> str:
        """Return how `other` differs from `reference`, to follow the latter's name; "" if not."""
        found = differing(reference.said, other.said)
        parts = [each for one in found[:_MOST] for each in self._differing(one)]
        return "; ".join(with_rest(parts, len(parts) + len(found[_MOST:])))

    def _differing(self, one: Differing) -> list[str]:
        if one.kind is Kind.MISSING:
            return [self._missing(one)]
        if one.kind is Kind.SPLIT:
            return [
                self.tr("{count} statements where it has {other}").format(
                    count=len(one.right), other=len(one.left)
                ),
                *_edges(one.left, one.right),
            ]
        (left,), (right,) = one.left, one.right
        told = []
        if left.label != right.label:
            told.append(
                self.tr("{label} instead of {other}").format(
                    label=one_line(right.label), other=one_line(left.label)
                )
            )
        edges = _edges(one.left, one.right)
        if not edges and left.pieces != right.pieces:
            edges = [self.tr("other words in the middle are left out")]
        return told + edges

    def _missing(self, one: Differing) -> str:
        (said,) = one.left or one.right
        told = self.tr("without {what}") if one.left else self.tr("also {what}")
        words = set_apart(shortened(words_of(said, self._text), _SHORT))
        what = self.tr("{label} “{words}”").format(label=one_line(said.label), words=words)
        return told.format(what=what)


def _edges(left: Sequence[Statement], right: Sequence[Statement]) -> list[str]:
    """Return how much earlier or later the one begins and ends than the other."""
    ours, theirs = (outermost(each.span for each in said) for said in (left, right))
    return edges_told(ours, theirs)
