"""The theme's colours at rest: what annotators agree on steps back behind what they dispute."""

from dataclasses import fields, replace

from ui.theme.shades import mix
from ui.theme.tokens import LabelTokens, Theme

_STRENGTH = 0.45


def calmed(theme: Theme) -> Theme:
    """Return the theme with every label's shades nearer to the paper."""
    return replace(
        theme,
        labels={hue: _calmed(tokens, theme.paper) for hue, tokens in theme.labels.items()},
    )


def _calmed(tokens: LabelTokens, paper: str) -> LabelTokens:
    shades = {each.name: getattr(tokens, each.name) for each in fields(tokens)}
    return LabelTokens(**{name: mix(shade, paper, _STRENGTH) for name, shade in shades.items()})
