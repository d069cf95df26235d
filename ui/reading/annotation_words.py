"""An annotation in words: for a tooltip, and for whoever hears the article instead of seeing it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.widgets.plain import one_line

_SHORT = 60
_LONG = 400


def told(annotation: Annotation, label: Label) -> str:
    """Return label, doubt and words: `claim, unsure: “taxes fell”`."""
    translate = QCoreApplication.translate
    name = one_line(label.name)
    if annotation.unsure:
        name = translate("AnnotationWords", "{0}, unsure").format(name)
    if len(annotation.spans) > 1:
        pieces = translate("AnnotationWords", "%n pieces", None, len(annotation.spans))
        name = f"{name}, {pieces}"
    return translate("AnnotationWords", "{0}: “{1}”").format(
        name, shortened(words_of(annotation), _SHORT)
    )


def told_together(here: Sequence[Annotation], label: Callable[[str], Label]) -> str:
    """Return what the annotations at one place say, from the innermost outwards."""
    inside = QCoreApplication.translate("AnnotationWords", ", inside ")
    return inside.join(told(each, label(each.label)) for each in here)


def described(annotation: Annotation, label: Label, *, is_chosen: bool) -> str:
    """Return all there is to know about an annotation, a line each, and what its keys do."""
    translate = QCoreApplication.translate
    head = [one_line(label.name)]
    if annotation.unsure:
        head.append(translate("AnnotationWords", "unsure"))
    if len(annotation.spans) > 1:
        head.append(translate("AnnotationWords", "%n pieces", None, len(annotation.spans)))
    lines = [" · ".join(head), f"“{shortened(words_of(annotation), _LONG)}”"]
    if annotation.note:
        note = shortened(one_line(annotation.note), _LONG)
        lines.append(translate("AnnotationWords", "Note: {0}").format(note))
    lines.append(
        translate("AnnotationWords", "U unsure · M note · Del delete · drag a grip to change it")
        if is_chosen
        else translate("AnnotationWords", "Click to choose it; click again for the one around it")
    )
    return "\n".join(lines)


def words_of(annotation: Annotation) -> str:
    """Return an annotation's words on one line, with […] where it is interrupted."""
    start = annotation.span.start
    pieces = (
        one_line(annotation.quote[piece.start - start : piece.end - start])
        for piece in annotation.spans
    )
    return " […] ".join(pieces)


def shortened(words: str, most: int) -> str:
    """Return words, or the first of them and … where there are more than `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
