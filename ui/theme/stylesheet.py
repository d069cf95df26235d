"""The theme as a Qt style sheet.

The rules lie beside this file in `sheets/*.qss`; a `$word` in them is a token of the theme, a
shade mixed from tokens here, or the folder of pictures. A word that nobody knows is an error.

Widgets choose a look by the property `kind` (buttons, frames) or `role` (labels).
"""

from dataclasses import fields
from pathlib import Path
from string import Template

from app.domain.label import Hue
from app.paths import RESOURCES
from ui.theme.shades import mix
from ui.theme.tokens import Theme

SHEETS = ("chrome.qss", "buttons.qss", "fields.qss", "views.qss", "dialogs.qss")


def stylesheet_of(theme: Theme) -> str:
    """The whole style sheet for a theme."""
    folder = Path(__file__).parent / "sheets"
    words = sheet_words(theme)
    return "\n".join(
        Template((folder / name).read_text(encoding="utf-8")).substitute(words) for name in SHEETS
    )


def sheet_words(theme: Theme) -> dict[str, str]:
    """What each `$word` of the sheets stands for in a theme."""
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme)}
    words = {name: value for name, value in tokens.items() if isinstance(value, str)}
    return words | {
        "icons": (RESOURCES / "icons").as_posix(),
        "accent_pressed": mix("#000000", theme.accent, 0.18),
        "danger_hover": mix(theme.text, theme.danger, 0.14),
        "on_danger": theme.paper,
        "pressed": mix(theme.text, theme.hover, 0.07),
        "disabled_text": mix(theme.text_faint, theme.window, 0.6),
        "disabled_ground": mix(theme.text_faint, theme.window, 0.06),
        "border": mix(theme.line_strong, theme.line, 0.12),
        "border_hover": mix(theme.line_strong, theme.line, 0.55),
        "scroll": mix(theme.line_strong, theme.window, 0.45),
        "tip": theme.line if theme.is_dark else theme.text,
        "tip_text": theme.text if theme.is_dark else theme.paper,
        "menu": theme.field,
        "info_ground": mix(theme.accent, theme.window, 0.12),
        "warning_ground": theme.labels[Hue.AMBER].fill,
        "danger_ground": mix(theme.danger, theme.window, 0.12),
        "good_ground": mix(theme.good, theme.window, 0.12),
    }
