"""An article's text on a fixed grid of lines, in the document that the pane shows."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from ui.reading.pane_metrics import PaneMetrics
from ui.theme.fonts import TextRole, font_for

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_TOP = 22
_BOTTOM = 120


def lay_on_grid(document: QTextDocument, metrics: PaneMetrics) -> None:
    """Give every paragraph lines of the same height, and blank ones less.

    Loading a text and changing its font both lose the grid, so this follows either.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_pitched(metrics.pitch))
    blank = _pitched(metrics.blank_pitch)
    block = document.begin()
    while block.isValid():
        if block.length() == 1 or (block.length() < 40 and not block.text().strip()):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(blank)
        block = block.next()
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
    if (form.leftMargin(), form.rightMargin()) == (gutter, right) and form.topMargin() == _TOP:
        return False
    form.setLeftMargin(gutter)
    form.setRightMargin(right)
    form.setTopMargin(_TOP)
    form.setBottomMargin(_BOTTOM)
    frame.setFrameFormat(form)
    return True


def _pitched(height: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(height, _FIXED)
    return form
