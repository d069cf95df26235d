"""An article's text on a fixed grid of lines, in the document that the pane shows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from ui.reading.pane_metrics import PaneMetrics
from ui.theme.fonts import TextRole, font_for

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BOTTOM = 120
_LONGEST_BLANK = 40


@contextmanager
def laid_out_once(document: QTextDocument) -> Iterator[None]:
    """Let whatever is done to the document be laid out at the end, and not after every part."""
    document.setLayoutEnabled(False)
    try:
        yield
    finally:
        document.setLayoutEnabled(True)


def blank_lines(shown: str) -> list[int]:
    """Return where in a text as it is shown each line starts that has no words, in code points."""
    result = []
    start = 0
    for line in shown.split("\n"):
        if not line or (len(line) < _LONGEST_BLANK and line.isspace()):
            result.append(start)
        start += len(line) + 1
    return result


def lay_on_grid(document: QTextDocument, metrics: PaneMetrics, *, blanks: Iterable[int]) -> None:
    """Give every paragraph lines of the same height, and those at `blanks` (UTF-16 units) less.

    Loading a text and changing its font both lose the grid, so this follows either.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_pitched(metrics.pitch))
    blank = _pitched(metrics.blank_pitch)
    for position in blanks:
        cursor.setPosition(position)
        cursor.setBlockFormat(blank)
    cursor.endEditBlock()


def set_letters(document: QTextDocument, metrics: PaneMetrics) -> None:
    """Set the font in which the document is shown."""
    font = font_for(TextRole.BODY)
    font.setPixelSize(metrics.font)
    document.setDefaultFont(font)


def set_margins(document: QTextDocument, metrics: PaneMetrics, width: int) -> bool:
    """Make room for the gutter and centre the column; tell whether that moved anything."""
    gutter, right = metrics.margins(width)
    frame = document.rootFrame()
    form = frame.frameFormat()
    top = metrics.head
    if (form.leftMargin(), form.rightMargin()) == (gutter, right) and form.topMargin() == top:
        return False
    form.setLeftMargin(gutter)
    form.setRightMargin(right)
    form.setTopMargin(top)
    form.setBottomMargin(_BOTTOM)
    frame.setFrameFormat(form)
    return True


def _pitched(height: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(height, _FIXED)
    return form
