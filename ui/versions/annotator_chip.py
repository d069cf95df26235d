"""An annotator in the legend: a name and a number, with an eye that opens and shuts their stave."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import Tint, paint_icon
from ui.theme.shades import mix
from ui.widgets.drawing import draw_box, draw_focus
from ui.widgets.numbers import parted
from ui.widgets.plain import action_text, one_line, plain_tooltip

HEIGHT = 28
AIR = 9
ICON = 14
GAP = 7
MARK = 9
WIDEST = 150
RADIUS = 7.0

_OPEN: tuple[str, Tint] = ("shown", "accent")
_SHUT: tuple[str, Tint] = ("hidden", "text_faint")


class AnnotatorChip(QAbstractButton):
    """Down while the stave is shown; pressed with the mouse or Space. Gold has a diamond."""

    def __init__(
        self, name: str, count: int, parent: QWidget | None = None, *, gold: bool = False
    ) -> None:
        super().__init__(parent)
        self._count, self._gold = count, gold
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font_for(TextRole.STRONG if gold else TextRole.MEDIUM))
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Call the annotator something else."""
        self._name = one_line(name)
        said = parted(self.tr("%n annotation(s)", None, self._count), self._count)
        self.setText(action_text(self._name))
        self.setAccessibleName(self.tr("{name}, {count}").format(name=self._name, count=said))
        plain_tooltip(
            self,
            self.tr("{name}: {count}. Press to leave the stave out, or to show it again.").format(
                name=self._name, count=said
            ),
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Eye, mark, name, number and air."""
        width = 2 * AIR + ICON + 2 * GAP + self._mark
        words = self.fontMetrics().horizontalAdvance(self._shown())
        return QSize(width + words + self._number_metrics().horizontalAdvance(self._number), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, eye, mark, name, number, focus ring; a stave left out has a shut eye and no box."""
        theme, shown = theme_now(), self.isChecked()
        painter = QPainter(self)
        area = QRectF(self.rect())
        border = mix(theme.line_strong, theme.line, 0.55 if self.underMouse() else 0.12)
        ground = theme.hover if self.underMouse() else theme.field if shown else None
        draw_box(painter, area, ground=ground, border=border, radius=RADIUS)
        eye = QRectF(AIR, area.center().y() - ICON / 2, ICON, ICON)
        word, tint = _OPEN if shown else _SHUT
        paint_icon(painter, eye, word, tint)
        left = AIR + ICON + GAP
        if self._gold:
            mark = QRectF(left, area.center().y() - MARK / 2, MARK, MARK)
            paint_icon(painter, mark, "gold", "text")
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text if shown else theme.text_faint))
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(left + self._mark, 0, 0, 0), aligned, self._shown())
        painter.setFont(font_for(TextRole.QUIET))
        painter.setPen(QColor(theme.text_quiet if shown else theme.text_faint))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -AIR, 0), right, self._number)
        if self.hasFocus():
            draw_focus(painter, area, theme, radius=RADIUS)

    @property
    def _number(self) -> str:
        return f"{self._count:,}"

    @property
    def _mark(self) -> int:
        return MARK + GAP - 2 if self._gold else 0

    def _number_metrics(self) -> QFontMetrics:
        return QFontMetrics(font_for(TextRole.QUIET))

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, WIDEST)
