"""Picking how a label is drawn: four looks and eight hues, each shown as it would mark."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.domain.label import Hue, Look
from ui.widgets.flow import FlowLayout
from ui.widgets.label_button import LabelButton


def look_name(look: Look) -> str:
    """Return what a look is called."""
    return {
        Look.BAND: QCoreApplication.translate("StylePicker", "Band"),
        Look.DASHED_BAND: QCoreApplication.translate("StylePicker", "Dashed band"),
        Look.UNDERLINE: QCoreApplication.translate("StylePicker", "Underline"),
        Look.DOTTED_UNDERLINE: QCoreApplication.translate("StylePicker", "Dotted underline"),
    }[look]


def hue_name(hue: Hue) -> str:
    """Return what a hue is called."""
    return {
        Hue.BLUE: QCoreApplication.translate("StylePicker", "Blue"),
        Hue.GREEN: QCoreApplication.translate("StylePicker", "Green"),
        Hue.AMBER: QCoreApplication.translate("StylePicker", "Amber"),
        Hue.VIOLET: QCoreApplication.translate("StylePicker", "Violet"),
        Hue.RED: QCoreApplication.translate("StylePicker", "Red"),
        Hue.PINK: QCoreApplication.translate("StylePicker", "Pink"),
        Hue.LIME: QCoreApplication.translate("StylePicker", "Lime"),
        Hue.CYAN: QCoreApplication.translate("StylePicker", "Cyan"),
    }[hue]


class StylePicker(QWidget):
    """`picked` carries a look and a hue."""

    picked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._hue = Look.BAND, Hue.BLUE
        self.looks: dict[Look, LabelButton] = {}
        self.hues: dict[Hue, LabelButton] = {}
        self._looks_row, self._hues_row = FlowLayout(spacing=6), FlowLayout(spacing=6)
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._looks_row)
        column.addLayout(self._hues_row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for look in Look:
            self.looks[look] = self._button(look_name(look), 0, look, self._hue)
        for hue in Hue:
            self.hues[hue] = self._button(hue_name(hue), 1, self._look, hue)
        self.show_style(self._look, self._hue)

    def show_style(self, look: Look, hue: Hue) -> None:
        """Let this look and this hue be the ones that are picked."""
        self._look, self._hue = look, hue
        for one, button in self.looks.items():
            button.restyle(one, hue)
            button.setChecked(one is look)
        for other, button in self.hues.items():
            button.restyle(look, other)
            button.setChecked(other is hue)

    def _button(self, name: str, group: int, look: Look, hue: Hue) -> LabelButton:
        button = LabelButton(name, key="", look=look, hue=hue)
        button.setCheckable(True)
        told = self.tr("Colour: {0}") if group else self.tr("Look: {0}")
        button.setAccessibleName(told.format(name))
        self._groups[group].addButton(button)
        (self._looks_row, self._hues_row)[group].addWidget(button)
        button.clicked.connect(lambda: self._pick(look if group == 0 else None, hue))
        return button

    def _pick(self, look: Look | None, hue: Hue) -> None:
        """Tell of a look in the hue there is, or of a hue in the look there is."""
        self.picked.emit(look or self._look, hue if look is None else self._hue)
