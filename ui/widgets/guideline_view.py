"""A guideline shown as it is meant: headings, bullets, and examples drawn as their labels are.

The document is put together from letters and formats. Nothing here reads mark-up of any kind, so
that no guideline, whoever wrote it, can load a picture, open a file or follow a link.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.domain.guideline import BlockKind, Face, Run, read_guideline
from app.domain.label import Hue, Look
from app.domain.same_name import folded_name
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for

Styles = Mapping[str, tuple[Look, Hue]]
"""How labels are drawn, by their folded names."""

_AIR = {BlockKind.HEADING: (12, 3), BlockKind.BULLET: (1, 3), BlockKind.PARAGRAPH: (0, 7)}
_INDENT = 16
_AGAIN = {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}


class GuidelineView(QTextEdit):
    """Shows one guideline, to be read and scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self._styles: Styles = {}
        self._is_writing = False
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setProperty("kind", "guideline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Guideline"))
        self.document().setDocumentMargin(0)

    def show_guideline(self, markdown: str, styles: Styles) -> None:
        """Show a guideline; `styles` tells how the labels in its examples are drawn."""
        if (markdown, styles) != (self._markdown, self._styles):
            is_first = not self._markdown
            self._markdown, self._styles = markdown, styles
            self._write()
            if is_first:
                self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() in _AGAIN and not self._is_writing:
            self._write()

    def _write(self) -> None:
        self._is_writing = True
        place = self.verticalScrollBar().value()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(read_guideline(self._markdown)):
            above, below = _AIR[block.kind]
            form = QTextBlockFormat()
            form.setTopMargin(above if number else 0)
            form.setBottomMargin(below)
            form.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if number:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            if block.kind is BlockKind.BULLET:
                bullets = QTextListFormat()
                bullets.setStyle(QTextListFormat.Style.ListDisc)
                bullets.setIndent(1)
                cursor.createList(bullets)
            is_heading = block.kind is BlockKind.HEADING
            for run in block.runs:
                cursor.insertText(run.words, self._format(run, is_heading=is_heading))
        cursor.endEditBlock()
        self.document().setIndentWidth(_INDENT)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # where it is, Qt scrolls to when shown
        self.verticalScrollBar().setValue(place)
        self._is_writing = False

    def _format(self, run: Run, *, is_heading: bool) -> QTextCharFormat:
        theme = theme_now()
        form = QTextCharFormat()
        font = font_for(TextRole.STRONG if is_heading else TextRole.BODY)
        if run.face is Face.BOLD:
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(run.face is Face.ITALIC)
        form.setFont(font)
        form.setForeground(QColor(theme.text))
        if run.face is Face.EXAMPLE:
            form.setBackground(QColor(theme.hover))
        for name in run.labels:
            self._mark(form, name)
        return form

    def _mark(self, form: QTextCharFormat, name: str) -> None:
        """Draw words as those that carry a label, over what they carry already."""
        style = self._styles.get(folded_name(name))
        if style is None:
            return
        look, hue = style
        tokens = theme_now().labels[hue]
        if look.is_band:
            form.setBackground(QColor(tokens.fill_selected))
        if look is not Look.BAND:
            lines = QTextCharFormat.UnderlineStyle
            form.setUnderlineColor(QColor(tokens.edge))
            form.setUnderlineStyle(
                {
                    Look.UNDERLINE: lines.SingleUnderline,
                    Look.DOTTED_UNDERLINE: lines.DotLine,
                    Look.DASHED_BAND: lines.DashUnderline,
                }[look]
            )
