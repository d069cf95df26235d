"""The theme as a QPalette, for everything that the style draws without a style sheet."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.shades import mix
from ui.theme.tokens import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(theme: Theme) -> QPalette:
    """Every role set by hand, so that no platform's own colour shows through."""
    palette = QPalette()
    for role, colour in _colours(theme).items():
        palette.setColor(role, QColor(colour))
    muted = QColor(mix(theme.text_faint, theme.window, 0.6))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, muted)
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(theme.line))
    return palette


def _colours(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: theme.window,
        _Role.WindowText: theme.text,
        _Role.Base: theme.field,
        _Role.AlternateBase: theme.panel,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.text_faint,
        _Role.Button: theme.field,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.danger,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.text,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        _Role.ToolTipBase: theme.line if theme.is_dark else theme.text,
        _Role.ToolTipText: theme.text if theme.is_dark else theme.paper,
        _Role.Light: mix(theme.field, theme.line, 0.5),
        _Role.Midlight: theme.hover,
        _Role.Mid: theme.line,
        _Role.Dark: theme.line_strong,
        _Role.Shadow: mix("#000000", theme.window, 0.5),
    }
