"""Which theme is on: the system's, or the one a person has chosen."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme.current import put_on
from ui.theme.fonts import TextRole, font_for, load_fonts
from ui.theme.palette import palette_of
from ui.theme.stylesheet import stylesheet_of
from ui.theme.tokens import DARK, LIGHT, Theme

STYLE = "fusion"
"""The name of the widget style that the style sheets are written for."""

STYLED = "made with the style"
"""A property of an application that was given its style at once, which is much cheaper."""


class Choice(StrEnum):
    """What a person can ask for; the words are what is remembered between sessions."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Puts a theme on the application and changes it when the system or a person does.

    `changed` carries the new theme after it has been put on. Widgets need not listen: see
    `ui.theme.current`.
    """

    changed = Signal(object)

    def __init__(self, choice: Choice = Choice.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._choice = choice
        self._system_scheme = QGuiApplication.styleHints().colorScheme()
        self._theme = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return self._theme

    @property
    def choice(self) -> Choice:
        """What the person asked for; for the caller to remember."""
        return self._choice

    def apply(self, app: QApplication) -> None:
        """Dress the application: style, font, palette and style sheet, now and on each change."""
        self.lay_out(app)
        self.finish()

    def lay_out(self, app: QApplication) -> None:
        """Dress the application in all but the style sheet, which is to follow by `finish`.

        With a style sheet on, Qt looks up the rules for a widget again each time it is put into
        another: a window is made much faster without, and dressed once when it is whole.
        """
        self._app = app
        load_fonts()
        if not app.property(STYLED):
            app.setStyle(STYLE)
        app.setFont(font_for(TextRole.BODY))
        self._tell_platform()
        put_on(app, self._theme)
        app.setPalette(palette_of(self._theme))

    def finish(self) -> None:
        """Put the style sheet on."""
        if self._app is not None:
            self._app.setStyleSheet(stylesheet_of(self._theme))

    def set_choice(self, choice: Choice) -> None:
        """Follow the system, or hold one theme whatever the system says."""
        self._choice = choice
        self._tell_platform()
        if choice is Choice.SYSTEM:
            self._system_scheme = QGuiApplication.styleHints().colorScheme()
        self._update()

    def toggle(self) -> None:
        """From light to dark or back; from then on the person's choice holds."""
        self.set_choice(Choice.LIGHT if self._theme.is_dark else Choice.DARK)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        # Telling the platform of a person's choice comes back here as if the system had changed.
        if self._choice is Choice.SYSTEM:
            self._system_scheme = scheme
            self._update()

    def _wanted(self) -> Theme:
        if self._choice is Choice.SYSTEM:
            return DARK if self._system_scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is Choice.DARK else LIGHT

    def _update(self) -> None:
        theme = self._wanted()
        if theme is self._theme:
            return
        self._theme = theme
        self._dress()
        self.changed.emit(theme)

    def _dress(self) -> None:
        if self._app is None:
            return
        put_on(self._app, self._theme)
        self._app.setPalette(palette_of(self._theme))
        self.finish()

    def _tell_platform(self) -> None:
        """Title bars and file dialogs belong to the platform; they follow where it can."""
        if self._app is None:
            return
        hints = QGuiApplication.styleHints()
        if self._choice is Choice.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._choice is Choice.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
