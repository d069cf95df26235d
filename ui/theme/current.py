"""The theme that is on, for whoever paints.

The one rule of colour in Galley: nothing keeps a colour. A widget that paints itself asks
`theme_now()` while it paints; an icon from `ui.theme.icons` asks while it is drawn; everything
else is coloured by the application's palette and style sheet. When the appearance changes, Qt
restyles and repaints every widget, and so every colour is asked for again: there is no signal to
connect and no icon to exchange.
"""

from PySide6.QtCore import QCoreApplication

from ui.theme.tokens import DARK, LIGHT, Theme

_PROPERTY = "galley_theme"
_THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_now() -> Theme:
    """The theme that is on; the light one before any has been put on."""
    app = QCoreApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return _THEMES.get(name, LIGHT) if isinstance(name, str) else LIGHT


def put_on(app: QCoreApplication, theme: Theme) -> None:
    """Remember on the application which theme is on."""
    app.setProperty(_PROPERTY, theme.name)
