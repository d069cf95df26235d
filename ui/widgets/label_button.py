"""The label bar's button: a key, an icon, and the label's name drawn as the label is drawn."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.label import Hue, Look
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import paint_icon
from ui.theme.shades import mix
from ui.theme.tokens import Theme
from ui.widgets.buttons import hint
from ui.widgets.drawing import draw_box, draw_focus, draw_key_cap
from ui.widgets.looks import draw_word, look_size
from ui.widgets.plain import action_text, one_line, plain_tooltip

HEIGHT = 36
AIR = 8
CAP = 20
ICON = 14
GAP = 9
LONGEST_NAME = 24
LOW_HEIGHT = 28
LOW_AIR = 5
LOW_CAP = 16
LOW_GAP = 6
FADED = 0.45


class LabelButton(QAbstractButton):
    """Marks the selection with a label, or, held down as a checkable button, marks what comes next.

    Pressed by mouse, or with Space while it has the focus.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        key: str,
        look: Look,
        hue: Hue,
        hint_text: str = "",
    ) -> None:
        super().__init__(parent)
        shown = one_line(name)
        self._shown = shown[:1].upper() + shown[1:]
        if len(self._shown) > LONGEST_NAME:
            self._shown = self._shown[: LONGEST_NAME - 1] + "…"
        self._key, self._look, self._hue = key, look, hue
        self._is_low = False
        self.setText(action_text(name))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font_for(TextRole.MEDIUM))
        plain_tooltip(self, hint(hint_text or name, key))

    @property
    def look(self) -> Look:
        """How the label is drawn."""
        return self._look

    @property
    def hue(self) -> Hue:
        """The label's colour."""
        return self._hue

    def restyle(self, look: Look, hue: Hue) -> None:
        """Draw the name in another look and hue."""
        self._look, self._hue = look, hue
        self.updateGeometry()
        self.update()

    @property
    def is_low(self) -> bool:
        """Whether it does with little room."""
        return self._is_low

    def set_low(self, *, low: bool) -> None:
        """Do with little room, without the icon, or take the usual room."""
        if low != self._is_low:
            self._is_low = low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Key, icon and name with air around them."""
        if not self._is_low:
            return QSize(self.usual_width(), HEIGHT)
        name = look_size(self._shown, self.font(), self._look)
        return QSize(round(self._name_left() + name.width() + LOW_AIR + 2), LOW_HEIGHT)

    def usual_width(self) -> int:
        """Return the pixels it takes with nothing left out, whether or not there is room now."""
        name = look_size(self._shown, self.font(), self._look)
        return round(self._usual_name_left() + name.width() + AIR + 4)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, key cap, icon, name, focus ring."""
        theme = theme_now()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(FADED)
        area = QRectF(self.rect())
        ground, border, width = self._box(theme)
        draw_box(painter, area, ground=ground, border=border, width=width)
        middle = area.center().y()
        if self._key:
            side, left = (LOW_CAP, LOW_AIR) if self._is_low else (CAP, AIR)
            cap = QRectF(left, middle - side / 2, side, side)
            draw_key_cap(painter, cap, self._key, theme)
        if not self._is_low:
            icon = QRectF(self._name_left() - GAP - ICON + 2, middle - ICON / 2, ICON, ICON)
            paint_icon(painter, icon, self._look, self._hue)
        painter.setFont(self.font())
        draw_word(
            painter,
            area.adjusted(self._name_left(), 0, 0, 0),
            self._shown,
            look=self._look,
            tokens=theme.labels[self._hue],
            theme=theme,
            chosen=self.isChecked() or self.isDown(),
        )
        if self.hasFocus():
            draw_focus(painter, area, theme)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to rest."""
        super().leaveEvent(event)
        self.update()

    def _name_left(self) -> int:
        if self._is_low:
            return LOW_AIR + (LOW_CAP + LOW_GAP if self._key else 2)
        return self._usual_name_left()

    def _usual_name_left(self) -> int:
        return AIR + (CAP + GAP if self._key else 2) + ICON + GAP - 2

    def _box(self, theme: Theme) -> tuple[str, str, float]:
        """Ground, border and the border's width for the state the button is in."""
        tokens = theme.labels[self._hue]
        if self.isChecked():
            return mix(tokens.fill, theme.field, 0.6), tokens.edge, 1.5
        if self.isDown():
            return theme.chosen, theme.accent, 1.0
        if self.underMouse() and self.isEnabled():
            return theme.hover, mix(theme.line_strong, theme.line, 0.55), 1.0
        return theme.field, mix(theme.line_strong, theme.line, 0.12), 1.0
